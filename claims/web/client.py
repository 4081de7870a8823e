"""Asking the web, politely and within bounds: an address in, an Exchange out.

The only class that other rooms need. What the web does is never an exception.
"""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self
from urllib.parse import urlencode

from claims.model.exchange import header
from claims.web.addresses import (
    REDIRECTS,
    allowed_pair,
    authority,
    host_of,
    redirect_target,
    web_address,
)
from claims.web.admission import Admission, Door
from claims.web.asking import ACCEPT, FORM, Asking
from claims.web.attempt import Allowance, Attempt, attempt
from claims.web.breaker import Breaker
from claims.web.failures import RETRIED
from claims.web.guard import AddressRefusedError, GuardedBackend
from claims.web.journey import Journey
from claims.web.ledger import FileLedger
from claims.web.limits import Limits
from claims.web.pace import Pace
from claims.web.pool import PooledTransport
from claims.web.rates import OTHERS, Turn, at_interval, turn_of
from claims.web.robots import Robots
from claims.web.user_agent import names_contact, sendable
from claims.web.waiting import retry_after_s, until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path
    from types import TracebackType

    from claims.model.exchange import Conditions, Exchange
    from claims.web.http import httpx

BUSY = frozenset({502, 503, 504})
TOLD_TO_WAIT = frozenset({429, 503})
TOO_MANY_REQUESTS = 429
UNSTATED_PAUSE_S = 30.0
"""A host that answers 429 without saying for how long is left alone for so long."""


def utc_now() -> datetime:
    """The time of day, for captures."""
    return datetime.now(UTC)


