"""A text that opens with an anniversary ("Fifty years ago this week ...") to the year of its undated days.

Such a text tells of that time, so "On 26 July" lies near the day it looks back to. A year of these days
that the text names, or a word of the present in the sentence, keeps a day in the present.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import count_of, months_from, pattern

if TYPE_CHECKING:
    from datetime import date

_OPENING = 700  # characters
_LOOKED_BACK_TO = pattern(
    r"{N:n}\syears?\s(?:ago\s(?:today|tomorrow|yesterday|this\s(?:week|weekend|month))"
    r"|(?:today|this\s(?:week|month))\ssince)\b",
    any_case=True,
)
_MONTHS_BEFORE = 4
"""The year of undated days begins so long before the day looked back to."""

_NEAR = 260  # characters
_PRESENT = re.compile(
    r"\b(?:now|has|have|is|are|will|last|this|yesterday|today|ago|next)\b", re.IGNORECASE
)
_BACK_AGAIN = re.compile(
    r"\b(?:last|this|past)\s(?:week|month|year|winter|spring|summer|autumn|fall)\b|\byesterday\b|\blast\snight\b",
    re.IGNORECASE,
)
"""Words with which the text has left that time again."""
_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b(?!,\d)", re.ASCII)


def year_looked_back_to(match: re.Match[str], month: int, today: date) -> int | None:
    """The year of a month or day that has none, in a text on an anniversary.

    >>> from datetime import date
    >>> text = "Fifty years ago this week war came. On January 9th he resigned."
    >>> year_looked_back_to(re.search("January", text), 1, date(2006, 10, 30))
    1957
    """
    years = _years_back(match.string[:_OPENING])
    if years is None or match.start() < years[1] or today.year <= years[0]:
        return None
    before = match.string[max(0, match.start() - _NEAR) : match.start()]
    if any(int(year) >= today.year - 1 for year in _YEAR.findall(before)):
        return None
    if _BACK_AGAIN.search(match.string, years[1], match.start()):
        return None
    if _PRESENT.search(re.split(r"[.!?\n]", before)[-1]):
        return None
    first = months_from(today.year - years[0], today.month, -_MONTHS_BEFORE) or ""
    year = int(first[:4] or 0)
    return year + (f"{year:04}-{month:02}" < first) if year else None


@lru_cache(maxsize=64)  # asked for every date of an article
def _years_back(opening: str) -> tuple[int, int] | None:
    """How many years a text looks back, and where it has said so."""
    found = _LOOKED_BACK_TO.search(opening)
    return (count_of(found["n"]), found.end()) if found else None
