"""Old captures of a page, those nearest to the day that matters first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from claims.sources.provider import Hit
from claims.sources.question import day_of, span_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.sources.question import Question

TIMESTAMP_DIGITS = 14
REPLAYED = re.compile(r"(/\d{14})(?:mp_)?/(?=https?://)")
NO_PAGE = "the claim names no page, and no candidate of it is missing"


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was: the address of the capture, and when it was taken (UTC)."""

    url: str
    original: str
    at: datetime


def wanted_day(question: Question) -> date | None:
    """The day whose capture is wanted: the claim's last day, else the article's, else today."""
    span = span_of(question.dates)
    return span[1] if span else day_of(question.published) or day_of(question.asked_on)


def nearest(captures: Iterable[Capture], question: Question, *, top: int) -> list[Hit]:
    """Up to `top` captures as hits, the nearest to the wanted day first."""
    wanted = wanted_day(question)
    ranked = sorted(
        captures,
        key=lambda c: (abs((c.at.date() - wanted).days) if wanted else 0, -c.at.timestamp()),
    )
    return [
        Hit(
            capture.url,
            f"{capture.original} as of {capture.at:%Y-%m-%d}",
            None,
            published=None,
            notes=(f"captured {capture.at:%Y-%m-%d}",),
        )
        for capture in ranked[:top]
    ]


def as_received(url: str) -> str:
    """The address of a capture's bytes as they were, where the archive is one that has such addresses.

    >>> as_received("https://web.archive.org/web/20210501100000/https://a.example/")
    'https://web.archive.org/web/20210501100000id_/https://a.example/'
    """
    known = "//web.archive.org/web/" in url[:30] or "mp_/" in url  # pywb frames its pages
    return REPLAYED.sub(r"\1id_/", url, count=1) if known else url


def timestamp(value: object) -> datetime | None:
    """The moment of a 14-digit timestamp (UTC); null when it is none.

    >>> timestamp("20210501100000").isoformat(), timestamp("2021"), timestamp("20219901100000")
    ('2021-05-01T10:00:00+00:00', None, None)
    """
    digits = value if isinstance(value, str) and value.isascii() and value.isdigit() else ""
    if len(digits) != TIMESTAMP_DIGITS:
        return None
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def moment(value: object) -> datetime | None:
    """The moment of an ISO 8601 time or an HTTP date; null when it is none.

    >>> moment("2021-05-01T10:00:00Z") == moment("Sat, 01 May 2021 10:00:00 GMT")
    True
    """
    if not isinstance(value, str):
        return None
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(value[:60])
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
        try:
            return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
        except (ValueError, OverflowError):
            return None
    return None
