"""Shards to the workers of a Dask cluster: one that is there, or one of this machine for this run.

Each worker of the cluster keeps reading processes of its own (`fenced_reader`), so that a document that
kills a process costs no worker. Dask is an optional part: it is imported here alone, and late.
"""

from __future__ import annotations

import logging
import signal
import threading
import warnings
from contextlib import ExitStack, contextmanager, suppress
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING, Any

from claims.bulk.fenced_reader import Readers
from claims.bulk.local import cores
from claims.bulk.runner import IN_HAND
from claims.bulk.work import Hello, Made
from claims.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.bulk.work import Shard, Work

CONNECTING = 10.0
"""Seconds in which a scheduler must answer."""

RETRIES = 2
"""Times that a shard is begun anew when the worker that had it is gone."""

MISSING = "--engine dask needs Dask, which is not installed; run: pip install 'citetrail[bulk]'"

_OF_THIS_WORKER: dict[Work, Readers] = {}
_LOCK = threading.Lock()


def _readers(work: Work) -> Readers:
    """The readers that this worker of the cluster keeps for `work`."""
    with _LOCK:
        return _OF_THIS_WORKER.setdefault(work, Readers(work))


def read_there(work: Work, shard: Shard) -> Made:
    """Read a shard, in a worker of the cluster."""
    return _readers(work).read(shard)


def hello_there(work: Work) -> Hello:
    """By what a worker of the cluster works; a problem is a value here, as errors change on their way."""
    try:
        return _readers(work).hello()
    except UserError as why:
        return Hello(problem=str(why))


def close_there(work: Work) -> None:
    """End the reading processes of a worker of the cluster."""
    with _LOCK:
        readers = _OF_THIS_WORKER.pop(work, None)
    if readers is not None:
        readers.close()


class DaskRunner:
    """A client of a cluster."""

    def __init__(self, client: Any, work: Work) -> None:
        self._client = client
        self._work = work

    @property
    def workers(self) -> int:
        """How many the cluster has now."""
        return sum(self._client.nthreads().values())

    def hello(self) -> Hello:
        """By what the cluster's workers work. Raises UserError when one cannot begin."""
        try:
            said = self._client.run(hello_there, self._work)
        except Exception as why:  # noqa: BLE001 - whatever a cluster raises, in one line
            raise UserError(
                f"the cluster's workers cannot begin: {_line(why)}; is the same citetrail there?"
            ) from None
        greetings: set[Hello] = set(said.values())
        for hello in greetings:
            if hello.problem is not None:
                raise UserError(f"a worker of the cluster cannot begin: {hello.problem}")
        if len(greetings) != 1:
            shown = ", ".join(sorted(f"{h.version} with {h.engine}" for h in greetings))
            raise UserError(f"the cluster's workers differ ({shown or 'there are none'})")
        return greetings.pop()

    def run(self, shards: Iterable[Shard]) -> Iterator[Made]:
        """The shards as they get made; one whose workers go again and again has a problem."""
        from distributed import as_completed  # noqa: PLC0415 - optional

        ours: dict[str, str] = {}
        coming = as_completed(loop=self._client.loop)
        for shard in shards:
            self._submit(shard, coming, ours)
            if coming.count() >= IN_HAND * max(1, self.workers):
                yield self._next(coming, ours)
        while coming.count():
            yield self._next(coming, ours)

    def close(self) -> None:
        """End what was started in the workers of the cluster."""
        with suppress(Exception):  # a cluster that is gone has nothing to be ended
            self._client.run(close_there, self._work)

    def _submit(self, shard: Shard, coming: Any, ours: dict[str, str]) -> None:
        future = self._client.submit(read_there, self._work, shard, retries=RETRIES, pure=False)
        ours[future.key] = shard.id
        coming.add(future)

    def _next(self, coming: Any, ours: dict[str, str]) -> Made:
        future = next(coming)
        shard = ours.pop(future.key)
        try:
            made: Made = future.result()
        except Exception as why:  # noqa: BLE001 - whatever a cluster does is a value
            made = Made(shard, problem=f"the cluster could not read it: {_line(why)}")
        future.release()
        return made


def _line(why: Exception) -> str:
    return " ".join(f"{type(why).__name__}: {why}".split())[:300]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep Ctrl-C from what is started meanwhile: it is told to all, and for this one to act on."""
    resource_tracker.ensure_running()  # here, because starting it lets the signal through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def dask_workers(
    work: Work, *, workers: int, scheduler: str | None, connecting: float = CONNECTING
) -> Iterator[DaskRunner]:
    """The workers of the cluster at `scheduler`, or so many of this machine; 0: one a core.

    Raises UserError when Dask is not installed, or no scheduler answers within `connecting` seconds.
    """
    try:
        from distributed import Client, LocalCluster  # noqa: PLC0415 - optional
    except ImportError:
        raise UserError(MISSING) from None
    with ExitStack() as stack:
        address = scheduler
        # What matters is a value here; Dask tells of slow disks, and of shards for being large
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore", UserWarning)
        if address is None:
            with _undisturbed():
                cluster = LocalCluster(
                    n_workers=workers or cores(),
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address=None,
                    host="127.0.0.1",
                    silence_logs=logging.CRITICAL,
                    env={"PYTHONWARNINGS": "ignore"},
                )
            stack.enter_context(cluster)
            address = cluster.scheduler_address
        try:
            client = stack.enter_context(Client(address, timeout=connecting, set_as_default=False))
        except (OSError, ValueError) as why:
            raise UserError(f"no Dask scheduler answers at {address}: {_line(why)}") from None
        runner = DaskRunner(client, work)
        stack.callback(runner.close)
        yield runner
