"""A day or month without its year, in a text that tells of years long gone, to the year it tells of there.

A report of the day names weekdays and "yesterday"; an essay names years. In an essay "He flew to Bamako on
2 February", behind "On 11 January 2013", is of 2013.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import month_number, pattern
from claims.extract.dates.outlook import lookback
from claims.text.calendar_names import WEEKDAY

if TYPE_CHECKING:
    from datetime import date

_NEWS = re.compile(
    rf"\b(?:{WEEKDAY}|[Yy]esterday|[Tt]onight|[Ll]ast night"
    r"|[Tt]his (?:morning|week|month)|[Ll]ast week)\b"
)
_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b(?!,\d)", re.ASCII)
_YEARS = 3
"""So many mentions of years before the last one make a text tell of history."""

_FAR = 600  # characters
_DAY = pattern(r"\b(?:{D:d}\s(?:of\s)?)?{M:m}(?:\s{D:d2})?,?\s{Y:y}\b")
_BARE = pattern(r"\b(?:[Ii]n|[Bb]y)\s{Y:y}\b")
_PRESENT = re.compile(
    r"\b(?:now|today|this|ago|since|until|born|founded|created|last year|has|have|will)\b"
)
_STANDS = re.compile(r"\b(?:is|are)\b")
_LONG_PAST = 20  # years


def history_year(match: re.Match[str], month: int, day: int | None, today: date) -> int | None:
    """The year of the last date before, or the one after it if that comes first.

    A year without a month counts in its own paragraph only.

    >>> from datetime import date
    >>> text = "He won in 1993 and in 1997. On 11 January 2013 jets struck. He flew to Rome on 2 February"
    >>> history_year(re.search("2 February", text), 2, 2, date(2025, 6, 20))
    2013
    """
    if not _is_history(match.string, today.year):
        return None
    before = lookback(match, _FAR)
    told = next(reversed(list(_DAY.finditer(before))), None)
    bare = next(reversed(list(_BARE.finditer(before, before.rfind("\n") + 1))), None)
    if bare is not None and _YEAR.search(before, bare.end()):
        bare = None  # "in 1684, 1709 and 1740"
    if bare is not None and (told is None or told.end() < bare.start()):
        told = bare
    if told is None or _comes_back(before[told.end() :], today.year - int(told["y"])):
        return None
    if day is None and "\n" in before[told.end() :]:
        return None  # a month that a paragraph begins with may be of the present
    year, named = int(told["y"]), told.groupdict()
    if named.get("m"):
        first = (month_number(told["m"]), int(told["d"] or told["d2"] or 1))
        year += (month, day or 31) < first
    return year if (year, month, day or 1) <= (today.year, today.month, today.day) else None


def _comes_back(between: str, years: int) -> bool:
    """Whether words bring the story back to the present; what is long past is commented with "is"."""
    if _PRESENT.search(between) is not None:
        return True
    return years < _LONG_PAST and _STANDS.search(between) is not None


@lru_cache(maxsize=4)  # asked for every date of a text
def _is_history(text: str, year: int) -> bool:
    """Whether a text names years of old and no day of a report."""
    old = sum(int(named) < year - 1 for named in _YEAR.findall(text))
    return old >= _YEARS and not _NEWS.search(text)