class Fetcher:
    """One HTTP client with its guard, pace and robots rules. Use as an async context manager.

    `allow_hosts` are `host:port` pairs (a desk's own machines, loopback servers) that may be asked
    although their address is private, and without a pause. `turns` is a folder by which all processes
    that share it take turns. `transport` stands in for sockets and guard alone. `clock` gives the
    time of captures. `keep_rules` is told of every answer to a request for robots.txt.
    """

    def __init__(  # noqa: PLR0913 - what a desk can choose, each by name
        self,
        *,
        user_agent: str,
        allow_hosts: frozenset[str] = frozenset(),
        transport: httpx.AsyncBaseTransport | None = None,
        limits: Limits | None = None,
        turns: Path | None = None,
        clock: Callable[[], datetime] = utc_now,
        keep_rules: Callable[[Exchange], Awaitable[None]] | None = None,
    ) -> None:
        self._limits = limits or Limits()
        self._allow = frozenset(allowed_pair(pair) for pair in allow_hosts)
        self._clock = clock
        self._transport = transport or PooledTransport(
            GuardedBackend(allow=self._allow), connect_s=self._limits.connect_s
        )
        self._agent = sendable(user_agent)
        self._contact = names_contact(self._agent)
        self._robots = Robots(agent=user_agent.partition("/")[0], fetch=self._rules_of)
        self._keep_rules = keep_rules
        self._large = asyncio.Semaphore(self._limits.large_at_once)
        self._admission = Admission(
            self._limits,
            pace=Pace(
                clock=time.time if turns else asyncio_clock,
                sleep=asyncio.sleep,
                ledger=FileLedger(turns) if turns else None,
            ),
            breaker=Breaker(after=self._limits.failures, clock=asyncio_clock),
            clock=clock,
        )
        self._open = False

    async def __aenter__(self) -> Self:
        await self._transport.__aenter__()
        self._open = True
        if self._limits.run_s is not None:
            self._admission.ends_at = asyncio_clock() + self._limits.run_s
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open = False
        await self._transport.__aexit__(kind, error, trace)

    async def get(  # noqa: PLR0913 - the door of the room; what is left out has its usual meaning
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        accept: str = ACCEPT,
        robots: bool = True,
        headers: Mapping[str, str] | None = None,
        conditions: Conditions | None = None,
    ) -> Exchange:
        """Ask for `url`, following redirects, and say what came of it; never raises for that.

        `robots=False` is for interfaces that are made for programs, not for pages. `headers` (a key,
        say) go to the origin of `url` and are not taken along to another. With `conditions` the answer
        may be that the page has not changed: `Exchange.not_modified`.
        """
        asking = Asking(accept=accept, robots=robots, headers=headers or {}, conditions=conditions)
        return await self._fetch(url, params, asking)

    async def post(
        self, url: str, *, form: Mapping[str, str], accept: str, headers: Mapping[str, str]
    ) -> Exchange:
        """Send a form to the interface at `url`, once: no second try, and a redirect is the answer."""
        asking = Asking(
            method="POST",
            accept=accept,
            robots=False,
            headers={**headers, "Content-Type": FORM},
            content=urlencode(form).encode(),
        )
        return await self._fetch(url, None, asking)

    async def _fetch(self, url: str, params: Mapping[str, str] | None, asking: Asking) -> Exchange:
        journey = Journey(url=url, clock=self._clock, limits=self._limits, method=asking.method)
        try:
            first = address = web_address(url, params=params)
            while True:
                made = await self._visit(address, journey, asking.at(address, first))
                location = header(made.headers, "location")
                if made.failure or made.status not in REDIRECTS or location is None:
                    return journey.ended(made)
                if not asking.repeatable:
                    return journey.ended(made)
                if len(journey.hops) >= self._limits.redirects:
                    return journey.lost(made)
                journey.went_on(made)
                address = redirect_target(address, location)
        except AddressRefusedError as error:
            return journey.refused(str(error))

    async def _visit(self, address: httpx.URL, journey: Journey, asking: Asking) -> Attempt:
        """One hop: may we, is it our turn, what is the answer."""
        journey.at_address(str(address))
        door = self._door(address, asking)
        if asking.robots:
            origin = f"{address.scheme}://{address.netloc.decode()}"
            ruling = await self._robots.ruling(origin, str(address))
            if ruling.delay_s:
                self._admission.pace.slow(door.turn, ruling.delay_s)
            if ruling.outcome is not None:
                return Attempt(failure=(ruling.outcome, ruling.reason), retry_at=ruling.retry_at)
        tries = self._limits.retries if asking.repeatable else 0
        for left in range(tries, -1, -1):
            made = await self._ask(address, door, journey, asking)
            if not left or not self._worth_another(door, made):
                break
            asked_for = self._admission.pace.held(door.turn).seconds
            await self._sleep(max(self._limits.back_off_s, asked_for))
        return made

    async def _ask(
        self, address: httpx.URL, door: Door, journey: Journey, asking: Asking
    ) -> Attempt:
        """One request in its turn, its time counted against the journey's deadline."""
        if not self._open:
            raise RuntimeError("a Fetcher is used inside 'async with'")
        request = asking.request(address, agent=self._agent)
        async with self._admission.admitted(door) as refusal:
            if refusal is not None:
                return refusal
            journey.asked(conditional=asking.conditional(address))
            began = asyncio_clock()
            made: Attempt | None = None
            try:
                made = await attempt(self._transport, request, self._allowance(journey))
            finally:
                self._admission.breaker.note(door.pair, made)
            took = asyncio_clock() - began
        journey.took(took, made)
        self._admission.pace.answered(door.turn, took)
        if made.status in TOLD_TO_WAIT:
            self._hold(door, made, made.status)
        return made

    def _hold(self, door: Door, made: Attempt, status: int) -> None:
        pause = retry_after_s(header(made.headers, "retry-after"), now=self._clock())
        if pause is None and status == TOO_MANY_REQUESTS:
            pause = UNSTATED_PAUSE_S
        if pause is not None:
            self._admission.pace.hold(door.turn, pause, status=status)
            made.retry_at = until(pause, now=self._clock())

    def _allowance(self, journey: Journey) -> Allowance:
        left = self._admission.seconds_left()
        seconds = journey.seconds_left if left is None else min(journey.seconds_left, left)
        return Allowance(journey.bytes_left, seconds, self._limits.large_bytes, self._large)

    def _door(self, address: httpx.URL, asking: Asking) -> Door:
        pair = authority(address)
        if pair in self._allow:
            return Door(pair, Turn(pair, OTHERS), free=True)
        turn = turn_of(
            host_of(address),
            address.path,
            contact=self._contact,
            key=asking.shows_key(address),
        )
        if self._limits.interval_s is not None:
            turn = at_interval(turn, self._limits.interval_s)
        return Door(pair, turn, free=False)

    def _worth_another(self, door: Door, made: Attempt) -> bool:
        if made.http_version is None:
            return isinstance(made.error, RETRIED)
        wait = self._admission.pace.held(door.turn).seconds
        return made.status in BUSY and wait <= self._limits.longest_wait_s

    async def _sleep(self, seconds: float) -> None:
        left = self._admission.seconds_left()
        await asyncio.sleep(seconds if left is None else min(seconds, left))

    async def _rules_of(self, url: str) -> Exchange:
        exchange = await self.get(url, accept="text/plain, */*;q=0.5", robots=False)
        if self._keep_rules is not None and exchange.http_version is not None:
            await self._keep_rules(exchange)
        return exchange


def asyncio_clock() -> float:
    """Seconds on the running loop's clock."""
    return asyncio.get_running_loop().time()
