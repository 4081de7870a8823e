"""A reading process, seen from outside: it may die or hang over a document, and the shard still gets made."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from multiprocessing import Pipe
from typing import TYPE_CHECKING, Any

from claims.bulk.work import Hello, Made, Shard
from claims.model.errors import UserError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from claims.bulk.work import Work

PATIENCE = 600.0
"""Seconds that one document may take: the longest text takes a minute, on a busy core some more."""

STARTING = 120.0
"""Seconds in which the engine must be loaded."""

CHANCES = 2
"""Deaths over the same document before it is left out: the first may have had another cause."""

STOPPED = "the work was stopped"

RECYCLED = 100
"""Shards after which a process is replaced, so that nothing a library keeps can pile up."""


class FencedReader:
    """One reading process at a time; another takes its place when it dies, hangs or has done its share."""

    def __init__(self, work: Work, *, patience: float = PATIENCE) -> None:
        self._work = work
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._hello = Hello()
        self._shards = 0
        self._closed = False

    def hello(self) -> Hello:
        """What the process says first. Raises UserError when it cannot begin."""
        self._ready()
        return self._hello

    def read(self, shard: Shard) -> Made:
        """The shard, with the documents left out that the process dies of or that take too long."""
        lost: dict[int, str] = {}
        deaths: Counter[int] = Counter()
        while True:
            said = self._try(shard, lost)
            if isinstance(said, Made):
                self._recycle()
                return said
            number, why = said
            deaths[number] += 1
            if deaths[number] < CHANCES and why != self._too_slow():
                continue
            if not 0 <= number < len(shard.pieces):
                return Made(shard.id, problem=why)
            lost[number] = why

    def close(self) -> None:
        """End the process at once; a `read` of another thread ends with UserError."""
        self._closed = True
        self._end()

    def _try(self, shard: Shard, lost: dict[int, str]) -> Made | tuple[int, str]:
        """The made shard; or the number of the piece that it broke off at (-1: none), and why."""
        at = -1
        try:
            pipe = self._ready()
            pipe.send((shard, lost))
            while pipe.poll(self._patience):
                said = pipe.recv()
                if isinstance(said, Made):
                    return said
                at = int(said)
        except (EOFError, OSError):
            return at, f"its process ended early (status {self._end()}), perhaps for want of memory"
        self._end()
        return at, self._too_slow()

    def _too_slow(self) -> str:
        return f"takes more than {self._patience:.0f} s to read"

    def _ready(self) -> Connection[Any, Any]:
        if self._closed:
            raise UserError(STOPPED)
        if self._pipe is not None and self._process is not None and self._process.poll() is None:
            return self._pipe
        self._end()
        return self._start()

    def _start(self) -> Connection[Any, Any]:
        ours, theirs = Pipe()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [sys.executable, "-P", "-m", "claims.bulk.reading_loop", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=None if os.environ.get("CITETRAIL_DEBUG") else subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
                process_group=0,  # Ctrl-C is told to a terminal's whole group
            )
        self._pipe = ours
        self._shards = 0
        if self._closed:  # meanwhile, by another thread
            self._end()
            raise UserError(STOPPED)
        ours.send(self._work)
        if not ours.poll(STARTING):
            self._end()
            raise UserError(f"a reading process did not begin within {STARTING:.0f} s")
        try:
            self._hello = ours.recv()
        except (EOFError, OSError):
            status = self._end()
            raise UserError(
                f"a reading process ended before it began (status {status}); try fewer --workers"
            ) from None
        if self._hello.problem is not None:
            self._end()
            raise UserError(self._hello.problem)
        return ours

    def _recycle(self) -> None:
        self._shards += 1
        if self._shards >= RECYCLED:
            self._end()

    def _end(self) -> int | None:
        """Stop the process; its exit status."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if process is not None:
            process.kill()
            process.wait()
        if pipe is not None:
            pipe.close()
        return process.returncode if process is not None else None


class Readers:
    """Fenced readers for several threads: each takes a free one, or a new one where none is free."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._free: list[FencedReader] = []
        self._all: list[FencedReader] = []

    def read(self, shard: Shard) -> Made:
        """Read a shard with a reader that nobody else uses now."""
        reader = self._taken()
        try:
            return reader.read(shard)
        finally:
            self._free.append(reader)

    def hello(self) -> Hello:
        """By what the readers work. Raises UserError when they cannot begin."""
        reader = self._taken()
        try:
            return reader.hello()
        finally:
            self._free.append(reader)

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        for reader in self._all:
            reader.close()

    def _taken(self) -> FencedReader:
        try:
            return (
                self._free.pop()
            )  # one step for the interpreter, so two threads never get the same
        except IndexError:
            reader = FencedReader(self._work)
            self._all.append(reader)
            return reader
