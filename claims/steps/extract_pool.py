"""Documents to the rows they give, in worker processes; answers come in the documents' order.

Each worker has one document at a time, and holds nothing that a kill could hurt. When the parent
goes, however it goes, the pipe ends and the worker with it. The database is the parent's alone.
"""

from __future__ import annotations

import multiprocessing
import signal
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import connection, resource_tracker
from typing import TYPE_CHECKING, Any

from claims.bulk.local import cores
from claims.model.errors import UserError
from claims.steps.extract_worker import Answer, Hello, Method, Task, serve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from multiprocessing.context import SpawnProcess

AHEAD = 8
"""Documents a worker that may be answered while a slow one before them is still being read."""

STOPS = frozenset({signal.SIGINT, signal.SIGTERM})


def worker_count(asked: int, *, documents: int) -> int:
    """How many processes: those asked for (0: one a core), never more than documents."""
    return min(asked or cores(), documents)


@dataclass(frozen=True, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: connection.Connection[Any, Any]

    def end(self) -> int | None:
        """Stop it at once; its exit status."""
        self.pipe.close()
        self.process.kill()
        self.process.join()
        status = self.process.exitcode
        self.process.close()
        return status


class Pool:
    """Workers, those that are free, and the documents (by their number) that the others have."""

    def __init__(self, method: Method) -> None:
        self.name = ""
        self._method = method
        self._free: list[_Worker] = []
        self._busy: dict[_Worker, tuple[int, str]] = {}

    def start(self, jobs: int) -> None:
        """Start the workers. Raises UserError when they cannot begin."""
        for _ in range(jobs):
            self._launch()
        for worker in self._free:
            self.name = _greeted(worker)

    def read(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """The answers in the order of the tasks, which are drawn as workers become free."""
        waiting = enumerate(tasks)
        ahead = AHEAD * len(self._free)
        ready: dict[int, Answer] = {}
        due = 0
        while True:
            self._hand_out(waiting, ahead - len(ready))
            if not self._busy and not ready:
                return
            ready.update(self._collected(patient=due not in ready))
            # Before the answer is written, so that no worker waits for the disk
            self._hand_out(waiting, ahead - len(ready))
            if due in ready:
                yield ready.pop(due)
                due += 1

    def close(self) -> None:
        """Stop all workers, whatever they are doing."""
        for worker in [*self._free, *self._busy]:
            worker.end()
        self._free, self._busy = [], {}

    def _launch(self) -> None:
        spawn = multiprocessing.get_context("spawn")
        with _undisturbed():
            ours, theirs = spawn.Pipe()
            process = spawn.Process(target=serve, args=(theirs, self._method), daemon=True)
            process.start()
            theirs.close()  # else the pipe would not end when the worker dies
            self._free.append(_Worker(process, ours))

    def _hand_out(self, waiting: Iterator[tuple[int, Task]], room: int) -> None:
        while self._free and len(self._busy) < room:
            number, task = next(waiting, (None, None))
            if number is None or task is None:
                return
            worker = self._free.pop()
            self._busy[worker] = (number, task.document)
            with suppress(OSError):  # it has died; that is seen when its answer is looked for
                worker.pipe.send(task)

    def _collected(self, *, patient: bool) -> dict[int, Answer]:
        """The answers that are there, at least one when `patient`; a dead worker is replaced."""
        pipes: dict[Any, _Worker] = {worker.pipe: worker for worker in self._busy}
        found: dict[int, Answer] = {}
        for pipe in connection.wait(pipes, timeout=None if patient else 0):
            worker = pipes[pipe]
            number, document = self._busy.pop(worker)
            try:
                found[number] = worker.pipe.recv()
                self._free.append(worker)
            except (EOFError, OSError):
                found[number] = Answer(document, problem=_died(worker.end()))
                self._launch()
                _greeted(self._free[-1])
        return found


@contextmanager
def opened(method: Method, jobs: int) -> Iterator[Pool]:
    """A pool of `jobs` workers that have begun. Raises UserError when they cannot."""
    pool = Pool(method)
    try:
        pool.start(jobs)
        yield pool
    finally:
        pool.close()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C and SIGTERM wait until a worker has been started; it inherits them blocked."""
    resource_tracker.ensure_running()  # here, because starting it lets the signals through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _greeted(worker: _Worker) -> str:
    """The name that a new worker's finder has. Raises UserError when it cannot begin."""
    try:
        hello: Hello = worker.pipe.recv()
    except (EOFError, OSError):
        hello = Hello("", "a process for extraction ended before it began; try fewer --jobs")
    if hello.problem is not None:
        raise UserError(hello.problem)
    return hello.name


def _died(status: int | None) -> str:
    return f"its process ended early (status {status}), perhaps for want of memory; try it alone"
