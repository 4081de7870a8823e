"""How a link stands to the time of the next look at it.

Weekly while it answers, daily while it is in doubt, less and less often while nothing is to be learnt,
monthly and then rarer once it is dead. What a server asked for (Retry-After) comes first. The jitter comes
from the address, so that the looks of many citations do not fall on one hour, and is the same every time.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from claims.health.link_state import SUSPECTED
from claims.health.moments import moment, stamp
from claims.model.citation import LinkState

if TYPE_CHECKING:
    from claims.health.link_state import LinkStanding

WEEKLY = timedelta(days=7)
DAILY = timedelta(hours=20)
"""A little less than a day, so that a timer that fires daily finds it due."""

IN_DOUBT = timedelta(days=2)
"""The longest pause for a while when the page was last found not to be there."""

SILENT = ((8, WEEKLY), (16, timedelta(days=14)))
"""Up to so many looks in a row that said nothing, the longest pause: first it doubles up to a week."""

RAREST = timedelta(days=28)
"""The pause between looks at a server that has said nothing for half a year."""

BURIED, LONG_BURIED = timedelta(days=30), timedelta(days=90)
"""The pause between looks at a dead link in its first year, and later: some come back."""

AHEAD = timedelta(days=1)
"""Clocks of two machines may differ by less."""

YEAR = timedelta(days=365)
LONGEST_WAIT = timedelta(days=7)
"""How long a server's wish to be left alone is heeded; we come but once a week anyway."""

JITTER = 0.1


def next_look(standing: LinkStanding, key: str) -> str | None:
    """When to look again at the address `key`; null when at once, because nobody has looked yet.

    >>> from claims.health.link_state import Look, fold
    >>> from claims.model.health import LinkFinding
    >>> next_look(fold([]), "https://a.example/") is None
    True
    >>> next_look(fold([Look(LinkFinding.ANSWERED, "2026-11-01T00:00:00Z")]), "https://a.example/")
    '2026-11-08T08:16:03Z'
    """
    if standing.last_look is None:
        return None
    last = moment(standing.last_look)
    pause = _pause(standing)
    pause += pause * JITTER * spread(key)
    due = last + pause
    if standing.retry_at is not None:
        due = max(due, min(moment(standing.retry_at), last + LONGEST_WAIT))
    return stamp(due)


def is_due(standing: LinkStanding, key: str, *, now: str) -> bool:
    """Whether it is time to look at the address `key`.

    >>> from claims.health.link_state import NEVER_LOOKED
    >>> is_due(NEVER_LOOKED, "https://a.example/", now="2026-11-01T00:00:00Z")
    True
    """
    at = next_look(standing, key)
    return at is None or moment(at) <= moment(now) or is_ahead(standing.last_look or at, now=now)


def is_ahead(at: str, *, now: str) -> bool:
    """Whether a time lies so far ahead that a clock was wrong when it was noted.

    >>> is_ahead("2036-11-01T00:00:00Z", now="2026-11-01T00:00:00Z")
    True
    """
    return moment(at) - moment(now) > AHEAD


def spread(key: str) -> float:
    """A number from -1 to 1 that depends on `key` alone.

    >>> -1 <= spread("https://a.example/") <= 1
    True
    """
    return int.from_bytes(hashlib.sha256(key.encode("utf-8", "replace")).digest()[:4]) / 2**31 - 1


def _pause(standing: LinkStanding) -> timedelta:
    if standing.state is LinkState.DEAD:
        dead_for = moment(standing.last_look or "") - moment(standing.since or "")
        return BURIED if dead_for < YEAR else LONG_BURIED
    if standing.silences:
        most = next((pause for upto, pause in SILENT if standing.silences <= upto), RAREST)
        most = IN_DOUBT if standing.strikes and most is WEEKLY else most
        return min(DAILY * (1 << min(standing.silences - 1, 10)), most)
    return DAILY if standing.state in SUSPECTED else WEEKLY
