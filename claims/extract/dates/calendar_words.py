"""Names of months, weekdays, seasons and feasts, and their patterns, to numbers of the calendar."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from claims.extract.grammar.number_words import ONES, TENS
from claims.text import calendar_names

MONTHS = [name.lower() for name in calendar_names.MONTHS]
WEEKDAYS = [name.lower() for name in calendar_names.WEEKDAYS]
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF level 1 codes, which say nothing of the hemisphere."""

ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
DAYS = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second
        twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth
        thirtieth thirty-first""".split(),
        1,
    )
}
"""Days of a month in words."""

CENTURIES = {
    word: number
    for number, word in enumerate(
        """tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth
        nineteenth twentieth twenty-first""".split(),
        10,
    )
}
FEASTS = {
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st patrick's day": (3, 17),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Feasts that fall on the same day every year."""

FEAST_NAMES = "|".join(name.replace("'", "[’']") for name in FEASTS)

COUNTS = {
    word: number
    for number, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty""".split(),
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
COUNTS |= {"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_TENS, _ONES = "|".join(TENS), "|".join(ONES)
_SMALL = rf"(?:{_TENS})(?:[-‐‑\s](?:{_ONES}))?|" + "|".join(sorted(COUNTS, key=len, reverse=True))

WEEKDAY = rf"(?P<{{0}}>{'|'.join(calendar_names.WEEKDAYS)})"
ON_WEEKDAY = rf"(?:{calendar_names.WEEKDAY},?\s(?:the\s)?)?"
"""What may stand before a date: "Saturday, 28 August"."""

TO = r"\s?(?:[-–—]|to|until|through|and)\s?"
"""What stands between the two ends of a range."""

_PARTS = {
    "M": (
        rf"(?P<{{0}}>(?:{calendar_names.MONTH})\b"
        r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
    ),
    "D": r"(?P<{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?",
    "Y": r"(?P<{0}>1\d{{3}}|20\d\d)",
    # A unit, or more of the count, follows: looking for it first spares most words the comparing.
    "N": r"(?<![-‐‑\w])(?<!\d[.,–])(?=[\w,.‐‑-]+\s[adefhmnostwy])(?P<{0}>"
    rf"(?:{_ONES}|an?)\shundred(?:\s(?:and\s)?(?:{_SMALL}))?|{_SMALL}"
    r"|\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}})",
    "W": WEEKDAY,
    "S": r"(?P<{0}>spring|summer|autumn|fall|winter)",
}
_SHORT_MONTH = 3


_FULL = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)


def pattern(template: str, *, any_case: bool = False) -> re.Pattern[str]:
    """`template` with {M:x}, {D:x}, {Y:x}, {N:x}, {W:x} and {S:x} for a named part of a date.

    >>> pattern(r"{M:m} {Y:y}").fullmatch("May 1999")["y"]
    '1999'
    """
    filled = re.sub(r"\{(\w):(\w+)\}", lambda m: _PARTS[m[1]].format(m[2]), template)
    return re.compile(filled, re.IGNORECASE if any_case else 0)


def month_number(name: str) -> int:
    """The number of a month by its name or short form.

    >>> month_number("Sept.")
    9
    """
    short = name.lower()[:_SHORT_MONTH]
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(short))


def count_of(word: str) -> int:
    """A count of up to some hundreds in words, or any in digits.

    >>> count_of("Fifteen"), count_of("32"), count_of("One hundred and twenty-five")
    (15, 32, 125)
    """
    digits = word.replace(",", "")
    if digits.isdigit():
        return int(digits)
    total = 0
    for part in re.split(r"[\W_]+", word.lower()):
        total = total * 100 if part == "hundred" else total + COUNTS.get(part, 0)
    return total


def day_of(year: int, month: int, day: int) -> str | None:
    """The day as EDTF, or None where the calendar has no such day.

    >>> day_of(2020, 2, 29), day_of(2021, 2, 29)
    ('2020-02-29', None)
    """
    held = year > 0 and 1 <= month <= len(MONTHS) and 1 <= day <= monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{day:02}" if held else None


def weekday_of(year: int, month: int, weekday: int, which: str) -> str | None:
    """The day of a weekday counted within a month.

    >>> weekday_of(2019, 5, 0, "first"), weekday_of(2019, 5, 6, "last")
    ('2019-05-06', '2019-05-26')
    """
    if not date.min.year <= year <= date.max.year:
        return None
    first = 1 + (weekday - date(year, month, 1).weekday()) % 7
    if which == "last":
        return day_of(year, month, first + 28) or day_of(year, month, first + 21)
    return day_of(year, month, first + 7 * (ORDINALS[which] - 1))


@lru_cache(maxsize=1024)  # the dates of an article are weighed for each of its claims
def full_date(edtf: str | None) -> date | None:
    """The day that a full EDTF date begins with.

    >>> full_date("2021-08-31T10:00")
    datetime.date(2021, 8, 31)
    """
    match = _FULL.match(edtf or "")
    if match is None:
        return None
    day = day_of(int(match[1]), int(match[2]), int(match[3]))
    return date.fromisoformat(day) if day else None


def days_from(day: date, days: int) -> str | None:
    """The day so many days away, as far as the calendar goes.

    >>> days_from(date(2021, 3, 1), -1)
    '2021-02-28'
    """
    at = day.toordinal() + days
    return date.fromordinal(at).isoformat() if 1 <= at <= date.max.toordinal() else None


def months_from(year: int, month: int, months: int) -> str | None:
    """The month so many months away.

    >>> months_from(2021, 2, -3)
    '2020-11'
    """
    at = year * 12 + month - 1 + months
    return f"{at // 12:04}-{at % 12 + 1:02}" if 12 <= at < 120_000 else None  # noqa: PLR2004 - years 1 to 9999


def days_on(first: date, days: int) -> str:
    """The interval of so many days that begins with `first`.

    >>> days_on(date(2021, 8, 28), 2)
    '2021-08-28/2021-08-29'
    """
    return f"{first.isoformat()}/{(first + timedelta(days=days - 1)).isoformat()}"
