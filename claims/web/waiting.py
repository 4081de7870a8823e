"""When a server wants to be asked again: Retry-After (RFC 9110 section 10.2.3) as seconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_S = 7 * 24 * 3600.0
LONGEST_HEADER = 100


def retry_after_s(value: str | None, *, now: datetime) -> float | None:
    """Seconds from `now`, at most a week; null when the header is missing or says nothing.

    >>> retry_after_s("120", now=datetime(2026, 1, 1, tzinfo=UTC))
    120.0
    >>> retry_after_s("Thu, 01 Jan 2026 00:00:30 GMT", now=datetime(2026, 1, 1, tzinfo=UTC))
    30.0
    """
    value = (value or "").strip()[:LONGEST_HEADER]
    if value.isascii() and value.isdigit():
        return min(float(value), LONGEST_S)
    try:
        at = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return min(max((at - now).total_seconds(), 0.0), LONGEST_S)


def until(seconds: float, *, now: datetime) -> str:
    """The time `seconds` after `now`, as it stands in a reason.

    >>> until(60, now=datetime(2026, 1, 1, tzinfo=UTC))
    '2026-01-01T00:01:00Z'
    """
    return stamp(now + timedelta(seconds=seconds))


def stamp(moment: datetime) -> str:
    """UTC, ISO 8601, whole seconds.

    >>> stamp(datetime(2026, 1, 1, 12, 30, 5, 999, tzinfo=UTC))
    '2026-01-01T12:30:05Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
