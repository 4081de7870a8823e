"""Numbers that tell the time of day without "o'clock": "at five in the morning", "half past two"."""

from __future__ import annotations

import re

from claims.extract.quantities.labels import is_plural_next
from claims.text.calendar_names import WEEKDAY

_HOURS, _MINUTES = 24, 60
_NEXT_TO_NOTHING = 1e-6
_STEPS = frozenset([5.0, 10.0, 20.0, 25.0])
"""Minutes before or past the hour that are told without the word."""

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_PART = re.compile(r" in the (?:early |late )?(?:morning|afternoon|evening)\b| at night\b")
_ON_DAY = re.compile(
    rf" (?:on (?:the (?:[a-z]+ )?)?(?:{WEEKDAY} )?|(?:the (?:next|following|same|previous)|that|{WEEKDAY}) )"
    r"(?:morning|afternoon|evening|night)\b"
)
_SET_OFF = re.compile(
    rf"\s?[.,;:)”\"](?!\d)|$| (?:on|in|when|and|to (?=[a-z])|yesterday|today|{WEEKDAY})\b"
)
_WHEN = re.compile(
    r"\b(?:at|before|after|since|until|till|by|around|about|from|past|between)"
    r"(?: (?:about|around|nearly|almost|just|half|exactly))? $",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:half|a quarter|quarter) (?:past|to) $", re.IGNORECASE)
_MINUTES_NEXT = re.compile(
    rf" minutes? (?:to|past) (?:half past )?(?:{_SMALL})\b(?! (?:[a-z]+ )?[a-z]+s\b)"
)
_MINUTES_TO = re.compile(r"\bminutes? (?:past|to) $", re.IGNORECASE)
_NEAR = re.compile(
    r"\b(?:shortly|just|soon|a little|not long|long|minutes?) (?:before|after|past) $",
    re.IGNORECASE,
)
_NOON = re.compile(r"\b(?:noon|midday|midnight) (?:and|to|until|till) $", re.IGNORECASE)
_AT = re.compile(r"\bat (?:(?:about|around|nearly) )?$", re.IGNORECASE)
_AT_STEP = re.compile(
    r"\bat (?:(?:about|around|nearly) )?(?:five|ten|twenty|twenty-five) (?:to|past) $",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\b(?:start(?:s|ed|ing)?|beg(?:ins?|an|inning)|kick(?:s|ed)? off|arriv\w+|depart\w*|set off|took off"
    r"|landed|taken|due)\b[^.;,]{0,30}\bat (?:around |about )?$",
    re.IGNORECASE,
)
_ZONED = re.compile(r" (?:local time|GMT|UTC|BST|CET|CEST|EST|EDT)\b")
_TRAIN = re.compile(r" (?:(?:from|to) [A-Z]|train\b|service\b|ferry\b)")
_PART_AT = re.compile(
    rf"\b(?:morning|afternoon|evening|night|tonight|today|yesterday|tomorrow|{WEEKDAY})"
    r" at (?:about |around )?$",
    re.IGNORECASE,
)
_TO_HOUR = re.compile(
    rf" (?:to|past) (?:{_SMALL})(?=\s?[.,;:)]|$| (?:on|in the|when|at night|yesterday|to [a-z]+)\b)"
)
_TO_OTHER = re.compile(rf" (?:and|to|until|till) (?:{_SMALL})(?P<rest> .*)$", re.DOTALL)
_FROM_OTHER = re.compile(rf"\b(?:between|from) (?:{_SMALL}) (?:and|to|until|till) $", re.IGNORECASE)


def is_clock_time(value: float, before: str, after: str) -> bool:
    """Whether the number `value` between `before` and `after` is an hour, or minutes to one.

    >>> is_clock_time(5, "opens at ", " in the morning"), is_clock_time(7, "at half past ", ".")
    (True, True)
    >>> is_clock_time(5, "arrested ", " in the morning"), is_clock_time(10, "put at ", " people")
    (False, False)
    """
    if value < _MINUTES and (_MINUTES_NEXT.match(after) or _TO_HOUR.match(after)):
        at = _AT.search(before) is not None
        return at and (value in _STEPS or after.startswith(" minute"))
    if value % 1 and _STARTS.search(before) and _may_be_hour(value):
        return _SET_OFF.match(after) is not None or after.startswith(" showed")
    if value % 1 and _PART_AT.search(before) and _SET_OFF.match(after):
        return _may_be_hour(value)
    if value % 1 and _ZONED.match(after) and _AT.search(before):
        return True
    if value % 1 and _TRAIN.match(after) and re.search(r"\b[Tt]he $", before):
        return _may_be_hour(value)
    return _may_be_hour(value) and (_is_in_part_of_day(before, after) or _is_near(before, after))


def _may_be_hour(value: float) -> bool:
    """Whether the number can be hours, or hours and minutes with a dot: 10.27."""
    minutes = (value * 100) % 100
    return (
        0 < value <= _HOURS
        and round(minutes) < _MINUTES
        and abs(minutes - round(minutes)) < _NEXT_TO_NOTHING
    )


def _is_in_part_of_day(before: str, after: str) -> bool:
    """Whether morning, evening or night follows a word of time: "until three in the morning"."""
    if other := _TO_OTHER.match(after):
        spanned = re.search(r"\b(?:between|from) $", before, re.IGNORECASE) is not None
        return spanned and _PART.match(other["rest"]) is not None
    if _PART.match(after) or _ON_DAY.match(after):
        return _WHEN.search(before) is not None or _FROM_OTHER.search(before) is not None
    return False


def _is_near(before: str, after: str) -> bool:
    """Whether the words before leave only an hour: "half past", "shortly after", "at ten to"."""
    if _PAST.search(before):
        return True
    if _MINUTES_TO.search(before) and not is_plural_next(after):
        return True
    told = _NEAR.search(before) or _NOON.search(before) or _AT_STEP.search(before)
    return told is not None and _SET_OFF.match(after) is not None
