"""Feasts that are counted from Easter ("on Good Friday", "Easter Monday 1916") to EDTF."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import pattern
from claims.extract.dates.outlook import is_ahead

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_FROM_EASTER = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "ascension day": 39,
    "whit sunday": 49,
    "whit monday": 50,
}
_NAMES = "|".join(name.title().replace(" ", r"\s") for name in _FROM_EASTER)


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
    return (easter(int(match["y"])) + _apart(match)).isoformat()


def _apart(match: re.Match[str]) -> timedelta:
    return timedelta(_FROM_EASTER[" ".join(match["feast"].lower().split())])


def _feast(match: re.Match[str], today: date) -> str | None:
    """The last one; the next one where the words look there."""
    lead = (match["lead"] or "").lower()
    days = [easter(today.year + step) + _apart(match) for step in (-1, 0, 1)]
    if lead == "this":
        return days[1].isoformat()
    if lead == "next" or is_ahead(match):
        return min(d for d in days if d >= today).isoformat()
    return max(d for d in days if d <= today).isoformat()


FEASTS_OF_YEAR: tuple[
    tuple[frozenset[str], re.Pattern[str], Callable[[re.Match[str], date | None], str | None]], ...
] = (
    (
        frozenset("shrove ash palm maundy good easter ascension whit".split()),
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
            rf"(?P<feast>{_NAMES})\b(?![\s-][A-Z])"
        ),
        _feast,
    ),
)
"""The same, as in `relative_dates`."""
