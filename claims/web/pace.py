"""Whose turn it is: requests to one host follow one another at its rate, and wait when it says so.

Clock and sleep are handed in. The clock counts seconds from any beginning; with a ledger in files it is
the system's, which may be set back: a time further ahead than anybody could have meant does not count.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claims.web.ledger import Entry, MemoryLedger
from claims.web.rates import SLOW_S

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from claims.web.ledger import Ledger
    from claims.web.rates import Rate, Turn

SLOWEST_S = 10.0
"""A robots.txt may ask for this much between two requests, and no more is granted."""

LONGEST_TURN_S = 60.0
"""The next turn by a host's stated rate is waited for so long; a used-up hour or day is told."""

INSTANT_S = 0.001
"""Less than this is no wait: a clock may round, and then never get there."""

LONGEST_PAUSE_S = 7 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Pause:
    """A host is not asked for `seconds`: because it answered `status`, or by its stated rate (null)."""

    seconds: float
    status: int | None


@dataclass(slots=True)
class _Host:
    places: asyncio.Semaphore
    seen: Entry = field(default_factory=Entry)
    queue: asyncio.Lock = field(default_factory=asyncio.Lock)
    slowed_s: float = 0.0


class Pace:
    """Turns by the name of a `Turn`, shared by all who hold this pace or its ledger."""

    def __init__(
        self,
        *,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
        ledger: Ledger | None = None,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._ledger = ledger or MemoryLedger()
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def place(self, turn: Turn) -> AsyncIterator[None]:
        """One of the places for open requests to a host."""
        async with self._host(turn).places:
            yield

    @asynccontextmanager
    async def turn(self, turn: Turn, *, longest_s: float) -> AsyncIterator[Pause | None]:
        """Wait for a turn and take it; or give the pause that is too long to wait for, and take none.

        A pause that the host asked for is waited out up to `longest_s`. Inside the context nobody
        else gets a turn; what is sent at its end counts from then, whatever it had to wait for.
        """
        host = self._host(turn)
        async with host.queue:
            while True:
                wait, pause = self._take(turn, host.slowed_s, longest_s)
                if pause is not None or wait <= INSTANT_S:
                    break
                await self._sleep(wait)
            taken_at = self._clock()
            yield pause
            if pause is None and self._clock() - taken_at > INSTANT_S:
                with self._ledger.entry(turn.name) as entry:
                    entry.next_at = self._clock() + max(turn.rate.interval_s, host.slowed_s)

    def hold(self, turn: Turn, seconds: float, *, status: int) -> None:
        """Keep everyone away from a host that answered `status` and asked for so long a pause."""
        with self._ledger.entry(turn.name) as entry:
            entry.held_until = max(entry.held_until, self._clock() + seconds)
            entry.held_by = status
            self._host(turn).seen = entry

    def held(self, turn: Turn) -> Pause:
        """How long a host still wants to be left alone, as far as this process knows, and by which status."""
        seen = self._host(turn).seen
        return Pause(self._held_s(seen), seen.held_by)

    def slow(self, turn: Turn, seconds: float) -> None:
        """Leave at least so much between two requests to a host, as its robots.txt asks."""
        self._host(turn).slowed_s = min(seconds, SLOWEST_S)

    def answered(self, turn: Turn, seconds: float) -> None:
        """Note that an answer took so long: some hosts want a pause after a slow one."""
        if seconds > SLOW_S and turn.rate.after_slow_s:
            with self._ledger.entry(turn.name) as entry:
                entry.next_at = max(entry.next_at, self._clock() + turn.rate.after_slow_s)

    def _host(self, turn: Turn) -> _Host:
        if turn.name not in self._hosts:
            self._hosts[turn.name] = _Host(asyncio.Semaphore(turn.rate.at_once))
        return self._hosts[turn.name]

    def _take(self, turn: Turn, slowed_s: float, longest_s: float) -> tuple[float, Pause | None]:
        """The seconds to wait, none when the turn was taken, or the pause that is too long."""
        rate = turn.rate
        with self._ledger.entry(turn.name) as entry:
            self._host(turn).seen = entry
            now = self._clock()
            interval = max(rate.interval_s, slowed_s)
            held = self._held_s(entry)
            if held > longest_s:
                return 0.0, Pause(held, entry.held_by)
            ahead = entry.next_at - now
            wait = max(ahead if ahead <= max(interval, rate.after_slow_s) else 0.0, held)
            full = _until_room(entry, rate, now)
            if full > LONGEST_TURN_S:
                return 0.0, Pause(full, None)
            wait = max(wait, full)
            if wait <= INSTANT_S:
                entry.next_at = now + interval
                if rate.windows:
                    entry.taken.append(now)
            return wait, None

    def _held_s(self, entry: Entry) -> float:
        held = entry.held_until - self._clock()
        return held if 0.0 < held <= LONGEST_PAUSE_S else 0.0


def _until_room(entry: Entry, rate: Rate, now: float) -> float:
    """Seconds until every window of `rate` has room for one more request."""
    longest = max((seconds for _, seconds in rate.windows), default=0.0)
    entry.taken = [at for at in entry.taken if now - longest < at <= now]
    wait = 0.0
    for count, seconds in rate.windows:
        within = [at for at in entry.taken if at > now - seconds]
        if len(within) >= count:
            wait = max(wait, within[-count] + seconds - now)
    return wait
