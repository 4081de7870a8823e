"""The network for one run of a command: opened at the first request, closed at the end."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Self, TypeVar

from claims import __version__
from claims.archive.writer import WarcArchive
from claims.model.secret import Secret, hidden, revealed
from claims.web.client import ACCEPT, Fetcher
from claims.web.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Coroutine, Mapping
    from types import TracebackType

    from claims.model.exchange import Exchange
    from claims.sources.provider import Request
    from claims.steps.edges import Edges

T = TypeVar("T")


class WebSession:
    """One event loop, one client and one archive, shared by all requests of a command."""

    def __init__(self, edges: Edges, *, intervals: Mapping[str, float] | None = None) -> None:
        """`intervals` are seconds between two requests, for hosts that publish a limit."""
        self._edges = edges
        self._intervals = intervals or {}
        self._stack = ExitStack()
        self._runner: asyncio.Runner | None = None
        self._fetcher: Fetcher | None = None
        self._archive: WarcArchive | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._runner and self._fetcher:
            self._runner.run(self._fetcher.__aexit__(None, None, None))
        self._stack.close()

    @property
    def archive(self) -> WarcArchive:
        """The archive, opened (and its tail repaired) at first use."""
        if self._archive is None:
            self._archive = WarcArchive(self._edges.archive, software=f"citetrail/{__version__}")
        return self._archive

    async def get(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        accept: str = ACCEPT,
        robots: bool = True,
    ) -> Exchange:
        """Ask for an address, with a client opened at first use."""
        fetcher = await self._opened()
        return await fetcher.get(url, params=params, accept=accept, robots=robots)

    async def ask(self, request: Request) -> tuple[Exchange, bool]:
        """Put a provider's request; the exchange without its keys, and whether the answer repeats one.

        An API is meant for programs: its host's robots.txt is about crawling pages.
        """
        fetcher = await self._opened()
        exchange = await fetcher.get(
            request.url,
            params={name: revealed(value) for name, value in request.params.items()} or None,
            accept=request.accept,
            robots=False,
            headers={name: revealed(value) for name, value in request.headers.items()},
        )
        values = (*request.params.values(), *request.headers.values())
        return hidden(exchange, [v.reveal() for v in values if isinstance(v, Secret)])

    async def _opened(self) -> Fetcher:
        if self._fetcher is None:
            self._fetcher = await Fetcher(
                user_agent=user_agent(self._edges.settings.contact),
                allow_hosts=_pairs(self._edges.settings.allow_hosts),
                transport=self._edges.transport,
                limits=Limits(intervals=self._intervals),
            ).__aenter__()
        return self._fetcher

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for `work`."""
        if self._runner is None:
            self._runner = self._stack.enter_context(asyncio.Runner())
        return self._runner.run(work)


def user_agent(contact: str) -> str:
    """The name we go by: client, version, how to reach us, library (Wikimedia User-Agent policy)."""
    return f"citetrail/{__version__} ({contact or 'no contact configured'}) httpx"


def _pairs(listed: str) -> frozenset[str]:
    return frozenset(pair.strip().lower() for pair in listed.split(",") if pair.strip())
