"""Quarters without their year ("third-quarter profit", "this quarter") to the months they span.

In a match the third quarter is no part of a year, so only what a firm or an economy does in one counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import ORDINALS
from claims.extract.dates.date_openings import NEAR, NTH
from claims.extract.dates.outlook import is_ahead

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Reader = Callable[[re.Match[str], date], str | None]

_BUSINESS = re.compile(
    r"\b(?:profits?|revenues?|sales|earnings|income|GDP|gross domestic product|econom(?:y|ies)|output|exports"
    r"|imports|shipments|deliveries|orders|turnover|bookings|inflation|shareholders|investors|dividend)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?](?!\d)|\n")
_BEFORE, _AFTER = 160, 80  # characters
_MONTHS = 3
_STEPS = {"last": -1, "this": 0, "next": 1}


def _months_of(year: int, quarter: int) -> str:
    last = quarter * _MONTHS
    return f"{year:04}-{last - 2:02}/{year:04}-{last:02}"


def _numbered(match: re.Match[str], today: date) -> str | None:
    """The last such quarter that has begun, or the coming one where the words look ahead."""
    text, start, end = match.string, match.start(), match.end()
    sentence = (
        _ENDS.split(text[max(0, start - _BEFORE) : start])[-1]
        + " "
        + _ENDS.split(text[end : end + _AFTER])[0]
    )
    if not _BUSINESS.search(sentence):
        return None
    quarter, now = ORDINALS[match["n"].lower()], (today.month - 1) // _MONTHS + 1
    if is_ahead(match):
        return _months_of(today.year + (quarter < now), quarter)
    return _months_of(today.year - (quarter > now), quarter)


def _near(match: re.Match[str], today: date) -> str | None:
    at = today.year * 4 + (today.month - 1) // _MONTHS + _STEPS[match["which"].lower()]
    return _months_of(at // 4, at % 4 + 1)


QUARTERS: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (
        NTH,
        re.compile(
            r"\b(?P<n>first|second|third|fourth)[\s-]quarter\b(?!-|\sof\s|\sfrom\s(?!\d))",
            re.IGNORECASE,
        ),
        _numbered,
    ),
    (
        NEAR,
        re.compile(r"\b(?<!\bthe )(?P<which>last|this|next)\squarter\b(?!-)", re.IGNORECASE),
        _near,
    ),
)
"""First words, patterns and their readers."""
