"""Whose turn it is: requests to one host follow one another at a pace, and wait when it says so.

Clock and sleep are handed in. The clock counts seconds from any beginning and never goes back.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

SLOWEST_S = 10.0
"""A robots.txt may ask for this much between two requests, and no more is granted."""


@dataclass(slots=True)
class _Host:
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_at: float = 0.0
    held_until: float = 0.0
    held_by: int = 0
    slowed_s: float = 0.0


class Pace:
    """Per-host turns: `interval_s` seconds apart, unless `intervals` names the host."""

    def __init__(
        self,
        *,
        interval_s: float,
        intervals: Mapping[str, float],
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._interval_s = interval_s
        self._intervals = intervals
        self._clock = clock
        self._sleep = sleep
        self._hosts: dict[str, _Host] = {}

    async def turn(self, host: str, *, longest_s: float) -> None:
        """Wait until `host` may be asked. A pause it asked for is waited out up to `longest_s`."""
        state = self._state(host)
        async with state.turn:
            while (wait := self._wait(state, longest_s)) > 0:
                await self._sleep(wait)
            state.next_at = self._clock() + self._interval(host, state)

    def hold(self, host: str, seconds: float, *, status: int) -> None:
        """Keep everyone away from `host`, which answered `status` and asked for so long a pause."""
        state = self._state(host)
        state.held_until = max(state.held_until, self._clock() + seconds)
        state.held_by = status

    def held(self, host: str) -> tuple[float, int]:
        """Seconds that `host` still wants to be left alone, and the status by which it said so."""
        state = self._state(host)
        return max(0.0, state.held_until - self._clock()), state.held_by

    def slow(self, host: str, seconds: float) -> None:
        """Leave at least so much between two requests to `host`, as its robots.txt asks."""
        self._state(host).slowed_s = min(seconds, SLOWEST_S)

    def _state(self, host: str) -> _Host:
        return self._hosts.setdefault(host, _Host())

    def _interval(self, host: str, state: _Host) -> float:
        return max(self._intervals.get(host, self._interval_s), state.slowed_s)

    def _wait(self, state: _Host, longest_s: float) -> float:
        now = self._clock()
        held = state.held_until - now
        return max(state.next_at - now, held if held <= longest_s else 0.0)
