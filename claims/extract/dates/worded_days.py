"""Days told in words ("the first of March", "three days before Christmas") to EDTF."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import (
    DAYS,
    FEASTS,
    count_of,
    day_of,
    days_from,
    month_number,
    pattern,
)
from claims.extract.dates.date_openings import COUNT
from claims.extract.dates.story_year import year_for

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

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


def _from_feast(match: re.Match[str], year: int) -> str | None:
    """The day so many days or weeks before or after a feast."""
    feast = day_of(year, *_FEASTS[match["feast"].lower().replace("’", "'")])
    days = count_of(match["n"] or "one") * (7 if match["unit"].startswith("week") else 1)
    sign = -1 if match["way"] == "before" else 1
    return days_from(date.fromisoformat(feast), sign * days) if feast else None


def _from_feast_of_year(match: re.Match[str], _today: date | None) -> str | None:
    return _from_feast(match, int(match["y"]))


def _from_undated_feast(match: re.Match[str], today: date) -> str | None:
    feast = _FEASTS[match["feast"].lower().replace("’", "'")]
    return _from_feast(match, year_for(match, *feast, today))


_FEASTS = FEASTS | {"christmas": (12, 25)}
_FEAST = "|".join(name.replace("'", "[’']") for name in sorted(_FEASTS, key=len, reverse=True))
_COUNTED = (
    r"(?:\b[Tt]he\s|{N:n}\s)(?P<unit>days?|weeks?)\s(?P<way>before|after)\s"
    rf"(?P<feast>(?i:{_FEAST}))\b"
)
_COUNT = COUNT | {"the"}
_WORDS = rf"\b[Tt]he\s(?P<n>{_NTH}|last(?=\sday))(?:\sday)?\sof\s{{M:m}}(?!\w)"

OF_YEAR: tuple[tuple[frozenset[str], re.Pattern[str], Absolute], ...] = (
    (frozenset(["the"]), pattern(rf"{_WORDS},?\s(?:of\s)?{{Y:y}}\b"), _with_year),
    (_COUNT, pattern(rf"{_COUNTED},?\s(?:of\s|in\s)?{{Y:y}}\b"), _from_feast_of_year),
)
"""First words, patterns and their readers for days with a year."""

WORDED_DAYS: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (frozenset(["the"]), pattern(rf"{_WORDS}(?![’']|\s\d)"), _without_year),
    (_COUNT, pattern(rf"{_COUNTED}(?![’']|\s\d|\s[A-Z])"), _from_undated_feast),
)
"""The same for days without one; they are tried before the month alone."""
