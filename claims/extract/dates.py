"""Dates in running text to EDTF (ISO 8601-2), those relative to the publication date resolved.

A weekday is the nearest one up to publication, or the next one after "next" or a word of the future;
a month without a year is the latest one that had begun at publication.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.extract.quantities import quantities

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = (
    "january february march april may june july august september october november december".split()
)
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

_MONTH = (
    r"(?P<{0}>(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?P<{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>1\d{{3}}|20\d\d)"
_COUNT = (
    r"(?P<{0}>an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|\d{{1,3}})"
)


def _pattern(template: str) -> re.Pattern[str]:
    """`template` with {M:x}, {D:x}, {Y:x}, {N:x} for a named month, day, year and count."""
    parts = {"M": _MONTH, "D": _DAY, "Y": _YEAR, "N": _COUNT}
    return re.compile(re.sub(r"\{(\w):(\w+)\}", lambda m: parts[m[1]].format(m[2]), template))


_AHEAD = 90
"""Days; a day and month without a year lie at most this far in the future."""

_NEAR = 600
"""Characters in which a year counts as named before."""


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
    today = _full_date(published)
    found: list[DateMention] = []
    taken = bytearray(len(text))
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(taken[start:end]):
                continue
            edtf = read(match, today)
            if edtf is None:
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append(DateMention(edtf, match[0], start + offset, end + offset))
    return tuple(sorted(found, key=lambda d: d.start))


def _full_date(published: str | None) -> date | None:
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", published or "")
    if match is None or not 1 <= int(match[2]) <= len(MONTHS):
        return None
    year, month, day = (int(part) for part in match.groups())
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _month_number(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _day(year: int, month: int, day: int) -> str | None:
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= monthrange(year, month)[1] else None


def _absolute(match: re.Match[str], _today: date | None) -> str | None:
    parts = match.groupdict()
    first = _day(int(parts["y"]), _month_number(parts["m"]), int(parts["d"]))
    if not parts.get("d2"):
        return first
    second = _day(int(parts["y"]), _month_number(parts.get("m2") or parts["m"]), int(parts["d2"]))
    return f"{first}/{second}" if first and second else None


def _year_month(match: re.Match[str], _today: date | None) -> str | None:
    return f"{match['y']}-{_month_number(match['m']):02}"


def _nearest_year(month: int, day: int, today: date) -> int:
    """The year that brings month and day nearest to `today`, the past preferred."""
    gap = (date(today.year, month, min(day, 28)) - today).days
    return today.year - (gap > _AHEAD) + (gap < _AHEAD - 365)


def _month_day(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    parts = match.groupdict()
    month, day = _month_number(parts["m"]), int(parts["d"])
    year = _nearest_year(month, day, today)
    first = _day(year, month, day)
    if not parts.get("d2"):
        return first
    second = _day(year, _month_number(parts.get("m2") or parts["m"]), int(parts["d2"]))
    return f"{first}/{second}" if first and second else None


def _lone_month(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    month = _month_number(match["m"])
    year = today.year - (month > today.month)
    lead = match["lead"].lower()
    if lead.startswith("last"):
        year = today.year - (month >= today.month)
    elif lead.startswith("next"):
        year = today.year + (month <= today.month)
    elif lead.startswith("this"):
        year = today.year
    return f"{year}-{month:02}"


def _weekday(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    wanted = WEEKDAYS.index(match["w"].lower())
    back = (today.weekday() - wanted) % 7
    lead = (match["lead"] or "").lower()
    before = match.string[max(0, match.start() - 60) : match.start()].lower()
    if lead.startswith("next") or (lead != "last" and _FUTURE.search(before)):
        return (today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)).isoformat()
    if lead.startswith("last") and back == 0:
        back = 7
    return (today - timedelta(days=back)).isoformat()


_FUTURE = re.compile(
    r"\b(?:will|would|(?:set|due|scheduled|expected|planned|going) (?:to|for)|is to|are to)\b"
    r"(?:[^\w.!?]+\w+){0,6}[^\w.!?]*$"
)


def _named_day(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    word = match[0].lower()
    days = -1 if word in {"yesterday", "last night", "overnight"} else word == "tomorrow"
    return (today + timedelta(days=int(days))).isoformat()


def _span_of_time(match: re.Match[str], today: date | None) -> str | None:
    """A week, month, weekend or year counted from the present one, as in "last week"."""
    if today is None:
        return None
    step = {"last": -1, "previous": -1, "this": 0, "next": 1}[match["which"].lower()]
    unit = match["unit"].lower()
    if unit == "year":
        return f"{today.year + step}"
    if unit == "month":
        return _months_away(today, step)
    if unit == "weekend":
        saturday = today - timedelta(days=(today.weekday() + 2) % 7)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _months_away(today: date, months: int) -> str:
    at = today.year * 12 + today.month - 1 + months
    return f"{at // 12}-{at % 12 + 1:02}"


def _ago(match: re.Match[str], today: date | None) -> str | None:
    if today is None:
        return None
    count = 1 if match["n"] in {"a", "an"} else int(quantities(match["n"] + " units")[0].value)
    unit = match["unit"].lower()
    if unit.startswith("decade"):
        count, unit = count * 10, "year"
    if unit.startswith("year"):
        return f"{today.year - count:04}" if today.year > count else None
    if unit.startswith("month"):
        return _months_away(today, -count)
    days = count * (7 if unit.startswith("week") else 1)
    return (today - timedelta(days=days)).isoformat()


def _later(match: re.Match[str], _today: date | None) -> str | None:
    """A year counted from the last one named before it, as in "32 years later"."""
    years = _years_before(match)
    if not years:
        return None
    return f"{int(years[-1]) + int(quantities(match['n'] + ' units')[0].value)}"


def _that_year(match: re.Match[str], _today: date | None) -> str | None:
    """A day of the year named before it, as in "9 November of that year"."""
    years = _years_before(match)
    month, day = match["m"] or match["m2"], match["d"] or match["d2"]
    return _day(int(years[-1]), _month_number(month), int(day)) if years else None


def _years_before(match: re.Match[str]) -> list[str]:
    near = match.string[max(0, match.start() - _NEAR) : match.start()]
    return re.findall(r"\b(?:1\d{3}|20\d\d)\b", near)


def _decade(match: re.Match[str], _today: date | None) -> str | None:
    return match["y"][:3] + "X"


def _century(match: re.Match[str], _today: date | None) -> str | None:
    return f"{int(match['c']) - 1:02}XX"


def _year_range(match: re.Match[str], _today: date | None) -> str | None:
    low, high = match["y"], match["y2"]
    high = low[: 4 - len(high)] + high
    return f"{low}/{high}" if int(high) > int(low) else None


def _year(match: re.Match[str], today: date | None) -> str | None:
    year = int(match["y"])
    return match["y"] if year <= (today.year if today else 2100) + 30 else None


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], str | None]], ...] = (
    (
        _pattern(r"\b{M:m}\s{D:d}(?:\s?(?:[-–]|to)\s?(?:{M:m2}\s)?{D:d2})?\b,?\s{Y:y}\b"),
        _absolute,
    ),
    (
        _pattern(r"\b{D:d}(?:\s?(?:[-–]|to)\s?{D:d2})?\s(?:of\s)?{M:m},?\s{Y:y}\b"),
        _absolute,
    ),
    (re.compile(r"\b(?P<y>1\d{3}|20\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b"), lambda m, _t: m[0]),
    (_pattern(r"\b{M:m},?\s(?:of\s)?{Y:y}\b"), _year_month),
    (
        _pattern(r"\b(?:{D:d}\s{M:m}|{M:m2}\s{D:d2}),?\s(?:of\s)?(?:that|the same)\syear\b"),
        _that_year,
    ),
    (
        _pattern(r"\b{M:m}\s{D:d}(?:\s?(?:[-–]|to|and)\s?(?:{M:m2}\s)?{D:d2})?\b(?![,.]?\d)"),
        _month_day,
    ),
    (_pattern(r"\b{D:d}(?:\s?(?:[-–]|to)\s?{D:d2})?\s(?:of\s)?{M:m}(?!\w)"), _month_day),
    (
        _pattern(
            r"\b(?P<lead>[Ii]n(?:\s(?:early|mid|late|mid-))?|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Tt]his"
            r"|[Nn]ext|[Ff]rom|[Dd]uring|[Ee]arly|[Ll]ate|[Oo]f)\s{M:m}(?![\s.]?\d)(?!\s[A-Z])"
        ),
        _lone_month,
    ),
    (
        re.compile(
            r"\b(?<![Aa] )(?<!Super )(?<!Black )(?<!Good )(?<!every )"
            r"(?:(?P<lead>last|next|this|Last|Next|This)\s)?"
            r"(?P<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
        ),
        _weekday,
    ),
    (
        re.compile(
            r"\b(?:yesterday|today|tonight|tomorrow|(?:this|earlier this)\s(?:morning|afternoon|evening)"
            r"|last\snight|overnight)\b",
            re.IGNORECASE,
        ),
        _named_day,
    ),
    (
        re.compile(
            r"(?<!of )\b(?P<which>last|previous|this|next)\s(?P<unit>weekend|week|month|year)\b",
            re.IGNORECASE,
        ),
        _span_of_time,
    ),
    (
        _pattern(
            r"\b{N:n}\s(?P<unit>years?|decades?|months?|weeks?|days?)\s(?:ago|earlier\sthis)\b"
        ),
        _ago,
    ),
    (_pattern(r"\b{N:n}\syears?\slater\b"), _later),
    (re.compile(r"\b(?P<y>1\d{2}0|20\d0)[’']?s\b"), _decade),
    (re.compile(r"\b(?P<c>1\d|2[01])(?:th|st)[\s-]century\b"), _century),
    (
        re.compile(r"\b(?P<y>1\d{3}|20\d\d)\s?[-–/]\s?(?P<y2>\d{4}|\d\d)\b"),
        _year_range,
    ),
    (
        re.compile(
            r"\b(?:from|between)\s(?P<y>1\d{3}|20\d\d)\s(?:to|until|through|and)\s(?P<y2>1\d{3}|20\d\d)\b",
            re.IGNORECASE,
        ),
        _year_range,
    ),
    (
        re.compile(
            r"(?<![\w$€£.,:/+])(?<!\d-)(?P<y>1[5-9]\d\d|20\d\d)(?![\d:/%-]|[.,]\d|\s(?:UTC|GMT|hours|people|local|of\s))"
        ),
        _year,
    ),
)
"""Patterns with their readers, the more telling first; text that one has read is closed to the next."""
