"""The network for one run of a command: opened at the first request, closed at the end."""

from __future__ import annotations

import asyncio
import math
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar

from claims import __version__
from claims.archive.queue import WriteQueue
from claims.archive.writer import WarcArchive
from claims.model.errors import BadSetting
from claims.model.secret import Secret, hidden, revealed
from claims.steps.keep_exchange import keep_rules
from claims.web.asking import ACCEPT
from claims.web.client import Fetcher
from claims.web.limits import Limits
from claims.web.user_agent import user_agent

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping
    from types import TracebackType

    from claims.archive.writer import Placed
    from claims.model.exchange import Conditions, Exchange
    from claims.sources.provider import Request
    from claims.steps.edges import Edges

T = TypeVar("T")

TURNS = ".turns"
"""Beside the archive: by what stands there all processes of one database take turns."""


class WebSession:
    """One event loop, one client and one archive, shared by all requests of a command."""

    def __init__(self, edges: Edges) -> None:
        self._edges = edges
        self._deadline = _seconds(edges.settings.deadline)
        self._stack = ExitStack()
        self._runner: asyncio.Runner | None = None
        self._fetcher: Fetcher | None = None
        self._archive: WarcArchive | None = None
        self._queue: WriteQueue | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._runner and self._queue:
            self._runner.run(self._queue.__aexit__(None, None, None))
        if self._runner and self._fetcher:
            self._runner.run(self._fetcher.__aexit__(None, None, None))
        self._stack.close()

    @property
    def archive(self) -> WarcArchive:
        """The archive, opened (and its tail repaired) at first use."""
        if self._archive is None:
            self._archive = WarcArchive(self._edges.archive, software=f"citetrail/{__version__}")
        return self._archive

    async def keep(self, exchange: Exchange, **options: Any) -> Placed:
        """As `WarcArchive.append`: the place, once it is on disk. Those who wait share one sync."""
        if self._queue is None:
            self._queue = await WriteQueue(self.archive).__aenter__()
        return await self._queue.keep(exchange, **options)

    async def get(  # noqa: PLR0913 - as Fetcher.get
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        accept: str = ACCEPT,
        robots: bool = True,
        headers: Mapping[str, str] | None = None,
        conditions: Conditions | None = None,
    ) -> Exchange:
        """Ask for an address, as `Fetcher.get` does."""
        fetcher = await self.fetcher()
        return await fetcher.get(
            url,
            params=params,
            accept=accept,
            robots=robots,
            headers=headers,
            conditions=conditions,
        )

    async def post(
        self, url: str, *, form: Mapping[str, str], headers: Mapping[str, str]
    ) -> Exchange:
        """Send a form to an interface, once."""
        fetcher = await self.fetcher()
        return await fetcher.post(url, form=form, accept="application/json", headers=headers)

    async def ask(self, request: Request) -> tuple[Exchange, bool]:
        """Put a provider's request; the exchange without its keys, and whether the answer repeats one.

        An API is meant for programs: its host's robots.txt is about crawling pages.
        """
        fetcher = await self.fetcher()
        exchange = await fetcher.get(
            request.url,
            params={name: revealed(value) for name, value in request.params.items()} or None,
            accept=request.accept,
            robots=False,
            headers={name: revealed(value) for name, value in request.headers.items()},
        )
        values = (*request.params.values(), *request.headers.values())
        return hidden(exchange, [v.reveal() for v in values if isinstance(v, Secret)])

    async def fetcher(self) -> Fetcher:
        """The client, opened at first use."""
        if self._fetcher is None:
            self._fetcher = await Fetcher(
                user_agent=user_agent(self._edges.settings.contact, version=__version__),
                allow_hosts=own_pairs(self._edges.settings.allow_hosts),
                transport=self._edges.transport,
                limits=Limits(run_s=self._deadline),
                turns=self._edges.archive / TURNS,
                keep_rules=partial(keep_rules, self._edges, self),
            ).__aenter__()
        return self._fetcher

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for `work`."""
        if self._runner is None:
            self._runner = self._stack.enter_context(asyncio.Runner())
            self._runner.get_loop().set_exception_handler(_tell_faults)
        return self._runner.run(work)


def _tell_faults(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Leave out the tasks that nobody waits for because the program was told to end."""
    if not isinstance(context.get("exception"), SystemExit | KeyboardInterrupt):
        loop.default_exception_handler(context)


def _seconds(setting: str) -> float | None:
    if not setting.strip():
        return None
    try:
        seconds = float(setting)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise BadSetting(f"the setting deadline takes a number of seconds, not {setting!r}")
    return seconds


def own_pairs(listed: str) -> frozenset[str]:
    """The host:port pairs of a setting that lists the desk's own machines."""
    return frozenset(pair.strip().lower() for pair in listed.split(",") if pair.strip())
