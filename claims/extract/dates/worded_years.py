"""Decades told in words ("the nineties") and years told by two digits ("the spring of '71") to EDTF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.dates.date_openings import MARK

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Reader = Callable[[re.Match[str], date | None], str | None]

_DECADES = "thirties forties fifties sixties seventies eighties nineties".split()
_THIRTIES = 3
_LEADS = "|".join(
    rf"(?<=\b{lead})"
    for lead in (
        *("[Tt]he ", "[Tt]he early ", "[Tt]he late ", "[Tt]he mid-", "[Tt]he nineteen-"),
        *("[Ee]arly ", "[Ll]ate ", "[Mm]id-"),
    )
)
_NO_YEARS = re.compile(
    r"\b(?:temperatures?|degrees|heat|humidity|highs?|lows?|aged?|ages|scores?|scored|(?:his|her|their)"
    r"(?: (?:early|late))?)\b[^.!?;\n]{0,60}\Z",
    re.IGNORECASE,
)
"""What comes in tens besides years: "highs in the nineties", "in her late forties"."""

_CLAUSE = 80  # characters


def _decade(match: re.Match[str], _today: date | None) -> str | None:
    start = match.start()
    if _NO_YEARS.search(match.string, max(0, start - _CLAUSE), start):
        return None
    return f"19{_DECADES.index(match['d'].lower()) + _THIRTIES}X"


def _short_year(match: re.Match[str], today: date | None) -> str | None:
    """The last such year that has begun at publication."""
    year = int(match["y"])
    last = today.year if today else 1999
    return str(last - (last - year) % 100)


WORDED_YEARS: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (
        frozenset(_DECADES),
        re.compile(
            rf"(?:{_LEADS})(?P<d>{'|'.join(_DECADES + [d.title() for d in _DECADES])})\b(?![-’']|\s[A-Z])"
        ),
        _decade,
    ),
    (
        MARK,
        re.compile(
            r"(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s)|(?<=\b(?:spring|summer|autumn|winter)\sof\s))"
            r"[’'‘](?P<y>\d\d)\b(?![’'-])",
            re.ASCII,
        ),
        _short_year,
    ),
)
"""First words, patterns and their readers."""
