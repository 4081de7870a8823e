"""Dates that name their year, as written in newspapers, to EDTF (ISO 8601-2)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import (
    CENTURIES,
    FEAST_NAMES,
    FEASTS,
    MONTHS,
    ON_WEEKDAY,
    ORDINALS,
    SEASONS,
    TO,
    WEEKDAYS,
    count_of,
    day_of,
    month_number,
    pattern,
    weekday_of,
)
from claims.extract.dates.date_openings import (
    CENTURY,
    DAY,
    DIGIT,
    FEAST,
    MARK,
    MONTH,
    NTH,
    ORDINAL,
    SEASON,
)
from claims.extract.dates.movable_feasts import FEASTS_OF_YEAR
from claims.extract.dates.rough_years import ROUGH_YEARS
from claims.extract.dates.worded_days import OF_YEAR
from claims.extract.dates.worded_years import WORDED_YEARS
from claims.extract.dates.year_numbers import is_no_year

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Reader = Callable[[re.Match[str], date | None], str | None]

_NTH_CENTURY = (
    r"(?i:(?P<c>1\d|2[01]|"
    + "|".join(sorted(CENTURIES, key=len, reverse=True))
    + r")(?:(?<=\d)(?:th|st))?)"
)
NTH_WEEKDAY = r"\b(?P<n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)\s{W:w}\s(?:of|in)\s{M:m}"
"""A weekday counted within a month."""

_FISCAL = frozenset(["fy", "fiscal"])
_STEPS = {"last": -1, "this": 0, "next": 1}
_QUARTER, _HALF = frozenset(["q"]), frozenset(["h"])
_YEARS_AHEAD = 50
_LAST_GOAL = 2100
_GOAL = re.compile(
    r"(?<!rose )(?<!risen )(?<!up )(?<!down )(?<!fell )(?<!cut )(?<!grew )\b(?:by|until|before|beyond)"
    r"\s(?:the\syear\s)?\Z",
    re.IGNORECASE,
)
"""What stands before a far year that something is planned for."""
_SEASONS = 20  # years that a slash can join
_MONTHS_OF_QUARTER = 3
_MONTHS_OF_HALF = 6


def interval(first: str | None, second: str | None) -> str | None:
    """Two EDTF dates as one interval, None where one is missing or they run backwards.

    >>> interval("2019-05", "2019-07")
    '2019-05/2019-07'
    """
    return f"{first}/{second}" if first and second and first < second else None


def _days(match: re.Match[str], _today: date | None) -> str | None:
    parts = match.groupdict()
    year = int(parts["y"])
    first = day_of(year, month_number(parts["m"]), int(parts["d"]))
    if not parts.get("d2"):
        return first
    return interval(first, day_of(year, month_number(parts["m2"] or parts["m"]), int(parts["d2"])))


def _day_first_range(match: re.Match[str], _today: date | None) -> str | None:
    year, month = int(match["y"]), month_number(match["m"])
    first = day_of(year, month_number(match["m2"]) if match["m2"] else month, int(match["d"]))
    return interval(first, day_of(year, month, int(match["d2"])))


def _months(match: re.Match[str], _today: date | None) -> str | None:
    parts = match.groupdict()
    first = f"{parts.get('y') or parts['y2']}-{month_number(parts['m']):02}"
    return interval(first, f"{parts['y2']}-{month_number(parts['m2']):02}")


def _month(match: re.Match[str], _today: date | None) -> str | None:
    return f"{match['y']}-{month_number(match['m']):02}"


def _iso(match: re.Match[str], _today: date | None) -> str | None:
    return day_of(int(match["y"]), int(match["m"]), int(match["d"]))


def _feast(match: re.Match[str], _today: date | None) -> str | None:
    month, day = FEASTS[match["feast"].lower().replace("’", "'")]
    return day_of(int(match["y"]), month, day)


def _season(match: re.Match[str], _today: date | None) -> str | None:
    return f"{match['y']}-{SEASONS[match['s'].lower()]}"


def _part_of_year(match: re.Match[str], today: date | None) -> str | None:
    """A quarter or half as the months it spans: "the third quarter of 2019"."""
    parts = match.groupdict()
    year = parts.get("y")
    if year is None and today is not None and parts.get("which"):
        year = f"{today.year + _STEPS[parts['which'].lower()]:04}"
    half = (parts.get("unit") or "").lower() in {"half", "h"}
    last = 2 if half else 4
    count = int(parts["q"]) if parts.get("q") else ORDINALS.get(parts["n"].lower(), last)
    size = _MONTHS_OF_HALF if half else _MONTHS_OF_QUARTER
    if year is None or count * size > 12:  # noqa: PLR2004 - months of a year
        return None
    return f"{year}-{count * size - size + 1:02}/{year}-{count * size:02}"


def _months_of_year(match: re.Match[str], today: date | None) -> str | None:
    """The first or last months of a year: "the first nine months of 2023"."""
    count, year = count_of(match["n"]), match["y"]
    if year is None and today is not None:
        year = f"{today.year + _STEPS[match['which'].lower()]:04}"
    if year is None or not 1 < count < len(MONTHS):
        return None
    first = 1 if match["end"].lower() == "first" else len(MONTHS) + 1 - count
    return f"{year}-{first:02}/{year}-{first + count - 1:02}"


def _short_fiscal(match: re.Match[str], _today: date | None) -> str | None:
    first, last = f"20{match['y']}", match["y2"]
    return interval(first, f"20{last}") if last else first


def _decade(match: re.Match[str], _today: date | None) -> str | None:
    year = match["y"]
    return f"{year[:2]}XX" if year.endswith("00") and year < "1900" else f"{year[:3]}X"


def _short_decade(match: re.Match[str], _today: date | None) -> str | None:
    return f"19{match['y'][0]}X"


def _century(match: re.Match[str], _today: date | None) -> str | None:
    word = match["c"].lower()
    return f"{(int(word) if word.isdigit() else CENTURIES[word]) - 1:02}XX"


def _turn(match: re.Match[str], today: date | None) -> str | None:
    """The years about the first one of a century."""
    return (_century(match, today) or "")[:2] + "00~"


def _weekday_of_month(match: re.Match[str], _today: date | None) -> str | None:
    wanted = WEEKDAYS.index(match["w"].lower())
    return weekday_of(int(match["y"]), month_number(match["m"]), wanted, match["n"].lower())


def _years(match: re.Match[str], _today: date | None) -> str | None:
    low, high = match["y"], match["y2"]
    high = low[: 4 - len(high)] + high
    if "/" in match[0] and int(high) - int(low) > _SEASONS:
        return None  # "resolution No. 1430/2019"
    return interval(low, high)


def _year(match: re.Match[str], today: date | None) -> str | None:
    year, start = int(match["y"]), match.start()
    if is_no_year(match):
        return None
    near = year <= (today.year if today else _LAST_GOAL) + _YEARS_AHEAD
    return match["y"] if near or _GOAL.search(match.string, max(0, start - 20), start) else None


ABSOLUTE: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    *OF_YEAR,
    *FEASTS_OF_YEAR,
    (NTH, pattern(rf"{NTH_WEEKDAY},?\s(?:of\s)?{{Y:y}}\b"), _weekday_of_month),
    (
        MONTH | DAY,
        pattern(rf"\b{ON_WEEKDAY}{{M:m}}\s{{D:d}}(?:{TO}(?:{{M:m2}}\s)?{{D:d2}})?\b,?\s{{Y:y}}\b"),
        _days,
    ),
    (
        DIGIT | DAY,
        pattern(
            rf"\b{ON_WEEKDAY}{{D:d}}(?:\s{{M:m2}})?{TO}(?:the\s)?{{D:d2}}\s(?:of\s)?{{M:m}},?\s{{Y:y}}\b"
        ),
        _day_first_range,
    ),
    (DIGIT | DAY, pattern(rf"\b{ON_WEEKDAY}{{D:d}}\s(?:of\s)?{{M:m}},?\s{{Y:y}}\b"), _days),
    (
        DIGIT,
        re.compile(
            r"\b(?P<y>1\d{3}|20\d\d)(?P<by>[-/])(?P<m>\d\d)(?P=by)(?P<d>\d\d)"
            r"(?:T\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?\b(?![-/])",
            re.ASCII,
        ),
        _iso,
    ),
    (
        FEAST,
        pattern(rf"\b(?P<feast>{FEAST_NAMES}),?\s(?:in\s|of\s)?{{Y:y}}\b", any_case=True),
        _feast,
    ),
    (MONTH, pattern(rf"\b{{M:m}}(?:\s{{Y:y}})?{TO}{{M:m2}}\s{{Y:y2}}\b"), _months),
    (MONTH, pattern(r"\b{M:m},?\s(?:of\s)?{Y:y}\b"), _month),
    (SEASON, pattern(r"\b{S:s}(?:\sof|,)?\s{Y:y}\b(?![-–/]\d)", any_case=True), _season),
    (
        ORDINAL | NTH,
        pattern(
            r"\b(?P<n>first|second|third|fourth|last|final|[1-4](?:st|nd|rd|th))[\s-](?P<unit>quarter|half)"
            r"\s(?:of\s)?(?:(?P<which>this|last|next)\syear|{Y:y})\b",
            any_case=True,
        ),
        _part_of_year,
    ),
    (
        NTH,
        pattern(
            r"\b(?P<end>first|last|final)\s{N:n}\smonths\sof\s(?:(?P<which>this|last|next)\syear|{Y:y})\b",
            any_case=True,
        ),
        _months_of_year,
    ),
    (_QUARTER, pattern(r"\bQ(?P<q>[1-4])(?:\sof)?,?\s{Y:y}\b"), _part_of_year),
    (_HALF, pattern(r"\b(?P<unit>H)(?P<q>[12])(?:\sof)?,?\s{Y:y}\b"), _part_of_year),
    (DIGIT, pattern(r"\b{Y:y}[\s-]?Q(?P<q>[1-4])\b"), _part_of_year),
    (DIGIT, re.compile(r"\b(?P<y>1\d{2}0|20\d0)[’']?s\b", re.ASCII), _decade),
    (MARK, re.compile(r"(?<!\w)[’'‘](?P<y>[2-9]0)s\b", re.ASCII), _short_decade),
    *WORDED_YEARS,
    (
        frozenset(["turn"]),
        re.compile(rf"\bturn\sof\sthe\s{_NTH_CENTURY}[\s-]century\b", re.ASCII),
        _turn,
    ),
    (
        DIGIT | CENTURY,
        re.compile(
            rf"\b{_NTH_CENTURY}(?:[\s-]century\b(?!\sBC|\sB\.C)"
            r"|(?=\s(?:and|to|or|through)\s(?:the\s)?(?:[\w-]+th|2?1st|twenty-first)\s?[\s-]centur)"
            r"|\scenturies\b(?!\sBC|\sB\.C))",
            re.ASCII,
        ),
        _century,
    ),
    (
        DIGIT,
        pattern(
            r"(?<![\w$€£.,:/+-]){Y:y}\s?[-–/]\s?(?P<y2>\d{{4}}|\d\d)\b(?![-–/:]\d)".replace(
                "{{", "{"
            ).replace("}}", "}")
        ),
        _years,
    ),
    *ROUGH_YEARS,
    (
        DIGIT,
        pattern(r"\b{Y:y}\s(?:to|until|through)\s(?P<y2>1\d\d\d|20\d\d)\b(?!\s[a-z]+s\b)"),
        _years,
    ),
    (_FISCAL, pattern(r"\b(?:FY|[Ff]iscal(?:\s[Yy]ear)?)\s?{Y:y}(?:[-–/](?P<y2>\d\d))\b"), _years),
    (_FISCAL, pattern(r"\b(?:FY|[Ff]iscal(?:\s[Yy]ear)?)\s?{Y:y}\b"), _year),
    (
        _FISCAL,
        re.compile(r"\bFY\s?[’']?(?P<y>\d\d)(?:[-–/](?P<y2>\d\d))?\b(?![-–/.,]?\d)", re.ASCII),
        _short_fiscal,
    ),
    (
        DIGIT,
        re.compile(r"(?:(?<=\bc\.)|(?<=\bc\.\s))(?P<y>1\d{3}|20\d\d)(?![\w-]|[.,]\d)", re.ASCII),
        _year,
    ),
    (
        DIGIT,
        re.compile(
            r"(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s)|(?<=\b[Uu]ntil\s))(?P<y>1[0-4]\d\d)"
            r"(?=[.;:)]|,(?!\d)|\s(?:the|an?|he|she|it|they|by|when|after|under|at|on|with|as|his|her|its)\b)"
            r"(?![.:]\d)",
            re.ASCII,
        ),
        _year,
    ),
    (
        DIGIT,
        re.compile(
            r"(?:(?<=\b[Ii]n\s)|(?<=\b[Ss]ince\s))(?P<y>(?:19|20)(?!00)\d\d)(?=\s(?:people|men\b|women\b|troops"
            r"|soldiers|workers|employees|families|patients|students|children|residents|police|officers"
            r"|protesters|refugees|migrants|voters|delegates)\s(?!of\b|in\b)\w)",
            re.ASCII,
        ),
        _year,
    ),
    (
        DIGIT,
        re.compile(
            r"(?<![\w$€£¥#.,:/+])(?<!\d-)(?<!No )(?<!roughly )(?<!nearly )(?<!some )(?<!almost )"
            r"(?:(?<!least )|(?<=(?:since|until) at least ))(?<!most )(?<!than )(?<!to pay )"
            r"(?<!up to )(?<!room )(?<!Room )(?<!approximately )"
            r"(?<!light )(?<![A-Z]-)(?P<y>1[5-9]\d\d|20\d\d|(?<=[Bb]y )2100)"
            r"(?!\d|[:/–]\d|%|-|[.,]\d|[A-Za-z°]|\s(?:UTC|GMT|BCE?|hours|hrs|people|persons|local|of\s|men\b|women\b"
            r"|troops|soldiers|jobs|dollars|euros|pounds|miles|m\b|met(?:re|er)s|against(?=[.,;]|$)|feet|km|kg|tons|tonnes"
            r"|homes|houses|workers|employees|families|copies|votes|patients|cases|deaths|million"
            r"|billion|percent|per\scent|points|seats|times|years|days|students|children|residents"
            r"|police|officers|protesters|refugees|migrants|voters|delegates|square|acres|hectares"
            r"|metric|more\b))",
            re.ASCII,
        ),
        _year,
    ),
)
"""First words, patterns and their readers, the more telling first."""


_NUMERIC = re.compile(
    r"(?<![\w/.-])(\d\d?)([/.])(\d\d?)\2(1[5-9]\d\d|20\d\d)(?![\w/]|\.\d)", re.ASCII
)


def numeric_dates(text: str) -> list[tuple[int, int, str]]:
    """Dates such as 31/12/2020 with their places, where one part or another date tells the order.

    >>> numeric_dates("on 03/04/2021"), numeric_dates("03/04/2021, then 21/04/2021")[0]
    ([], (0, 10, '2021-04-03'))
    """
    found = list(_NUMERIC.finditer(text))
    day_first = any(int(m[1]) > 12 >= int(m[3]) for m in found)  # noqa: PLR2004 - months of a year
    month_first = any(int(m[3]) > 12 >= int(m[1]) for m in found)  # noqa: PLR2004
    rows: list[tuple[int, int, str]] = []
    for m in found:
        a, b, year = int(m[1]), int(m[3]), int(m[4])
        own = max(a, b) > 12 or a == b  # noqa: PLR2004
        if not own and day_first == month_first and m[2] == "/":
            continue
        first_is_day = b <= 12 and (a > 12 or (day_first and not month_first) or m[2] == ".")  # noqa: PLR2004
        edtf = day_of(year, b, a) if first_is_day else day_of(year, a, b)
        if edtf:
            rows.append((m.start(), m.end(), edtf))
    return rows
