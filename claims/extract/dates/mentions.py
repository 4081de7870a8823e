"""Dates in running text to EDTF (ISO 8601-2), those relative to publication or to a date met before resolved.

A weekday is the nearest one up to publication, or the next one after "next" or a word of the future;
a month without a year is the latest one that had begun at publication. What cannot be settled is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.dates.absolute_dates import ABSOLUTE, numeric_dates
from claims.extract.dates.anchored_dates import ANCHORED
from claims.extract.dates.calendar_words import full_date
from claims.extract.dates.date_openings import matches, places
from claims.extract.dates.joined_dates import joined
from claims.extract.dates.relative_dates import RELATIVE

if TYPE_CHECKING:
    from datetime import date

    from claims.extract.dates.date_openings import Places

_OPENINGS = frozenset[str]().union(*(first for first, _, _ in (*ABSOLUTE, *RELATIVE, *ANCHORED)))
_NEAR = 600
"""Characters in which a date counts as met before."""

_APPROXIMATE = re.compile(
    r"\b(?:(?:around|circa|ca\.|approximately)\s(?:the\s|in\s)?|c\.\s?)$", re.IGNORECASE
)
_UNCERTAIN = re.compile(
    r"\b(?:possibly|perhaps|probably|maybe)\s(?:as early as\s|in\s|on\s|since\s|from\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_ROUGH = re.compile(r"\d{3}[\dX](?:-\d\d)?|\d\dXX")
_LONGEST_MARK = 30


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as written (`exact` at `[start, end)`) and as EDTF."""

    edtf: str
    exact: str
    start: int
    end: int


def dates(text: str, *, published: str | None, offset: int = 0) -> tuple[DateMention, ...]:
    """The dates of `text` in order; relative ones need `published` (EDTF, at least a full date).

    >>> [d.edtf for d in dates("He said in July, and on Saturday", published="2021-08-31")]
    ['2021-07', '2021-08-28']
    """
    taken = bytearray(len(text))
    begins = places(text, _OPENINGS)
    found = _standing(text, begins, full_date(published), taken)
    found += _anchored(text, begins, sorted(found), taken)
    return tuple(
        DateMention(_marked(text, start, edtf), text[start:end], start + offset, end + offset)
        for start, end, edtf in joined(text, sorted(found))
    )


_Found = tuple[int, int, str]


def _standing(text: str, begins: Places, today: date | None, taken: bytearray) -> list[_Found]:
    """Dates that need nothing but the day of publication."""
    found: list[_Found] = []
    for start, end, edtf in numeric_dates(text):
        taken[start:end] = b"\1" * (end - start)
        found.append((start, end, edtf))
    for first, pattern, read in ABSOLUTE:
        for match in matches(pattern, first, text, begins):
            _take(match, read(match, today), taken, found)
    for first, pattern, read_relative in RELATIVE if today else ():
        for match in matches(pattern, first, text, begins):
            if today is not None and not any(taken[match.start() : match.end()]):
                _take(match, read_relative(match, today), taken, found)
    return found


def _anchored(text: str, begins: Places, known: list[_Found], taken: bytearray) -> list[_Found]:
    """Dates counted from the last one before them, which may be such a date itself."""
    hits = sorted(
        (
            (m, read)
            for first, pattern, read in ANCHORED
            for m in matches(pattern, first, text, begins)
        ),
        key=lambda hit: (hit[0].start(), -hit[0].end()),
    )
    found: list[_Found] = []
    for match, read in hits:
        at = bisect_left(known, (match.start(),))
        before = known[at - 1 : at] + found[-1:] if at else found[-1:]
        if before:
            start, _, edtf = max(before)
            if match.start() - start <= _NEAR:
                _take(match, read(match, edtf), taken, found)
    return found


def _take(match: re.Match[str], edtf: str | None, taken: bytearray, found: list[_Found]) -> None:
    start, end = match.span()
    if edtf is not None and not any(taken[start:end]):
        taken[start:end] = b"\1" * (end - start)
        found.append((start, end, edtf))


def _marked(text: str, start: int, edtf: str) -> str:
    """`edtf` with `~` after a word like "around" and `?` after one like "possibly"."""
    if not _ROUGH.fullmatch(edtf):
        return edtf
    before = text[max(0, start - _LONGEST_MARK) : start]
    return edtf + ("~" if _APPROXIMATE.search(before) else "?" if _UNCERTAIN.search(before) else "")
