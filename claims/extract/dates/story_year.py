"""A day or month without its year, and the text before it, to the year that the text is telling of."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from functools import lru_cache

from claims.extract.dates.anniversaries import year_looked_back_to
from claims.extract.dates.calendar_words import month_number, pattern
from claims.extract.dates.deadlines import tells_past
from claims.extract.dates.outlook import (
    Outlook,
    heads_clause,
    is_since,
    lookback,
    outlook,
)
from claims.extract.dates.told_history import history_year
from claims.text.calendar_names import MONTH, WEEKDAY

_AHEAD = 90
"""Days; a day and month without a year lie at most this far in the future."""

_PLANNED, _NEAREST = 330, 183  # days ahead, where the text looks there
_IN_YEAR = re.compile(r"\b[Ii]n (1\d{3}|20\d\d)\b[^.!?\n]*$", re.ASCII)
_TO_DO_UNTIL = re.compile(r"\bto [a-z]+ [^.;:!?\n]{0,80}\b(?:until|till) the (?:[a-z]+ ){1,3}on \Z")
_SENTENCE = re.compile(r"[.!?;]\s|\n")
_TO_BE = re.compile(r"\b(?:will|shall|would|is to|are to|due|planned|scheduled)\b")
_HAD_BEEN = re.compile(r"\bhad\s(?:not\s|also\s|\w+ly\s)?(?:been|\w+ed|\w+n)\b[^.!?;\n]*\Z")
_STORY = 2000  # characters
_HEAD = re.compile(
    rf"^\W{{0,4}}(?:{WEEKDAY},?\s)?(?:\d{{1,2}}\s)?(?:(?:{MONTH})\s(?:\d{{1,2}},?\s)?)?(?P<y>1\d{{3}}|20\d\d)\W*$",
    re.ASCII | re.MULTILINE,
)
_ORIGIN = re.compile(
    r"\b(?:born|founded|established|formed|created|built|erected|opened|married|joined|elected)\b[^.!?\n]*\Z"
)
_ASIDE = re.compile(
    r",\s(?:who|which|whose|where|when|\w+ed|put|built|born|made|begun|set|cut|won|held)\b(?:[^,.!?\n]|[,.](?=\d))*,?\Z"
)
"""What leads to a year that only describes somebody or something: "the statue, put up in 1895, fell"."""

_NOW = re.compile(r"\b(?:has|have|is|are|will|now|today)\b")
_OF_YEAR = re.compile(
    r"\b[Tt]he (1\d{3}|20\d\d) [a-z][\w-]*(?: [a-z][\w-]*){0,2} (?:began|started|struck|hit|happened|occurred"
    r"|erupted|opened|broke out|took place|ended|(?:was|were) held)\b[^.!?;,\n]*$",
    re.ASCII,
)
"""An event named after its year: "The 2011 tsunami struck on 11 March"."""

_TOLD = pattern(r"\b(?:{D:d}\s(?:of\s)?)?{M:m}(?:\s{D:d2})?,?\s{Y:y}\b")
_OPENED = re.compile(r"(?:^|[.!?]\s+|\n)In (?P<y>1\d{3}|20\d\d)\b[^.!?\n]*[.!?]\s", re.ASCII)
_SAME_YEAR = re.compile(
    r"\b(?P<y>1\d{3}|20\d\d)\b(?:(?!\b(?:1\d{3}|20\d\d)\b)[^\n])*\b(?:that|the same) year\b"
    r"[^.!?\n]*[.!?]\s+[^.!?\n]*\Z",
    re.ASCII,
)
"""A year that the sentence before went on in: "in the summer of that year"."""

_END = re.compile(r"[.!?][\"”’)]?\s")
_OTHER = re.compile(
    r"\n|\b(?:born|founded|established|formed|created|built|launched|married|joined|elected|since|now|has|have|is|are|will|last|this|yesterday|today|ago"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
"""Words that bring the story back to the present."""

_CLAUSE = re.compile(
    r"[.!?;:,\n—–]|\b(?:that|for|said|until|till|by|before|from|to(?!\s(?:[A-Z]|(?:the|an?|his|her|its|their)\b)))\s"
)
_FAR = 260  # characters
_YEAR = re.compile(r"\b(?:1\d{3}|20\d\d)\b(?!,\d)", re.ASCII)
_NEWS, _RECENT = 31, 100
"""Days before publication that are of the news itself, even after a date of old or a bare year of old."""


def sentence_year(match: re.Match[str]) -> int | None:
    """The year that the sentence of a date has named."""
    before = lookback(match, 150)
    named = _IN_YEAR.search(before)
    if named is None:
        return None
    told = re.split(r"[.!?\n]", before[: named.start()])[-1]
    if _NOW.search(before, named.end(1)):
        return None  # "found in 1976, it has killed thousands since May"
    aside = before[named.end(1) :].startswith(",") and _ASIDE.search(told)
    return None if aside or _ORIGIN.search(told) else int(named[1])


def tells_of_old(match: re.Match[str], today: date) -> bool:
    """Whether the story before a date has named a year further back than the last one."""
    return any(int(year) < today.year - 1 for year in _YEAR.findall(lookback(match, _FAR)))


def year_for(match: re.Match[str], month: int, day: int, today: date) -> int:
    """The year the text names, else the one that brings the day nearest, the past preferred."""
    named = sentence_year(match) or heading_year(match)
    if named:
        return named
    seen = outlook(match)
    gap = (date(today.year, month, min(day, 28)) - today).days
    limit = {Outlook.BACK: _AHEAD, Outlook.NEAREST: _NEAREST, Outlook.AHEAD: _PLANNED}[seen]
    if _TO_DO_UNTIL.search(lookback(match, _FAR)):
        limit = _PLANNED  # "named him to lead it until the vote on 28 September"
    elif is_since(match) or (seen is Outlook.BACK and _was(match)):
        limit = 0
    year = today.year - (gap > limit) + (gap < limit - 365)
    return (seen is Outlook.BACK and carried_year(match, month, day, today)) or year


def heading_year(match: re.Match[str]) -> int | None:
    r"""The year of the date that the lines before a date are headed by, in a chronicle of years.

    >>> heading_year(re.search("in May", "1998\nIt fell.\n\n2014\nIt opened in May."))
    2014
    """
    heads = _year_heads(match.string)
    at = bisect_left(heads, (match.start(),)) - 1
    return heads[at][1] if at >= 0 else None


@lru_cache(maxsize=4)  # each date of a text asks for them
def _year_heads(text: str) -> tuple[tuple[int, int], ...]:
    """Where the lines stand that are nothing but a date with its year, and the years; none for one alone."""
    heads = tuple((m.start(), int(m["y"])) for m in _HEAD.finditer(text))
    return heads if len({year for _, year in heads}) > 1 else ()


def _was(match: re.Match[str]) -> bool:
    """Whether a verb of the past leads to the date in its own clause."""
    before = lookback(match, _FAR)
    clause = _CLAUSE.split(before)[-1].lower()
    if tells_past(clause) or not before.endswith(", on "):
        return tells_past(clause)
    # "Two died that week and a third, Bo Lee, on 2 December"
    sentence = _SENTENCE.split(before)[-1].lower()
    return tells_past(sentence) and _TO_BE.search(sentence) is None


def looked_back_from(match: re.Match[str], month: int) -> int | None:
    """The year of a month since which something had been so on a day told: "had been shut since August".

    >>> text = "It fell on 3 May 2019. The lift had been shut since August"
    >>> looked_back_from(re.search("August", text), 8)
    2018
    """
    if _HAD_BEEN.search(lookback(match, _FAR)) is None:
        return None
    told = next(reversed(list(_TOLD.finditer(lookback(match, _STORY)))), None)
    if told is None:
        return None
    return int(told["y"]) - (month > month_number(told["m"]))


def carried_year(match: re.Match[str], month: int, day: int | None, today: date) -> int | None:
    """The year of old that the story before a date stands in, None where it is of the news.

    >>> text = "It began on 23 October 1956. On 4 November tanks came"
    >>> carried_year(re.search("4 November", text), 11, 4, date(2019, 6, 12))
    1956
    """
    told = _told_year(match, month, day, today)
    if told is None:
        return year_looked_back_to(match, month, today) or history_year(match, month, day, today)
    return told or None


def _told_year(match: re.Match[str], month: int, day: int | None, today: date) -> int | None:
    """The year of old that a date or the sentence before names, 0 where that is of the news."""
    before = lookback(match, _FAR)
    named = _OF_YEAR.search(before)
    if named:
        return int(named[1])
    since = (today - date(today.year, month, min(day or 28, 28))).days % 365
    told = next(reversed(list(_TOLD.finditer(before))), None)
    if told is not None:
        near = since <= _NEWS and month_number(told["m"]) != month
        return 0 if near else _from_date(match, told, (month, day), today)
    same = _SAME_YEAR.search(before) if heads_clause(match) else None
    if same is not None and int(same["y"]) < today.year:
        return int(same["y"])
    opened = _OPENED.search(before) if since > _RECENT and heads_clause(match) else None
    if opened is None or _OTHER.search(before, opened.start("y")):
        return None
    if _YEAR.search(before, opened.end("y")):
        return None  # "In 1994 they left and by 1996 came back. On 3 October"
    ends = len(_END.findall(before, opened.end() - 2))
    return int(opened["y"]) if ends == 1 and int(opened["y"]) < today.year - 1 else None


def _from_date(
    match: re.Match[str], told: re.Match[str], wanted: tuple[int, int | None], today: date
) -> int | None:
    """The year of a date that stands in the same sentence or in the one before."""
    before, year = told.string, int(told["y"])
    ends = len(_END.findall(before, told.end()))
    if year >= today.year or ends > 1 or (ends and not heads_clause(match)):
        return None
    if _OTHER.search(before, max(0, before.rfind(".", 0, told.start()) + 1)):
        return None
    month, day = month_number(told["m"]), int(told["d"] or told["d2"] or 1)
    return year if (month, day) <= (wanted[0], wanted[1] or 31) else None
