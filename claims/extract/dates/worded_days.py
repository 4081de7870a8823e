"""Days of a month told in words ("the first of March", "the last day of November 2022") to EDTF."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import DAYS, day_of, month_number, pattern
from claims.extract.dates.story_year import year_for

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from datetime import date

    Absolute = Callable[[re.Match[str], date | None], str | None]
    Reader = Callable[[re.Match[str], date], str | None]

_NTH = "|".join(sorted(DAYS, key=len, reverse=True))


def _day(match: re.Match[str], year: int) -> int:
    if match["n"].lower() == "last":
        return monthrange(year, month_number(match["m"]))[1]
    return DAYS[match["n"].lower()]


def _with_year(match: re.Match[str], _today: date | None) -> str | None:
    year = int(match["y"])
    return day_of(year, month_number(match["m"]), _day(match, year))


def _without_year(match: re.Match[str], today: date) -> str | None:
    month = month_number(match["m"])
    year = year_for(match, month, _day(match, today.year), today)
    return day_of(year, month, _day(match, year))


_WORDS = rf"\b[Tt]he\s(?P<n>{_NTH}|last(?=\sday))(?:\sday)?\sof\s{{M:m}}(?!\w)"

OF_YEAR: tuple[tuple[frozenset[str], re.Pattern[str], Absolute], ...] = (
    (frozenset(["the"]), pattern(rf"{_WORDS},?\s(?:of\s)?{{Y:y}}\b"), _with_year),
)
"""First words, patterns and their readers for days with a year."""

WORDED_DAYS: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (frozenset(["the"]), pattern(rf"{_WORDS}(?![’']|\s\d)"), _without_year),
)
"""The same for days without one; they are tried before the month alone."""
