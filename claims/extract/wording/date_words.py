"""EDTF dates to the words a newspaper writes: "2021-08-28" to "August 28, 2021" or "28 August 2021"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.text.calendar_names import MONTH, MONTHS

_MONTH = re.compile(MONTH)
_ONE = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d\d))?(?:-(?P<d>\d\d))?[~?%]?\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)\Z")
_UNTIL_NOW = re.compile(r"\d{4}\s\w+\s(?:last|this|next)\s(?:year|month)\Z")
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn"}
"""A winter is of two years."""
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall)\b")


def day_first(text: str) -> bool:
    """Whether an article writes "28 August" more often than "August 28".

    >>> day_first("On 28 August it fell."), day_first("On August 28 it fell.")
    (True, False)
    """
    balance = 0
    for month in _MONTH.finditer(text):
        before = text[max(0, month.start() - 2) : month.start()]
        after = text[month.end() : month.end() + 2]
        balance += (before[:1].isdigit() and before[-1:].isspace()) - after[-1:].isdigit()
    return balance > 0


def date_words(edtf: str, *, day_first: bool = False) -> str | None:
    """The words for a day, month, year, week or range; None for what has no plain words.

    >>> date_words("2021-08-28"), date_words("2021-08", day_first=True)
    ('August 28, 2021', 'August 2021')
    >>> date_words("2021-08-23/2021-08-29", day_first=True)
    '23 August 2021 to 29 August 2021'
    """
    week = _WEEK.match(edtf)
    if week:
        monday = date.fromisocalendar(int(week[1]), max(1, min(52, int(week[2]))), 1)
        edtf = f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    ends = [_one(part, day_first=day_first) for part in edtf.split("/")]
    if None in ends or len(ends) > 2:  # noqa: PLR2004 - a range has two ends
        return None
    return " to ".join(end for end in ends if end)


def _one(edtf: str, *, day_first: bool) -> str | None:
    match = _ONE.match(edtf)
    if match is None:
        return None
    year, month, day = match["y"], match["m"], match["d"]
    if month is None:
        return year
    if day is None and month in _SEASONS:
        return f"{_SEASONS[month]} {year}"
    if not 1 <= int(month) <= len(MONTHS):
        return None
    name = MONTHS[int(month) - 1]
    if day is None:
        return f"{name} {year}"
    return f"{int(day)} {name} {year}" if day_first else f"{name} {int(day)}, {year}"


def missing(exact: str, edtf: str, *, day_first: bool = False) -> str | None:
    """What `exact` leaves out of its date: the year, the whole date, or None when nothing.

    >>> missing("on Saturday", "2021-08-28"), missing("in July", "2021-07"), missing("2018", "2018")
    ('August 28, 2021', '2021', None)
    >>> missing("last spring", "2021-21")
    '2021'
    >>> missing("from 2010 until last year", "2010/2020")
    '2020'
    """
    if _UNTIL_NOW.search(exact):
        return date_words(edtf.rpartition("/")[2], day_first=day_first)
    if _YEAR.search(exact) or (exact[-1:].isdigit() and len(exact) == len("1990")):
        return None
    words = date_words(edtf, day_first=day_first)
    if words is None or exact.endswith(("century", "quarter", "s")):
        return None
    names_month = any(name[:3] in exact for name in MONTHS) or _SEASON.search(exact) is not None
    return edtf[:4] if names_month and edtf[:4] == edtf.rsplit("/", maxsplit=1)[-1][:4] else words
