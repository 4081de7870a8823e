"""Asking the web, politely and within bounds: an address in, an Exchange out.

The only class that other rooms need. What the web does is never an exception.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from claims.model.exchange import header
from claims.model.snapshot import FetchOutcome
from claims.web.addresses import REDIRECTS, authority, redirect_target, web_address
from claims.web.attempt import Attempt, attempt
from claims.web.failures import RETRIED
from claims.web.guard import AddressRefusedError, GuardedBackend
from claims.web.http import guarded_transport, httpx
from claims.web.journey import Journey
from claims.web.limits import Limits
from claims.web.pace import Pace
from claims.web.robots import Robots
from claims.web.waiting import retry_after_s, until

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType

    from claims.model.exchange import Exchange

ACCEPT = "text/html, application/xhtml+xml, application/pdf, text/plain, */*;q=0.5"
ACCEPT_ENCODING = "gzip, br"
BUSY = frozenset({502, 503, 504})
TOLD_TO_WAIT = frozenset({429, 503})


def utc_now() -> datetime:
    """The time of day, for captures."""
    return datetime.now(UTC)


class Fetcher:
    """One HTTP client with its guard, pace and robots rules. Use as an async context manager.

    `allow_hosts` are `host:port` pairs (a desk's own machines, loopback servers) that may be asked
    although their address is private, and without a pause. `transport` stands in for sockets and
    guard alone. `clock` gives the time of captures.
    """

    def __init__(
        self,
        *,
        user_agent: str,
        allow_hosts: frozenset[str] = frozenset(),
        transport: httpx.AsyncBaseTransport | None = None,
        limits: Limits | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._limits = limits or Limits()
        self._allow = frozenset(pair.strip().lower() for pair in allow_hosts)
        self._clock = clock
        self._transport = transport or guarded_transport(
            GuardedBackend(allow=self._allow), connections=self._limits.connections
        )
        self._headers = {"User-Agent": _sendable(user_agent), "Accept-Encoding": ACCEPT_ENCODING}
        self._robots = Robots(agent=user_agent.partition("/")[0], fetch=self._rules_of)
        self._slots = asyncio.Semaphore(self._limits.connections)
        self._pace = Pace(
            interval_s=self._limits.interval_s,
            intervals=self._limits.intervals,
            clock=asyncio_clock,
            sleep=asyncio.sleep,
        )
        self._open = False

    async def __aenter__(self) -> Self:
        await self._transport.__aenter__()
        self._open = True
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open = False
        await self._transport.__aexit__(kind, error, trace)

    async def get(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        accept: str = ACCEPT,
        robots: bool = True,
        headers: Mapping[str, str] | None = None,
    ) -> Exchange:
        """Ask for `url`, following redirects, and say what came of it; never raises for that.

        `robots=False` is for interfaces that are made for programs, not for pages. `headers` (keys,
        tokens) go to the origin of `url` alone: a redirect elsewhere is followed without them.
        """
        journey = Journey(url=url, clock=self._clock, body_bytes=self._limits.body_bytes)
        try:
            address = web_address(url, params=params)
            home = (address.scheme, authority(address))
            while True:
                at_home = (address.scheme, authority(address)) == home
                sent = {"Accept": accept, **((headers or {}) if at_home else {})}
                made = await self._visit(address, journey, sent=sent, robots=robots)
                location = header(made.headers, "location")
                if made.failure or made.status not in REDIRECTS or location is None:
                    return journey.ended(made)
                if len(journey.hops) >= self._limits.redirects:
                    return journey.lost(made, self._limits.redirects)
                journey.went_on(made)
                address = redirect_target(address, location)
        except AddressRefusedError as error:
            return journey.refused(str(error))

    async def _visit(
        self, address: httpx.URL, journey: Journey, *, sent: Mapping[str, str], robots: bool
    ) -> Attempt:
        """One hop: may we, is it our turn, what is the answer."""
        journey.at_address(str(address))
        pair = authority(address)
        if robots:
            origin = f"{address.scheme}://{pair}"
            ruling = await self._robots.ruling(origin, str(address))
            if ruling.delay_s:
                self._pace.slow(address.host, ruling.delay_s)
            if ruling.outcome is not None:
                return Attempt(failure=(ruling.outcome, ruling.reason))
        for left in range(self._limits.retries, -1, -1):
            made = await self._ask(address, journey, sent=sent)
            if not left or not self._worth_another(address.host, made):
                break
            asked_for, _ = self._pace.held(address.host)
            await asyncio.sleep(max(self._limits.back_off_s, asked_for))
        return made

    async def _ask(
        self, address: httpx.URL, journey: Journey, *, sent: Mapping[str, str]
    ) -> Attempt:
        """One request in its turn, its time counted against the journey's deadline."""
        if not self._open:
            raise RuntimeError("a Fetcher is used inside 'async with'")
        timeout = httpx.Timeout(self._limits.deadline_s, connect=self._limits.connect_s)
        request = httpx.Request(
            "GET",
            address,
            headers={**self._headers, **sent},
            extensions={"timeout": timeout.as_dict()},
        )
        if authority(address) not in self._allow:
            await self._pace.turn(address.host, longest_s=self._limits.longest_wait_s)
        async with self._slots:
            wait, status = self._pace.held(address.host)
            if wait > self._limits.longest_wait_s:
                return _held_off(status, until(wait, now=self._clock()))
            journey.asked()
            began = asyncio_clock()
            made = await attempt(
                self._transport,
                request,
                wire_bytes=self._limits.wire_bytes,
                seconds=max(self._limits.deadline_s - journey.spent_s, 0.0),
            )
            journey.spent_s += asyncio_clock() - began
        pause = retry_after_s(header(made.headers, "retry-after"), now=self._clock())
        if pause is not None and made.status in TOLD_TO_WAIT:
            self._pace.hold(address.host, pause, status=made.status)
            journey.told_to_wait(until(pause, now=self._clock()))
        return made

    def _worth_another(self, host: str, made: Attempt) -> bool:
        if made.http_version is None:
            return isinstance(made.error, RETRIED)
        wait, _ = self._pace.held(host)
        return made.status in BUSY and wait <= self._limits.longest_wait_s

    async def _rules_of(self, url: str) -> Exchange:
        return await self.get(url, accept="text/plain, */*;q=0.5", robots=False)


def _held_off(status: int, until_when: str) -> Attempt:
    reason = f"not asked: the host answered {status} and wants to be left alone until {until_when}"
    return Attempt(status=status, failure=(FetchOutcome.HTTP_ERROR, reason))


def _sendable(text: str) -> str:
    # a header takes one line of ASCII; whoever configured the text may not know
    return " ".join(text.split()).encode("ascii", "replace").decode("ascii")


def asyncio_clock() -> float:
    """Seconds on the running loop's clock."""
    return asyncio.get_running_loop().time()
