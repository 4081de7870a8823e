"""Who reads shards: workers of this machine, or those of a Dask cluster. What is made is the same."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from claims.bulk.work import Hello, Made, Shard, Work


class Engine(Enum):
    """Whose workers read."""

    LOCAL = "local"
    DASK = "dask"


IN_HAND = 2
"""Shards a worker has been given: one that it reads, one that waits. More would only take memory."""


class Runner(Protocol):
    """Workers that have begun."""

    @property
    def workers(self) -> int:
        """How many there are."""

    def hello(self) -> Hello:
        """By what they work. Raises UserError when they cannot begin."""

    def run(self, shards: Iterable[Shard]) -> Iterator[Made]:
        """The shards as they get made, in any order; each is drawn when a worker has room for it."""


def runner_of(
    engine: Engine, work: Work, *, workers: int, scheduler: str | None
) -> AbstractContextManager[Runner]:
    """The workers of an engine, `workers` of them (0: one a core) where there is no `scheduler`.

    Raises UserError when it is not installed, or no scheduler answers.
    """
    if engine is Engine.LOCAL:
        from claims.bulk.local import local_workers  # noqa: PLC0415 - only what is asked for loads

        return local_workers(work, workers)
    from claims.bulk.dask_runner import dask_workers  # noqa: PLC0415 - as above

    return dask_workers(work, workers=workers, scheduler=scheduler)
