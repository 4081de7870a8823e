"""Years that are told roughly ("in about 1620", "from roughly 1948 to 1951") to EDTF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.dates.date_openings import DIGIT

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Reader = Callable[[re.Match[str], date | None], str | None]

_ROUGHLY = r"(?:about|around|roughly|approximately|circa|c(?:a)?\.)\s?"
_PART = r"(?:(?:the\s)?(?:early|mid|late)[\s-](?:in\s)?|the\s(?:start|beginning|middle|end)\sof\s)"
_BEGINS = rf"(?:(?P<r>{_ROUGHLY})|{_PART})?(?P<y>1\d{{3}}|20\d\d)"
_ENDS = rf"(?:(?P<r2>{_ROUGHLY})|{_PART})?(?P<y2>1\d{{3}}|20\d\d)"
_LEADS = "in since until from by after before".split()
_MARKS = "about around roughly approximately".split()
_MADE = "built made founded written born painted completed cast begun dated".split()
_MADE_ABOUT = "|".join(
    rf"(?<=\b{word}\s{mark}\s)" for word in _MADE for mark in ("about", "around")
)
_AFTER_MARK = "|".join(rf"(?<=\b{lead}\s{mark}\s)" for lead in _LEADS for mark in _MARKS)
_FROM_OLD = "|".join(
    rf"(?<=\b{word}\s{way}\s)"
    for word in ("dates", "dated", "dating", "date")
    for way in ("from", "to", "back to")
)
_ON = (
    r"(?=[.;:)]|,(?!\d)|\s(?:the|an?|he|she|it|they|by|when|after|under|at|on|with|as|his|her|its|their|and|but"
    r"|or|to|until|for|in|into|was|were|is)\b|\Z)(?![.:]\d)"
)


def _between(match: re.Match[str], _today: date | None) -> str | None:
    low, high = match["y"], match["y2"]
    if low >= high:
        return None
    return f"{low}{'~' * bool(match['r'])}/{high}{'~' * bool(match['r2'])}"


def _year(match: re.Match[str], _today: date | None) -> str | None:
    return match["y"]


ROUGH_YEARS: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (
        frozenset(["from", "between"]),
        re.compile(
            rf"\b(?:from|between)\s{_BEGINS}\s(?:to|until|till|through|and)\s{_ENDS}\b(?![-–/]\d|[.,]\d)",
            re.ASCII | re.IGNORECASE,
        ),
        _between,
    ),
    (
        DIGIT,
        re.compile(rf"(?:{_AFTER_MARK}|{_MADE_ABOUT})(?P<y>1\d{{3}}|20\d\d){_ON}", re.ASCII),
        _year,
    ),
    (
        DIGIT,
        re.compile(r"(?<=\b[Aa]s\searly\sas\s)(?P<y>1[0-4]\d\d)\b(?![.,:]\d)", re.ASCII),
        _year,
    ),
    (DIGIT, re.compile(rf"(?:{_FROM_OLD})(?P<y>1[0-4]\d\d){_ON}", re.ASCII), _year),
)
"""First words, patterns and their readers; they are tried before the bare years."""
