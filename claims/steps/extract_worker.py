"""One document's text to the rows it gives: in this process, or as what a worker process does all day."""

from __future__ import annotations

import signal
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from claims.extract.engine import How, extract
from claims.model.record import plain
from claims.steps.finder import how_of
from claims.steps.weigh import worth_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection


@dataclass(frozen=True, slots=True)
class Method:
    """By which engine, and from which check-worthiness on. Travels to workers: a finder cannot."""

    engine: str
    min_worth: float = 0.0
    how_of: Callable[..., How] = how_of
    worthiness: str = ""  # the desk's own weights file

    def how(self) -> How:
        """The engine itself, its weights loaded. Raises BadSetting for a name that is none."""
        how = self.how_of(self.engine, min_worth=self.min_worth)
        return replace(how, worth=worth_of(self.worthiness))


@dataclass(frozen=True, slots=True)
class Task:
    """A document to read, and the run in whose name."""

    document: str
    text: str
    published: str | None
    run: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows of a document, or the problem that kept it from being read."""

    document: str
    sentences: list[dict[str, Any]] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Hello:
    """What a worker says first: the name of its finder, or why it cannot begin."""

    name: str
    problem: str | None = None


def answer(how: How, task: Task) -> Answer:
    """Read one document; whatever it does to the engine is its own problem."""
    try:
        found = extract(
            task.text, document=task.document, published=task.published, run=task.run, how=how
        )
    except Exception as why:  # noqa: BLE001 - one document must not stop ten thousand
        return Answer(task.document, problem=f"cannot be read: {type(why).__name__}: {why}")
    return Answer(task.document, plain(found.sentences), plain(found.claims))


def serve(connection: Connection[Any, Any], method: Method) -> None:
    """Answer every task that comes through `connection` until its other end is closed.

    SIGINT stays blocked, as it was inherited: Ctrl-C is told to all processes of a terminal, and it
    is the parent that decides. SIGTERM was blocked for the start alone.
    """
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    # The parent has gone or wants no more; or memory is out, which the parent sees by the pipe's end
    with suppress(EOFError, OSError, MemoryError):
        try:
            how = method.how()
        except Exception as why:  # noqa: BLE001 - the parent tells the person
            connection.send(Hello("", str(why) or type(why).__name__))
            return
        connection.send(Hello(how.finder.name))
        while True:
            connection.send(answer(how, connection.recv()))
