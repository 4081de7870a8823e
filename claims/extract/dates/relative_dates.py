"""Dates counted from the day of publication ("on Saturday", "last week", "in July") to EDTF."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.extract.dates.absolute_dates import interval
from claims.extract.dates.calendar_words import (
    FEASTS,
    SEASONS,
    WEEKDAYS,
    count_of,
    day_of,
    days_from,
    days_on,
    month_number,
    months_from,
    pattern,
)
from claims.extract.dates.date_openings import COUNT, DAY, DIGIT, FEAST, MONTH, NEAR

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[re.Match[str], date], str | None]

_AHEAD = 90
"""Days; a day and month without a year lie at most this far in the future."""

_BEGIN = (
    r"(?:be|begin|start|open|end|close|take|play|meet|face|appear|vote|return|arrive|leave|run|launch|go"
    r"|hold|come|release|publish|give|speak|travel|visit|join|retire|expire|reach|make|land|report|decide"
    r"|hear|resume|continue|host|compete|become|receive|finish|complete|stand|testify|fly|sit|fight|race)"
)
_FUTURE = re.compile(
    r"\b(?:will|would|(?:set|scheduled|expected|planned|going|slated|anticipated|forecast|predicted|projected)"
    r" (?:to|for)|is to|are to|due for"
    rf"|due to(?= {_BEGIN}\b)|(?:is|are|was|were) (?:\w+ )?due (?:out|in|on|by|back)|may be"
    r"|predicts?|forecasts?|expects?|anticipates?)\b"
    r"(?:[^\w.!?\n]+(?!(?:was|were|had)\b)\w+){0,9}[^\w.!?\n]*$"
)
_WAS = re.compile(r"(?:[^\w.,;!?\n]+\w+){0,5}?[^\w.,;!?\n]+(?:was|were|had|did|went)\b")
_UNTIL_THEN = re.compile(
    r"\b(?:was|were|had been|served|worked|remained|stayed|lived|led)\b(?![^.!?\n]*\b(?:extend|postpon"
    r"|delay|adjourn|suspend|bann|clos|shut|barr|remand|jail|prolong|deferr|push|put|sentenc|schedul|set"
    r"|held|moved)\w*)[^.!?\n]*$",
    re.IGNORECASE,
)
"""What was so until a month is over: "was envoy until December"; "was postponed until December" is not."""
_PUT_OFF = re.compile(
    r"(?<!\bhad )\b(?:extend|postpon|delay|adjourn|suspend|remand|prolong|deferr)(?:s|ed|e|es)?\b"
    r"(?:\s\w+){0,4}\s(?:until|till)\s$",
    re.IGNORECASE,
)
_IN_YEAR = re.compile(r"\b[Ii]n (1\d{3}|20\d\d)\b[^.!?\n]*$", re.ASCII)
_TO = r"\s?(?:[-–—]|to|until|through|and)\s?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s(?:the\s)?)?"
_NOT_THAT_YEAR = r"(?!,?\s(?:of\s)?(?:that|the\ssame)\syear\b)"
_FEAST = "|".join(name.replace("'", "[’']") for name in FEASTS)
_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_FROM = frozenset(["from", "between"])
_MIDWEEK = 2


def _lookback(match: re.Match[str], size: int) -> str:
    return match.string[max(0, match.start() - size) : match.start()]


def _ahead(match: re.Match[str]) -> bool:
    lead = "for" if match[0].startswith("for") else ""
    before = _lookback(match, 80).lower() + lead
    future = _FUTURE.search(before)
    if future is None:
        return False
    noun = future[0].startswith(("scheduled", "planned", "expected", "set", "slated"))
    noun = noun and not before[: future.start()].endswith(("is ", "are ", "be ", "been "))
    return not (noun and _WAS.match(match.string, match.end()))  # "games set for Sunday were held"


def _year_for(match: re.Match[str], month: int, day: int, today: date) -> int:
    """The year its sentence names, else the one that brings the day nearest, the past preferred."""
    named = _IN_YEAR.search(_lookback(match, 150))
    if named:
        return int(named[1])
    gap = (date(today.year, month, min(day, 28)) - today).days
    limit = 330 if _ahead(match) else _AHEAD
    return today.year - (gap > limit) + (gap < limit - 365)


def _month_day(match: re.Match[str], today: date) -> str | None:
    parts = match.groupdict()
    month, day = month_number(parts["m"]), int(parts["d"])
    year = _year_for(match, month, day, today)
    first = day_of(year, month, day)
    if not parts.get("d2"):
        return first
    last_month = month_number(parts.get("m2") or parts["m"])
    return interval(first, day_of(year + (last_month < month), last_month, int(parts["d2"])))


def _day_month_range(match: re.Match[str], today: date) -> str | None:
    month = month_number(match["m"])
    year = _year_for(match, month, int(match["d2"]), today)
    first = month_number(match["m2"]) if match["m2"] else month
    return interval(
        day_of(year - (first > month), first, int(match["d"])),
        day_of(year, month, int(match["d2"])),
    )


def _month_of_year(match: re.Match[str], today: date) -> str | None:
    """A day or month of "last year", the year named before or after it."""
    year = today.year + _STEPS[match["which"].lower()]
    month = month_number(match["m"])
    return day_of(year, month, int(match["d"])) if match["d"] else f"{year:04}-{month:02}"


def _lone_month(match: re.Match[str], today: date) -> str | None:
    month = month_number(match["m"])
    year = today.year - (month > today.month)
    lead = match["lead"].lower()
    named = _IN_YEAR.search(_lookback(match, 150))
    if lead.startswith("last"):
        year = today.year - (month >= today.month)
    elif lead.startswith("until") and _UNTIL_THEN.search(_lookback(match, 150)):
        year = int(named[1]) if named else year
    elif lead.startswith(("next", "until")) or _ahead(match):
        year = today.year + (month < today.month + lead.startswith("next"))
    elif lead == "for":
        return None
    elif lead == "this":
        year = today.year
    elif named:
        year = int(named[1])
    return f"{year:04}-{month:02}"


def _months(match: re.Match[str], today: date) -> str | None:
    first, last = month_number(match["m"]), month_number(match["m2"])
    year = today.year - (first > today.month)
    return interval(f"{year:04}-{first:02}", f"{year + (last < first):04}-{last:02}")


def _weekday(match: re.Match[str], today: date) -> str | None:
    wanted = WEEKDAYS.index(match["w"].lower())
    back = (today.weekday() - wanted) % 7
    lead = (match["lead"] or "").lower()
    if lead in {"next", "coming"} or (lead not in {"last", "past"} and _ahead(match)):
        again = lead in {"next", "coming"}  # of a Monday, "on Monday" can be the same day
        return days_from(today, (wanted - today.weekday() - again) % 7 + again)
    if _PUT_OFF.search(_lookback(match, 90)):
        return days_from(today, (wanted - today.weekday()) % 7)
    if lead == "last" and back == 0:
        back = 7
    return days_from(today, -back)


def _weekdays(match: re.Match[str], today: date) -> str | None:
    first, last = WEEKDAYS.index(match["w"].lower()), WEEKDAYS.index(match["w2"].lower())
    end = (today.weekday() - last) % 7
    return interval(days_from(today, -end - (last - first) % 7), days_from(today, -end))


def _named_day(match: re.Match[str], today: date) -> str | None:
    word = re.sub(r"\s+", " ", match[0].lower())
    steps = {
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
        "yesterday": -1,
        "last night": -1,
        "last evening": -1,
        "overnight": -1,
        "tomorrow": 1,
    }
    return days_from(today, steps.get(word, 0))


def _feast(match: re.Match[str], today: date) -> str | None:
    month, day = FEASTS[match["feast"].lower().replace("’", "'")]
    lead = (match["lead"] or "").lower()
    this = date(today.year, month, day)
    if lead == "next":
        return day_of(today.year + (this <= today), month, day)
    if lead == "last":
        return day_of(today.year - (this >= today), month, day)
    return day_of(_year_for(match, month, day, today), month, day)


def _span_of_time(match: re.Match[str], today: date) -> str | None:
    """A week, month, weekend or year counted from the present one, as in "last week"."""
    step, unit = _STEPS[match["which"].lower()], match["unit"].lower()
    if unit == "year":
        return f"{today.year + step:04}"
    if unit == "month":
        return months_from(today.year, today.month, step)
    monday = today - timedelta(days=today.weekday())
    if unit == "week" and step == 0 and today.weekday() == len(WEEKDAYS) - 1 and _ahead(match):
        monday += timedelta(weeks=1)  # said on a Sunday of what is to come
    if unit == "weekend":
        early = step == 0 and today.weekday() < _MIDWEEK  # on a Monday it is the one just over
        return days_on(monday + timedelta(days=5, weeks=-1 if early else step), 2)
    return days_on(monday + timedelta(weeks=step), 7)


def _present(match: re.Match[str], today: date) -> str | None:
    """The month or year of publication, as in "earlier in the month"."""
    return f"{today:%Y-%m}" if match["unit"].lower() == "month" else f"{today:%Y}"


def _weekend(_match: re.Match[str], today: date) -> str | None:
    return days_on(today - timedelta(days=(today.weekday() + 2) % 7), 2)


def _season(match: re.Match[str], today: date) -> str | None:
    step, season = _STEPS[match["which"].lower()], match["s"].lower()
    begins = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[season]
    if step < 0:
        step = -1 if begins + 2 >= today.month else 0
    elif step > 0:
        step = 1 if begins <= today.month else 0
    return f"{today.year + step:04}-{SEASONS[season]}"


def _counted(match: re.Match[str], today: date, sign: int) -> str | None:
    count, unit = count_of(match["n"]) * sign, match["unit"].lower()
    if unit.startswith("decade"):
        count, unit = count * 10, "year"
    if unit.startswith("year"):
        return f"{today.year + count:04}" if 0 < today.year + count <= date.max.year else None
    if unit.startswith("month"):
        return months_from(today.year, today.month, count)
    return days_from(today, count * (7 if unit.startswith("week") else 1))


def _ago(match: re.Match[str], today: date) -> str | None:
    return _counted(match, today, -1)


def _from_now(match: re.Match[str], today: date) -> str | None:
    return _counted(match, today, 1)


RELATIVE: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    (
        NEAR | FEAST,
        pattern(rf"\b(?:(?P<lead>last|this|next)\s)?(?P<feast>{_FEAST})\b", any_case=True),
        _feast,
    ),
    (
        MONTH,
        pattern(r"\b{M:m}(?:\s{D:d})?,?\s(?:of\s)?(?P<which>last|this|next)\syear\b"),
        _month_of_year,
    ),
    (
        NEAR,
        pattern(r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\syear,?\s(?:on\s|in\s)?{M:m}(?:\s{D:d})?\b"),
        _month_of_year,
    ),
    (
        DAY | MONTH,
        pattern(
            rf"\b{_WEEKDAY}{{M:m}}\s{{D:d}}(?:{_TO}(?:{{M:m2}}\s)?{{D:d2}})?\b(?![,.]?\d)"
            rf"(?!\s(?:people|percent|per\scent)){_NOT_THAT_YEAR}"
        ),
        _month_day,
    ),
    (
        DAY | DIGIT,
        pattern(rf"\b{_WEEKDAY}{{D:d}}(?:\s{{M:m2}})?{_TO}{{D:d2}}\s(?:of\s)?{{M:m}}(?!\w)"),
        _day_month_range,
    ),
    (
        DAY | DIGIT,
        pattern(rf"\b{_WEEKDAY}{{D:d}}\s(?:of\s)?{{M:m}}(?!\w){_NOT_THAT_YEAR}"),
        _month_day,
    ),
    (
        _FROM,
        pattern(r"\b(?:[Ff]rom|[Bb]etween)\s{M:m}\s(?:to|until|through|and)\s{M:m2}(?![\s.]?\d)"),
        _months,
    ),
    (
        NEAR | frozenset("in since until by from during early late mid of for".split()),
        pattern(
            r"\b(?P<lead>[Ii]n(?:\s(?:early|mid|late))?(?:[\s-]mid)?|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast"
            r"|[Tt]his\spast|[Tt]his|[Nn]ext|[Ff]rom|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|[Oo]f|for)[\s-]{M:m}"
            rf"(?![\s.]?\d)(?!\s[A-Z])(?![’']s?\b){_NOT_THAT_YEAR}"
        ),
        _lone_month,
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
            r"(?<![Aa] )(?<!Super )(?<!Black )(?<!Good )(?<!Easter )(?<!Palm )(?<!Ash )(?<!Bloody )"
            r"(?<![Ee]very )(?<!Cyber )(?<!Giving )(?<![Ee]ach )(?<!Holy )"
            r"(?<!following )(?<!preceding )(?<!previous )"
            r"(?:(?P<lead>[Ll]ast|[Nn]ext|[Tt]his|[Pp]ast|[Cc]oming)\s)?{W:w}\b"
            r"(?!\s(?:Times|Mirror|Mail|Telegraph|Express|Herald|Post|Tribune|Star|World|Mass|Life"
            r"|Night\sLive|Night\sFootball|School|Business|Sport|People|opening|trad(?:e|ing)|school"
            r"|roast|lunch(?:es)?|services|league|shopping))"
        ),
        _weekday,
    ),
    (
        frozenset("the yesterday today tonight tomorrow earlier this last overnight".split()),
        re.compile(
            r"\b(?<!USA )(?:the\sday\sbefore\syesterday|the\sday\safter\stomorrow|yesterday|today"
            r"|tonight|tomorrow|(?:earlier\s)?this\s(?:morning|afternoon|evening)"
            r"|last\s(?:night|evening)|overnight)\b(?<!today(?=[’']s))",
            re.IGNORECASE,
        ),
        _named_day,
    ),
    (
        NEAR | frozenset(["previous", "coming"]),
        re.compile(
            r"\b(?=[clnpt])(?<!of )(?<!\bthe )(?P<which>last|previous|this|next|coming)"
            r"\s(?P<unit>weekend|week|month|year)\b(?![’']s\s\w+ing\b|-)",
            re.IGNORECASE,
        ),
        _span_of_time,
    ),
    (
        frozenset("over at during on".split()),
        re.compile(r"\b(?:over|at|during|on)\sthe\sweekend\b", re.IGNORECASE),
        _weekend,
    ),
    (
        frozenset(["earlier", "later"]),
        re.compile(r"\b(?:earlier|later)\sin\sthe\s(?P<unit>month|year)\b", re.IGNORECASE),
        _present,
    ),
    (NEAR, pattern(r"\b(?P<which>last|this|next)\s{S:s}\b", any_case=True), _season),
    (
        COUNT,
        pattern(r"\b{N:n}\s(?P<unit>years?|decades?|months?|weeks?|days?)\sago\b", any_case=True),
        _ago,
    ),
    (
        COUNT,
        pattern(
            r"\b{N:n}\s(?P<unit>years?|decades?|months?|weeks?|days?)(?:[’']s?\stime|\sfrom\snow)\b",
            any_case=True,
        ),
        _from_now,
    ),
)
"""First words, patterns and their readers, the more telling first; they are tried after the absolute ones."""
