"""Dates a count of days, weeks, months or years away from the present ("25 years ago this month") to EDTF."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import (
    COUNTS,
    WEEKDAYS,
    count_of,
    day_of,
    days_from,
    days_on,
    month_number,
    months_from,
    pattern,
)
from claims.extract.dates.date_openings import COUNT
from claims.text.calendar_names import WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[re.Match[str], date], str | None]

_UNIT = r"(?P<unit>years?|decades?|months?|fortnights?|weeks?|days?|nights?)"
_FEWEST_OF_AGES = 1000
"""Years; what is longer ago is told in round numbers that name no year."""

_RANGE = re.compile(
    r"(?:\d|\b(?:" + "|".join(sorted(COUNTS, key=len, reverse=True)) + r"))"
    r"(?:\s(?:to|or)\s|\s?[-–]\s?)(?:an?\s)?\Z",
    re.IGNORECASE,
)
"""A count before the count: "four to six weeks ago" names no day."""

_LEAD = 16  # characters
_TAIL = (
    r"(?:(?P<tail>,?\sto\sthe\sday|\s(?:today|tomorrow|yesterday"
    rf"|(?:this|last|next)\s(?:week|month|{WEEKDAY})"
    rf"|(?:on\s)?{WEEKDAY}(?!,?\s(?:the\s)?(?:(?-i:[A-Z])\w+\.?\s)?\d)))"
    r"\b(?![’']))?"
)
_DAYS_OFF = {"to the day": 0, "today": 0, "tomorrow": 1, "yesterday": -1}
_STEPS = {"last": -1, "this": 0, "next": 1}


def _counted(match: re.Match[str], today: date, sign: int) -> str | None:
    count, unit = count_of(match["n"]) * sign, match["unit"].lower().rstrip("s")
    if abs(count) >= _FEWEST_OF_AGES or _RANGE.search(
        match.string, max(0, match.start() - _LEAD), match.start()
    ):
        return None
    if unit == "decade":
        count, unit = count * 10, "year"
    if unit == "year":
        return f"{today.year + count:04}" if 0 < today.year + count <= date.max.year else None
    if unit == "month":
        return months_from(today.year, today.month, count)
    return days_from(today, count * {"fortnight": 14, "week": 7, "day": 1, "night": 1}[unit])


def _ago(match: re.Match[str], today: date) -> str | None:
    """A count back, made exact by words such as "to the day" or "this month"."""
    told, tail = (
        _counted(match, today, -1),
        re.sub(r"[\s,]+", " ", match["tail"] or "").strip().lower(),
    )
    if told is None or not tail:
        return told
    unit = match["unit"].lower().rstrip("s")
    if unit in {"year", "decade"}:
        return _in_that_year(int(told), tail, today) or told
    if unit in {"week", "fortnight"} and tail.rpartition(" ")[2] in WEEKDAYS:
        return _weeks_before(date.fromisoformat(told), tail)
    if tail in _DAYS_OFF and unit != "month":
        return days_from(date.fromisoformat(told), _DAYS_OFF[tail])
    return told


def _in_that_year(year: int, tail: str, today: date) -> str | None:
    """The day, week or month of an anniversary, None where only its year is sure."""
    day = day_of(year, today.month, today.day)
    which, _, unit = tail.partition(" ")
    if unit == "month":
        return months_from(year, today.month, _STEPS[which])
    if day is None or tail.rpartition(" ")[2] in WEEKDAYS:
        return None
    at = date.fromisoformat(day)
    if unit == "week":
        return days_on(at + timedelta(weeks=_STEPS[which], days=-at.weekday()), 7)
    return days_from(at, _DAYS_OFF[tail])


def _weeks_before(day: date, tail: str) -> str | None:
    """The weekday that `tail` names, counted from so many weeks ago: "a week ago on Sunday"."""
    wanted = WEEKDAYS.index(tail.rpartition(" ")[2])
    if tail.startswith("next"):
        return days_from(day, (wanted - day.weekday() - 1) % 7 + 1)
    return days_from(day, -((day.weekday() - wanted) % 7))


def _from_now(match: re.Match[str], today: date) -> str | None:
    return _counted(match, today, 1)


def _part_of_century(match: re.Match[str], today: date) -> str | None:
    """As in "half a century ago", which is as round a count as "fifty years ago"."""
    years = {"half": 50, "quarter": 25}[(match["half"] or match["part"]).lower()]
    return f"{today.year - years:04}" if today.year > years else None


def _month_back(match: re.Match[str], today: date) -> str | None:
    """A month or day of the year so many years back: "two years ago, in May"."""
    year, month = today.year - count_of(match["n"]), month_number(match["m"])
    if year < 1:
        return None
    return day_of(year, month, int(match["d"])) if match["d"] else f"{year:04}-{month:02}"


COUNTED: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (
        COUNT,
        pattern(
            r"{N:n}\s[Yy]ears?\s[Aa]go,?\s(?:in|on|this|last)\s{M:m}(?:\s{D:d}\b)?(?!\w|,?\s\d)",
            any_case=True,
        ),
        _month_back,
    ),
    (COUNT, pattern(rf"{{N:n}}\s{_UNIT}\sago\b{_TAIL}", any_case=True), _ago),
    (
        COUNT,
        pattern(
            r"{N:n}\s(?P<unit>years?)\s(?P<tail>today|this\s(?:week|month))\ssince\b", any_case=True
        ),
        _ago,
    ),
    (
        frozenset(["half", "a", "quarter"]),
        re.compile(
            r"\b(?:(?P<half>half)[\s-](?:a[\s-])?century|(?:a\s)?(?P<part>quarter)[\s-](?:of\sa\s)?century)\sago\b",
            re.IGNORECASE,
        ),
        _part_of_century,
    ),
    (
        COUNT,
        pattern(rf"{{N:n}}\s{_UNIT}(?:[’']s?\stime|\sfrom\snow)\b", any_case=True),
        _from_now,
    ),
)
"""First words, patterns and their readers; they are tried before "this month" and the weekdays."""
