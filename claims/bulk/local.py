"""Shards to reading processes of this machine: one thread waits for each."""

from __future__ import annotations

import os
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claims.bulk.fenced_reader import Readers
from claims.bulk.runner import IN_HAND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.bulk.work import Hello, Made, Shard, Work


def cores() -> int:
    """The processors that this process may use, where the system says."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class LocalRunner:
    """Threads that each have a reading process."""

    def __init__(self, work: Work, workers: int) -> None:
        self.workers = workers or cores()
        self._readers = Readers(work)
        self._threads = ThreadPoolExecutor(self.workers)

    def hello(self) -> Hello:
        """By what the readers work."""
        return self._readers.hello()

    def run(self, shards: Iterable[Shard]) -> Iterator[Made]:
        """The shards as they get made."""
        waiting: set[Future[Made]] = set()
        for shard in shards:
            waiting.add(self._threads.submit(self._readers.read, shard))
            if len(waiting) >= IN_HAND * self.workers:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from (one.result() for one in done)
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (one.result() for one in done)

    def close(self) -> None:
        """End all processes and threads, whatever they are doing."""
        self._readers.close()
        self._threads.shutdown(wait=True, cancel_futures=True)


@contextmanager
def local_workers(work: Work, workers: int) -> Iterator[LocalRunner]:
    """So many workers of this machine; 0: one a core."""
    runner = LocalRunner(work, workers)
    try:
        yield runner
    finally:
        runner.close()
