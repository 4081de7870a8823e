"""Parts of "the year", which no word names ("the first half of the year"), to EDTF by the year told of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import MONTHS, ORDINALS, count_of, pattern
from claims.extract.dates.date_openings import NTH, ORDINAL
from claims.extract.dates.deadlines import tells_past
from claims.extract.dates.outlook import is_ahead, lookback
from claims.extract.dates.story_year import sentence_year, tells_of_old

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Reader = Callable[[re.Match[str], date], str | None]

_OTHER = re.compile(
    r"\b(?:last|next|that|previous|following|every|each|any)\syear\b", re.IGNORECASE
)
_STORY, _CLAUSE = 260, 120  # characters
_LAST_DAYS = 20  # from which day on a month is as good as over
_MONTHS_OF = {"quarter": 3, "half": 6}
_OF_YEAR = (
    r"\sof\sthe\syear\b(?![’'-]|,?\s(?:(?:1\d|20)\d\d\b|to\b|through\b|end(?:ed|ing)\b|until\b|up\b|before\b"
    r"|after\b|that\b|when\b|in\swhich\b|of\b|from\b))"
)


def _year(match: re.Match[str], today: date, first: int, last: int) -> int | None:
    """The year with this part, in months: one that the sentence names, else that of publication.

    A part that goes on has no figures yet.
    """
    named = sentence_year(match)
    if named:
        return named
    if tells_of_old(match, today) or _OTHER.search(lookback(match, _STORY)):
        return None
    ahead = is_ahead(match)
    over = last < today.month or (last == today.month and today.day >= _LAST_DAYS)
    if first <= today.month and not (over or ahead):
        return None
    return today.year - (first > today.month and not ahead)


def _months(match: re.Match[str], today: date) -> str | None:
    count = count_of(match["n"])
    if not 1 < count < len(MONTHS):
        return None
    first = 1 if match["end"].lower() == "first" else len(MONTHS) + 1 - count
    year = _year(match, today, first, first + count - 1)
    return f"{year:04}-{first:02}/{year:04}-{first + count - 1:02}" if year else None


def _part(match: re.Match[str], today: date) -> str | None:
    size = _MONTHS_OF[match["unit"].lower()]
    last = ORDINALS.get(match["nth"].lower(), len(MONTHS) // size) * size
    if last > len(MONTHS):
        return None
    year = _year(match, today, last + 1 - size, last)
    return f"{year:04}-{last + 1 - size:02}/{year:04}-{last:02}" if year else None


def _start(match: re.Match[str], today: date) -> str | None:
    here = re.split(r"[.!?;\n]", match.string[match.end() : match.end() + _CLAUSE])[0]
    clause = re.split(r"[.!?;\n]", lookback(match, _CLAUSE))[-1] + here
    if match[0][0] in "Aa" and not tells_past(clause.lower()):
        return None  # "the fair is held at the start of the year"
    year = _year(match, today, 1, 1)
    return f"{year:04}" if year else None


def _month_so_far(match: re.Match[str], today: date) -> str | None:
    return None if sentence_year(match) else f"{today:%Y-%m}"


YEAR_PARTS: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (
        NTH,
        pattern(rf"\b(?P<end>first|last|final)\s{{N:n}}\smonths{_OF_YEAR}", any_case=True),
        _months,
    ),
    (
        ORDINAL | NTH,
        re.compile(
            rf"\b(?P<nth>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))[\s-](?P<unit>quarter|half){_OF_YEAR}",
            re.IGNORECASE,
        ),
        _part,
    ),
    (
        frozenset(["since", "at"]),
        re.compile(
            rf"\b(?:since|at)\sthe\s(?:very\s)?(?:start|beginning){_OF_YEAR}", re.IGNORECASE
        ),
        _start,
    ),
    (
        frozenset(["since"]),
        re.compile(r"\bsince\sthe\s(?:start|beginning)\sof\sthe\smonth(?![’'-])", re.IGNORECASE),
        _month_so_far,
    ),
)
"""First words, patterns and their readers."""
