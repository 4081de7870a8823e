"""Dates counted from one met before in the text ("the following day", "32 years later") to EDTF."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import (
    SEASONS,
    WEEKDAYS,
    count_of,
    day_of,
    days_from,
    full_date,
    month_number,
    months_from,
    pattern,
)
from claims.extract.dates.date_openings import COUNT, DIGIT, MONTH, SEASON
from claims.extract.dates.lone_seasons import BEGINS

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[re.Match[str], str], str | None]

_STEPS = {
    "that": 0,
    "same": 0,
    "following": 1,
    "next": 1,
    "after": 1,
    "later": 1,
    "afterwards": 1,
    "previous": -1,
    "preceding": -1,
    "before": -1,
    "earlier": -1,
}


_YEAR = 4  # digits
_MONTHS = 11  # from the first of a year to the last
_WEEK = 6  # days from Monday to Sunday


def _year_of(anchor: str) -> int | None:
    first, _, last = anchor.partition("/")
    match = re.match(r"\d{4}", first)
    apart = last[:_YEAR].isdigit() and last[:_YEAR] != first[:_YEAR]  # "between 2020 and 2023"
    return int(match[0]) if match and not apart else None


def _month_of(anchor: str) -> tuple[int, int] | None:
    match = re.match(r"(\d{4})-(0[1-9]|1[0-2])(?!\d)", anchor)
    return (int(match[1]), int(match[2])) if match else None


def _is_week(first: str, last: str) -> bool:
    begin, end = full_date(first), full_date(last)
    return (
        begin is not None
        and end is not None
        and begin.weekday() == 0
        and (end - begin).days == _WEEK
    )


def _is_year(first: str, last: str) -> bool:
    """Whether a stretch is of twelve months, which tells of its last one: "in the year to October"."""
    begun, ended = _month_of(first), _month_of(last)
    return (
        begun is not None
        and ended is not None
        and (ended[0] - begun[0]) * 12 + ended[1] - begun[1] == _MONTHS
    )


def _years_on(first: str, last: str, count: int) -> str | None:
    """A stretch so many years on; null beyond the calendar. One that ends with February does so again."""
    begun, ended = (int(end[:4]) + count for end in (first, last))
    if begun < date.min.year or ended > date.max.year:
        return None
    ends = f"-02-{monthrange(ended, 2)[1]}" if last[4:] in {"-02-28", "-02-29"} else last[4:]
    return f"{begun:04}{first[4:].replace('-02-29', '-02-28')}/{ended:04}{ends}"


def shifted(anchor: str, unit: str, count: int) -> str | None:
    """`anchor` moved by so many units, as exact as both allow.

    >>> shifted("2021-08-31", "weeks", -2), shifted("2021", "days", 3)
    ('2021-08-17', None)
    """
    unit = unit.lower().rstrip("s")
    first, _, last = anchor.partition("/")
    if unit in {"day", "night"} and _is_week(first, last):
        return None  # a day after one in it that nobody has told
    whole = last != "" and _is_year(first, last)
    if whole and unit == "year":
        return _years_on(first, last, count)
    late = count > 0 or (unit == "month" and whole)
    anchor = last if last and late else first  # what came later came after the end
    if unit == "decade":
        count, unit = count * 10, "year"
    year, month, day = _year_of(anchor), _month_of(anchor), full_date(anchor)
    if unit == "year":
        held = year is not None and 0 < year + count <= date.max.year
        return f"{(year or 0) + count:04}" if held else None
    if unit == "month":
        return months_from(*month, count) if month else None
    if unit in {"week", "fortnight"}:
        return days_from(day, count * (7 if unit == "week" else 14)) if day else None
    return days_from(day, count) if day else None


def _counted(match: re.Match[str], anchor: str) -> str | None:
    return shifted(anchor, match["unit"], count_of(match["n"]) * _STEPS[match["which"].lower()])


def _stepped(match: re.Match[str], anchor: str) -> str | None:
    return shifted(anchor, match["unit"], _STEPS[match["which"].lower()])


def _same_or_next(match: re.Match[str], anchor: str) -> str | None:
    which = (match["which"] or "that").lower()
    unit = match["unit"].lower()
    if _STEPS[which] == 0 and (unit == "week" or ("/" in anchor and unit not in {"month", "year"})):
        return None  # a day in it is known, the week is not the day; nor is one of a weekend
    if unit == "year" and _STEPS[which] == 0 and _year_of(anchor) is None:
        return None  # "between 2020 and 2023"
    return (
        _month_before(anchor)
        if unit == "month" and _STEPS[which] < 0
        else shifted(anchor, unit, _STEPS[which])
    )


def _month_before(anchor: str) -> str | None:
    """The month before a date; of two months beside each other the first: "between May and June"."""
    first, last = (_month_of(end) for end in (anchor.partition("/")[0], anchor.partition("/")[2]))
    told = shifted(anchor, "month", -1)
    before = months_from(*last, -1) if last else None
    return anchor.partition("/")[0] if first and before == anchor.partition("/")[0] else told


def _day_of_month(match: re.Match[str], anchor: str) -> str | None:
    """A day of the month that the date before it is of: "on the 14th"."""
    month, begun = _month_of(anchor), full_date(anchor)
    day = int(match["d"])
    if month is None or "/" in anchor or (begun is not None and day < begun.day):
        return None
    return day_of(*month, day)


def _end_of(match: re.Match[str], anchor: str) -> str | None:
    """The month or year of the date before it: "by the end of the month"."""
    told = shifted(anchor, match["unit"], 0)
    return told if told != anchor else None


def _weekday(match: re.Match[str], anchor: str) -> str | None:
    day, wanted = full_date(anchor), WEEKDAYS.index(match["w"].lower())
    if day is None:
        return None
    if _STEPS[match["which"].lower()] < 0:
        return days_from(day, -((day.weekday() - wanted - 1) % 7 + 1))
    return days_from(day, (wanted - day.weekday() - 1) % 7 + 1)


def _of_that_year(match: re.Match[str], anchor: str) -> str | None:
    """A day or month of the year named before it, as in "9 November of that year"."""
    year = _year_of(anchor)
    month, day = match["m"] or match["m2"], match["d"] or match["d2"]
    if year is None:
        return None
    return (
        day_of(year, month_number(month), int(day))
        if day
        else f"{year:04}-{month_number(month):02}"
    )


def _begun_in(anchor: str) -> int | None:
    """The month that a day, month or season begins in."""
    season = re.fullmatch(r"\d{4}-(2[1-4])", anchor)
    if season:
        return 3 * (int(season[1]) - 20)
    known = _month_of(anchor)
    return known[1] if known else None


def _next_season(match: re.Match[str], anchor: str) -> str | None:
    """The season or month after a date: "the following spring"."""
    year, begun = _year_of(anchor), _begun_in(anchor)
    month = month_number(match["m"]) if match["m"] else BEGINS[match["s"].lower()]
    if year is None:
        return None
    if _STEPS[match["which"].lower()] < 0:
        year -= begun is None or month >= begun
    else:
        year += begun is None or month <= begun
    return f"{year:04}-{month:02}" if match["m"] else f"{year:04}-{SEASONS[match['s'].lower()]}"


def _season(match: re.Match[str], anchor: str) -> str | None:
    year = _year_of(anchor)
    return f"{year:04}-{SEASONS[match['s'].lower()]}" if year else None


def _month(match: re.Match[str], anchor: str) -> str | None:
    """A month of the year named before it, as in "that November"."""
    year = _year_of(anchor)
    return f"{year:04}-{month_number(match['m']):02}" if year else None


def _months_of_that_year(match: re.Match[str], anchor: str) -> str | None:
    """Months of the year named before them: "from June to September that year"."""
    year = _year_of(anchor)
    first, last = month_number(match["m"]), month_number(match["m2"])
    return f"{year:04}-{first:02}/{year:04}-{last:02}" if year and first < last else None


ANCHORED: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (
        DIGIT | MONTH,
        pattern(r"\b(?:{D:d}\s{M:m}|{M:m2}(?:\s{D:d2})?),?\s(?:of\s)?(?:that|the\ssame)\syear\b"),
        _of_that_year,
    ),
    (
        frozenset(["from", "between"]),
        pattern(
            r"\b(?:[Ff]rom|[Bb]etween)\s{M:m}\s(?:to|until|through|and)\s{M:m2}"
            r",?\s(?:of\s)?(?:that|the\ssame)\syear\b"
        ),
        _months_of_that_year,
    ),
    (
        COUNT,
        pattern(
            r"(?<!\bwithin\s){N:n}\s(?P<unit>years?|decades?|months?|fortnights?|weeks?|days?|nights?)"
            r"\s(?P<which>later|earlier|afterwards|before(?=\s?[.,;]|\shad\b)|after(?=\sthat"
            r"(?:\s?[.,;:]|\s(?:the|an?|he|she|it|they|we|I|his|her|its|their)\b|\s(?-i:[A-Z])|$)))(?!\s(?:this|than))\b",
            any_case=True,
        ),
        _counted,
    ),
    (
        frozenset(["the", "that"]),
        re.compile(
            r"\b(?:the\s(?P<which>same|following|next|previous|preceding)|(?P<that>that)(?:\ssame)?)\s"
            r"(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b(?!-|[’'](?!s\s))",
            re.IGNORECASE,
        ),
        _same_or_next,
    ),
    (
        frozenset(["the"]),
        re.compile(
            r"\bthe\s(?P<unit>day|night|morning|afternoon|evening|year|month|week)\s(?P<which>before|after)(?:\sthat)?"
            r"(?=\s?[.,;:]|$|\shad\b)",
            re.IGNORECASE,
        ),
        _stepped,
    ),
    (
        frozenset(["by", "before", "until", "at"]),
        re.compile(
            r"\b(?:by|before|until|at)\sthe\s(?:end|close)\sof\sthe\s(?P<unit>month|year)\b(?![-’'])",
            re.IGNORECASE,
        ),
        _end_of,
    ),
    (
        frozenset(["the"]),
        pattern(r"\b(?:[Tt]he\s)(?P<which>following|previous|preceding)\s{W:w}\b"),
        _weekday,
    ),
    (
        frozenset("on of by until since before after".split()),
        re.compile(
            r"\b(?:[Oo]n(?:\sthe\s(?:night|morning|evening|afternoon)\sof)?|[Bb]y|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter)"
            r"\sthe\s(?P<d>[12]?\d|3[01])(?:st|nd|rd|th)"
            r"(?=\s?[.,;:)]|$|\s(?:and|but|when|while|as|with|after|before)\b)"
        ),
        _day_of_month,
    ),
    (frozenset(["that"]), pattern(r"\b[Tt]hat\s{S:s}\b"), _season),
    (
        frozenset(["that"]),
        pattern(
            r"\b(?<!of )(?:That|that(?!\s\w+\s[A-Z]))\s{M:m}(?!\w)(?!\s(?:\d|ha[ds]|is|was|will|would))"
        ),
        _month,
    ),
    (SEASON, pattern(r"\b{S:s}\sof\s(?:that|the\ssame)\syear\b", any_case=True), _season),
    (
        frozenset(["the"]),
        pattern(r"\b[Tt]he\s(?P<which>following|next|previous|preceding)\s(?:{S:s}\b|{M:m}(?!\w))"),
        _next_season,
    ),
)
"""First words, patterns and their readers; each is given the EDTF of the last date before it."""
