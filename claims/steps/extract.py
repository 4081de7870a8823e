"""Documents to claims and sentences, in this process or in several: the rows are the same."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from claims.model.ids import short_id
from claims.steps.extract_pool import opened, worker_count
from claims.steps.extract_worker import Answer, Method, Task, answer
from claims.steps.report import Failure, Tick
from claims.steps.weigh import worth_of
from db import claims, documents, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlite_utils import Database

    from claims.extract.engine import How
    from claims.steps.edges import Edges


def extract_documents(
    edges: Edges,
    chosen: Sequence[str],
    method: Method,
    *,
    jobs: int = 1,
    failures: list[Failure],
) -> Iterator[Tick]:
    """Extract the claims of the documents with these ids, each in one transaction.

    Texts are read when their turn comes, so that memory does not grow with their number. `jobs`
    processes do the work, 0 for one a core. A document that cannot be read goes to `failures`.
    """
    if not chosen:
        return
    with _reader(method, worker_count(jobs, documents=len(chosen))) as reader:
        weighed = worth_of(method.worthiness).weights.name
        run = edges.run(
            "extract", engine=reader.name, min_worth=method.min_worth, worthiness=weighed
        )
        answers = reader.read(_tasks(edges.database, chosen, run))
        for done, found in enumerate(answers, start=1):
            if found.problem is not None:
                failures.append(Failure(short_id(found.document), found.problem))
            else:
                _store(edges.database, found)
            yield Tick("extract", done, len(chosen))


class _Reader(Protocol):
    @property
    def name(self) -> str: ...

    def read(self, tasks: Iterable[Task]) -> Iterator[Answer]: ...


@dataclass(frozen=True, slots=True)
class _Alone:
    """Reads in this process."""

    how: How

    @property
    def name(self) -> str:
        return self.how.finder.name

    def read(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        return (answer(self.how, task) for task in tasks)


@contextmanager
def _reader(method: Method, jobs: int) -> Iterator[_Reader]:
    if jobs == 1:
        yield _Alone(method.how())
        return
    with opened(method, jobs) as pool:
        yield pool


def _tasks(database: Database, chosen: Sequence[str], run: str) -> Iterator[Task]:
    for document in chosen:
        row = rows.get(database, "documents", document) or {}
        yield Task(document, row["text"], row["published"], run)


def _store(database: Database, found: Answer) -> None:
    with transaction(database):
        documents.replace_sentences(database, found.document, found.sentences)
        claims.replace(database, found.document, found.claims)
