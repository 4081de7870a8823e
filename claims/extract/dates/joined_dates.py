"""Dates found one by one to what they say together: a stretch of days, or one moment told twice.

"From Tuesday night through to Wednesday" is one interval; in "on Saturday (2024 Friday, UTC)" the clock
of another place adds no day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Dated = tuple[int, int, str]

_HOUR = r"(?:\d\d?(?:[.:]\d\d)?(?:\s?[ap]\.?m\.?)?|noon|midnight)"
_THROUGH = re.compile(
    r",?(?:\s(?:early|late))?(?:\s(?:night|morning|evening|afternoon))?,?"
    r"\s(?:(?P<sure>through\sto|through|into)|to|until|till)\s(?:the\s)?(?:early\s|late\s)?"
    rf"(?:{_HOUR}\son\s)?"
)
_PART = r"(?:the\s(?:start|beginning|middle|end)\sof\s(?:the\s)?|the\s|early\s|late\s|mid-|on\s)*"
_BEGINS = re.compile(rf"\b(?:from|between|night\sof)\s(?:{_HOUR}\s)?{_PART}\Z", re.IGNORECASE)
_BETWEEN = re.compile(rf"\bbetween\s{_PART}\Z", re.IGNORECASE)
_AND_THEN = re.compile(rf"\sand\s{_PART}")
_AND = re.compile(r"(?<=\w)\sand\s(?:in\s)?(?=[\dA-Z])")
_LEAD = 30  # characters before the first date
_UNTIL = re.compile(
    r"\s(?:to|until|till|through)(?:\s(?:the|at\sleast|early|late|mid))?\s|\s(?=(?:until|through)\s)"
)
_PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?\Z", re.ASCII)
_TWO_DAYS = 20  # characters
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(0\d|1[0-2])\Z", re.ASCII)
_ELSEWHERE = re.compile(r"\([^()\n]{0,40}\b(?:UTC|GMT)\b[^()\n]{0,30}\)")
_NEAR = 80  # characters between a day and the clock of another place


def joined(text: str, found: Sequence[Dated]) -> list[Dated]:
    """The dates of `text`, in order, with days that belong together made one.

    >>> joined("From Monday to Tuesday", [(5, 11, "2018-12-31"), (15, 22, "2019-01-01")])
    [(5, 22, '2018-12-31/2019-01-01')]
    """
    made: list[Dated] = []
    for one in (apart for given in _of_one_clock(text, found) for apart in _apart(text, given)):
        stretch = _stretch(text, made[-1], one) if made else None
        if stretch is None:
            made.append(one)
        else:
            made[-1] = stretch
    return made


def _apart(text: str, one: Dated) -> Iterator[Dated]:
    """Days or months that "and" names without "between": "on May 12 and 26" is no stretch of days."""
    start, end, edtf = one
    link = _AND.search(text, start, end)
    first, _, last = edtf.partition("/")
    days = _FULL_DAY.match(first) and _FULL_DAY.match(last)
    parted = days or _months_apart(first, last)
    begins = text[start:end].lower().startswith(("between ", "from "))
    if link is None or not parted or begins or _BEGINS.search(text[max(0, start - _LEAD) : start]):
        yield one
    else:
        yield start, link.start(), first
        yield link.end(), end, last


def _months_apart(first: str, last: str) -> bool:
    """Whether two months have others between them."""
    one, other = _MONTH.match(first), _MONTH.match(last)
    return bool(
        one and other and (int(other[1]) - int(one[1])) * 12 + int(other[2]) - int(one[2]) > 1
    )


def _stretch(text: str, first: Dated, last: Dated) -> Dated | None:
    """Two days with a word such as "through" between them, or two dates behind "from", as one interval."""
    if _PLAIN.match(first[2]) and _PLAIN.match(last[2]) and len(first[2] + last[2]) < _TWO_DAYS:
        return _rough_stretch(text, first, last)
    if not (_FULL_DAY.match(first[2]) and _FULL_DAY.match(last[2])):
        return None
    between = _THROUGH.fullmatch(text, first[1], last[0])
    lead = text[max(0, first[0] - _LEAD) : first[0]]
    if between is None or not (between["sure"] or _BEGINS.search(lead)):
        return None
    end = date.fromisoformat(last[2])
    if text[last[0] : last[1]].lower() in WEEKDAYS:
        gap = (end - date.fromisoformat(first[2])).days
        end += timedelta(days=gap % 7 - gap)  # a weekday that ends a stretch is the next one
    edtf = end.isoformat()
    return (first[0], last[1], f"{first[2]}/{edtf}") if first[2] < edtf else None


def _rough_stretch(text: str, first: Dated, last: Dated) -> Dated | None:
    """Two months or years: "from 2010 until last year", "between mid-August and the end of 2023"."""
    lead = text[max(0, first[0] - _LEAD) : first[0]]
    begins = _BEGINS.search(lead) or text[first[0] : first[1]].lower().startswith("from ")
    between = _BETWEEN.search(lead) and _AND_THEN.fullmatch(text, first[1], last[0])
    if not between and not (begins and _UNTIL.fullmatch(text, first[1], last[0])):
        return None
    size = min(len(first[2]), len(last[2]))
    if first[2][:size] >= last[2][:size]:
        return None
    return (first[0], last[1], f"{first[2]}/{last[2]}")


def _of_one_clock(text: str, found: Sequence[Dated]) -> list[Dated]:
    """Without what only tells the same moment by the clock of another place."""
    left = list(found)
    for match in _ELSEWHERE.finditer(text):
        begin = bisect_left(left, (match.start(),))
        end = bisect_left(left, (match.end(),))
        if begin and match.start() - left[begin - 1][1] <= _NEAR:
            del left[begin:end]
    return left
