"""Weekdays, alone or with their week or month ("Tuesday week", "the first Monday of May"), to EDTF."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from claims.extract.dates.absolute_dates import NTH_WEEKDAY, interval
from claims.extract.dates.calendar_words import (
    WEEKDAYS,
    days_from,
    month_number,
    pattern,
    weekday_of,
)
from claims.extract.dates.date_openings import DAY, NEAR, NTH
from claims.extract.dates.outlook import (
    is_ahead,
    is_put_off,
    is_this_coming,
    lookback,
    was_called_off,
)
from claims.extract.dates.story_year import year_for

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[re.Match[str], date], str | None]

_FROM = frozenset(["from", "between"])
_AHEAD = frozenset(["next", "coming"])
_JUST_OVER = 2  # days
_WAS_DUE = re.compile(r"\b(?:was|were|had been) (?:\w+ )?(?:due|expected|scheduled)\b[^.!?;\n]*\Z")
_DUE_SIZE = 80  # characters
_PARAGRAPH, _YEAR = 500, 365  # characters, days
_WHOLE_DAY = pattern(r"\b{W:w},?\s(?:{D:d}\s(?:of\s)?{M:m}|{M:m2}\s{D:d2}),?\s{Y:y}\b")
_SINCE_THEN = re.compile(
    r"\b(?:now|today|ago|later|since|yesterday|last|this|years?|has|have|will|says?|said|told|announced|ruled)\b|\d{4}"
)
_WEEKS_ON = {"week": 1, "fortnight": 2}
_STEPS = {"last": -1, "this": 0, "next": 1}
_BESIDE = (
    r"(?:\s(?P<beside>(?:week|fortnight)(?![’'])|before\slast|after\snext|(?:of\s)?(?:last|this|next)\sweek)"
    r"\b(?!-))?"
)
"""The week that a weekday is in, named after it."""

_NAMED = re.compile(
    r"\b(?:(?:Mail|Independent|Scotland|Wales|Express|Sport) on|Sheffield|Maundy|Shrove|Whit|Remembrance"
    r"|Mothering|Trinity|Pentecost|Advent|Low|Fat|Pancake|Casual|Freaky|Blue|Ruby|Girl|Man|(?i:bank\sholiday)"
    r"|Spy|Stir-up|Wicked|Sullen)\s\Z"
)
"""Words with which a weekday is a name or a feast, which is another day in each year."""

_NAMED_SIZE = 18  # characters
_NOT_AFTER = (
    r"(?!\s(?:Times|Mirror|Mail|Telegraph|Express|Herald|Post|Tribune|Star|World|Mass|Life"
    r"|Night\s(?:Live|Football|Baseball|Lights)|School|Business|Sport|People|Club|Group|Island|Agreement|Street|Road|Market"
    r"|opening|trad(?:e|ing)|school|roast|lunch(?:es)?|services|league|shopping"
    r"|of\s(?:each|every|the)\s))"
)


def _weekday(match: re.Match[str], today: date) -> str | None:
    if _NAMED.search(lookback(match, _NAMED_SIZE)):
        return None
    wanted = WEEKDAYS.index(match["w"].lower())
    lead = (match["lead"] or "").lower()
    if match["beside"]:
        return _beside(wanted, re.sub(r"\s", " ", match["beside"]), today)
    told = None if lead else _told_long_ago(match, today)
    if told is not None:
        return days_from(told, (wanted - told.weekday()) % 7)
    back = (today.weekday() - wanted) % 7
    ahead = is_this_coming(match) if lead == "this" else is_ahead(match)
    if (
        not lead
        and ahead
        and 0 < back <= _JUST_OVER
        and (_WAS_DUE.search(lookback(match, _DUE_SIZE)) or was_called_off(match))
    ):
        ahead = False  # "was due on Friday", "set for Friday was called off", told on Saturday
    if lead in _AHEAD or (lead not in {"last", "past"} and ahead):
        again = lead in _AHEAD  # of a Monday, "on Monday" can be the same day
        return days_from(today, (wanted - today.weekday() - again) % 7 + again)
    if is_put_off(match):
        return days_from(today, (wanted - today.weekday()) % 7)
    if lead == "last" and back == 0:
        back = 7
    return days_from(today, -back)


def _told_long_ago(match: re.Match[str], today: date) -> date | None:
    """The day of the week with its date, of years ago, that the same paragraph has told before a weekday.

    "On Saturday 31 January 1953 a storm rose. By noon on Sunday": the next day.
    """
    before = lookback(match, _PARAGRAPH).rpartition("\n")[2]
    told = next(reversed(list(_WHOLE_DAY.finditer(before))), None)
    if told is None or _SINCE_THEN.search(before, told.end()):
        return None
    try:
        day = date(
            int(told["y"]), month_number(told["m"] or told["m2"]), int(told["d"] or told["d2"])
        )
    except ValueError:
        return None
    return day if (today - day).days > _YEAR else None


def _beside(wanted: int, words: str, today: date) -> str | None:
    """A weekday with its week named after it: "Tuesday week", "Thursday of next week"."""
    coming = (wanted - today.weekday() - 1) % 7 + 1
    if words in _WEEKS_ON:
        return days_from(today, coming + 7 * _WEEKS_ON[words])
    if words == "before last":
        return days_from(today, -((today.weekday() - wanted - 1) % 7) - 8)
    if words == "after next":
        return days_from(today, coming + 7)
    which = words.removeprefix("of ").split(" ")[0]
    return days_from(today, wanted - today.weekday() + 7 * _STEPS[which])


def _week_on(match: re.Match[str], today: date) -> str | None:
    """A week after the coming weekday: "a week on Thursday"."""
    return _beside(WEEKDAYS.index(match["w"].lower()), match["unit"].lower(), today)


def _weekdays(match: re.Match[str], today: date) -> str | None:
    first, last = WEEKDAYS.index(match["w"].lower()), WEEKDAYS.index(match["w2"].lower())
    if is_ahead(match):
        begin = (first - today.weekday()) % 7
        return interval(
            days_from(today, begin), days_from(today, begin + (last - first - 1) % 7 + 1)
        )
    end = (today.weekday() - last) % 7
    return interval(days_from(today, -end - (last - first) % 7), days_from(today, -end))


def _of_month(match: re.Match[str], today: date) -> str | None:
    """A weekday counted within a month without a year: "the first Monday of May"."""
    which, wanted = match["n"].lower(), WEEKDAYS.index(match["w"].lower())
    month = month_number(match["m"])
    year = year_for(match, month, 28 if which == "last" else 1, today)
    return weekday_of(year, month, wanted, which)


OF_MONTH: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (NTH, pattern(rf"{NTH_WEEKDAY}(?!\w)(?!\s\d)"), _of_month),
)
"""The same for a weekday of a month, which comes before the month alone."""

WEEKDAYS_TOLD: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (
        frozenset(["a"]),
        pattern(r"\b[Aa]\s(?P<unit>week|fortnight)\s(?:on|from)\s{W:w}\b(?![’'])"),
        _week_on,
    ),
    (
        _FROM,
        pattern(r"\b(?:[Ff]rom|[Bb]etween)\s{W:w}\s(?:to|until|through|and)\s{W:w2}\b"),
        _weekdays,
    ),
    (
        NEAR | DAY | frozenset(["past", "coming"]),
        pattern(
            r"\b(?=[CFLMNPSTW]|coming|last|next|past|this)"
            r"(?<!\b[Aa] )(?<!Super )(?<!Black )(?<!Good )(?<!Easter )(?<!Palm )(?<!Ash )(?<!Bloody )"
            r"(?<!\b[Ee]very )(?<!Cyber )(?<!Giving )(?<![Ee]ach )(?<!Holy )"
            r"(?<!following )(?<!preceding )(?<!previous )"
            rf"(?:(?P<lead>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\s)?{{W:w}}\b{_NOT_AFTER}{_BESIDE}"
        ),
        _weekday,
    ),
)
"""First words, patterns and their readers, the more telling first."""
