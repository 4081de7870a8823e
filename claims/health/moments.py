"""Times as they are stored (UTC, ISO 8601 with Z) to moments, and back."""

from __future__ import annotations

from datetime import UTC, datetime

STAMP = "%Y-%m-%dT%H:%M:%SZ"


def moment(stored: str) -> datetime:
    """The moment of a stored time. Raises ValueError for anything else.

    >>> moment("2026-11-24T09:00:00Z").isoformat()
    '2026-11-24T09:00:00+00:00'
    """
    read = datetime.fromisoformat(stored)
    return read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)


def stamp(when: datetime) -> str:
    """A moment as it is stored.

    >>> stamp(datetime(2026, 11, 24, 9, tzinfo=UTC))
    '2026-11-24T09:00:00Z'
    """
    return when.astimezone(UTC).strftime(STAMP)


def days_between(earlier: str, later: str) -> float:
    """Days from one stored time to another.

    >>> days_between("2026-11-24T09:00:00Z", "2026-11-25T21:00:00Z")
    1.5
    """
    return (moment(later) - moment(earlier)).total_seconds() / 86_400
