"""Dates as pages and newspapers write them to `YYYY-MM-DD`, or null when they cannot be told for sure.

ISO 8601 keeps the day that was written, whatever its time zone. All-number dates are read only when
one of the first two numbers must be the day, since 9/8 is two days in two countries.
"""

from __future__ import annotations

import re
from datetime import date

FIRST_YEAR = 1700
LAST_YEAR = 2199

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?"
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_TIME = r"(?:,?\s{1,3}(?:at\s|-\s|–\s|[|•·]\s?)?\d{1,2}[:.]\d{2}[^\n]{0,24})?"
_DAY_MONTH = rf"{_DAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s{{1,3}}(?:of\s)?{_MONTH}"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<m>\d{1,2})-(?P<day>\d{1,2})(?:[T\s][^\n]{0,40})?",
        r"(?P<year>\d{4})/(?P<m>\d{1,2})/(?P<day>\d{1,2})(?:\s[^\n]{0,40})?",
        r"(?P<year>\d{4})(?P<m>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?",
        rf"{_DAY}{_MONTH}\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<year>\d{{4}}){_TIME}",
        rf"{_DAY_MONTH},?\s{{1,3}}(?P<year>\d{{4}}){_TIME}",
        rf"{_DAY}(?P<day>\d{{1,2}})[-.]{_MONTH}[-.](?P<year>\d{{4}}){_TIME}",
        r"(?P<day>\d{1,2})\.(?P<m>\d{1,2})\.(?P<year>\d{4})(?:,?\s[^\n]{0,40})?",
    )
)
_NUMBERS = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:,?\s[^\n]{0,40})?")
_PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
_LONGEST = 80
_MONTHS_IN_YEAR = 12


def written_date(written: str | None) -> str | None:
    """The day that `written` gives and nothing else, as `YYYY-MM-DD` (a bare year or month as it is).

    >>> written_date("Friday, September 20, 2019"), written_date("2021-08-31T22:30:00-04:00")
    ('2019-09-20', '2021-08-31')
    >>> written_date("9/8/2021"), written_date("since 1989")
    (None, None)
    """
    text = (written or "").strip()
    if not text or len(text) > _LONGEST:
        return None
    for form in _FORMS:
        match = form.fullmatch(text)
        if match:
            return _day(match)
    numbers = _NUMBERS.fullmatch(text)
    if numbers:
        return _unambiguous(int(numbers[1]), int(numbers[2]), year=int(numbers[3]))
    return text if _PARTIAL.fullmatch(text) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR else None


def _day(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = int(parts["m"]) if parts.get("m") else _MONTHS[parts["month"].lower()]
    return _iso(int(parts["year"]), month, day=int(parts["day"]))


def _unambiguous(first: int, second: int, *, year: int) -> str | None:
    if first > _MONTHS_IN_YEAR:
        return _iso(year, second, day=first)
    if second > _MONTHS_IN_YEAR or first == second:
        return _iso(year, first, day=second)
    return None


def _iso(year: int, month: int, *, day: int) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None  # 31 February is no date, whatever wrote it
