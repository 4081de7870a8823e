"""Whether a host may be asked now, and the wait until it may: pace, breaker, places and the run's end."""

from __future__ import annotations

import asyncio
import resource
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.snapshot import FetchOutcome
from claims.web.attempt import Attempt
from claims.web.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from datetime import datetime

    from claims.web.breaker import Breaker, Open
    from claims.web.limits import Limits
    from claims.web.pace import Pace, Pause
    from claims.web.rates import Turn

TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True)
class Door:
    """Whom a request is for: `pair` is `host:port`, `turn` its share in a host's turns.

    A `free` one is a desk's own and needs no turn.
    """

    pair: str
    turn: Turn
    free: bool


class _Place:
    """A place that is left once, whoever comes first to leave it."""

    def __init__(self, places: asyncio.Semaphore) -> None:
        self._places = places
        self._left = False

    def leave(self) -> None:
        if not self._left:
            self._left = True
            self._places.release()


class Admission:
    """Lets requests through, each in its turn. `ends_at` is the end of the run on the loop's clock."""

    def __init__(
        self, limits: Limits, *, pace: Pace, breaker: Breaker, clock: Callable[[], datetime]
    ) -> None:
        self.pace = pace
        self.breaker = breaker
        self.ends_at: float | None = None
        self._limits = limits
        self._clock = clock
        self._active = asyncio.Semaphore(limits.connections)
        # half of the files that this process may have open; the rest is for everything else
        files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
        most = files // 2 if files != resource.RLIM_INFINITY else limits.open_most
        self._open = asyncio.Semaphore(max(min(limits.open_most, most), 1))

    @asynccontextmanager
    async def admitted(self, door: Door) -> AsyncIterator[Attempt | None]:
        """Wait for the turn of `door`; gives null when it may be asked, else the refusal."""
        async with AsyncExitStack() as stack:
            try:
                async with asyncio.timeout_at(self.ends_at):
                    refusal = await self._enter(door, stack)
            except TimeoutError:
                refusal = _refusal(FetchOutcome.TIMED_OUT, "the time for the whole run is over")
            yield refusal

    def seconds_left(self) -> float | None:
        """Until the end of the run; null when it has none."""
        if self.ends_at is None:
            return None
        return max(self.ends_at - asyncio.get_running_loop().time(), 0.0)

    async def _enter(self, door: Door, stack: AsyncExitStack) -> Attempt | None:
        if refusal := self._broken(door, claim=False):
            return refusal
        longest = self._limits.longest_wait_s
        if door.free:
            await stack.enter_async_context(self._slot())
        else:
            await stack.enter_async_context(self.pace.place(door.turn))
            async with self.pace.turn(door.turn, longest_s=longest) as pause:
                if pause is not None:
                    return self._paused(pause)
                await stack.enter_async_context(self._slot())
        held = self.pace.held(door.turn)  # it may have said so while we waited for a place
        if held.seconds > longest:
            return self._paused(held)
        return self._broken(door, claim=True)

    @asynccontextmanager
    async def _slot(self) -> AsyncIterator[None]:
        """A place among the active answers, given up early by one that turns out to be slow."""
        async with self._open:
            await self._active.acquire()
            place = _Place(self._active)
            early = asyncio.get_running_loop().call_later(self._limits.slow_s, place.leave)
            try:
                yield
            finally:
                early.cancel()
                place.leave()

    def _broken(self, door: Door, *, claim: bool) -> Attempt | None:
        opened = self.breaker.open(door.pair, claim=claim)
        return self._left_alone(opened) if opened else None

    def _paused(self, pause: Pause) -> Attempt:
        when = until(pause.seconds, now=self._clock())
        if pause.status is None:
            why = f"what the host allows is used up until {when}"
        else:
            why = f"the host answered {pause.status} and wants to be left alone until {when}"
        status = pause.status or TOO_MANY_REQUESTS
        return _refusal(FetchOutcome.HTTP_ERROR, why, status=status, retry_at=when)

    def _left_alone(self, opened: Open) -> Attempt:
        when = until(opened.seconds, now=self._clock())
        why = f"the host failed {opened.failures} times in a row, at last: {opened.reason}"
        return _refusal(opened.outcome, why, status=opened.status, retry_at=when)


def _refusal(
    outcome: FetchOutcome, why: str, *, status: int | None = None, retry_at: str | None = None
) -> Attempt:
    return Attempt(status=status, failure=(outcome, f"not asked: {why}"), retry_at=retry_at)
