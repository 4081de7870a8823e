"""The names of months and weekdays, in order, as a set and as patterns."""

from __future__ import annotations

MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

CALENDAR = frozenset(name.lower() for name in MONTHS + WEEKDAYS)
"""Both in small letters: capitalised in a text, they are no names."""

MONTH = "|".join(MONTHS)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
