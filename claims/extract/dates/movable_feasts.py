"""Christmas, and feasts that are counted from Easter ("on Good Friday", "Easter Monday 1916") to EDTF."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import pattern
from claims.extract.dates.outlook import is_ahead, lookback

if TYPE_CHECKING:
    from collections.abc import Callable

_FROM_EASTER = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit sunday": 49,
    "whit monday": 50,
}
_OF_MONTH = {"labor day": (9, 0, 1), "thanksgiving": (11, 3, 4)}  # month, weekday, which
_DECEMBER, _CHRISTMAS = 12, 25
_NEAR = 60  # characters
_TO_DO = re.compile(r"\bto [a-z]+ [^.;:!?\n]*\Z")
_NAMES = "|".join(name.title().replace(" ", r"\s") for name in (*_FROM_EASTER, *_OF_MONTH))


def easter(year: int) -> date:
    """Easter Sunday of a year by the Gregorian calendar.

    >>> easter(2025), easter(1916)
    (datetime.date(2025, 4, 20), datetime.date(1916, 4, 23))
    """
    century, of_moon = year // 100, year % 19
    moon = (
        19 * of_moon + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (of_moon + 11 * moon + 22 * to_sunday) // 451
    months, day = divmod(moon + to_sunday - 7 * late + 114, 31)
    return date(year, months, day + 1)


def _of_year(match: re.Match[str], _today: date | None) -> str | None:
    return _day_in(int(match["y"]), match).isoformat()


def _day_in(year: int, match: re.Match[str]) -> date:
    """The day of the feast in a year: so many days from Easter, or a weekday of a month."""
    name = " ".join(match["feast"].lower().split())
    if name not in _OF_MONTH:
        return easter(year) + timedelta(_FROM_EASTER[name])
    month, weekday, which = _OF_MONTH[name]
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))


def _looks_ahead(match: re.Match[str]) -> bool:
    """Whether the words before look there: "will reopen on", "has agreed to open by"."""
    return is_ahead(match) or _TO_DO.search(lookback(match, _NEAR)) is not None


def _feast(match: re.Match[str], today: date) -> str | None:
    """The last one; the next one where the words look there."""
    lead = (match["lead"] or "").lower()
    days = [_day_in(today.year + step, match) for step in (-1, 0, 1)]
    if lead == "this":
        return days[1].isoformat()
    if lead == "next" or _looks_ahead(match):
        return min(d for d in days if d >= today).isoformat()
    return max(d for d in days if d <= today).isoformat()


def _christmas(match: re.Match[str], today: date) -> str | None:
    lead = match["lead"].lower()
    passed = (today.month, today.day) > (_DECEMBER, _CHRISTMAS)
    year = today.year + (passed if lead == "next" or _looks_ahead(match) else passed - 1)
    if lead == "this":  # soon after New Year it is the one just over
        year = today.year - (today.month == 1)
    return date(year, _DECEMBER, _CHRISTMAS).isoformat()


FEASTS_OF_YEAR: tuple[
    tuple[frozenset[str], re.Pattern[str], Callable[[re.Match[str], date | None], str | None]], ...
] = (
    (
        frozenset("shrove ash palm maundy good easter ascension whit labor thanksgiving".split()),
        pattern(rf"\b(?P<feast>{_NAMES}),?\s(?:in\s|of\s)?{{Y:y}}\b"),
        _of_year,
    ),
)
"""First words, pattern and reader, as in `absolute_dates`."""

MOVABLE: tuple[
    tuple[frozenset[str], re.Pattern[str], Callable[[re.Match[str], date], str | None]], ...
] = (
    (
        frozenset("on by before since until last this next".split()),
        pattern(
            r"\b(?:[Oo]n|[Bb]y|[Bb]efore|[Ss]ince|[Uu]ntil|(?P<lead>[Ll]ast|[Tt]his|[Nn]ext))\s"
            rf"(?P<feast>{_NAMES})\b(?![\s-][A-Z])(?!\s(?:egg|holiday|break|weekend|service|eggs|holidays)\b)"
        ),
        _feast,
    ),
    (
        frozenset("by before since until last this next".split()),
        pattern(
            r"\b(?P<lead>[Bb]y|[Bb]efore|[Ss]ince|[Uu]ntil|[Ll]ast|[Tt]his|[Nn]ext)\sChristmas\b(?!\s[A-Z])"
        ),
        _christmas,
    ),
)
"""The same, as in `relative_dates`."""
