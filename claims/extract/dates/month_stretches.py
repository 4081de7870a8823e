"""Stretches told by their length and end ("the three months to September"), and the same ones again.

"Compared with 288 in the same period of 2023" is of those months in the other year.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import (
    COUNTS,
    ORDINALS,
    count_of,
    day_of,
    days_from,
    months_from,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    Dated = tuple[int, int, str]

_COUNT = r"(?:\d{1,2}|" + "|".join(sorted(COUNTS, key=len, reverse=True)) + ")"
_TOLD = re.compile(
    rf"(?<!\bfrom )(?<!\bby )\b(?:(?P<n>{_COUNT})(?:\s|-(?=\w+\speriod))"
    r"(?P<units>years?|quarters?|months?|weeks?)"
    r"|(?:the|financial|fiscal|full|this|last)\s(?P<unit>year|half[\s-]year|half|quarter|week))"
    r"(?:\speriod)?\s(?:to|through|ended|ending|until|up\sto)\s(?:(?:in|on)\s)?"
    r"(?:(?:the\s)?end(?:\sof\s|[\s-])|(?:late|early|mid)[\s-])?",
    re.IGNORECASE,
)
_UNIT_TO = re.compile(
    r"(?:year|half|quarter|month|week)s?(?:\speriod)?\s(?:to|through|ended|ending|until|up\sto)\s",
    re.IGNORECASE,
)
_SAME = re.compile(
    rf"\bthe\s(?:same|corresponding)\s(?:{_COUNT}[\s-])?(?:periods?|months?|quarter|half|(?:day|date)"
    r"(?=,?\s(?:(?:of|in)\s)?(?:last\syear|the\s(?:previous\syear|year\sbefore)|(?:a|one)\syear\s(?:ago|before|earlier)"
    r"|(?:19|20)\d\d)\b))(?:\speriod)?\b(?![’'-])",
    re.IGNORECASE,
)
_BARE_ORDINAL = re.compile(
    r"\bin the (?P<n>first|second|third|fourth)(?=\s?[.,;)]|$|\s(?:and|but|while)\b)"
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_THE_QUARTER = re.compile(
    r"\b(?:in|for|during|over)\sthe\squarter\b(?!\s(?:to|through|end(?:ed|ing|s)?|until|up|of|before|after"
    r"|when|from|between|since)\b|[’'-])"
)
_MONTH = 7  # characters of a month
_OF = re.compile(r",?\s(?:(?:of|in|from|the|to|for)\s)*")
_MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1}
_WEEK = 7
_NEAR = 600  # characters
_BACK = 8  # dates
_YEAR = re.compile(r"\d{4}")
_WITHIN_YEAR = re.compile(r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?(?:/\d{4}-(?:0\d|1[0-2])(?:-\d\d)?)?\Z")


def with_stretches(text: str, found: Sequence[Dated]) -> list[Dated]:
    """The dates in order, one that ends a stretch of told length as that stretch.

    >>> with_stretches("the three months to June", [(17, 24, "2024-06")])
    [(17, 24, '2024-04/2024-06')]
    """
    made = sorted(found)
    for match in _TOLD.finditer(text) if made and _UNIT_TO.search(text) else ():
        at = bisect_right(made, match.end(), key=lambda one: one[0]) - 1
        if at < 0 or match.end() >= made[at][1]:
            continue
        start, end, edtf = made[at]
        begun = _begun(match, edtf)
        if begun and begun < edtf:
            made[at] = (start, end, f"{begun}/{edtf}")
    return made


def _begun(match: re.Match[str], edtf: str) -> str | None:
    """The first year, month or day of the stretch that ends with `edtf`."""
    unit = re.split(r"[\s-]", (match["units"] or match["unit"]).lower())[0].rstrip("s")
    count = count_of(match["n"]) if match["n"] else 1
    parts = edtf.split("-")
    if not all(part.isdigit() for part in parts) or not count:
        return None
    year, months = int(parts[0]), count * _MONTHS.get(unit, 0)
    match len(parts):
        case 1:
            return f"{year - count + 1:04}" if unit == "year" and year - count + 1 > 0 else None
        case 2:
            return months_from(year, int(parts[1]), 1 - months) if months else None
        case _:
            return _first_day(date.fromisoformat(edtf), months, count * _WEEK)


def _first_day(last: date, months: int, days: int) -> str | None:
    if not months:
        return days_from(last, 1 - days)
    month = months_from(last.year, last.month, -months)
    if month is None:
        return None
    before = day_of(int(month[:4]), int(month[5:]), last.day)
    if before is None or days_from(last, 1) == f"{months_from(last.year, last.month, 1)}-01":
        after = months_from(last.year, last.month, 1 - months)
        return f"{after}-01"
    return days_from(date.fromisoformat(before), 1)


def with_same(text: str, found: Sequence[Dated]) -> list[Dated]:
    """The dates in order, with "the same period" of them, in their year or in one told beside it.

    >>> dates = [(0, 16, "2024-05/2024-06"), (44, 48, "2023")]
    >>> with_same("May to June 2024, and in the same period of 2023", dates)
    [(0, 16, '2024-05/2024-06'), (25, 48, '2023-05/2023-06')]
    """
    made = list(found)
    again: set[int] = set()  # where periods told by "the same" begin
    for match in _SAME.finditer(text) if made else ():
        at = bisect_right(made, match.start(), key=lambda one: one[0])
        told = _told_before(match, made[max(0, at - _BACK) : at], again)
        if told is None:
            continue
        beside = _OF.match(text, match.end())
        if made[at - 1][0] == match.start():
            del made[at - 1]  # "the same month", read before
            at -= 1
        ahead = made[at] if at < len(made) else None
        if ahead and beside and ahead[0] == beside.end() and _YEAR.fullmatch(ahead[2]):
            year = int(ahead[2])
            if text[ahead[0] : ahead[1]].endswith(("earlier", "before")):
                year += int(told[2].rpartition("/")[2][:4]) - int(
                    told[2][:4]
                )  # counted from its first
            made[at] = (match.start(), ahead[1], _in_year(told[2], year))
        elif ahead is None or ahead[0] >= match.end():
            made.insert(at, (match.start(), match.end(), told[2]))
        else:
            continue
        again.add(match.start())
    return made


def with_quarter(text: str, found: Sequence[Dated]) -> list[Dated]:
    """The dates in order, with "in the quarter" as the first quarter told, which the news is of.

    >>> with_quarter("April to June 2024. It lost 2 in the quarter", [(0, 18, "2024-04/2024-06")])
    [(0, 18, '2024-04/2024-06'), (30, 44, '2024-04/2024-06')]
    """
    made = list(found)
    if "the quarter" not in text:
        return made
    told = next((one for one in made if _is_quarter(one[2])), None)
    for match in _THE_QUARTER.finditer(text) if told else ():
        at = bisect_right(made, match.start(), key=lambda one: one[0])
        if told and told[0] < match.start() and (at == len(made) or made[at][0] >= match.end()):
            made.insert(at, (match.start(), match.end(), told[2]))
    return made


def with_ordinal_quarters(text: str, found: Sequence[Dated]) -> list[Dated]:
    """The dates in order, with the quarter that a bare ordinal means behind another: "in the second".

    >>> with_ordinal_quarters("in the third quarter, 1% in the second.", [(3, 20, "2024-07/2024-09")])
    [(3, 20, '2024-07/2024-09'), (25, 38, '2024-04/2024-06')]
    """
    made = list(found)
    if "quarter" not in text:
        return made
    for match in _BARE_ORDINAL.finditer(text):
        at = bisect_right(made, match.start(), key=lambda one: one[0])
        told = made[at - 1] if at else None
        if told is None or not _is_quarter(told[2]) or "quarter" not in text[told[0] : told[1]]:
            continue
        if not _SENTENCE_END.search(text, told[1], match.start()):
            last = _MONTHS["quarter"] * ORDINALS[match["n"]]
            year = int(told[2][:4]) - (last > int(told[2][-2:]))
            made.insert(at, (*match.span(), f"{year:04}-{last - 2:02}/{year:04}-{last:02}"))
    return made


def _is_quarter(edtf: str) -> bool:
    """Whether a stretch is of three months."""
    first, _, last = edtf.partition("/")
    if len(first) != _MONTH or len(last) != _MONTH:
        return False
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:]) == _MONTHS[
        "quarter"
    ] - 1


def _told_before(match: re.Match[str], before: Sequence[Dated], again: set[int]) -> Dated | None:
    """The last stretch told before `match`, past bare years; a month where it is of one."""
    years = {one[2] for one in before[-2:] if _YEAR.fullmatch(one[2])}
    if len(years) > 1:
        return None  # "12 in 1990, 8 in 2023: fewer over the same period"
    for one in reversed(before):
        if one[0] in again or one[0] == match.start() or _YEAR.fullmatch(one[2]):
            continue
        alone = match[0].lower().endswith(("month", "day", "date")) and not one[2].endswith(
            "-02-29"
        )
        fits = _WITHIN_YEAR.match(one[2]) and ("/" in one[2] or alone)
        return one if fits and match.start() - one[1] <= _NEAR else None
    return None


def _in_year(edtf: str, year: int) -> str:
    """The same months with the last of them in another year."""
    first, _, last = edtf.partition("/")
    if not last:
        return f"{year:04}{first[4:]}"
    return f"{year - int(last[:4]) + int(first[:4]):04}{first[4:]}/{year:04}{last[4:]}"
