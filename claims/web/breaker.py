"""Hosts that fail again and again are left alone for a while: a circuit breaker for each.

Closed, it lets everybody through. After `after` failures in a row it opens: nobody asks. When the pause
is over one request may try (half open); its success closes the breaker, its failure doubles the pause.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.snapshot import FetchOutcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.web.attempt import Attempt

FIRST_PAUSE_S = 60.0
LONGEST_PAUSE_S = 900.0
SERVER_ERRORS = range(500, 600)

HOST_FAILURES = frozenset(
    {FetchOutcome.UNREACHABLE, FetchOutcome.TIMED_OUT, FetchOutcome.BAD_RESPONSE}
)
"""Outcomes that speak against the host and not against one page of it."""


@dataclass(frozen=True, slots=True)
class Open:
    """Why a host is not asked, and for how many seconds more."""

    seconds: float
    failures: int
    outcome: FetchOutcome
    reason: str
    status: int | None


@dataclass(slots=True)
class _State:
    failures: int = 0
    open_until: float = 0.0
    pause_s: float = FIRST_PAUSE_S
    trying: bool = False
    last: tuple[FetchOutcome, str, int | None] | None = None


class Breaker:
    """The breakers of all hosts, by `host:port`. `clock` counts seconds and never goes back."""

    def __init__(self, *, after: int, clock: Callable[[], float]) -> None:
        self._after = after
        self._clock = clock
        self._hosts: dict[str, _State] = {}

    def open(self, pair: str, *, claim: bool) -> Open | None:
        """Why `pair` may not be asked now; null lets the caller through.

        Whoever claims the way through must then tell `note` what came of it.
        """
        state = self._hosts.get(pair)
        if state is None or state.last is None or state.failures < self._after:
            return None
        left = state.open_until - self._clock()
        if left <= 0 and not state.trying:
            state.trying = claim
            return None
        return Open(max(left, 0.0), state.failures, *state.last)

    def note(self, pair: str, made: Attempt | None) -> None:
        """What came of a request that was let through; null when it was given up before an answer."""
        state = self._hosts.get(pair)
        failed = _against_the_host(made) if made is not None else None
        if state is not None:
            state.trying = False
        if made is None:
            return
        if failed is None:
            self._hosts.pop(pair, None)
            return
        state = self._hosts.setdefault(pair, _State())
        state.failures += 1
        state.last = failed
        if state.failures >= self._after:
            if state.failures > self._after and self._clock() >= state.open_until:
                state.pause_s = min(2 * state.pause_s, LONGEST_PAUSE_S)
            state.open_until = max(state.open_until, self._clock() + state.pause_s)


def _against_the_host(made: Attempt) -> tuple[FetchOutcome, str, int | None] | None:
    if made.failure is not None and made.failure[0] in HOST_FAILURES:
        return (*made.failure, made.status)
    if made.status in SERVER_ERRORS:
        return FetchOutcome.HTTP_ERROR, f"answered {made.status}", made.status
    return None
