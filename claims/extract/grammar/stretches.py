"""A sentence to its stretches between commas, and how far left of a verb its subject can stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.number_words import TENS, UNITS
from claims.text.calendar_names import CALENDAR

if TYPE_CHECKING:
    from claims.extract.grammar.syntax import Reading

DASHES = frozenset(["—", "–", "--"])
_FLOORS = frozenset([";", ":", "“", "”", '"', "?", "!"])
_UNQUOTED_FLOORS = _FLOORS - {"“", "”", '"'}
_BRACKETED = 12  # words in brackets within a subject: "Acme (NYSE: ACM) said"
COMMAS = DASHES | {","}
TIMES = CALENDAR | frozenset(
    """yesterday today morning afternoon evening night
    week month year weekend noon midnight ago later pm am time hours days weeks months years
    edt est utc gmt bst cet pst pdt""".split()
)
SPAN = 3
"""Words of a time that is counted from another."""
_COUNTERS = frozenset("a an the some several many".split()) | frozenset(UNITS) | frozenset(TENS)
_COUNTED = frozenset("later earlier before after ago".split())
_SPANS = TIMES | frozenset("hour day minute minutes decade decades".split())
_ONE = frozenset(["a", "an"])
_NO_NOUNS = frozenset("of in at on for to from with by and or who that which as".split())
_YEAR = 4  # digits
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)")
FURTHEST = 70  # words; no subject stands further left of its verb


def floor_of(r: Reading, end: int) -> int:
    """Where the stretch that can hold the subject of a verb at word `end` begins.

    >>> from claims.extract.grammar.syntax import read
    >>> floor_of(read("It fell; police said so.", ()), 4)
    3
    """
    k = end
    while k > 0 and end - k < FURTHEST:
        mark = r.words[k - 1]
        clock = mark.text == ":" and k < len(r.words) and mark.end == r.words[k].start
        if r.speech[k - 1] or (mark.text in _UNQUOTED_FLOORS and not clock):
            break
        k = _opened(r, k - 1)
    return k


def _opened(r: Reading, k: int) -> int:
    """Where brackets that close at word `k` open, so that no mark in them parts anything; else `k`."""
    if r.words[k].text != ")":
        return k
    near = range(k - 1, max(-1, k - _BRACKETED), -1)
    last = next((i for i in near if r.words[i].text in {"(", ")"}), k)
    return last if r.words[last].text == "(" else k


def stretches(r: Reading, floor: int, end: int) -> list[tuple[int, int]]:
    """The stretches of the words `floor` to `end` between commas, empty ones left out.

    >>> from claims.extract.grammar.syntax import read
    >>> stretches(read("In May, 2018, police said so.", ()), 0, 8)
    [(0, 4), (5, 8)]
    """
    out, start, depth = [], floor, 0
    for i in range(floor, end):
        mark = r.words[i].text
        if mark == "(":
            depth += 1
        elif mark == ")":
            depth = max(0, depth - 1)
        elif not depth and mark in COMMAS and not _in_date(r, i) and not _in_place(r, i):
            if start < i:
                out.append((start, i))
            start = i + 1
    if start < end:
        out.append((start, end))
    return out


def is_span(r: Reading, k: int) -> bool:
    """Whether a time that is counted from another begins at word `k`.

    >>> from claims.extract.grammar.syntax import read
    >>> is_span(read("An hour later police said so.", ()), 0)
    True
    """
    if k < 0 or k + SPAN > len(r.words) or r.lows[k + 2] not in _COUNTED:
        return False
    return (r.lows[k] in _COUNTERS or r.lows[k].isdigit()) and r.lows[k + 1] in _SPANS


def is_time(r: Reading, i: int) -> bool:
    """Whether word `i` tells a time; the magazine "Time" tells none.

    >>> from claims.extract.grammar.syntax import read
    >>> is_time(read("Time said so.", ()), 0)
    False
    """
    return r.lows[i] in TIMES and r.words[i].text != "Time"


def _in_date(r: Reading, i: int) -> bool:
    """Whether the comma only parts a year from its month: "in May, 2018"."""
    if r.words[i].text != "," or i + 1 >= len(r.words) or not i:
        return False
    year = r.lows[i + 1]
    return len(year) == _YEAR and year.isdigit() and r.lows[i - 1] in TIMES


def _in_place(r: Reading, i: int) -> bool:
    """Whether the comma only parts a town from its region before a noun: "a Salem, Oregon radio station"."""
    k = i
    while k and r.words[k - 1].is_capital and r.lows[k - 1] not in _ONE:
        k -= 1
    if r.words[i].text != "," or k == i or not k or r.lows[k - 1] not in _ONE:
        return False
    k = i + 1
    while k < len(r.words) and r.words[k].is_capital:
        k += 1
    noun = i + 1 < k < len(r.words) and r.words[k].is_word
    return noun and not r.finite[k] and r.lows[k] not in _NO_NOUNS


def is_day(r: Reading, i: int) -> bool:
    """Whether word `i` is the day behind a month.

    >>> from claims.extract.grammar.syntax import read
    >>> is_day(read("On May 8th Ann Lee left.", ()), 2)
    True
    """
    return i > 0 and r.lows[i - 1] in TIMES and _ORDINAL.fullmatch(r.lows[i]) is not None


def ends_in_name(r: Reading, segment: tuple[int, int]) -> bool:
    """Whether a stretch ends in at least two capitalised words.

    >>> from claims.extract.grammar.syntax import read
    >>> ends_in_name(read("She met Ann Lee.", ()), (0, 4))
    True
    """
    a, b = segment
    return b - a > 1 and r.words[b - 1].is_capital and r.words[b - 2].is_capital


def name_start(r: Reading, segment: tuple[int, int]) -> int:
    """Where the capitalised words begin in which a stretch ends.

    >>> from claims.extract.grammar.syntax import read
    >>> name_start(read("She met Ann Lee.", ()), (0, 4))
    2
    """
    k = segment[1]
    while k > segment[0] and r.words[k - 1].is_capital:
        k -= 1
    return k


def past_agent(r: Reading, start: int, stop: int) -> int:
    """Behind a participle and "by": "It was built by the bank, which denies it".

    >>> from claims.extract.grammar.syntax import read
    >>> past_agent(read("It was built by Lime, which denies it.", ()), 2, 5)
    4
    """
    for i in range(start + 1, min(start + 3, stop - 1)):
        if r.lows[i] == "by" and r.lows[i - 1].endswith(("ed", "en", "wn", "ilt", "ade")):
            return i + 1
    return start
