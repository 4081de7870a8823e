"""Dates counted from the day of publication ("on Saturday", "last week", "in July") to EDTF."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.extract.dates.absolute_dates import interval
from claims.extract.dates.bare_months import is_supposed, is_yearly, names_thing
from claims.extract.dates.business_periods import QUARTERS
from claims.extract.dates.calendar_words import (
    FEAST_NAMES,
    FEASTS,
    ON_WEEKDAY,
    SEASONS,
    TO,
    WEEKDAYS,
    day_of,
    days_from,
    days_on,
    month_number,
    months_from,
    pattern,
)
from claims.extract.dates.counted_dates import COUNTED
from claims.extract.dates.date_openings import DAY, DIGIT, FEAST, MONTH, NEAR, SEASON
from claims.extract.dates.deadlines import tells_past
from claims.extract.dates.lone_seasons import LONE_SEASONS
from claims.extract.dates.month_subjects import MONTH_SUBJECTS
from claims.extract.dates.movable_feasts import MOVABLE
from claims.extract.dates.outlook import Outlook, is_ahead, lookback, outlook, was_until_then
from claims.extract.dates.story_year import (
    carried_year,
    heading_year,
    looked_back_from,
    sentence_year,
    tells_of_old,
    year_for,
)
from claims.extract.dates.weekday_dates import OF_MONTH, WEEKDAYS_TOLD
from claims.extract.dates.worded_days import WORDED_DAYS
from claims.extract.dates.year_parts import YEAR_PARTS

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[re.Match[str], date], str | None]

_NOT_THAT_YEAR = (
    r"(?!(?:\s(?:to|until|through|and)\s[A-Z][a-z]+)?,?\s(?:of\s)?(?:that|the\ssame)\syear\b)"
)
_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_FROM = frozenset(["from", "between"])
_MIDWEEK = 2
_HALF = 6  # months
_UNTIL = re.compile(r"\buntil\s(?:the\s)?(?:end|start|beginning|middle)\s\Z", re.IGNORECASE)
_UNTIL_SIZE = 24  # characters
_CLAUSE = 120  # characters
_OWNERS = (" its ", " his ", " her ", " their ", " whose ", "'s ", "’s ")
_OWNED_SIZE = 8  # characters


def _month_day(match: re.Match[str], today: date) -> str | None:
    parts = match.groupdict()
    month, day = month_number(parts["m"]), int(parts["d"])
    year = year_for(match, month, day, today)
    first = day_of(year, month, day)
    if not parts.get("d2"):
        return first
    last_month = month_number(parts.get("m2") or parts["m"])
    return interval(first, day_of(year + (last_month < month), last_month, int(parts["d2"])))


def _day_month_range(match: re.Match[str], today: date) -> str | None:
    month = month_number(match["m"])
    year = year_for(match, month, int(match["d2"]), today)
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


def _days_of_year(match: re.Match[str], today: date) -> str | None:
    """Days that a stretch of "last year" began and ended on."""
    year = today.year + _STEPS[match["which"].lower()]
    first, last = month_number(match["m"]), month_number(match["m2"] or match["m"])
    return interval(day_of(year, first, int(match["d"])), day_of(year, last, int(match["d2"])))


def _months_of_year(match: re.Match[str], today: date) -> str | None:
    """Two months of "last year", the first in the year before where it is the later one."""
    year = today.year + _STEPS[match["which"].lower()]
    first, last = month_number(match["m"]), month_number(match["m2"])
    return interval(f"{year - (first > last):04}-{first:02}", f"{year:04}-{last:02}")


def _season_of_year(match: re.Match[str], today: date) -> str | None:
    return f"{today.year + _STEPS[match['which'].lower()]:04}-{SEASONS[match['s'].lower()]}"


def _lone_month(match: re.Match[str], today: date) -> str | None:
    month = month_number(match["m"])
    lead = match["lead"].lower()
    if is_yearly(match) or names_thing(match):
        return None
    if lead == "of" and _UNTIL.search(lookback(match, _UNTIL_SIZE)):
        lead = "until"
    year = _year_of_month(match, month, lead, today)
    return f"{year:04}-{month:02}" if year else None


def _year_of_month(match: re.Match[str], month: int, lead: str, today: date) -> int | None:
    """The year of a month that stands alone, by the word before it and what the text tells."""
    year = today.year - (month > today.month)
    if lead in {"last", "this"}:
        return today.year - (lead == "last" and month >= today.month)
    if told := heading_year(match) or (lead == "since" and looked_back_from(match, month)):
        return told
    if lead.startswith("until") and was_until_then(match):
        return sentence_year(match) or year
    seen = outlook(match)
    if seen is Outlook.NEAREST and lead != "next":
        gap = month - today.month
        year = today.year - (gap > _HALF) + (gap < -_HALF)
    elif lead in {"next", "until"} or seen is not Outlook.BACK:
        year = today.year + (month < today.month + (lead == "next"))
    elif lead == "for":
        return None
    else:
        year = sentence_year(match) or carried_year(match, month, None, today) or year
    return year


def _months(match: re.Match[str], today: date) -> str | None:
    if is_yearly(match):
        return None
    first, last = month_number(match["m"]), month_number(match["m2"])
    year = today.year - (first > today.month)
    return interval(f"{year:04}-{first:02}", f"{year + (last < first):04}-{last:02}")


def _two_months(match: re.Match[str], today: date) -> str | None:
    """Months beside each other, as in "in July and August"."""
    first, last = month_number(match["m"]), month_number(match["m2"])
    year = _year_of_month(match, last, "in", today)
    return (
        interval(f"{year - (first > last):04}-{first:02}", f"{year:04}-{last:02}") if year else None
    )


def _named_day(match: re.Match[str], today: date) -> str | None:
    word = re.sub(r"\s+", " ", match[0].lower())
    if word == "overnight" and tells_of_old(match, today):
        return None
    if word == "tomorrow" and is_supposed(match):
        return None  # "56% would vote for it tomorrow"
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
    return day_of(year_for(match, month, day, today), month, day)


def _two_away(match: re.Match[str], today: date) -> str | None:
    """As in "the year before last" and "the week after next"."""
    return _span(match, today, -2 if match["which"].lower().startswith("before") else 2)


def _span_of_time(match: re.Match[str], today: date) -> str | None:
    """A week, month, weekend or year counted from the present one, as in "last week"."""
    which = match["which"].lower()
    if which == "last" and lookback(match, _OWNED_SIZE).lower().endswith(_OWNERS):
        return None  # "the war's last week"
    return _span(match, today, _STEPS[which])


def _span(match: re.Match[str], today: date, step: int) -> str | None:
    unit = match["unit"].lower()
    if unit == "year":
        return f"{today.year + step:04}"
    if unit == "month":
        return months_from(today.year, today.month, step)
    monday = today - timedelta(days=today.weekday())
    if unit == "week" and step == 0 and today.weekday() == len(WEEKDAYS) - 1 and is_ahead(match):
        monday += timedelta(weeks=1)  # said on a Sunday of what is to come
    if unit == "weekend":
        early = step == 0 and today.weekday() < _MIDWEEK  # on a Monday it is the one just over
        return days_on(monday + timedelta(days=5, weeks=-1 if early else step), 2)
    return days_on(monday + timedelta(weeks=step), 7)


def _present(match: re.Match[str], today: date) -> str | None:
    """The month or year of publication, as in "earlier in the month"."""
    return f"{today:%Y-%m}" if match["unit"].lower() == "month" else f"{today:%Y}"


def _end_of_present(match: re.Match[str], today: date) -> str | None:
    """As in "by the end of the year", where nothing tells of an earlier one."""
    clause = re.split(r"[.!?;:,\n]", lookback(match, _CLAUSE))[-1]
    if (
        was_until_then(match)
        or sentence_year(match)
        or (tells_past(clause.lower()) and not is_ahead(match))
    ):
        return None
    unit = (match["unit"] or "year").lower()
    if unit == "week":
        return days_on(today - timedelta(days=today.weekday()), 7)
    return f"{today:%Y-%m}" if unit == "month" else f"{today:%Y}"


def _weekend(match: re.Match[str], today: date) -> str | None:
    """The weekend that is or was last, or the coming one."""
    back = (today.weekday() + 2) % 7
    ahead = back > 1 and is_ahead(match)
    return days_on(today - timedelta(days=back - 7 * ahead), 2)


RELATIVE: tuple[tuple[frozenset[str], re.Pattern[str], Reader], ...] = (
    *COUNTED,
    *OF_MONTH,
    *WORDED_DAYS,
    (
        NEAR | FEAST,
        pattern(rf"\b(?:(?P<lead>last|this|next)\s)?(?P<feast>{FEAST_NAMES})\b", any_case=True),
        _feast,
    ),
    (
        DAY | DIGIT,
        pattern(
            rf"\b{ON_WEEKDAY}{{D:d}}\s(?:of\s)?{{M:m}},?\s(?:of\s)?(?P<which>last|this|next)\syear\b"
        ),
        _month_of_year,
    ),
    (
        MONTH,
        pattern(
            rf"\b{{M:m}}\s{{D:d}}{TO}(?:{{M:m2}}\s)?{{D:d2}},?\s(?:of\s)?(?P<which>last|this|next)\syear\b"
        ),
        _days_of_year,
    ),
    (
        MONTH,
        pattern(r"\b{M:m}\sand\s{M:m2},?\s(?:of\s)?(?P<which>last|this|next)\syear\b"),
        _months_of_year,
    ),
    (
        MONTH,
        pattern(r"\b{M:m}(?:\s{D:d})?,?\s(?:of\s)?(?P<which>last|this|next)\syear\b"),
        _month_of_year,
    ),
    (
        SEASON,
        pattern(r"\b{S:s}\sof\s(?P<which>last|this|next)\syear\b", any_case=True),
        _season_of_year,
    ),
    (
        frozenset(["the"]),
        re.compile(
            r"\bthe\s(?P<unit>week|weekend|month|year)\s(?P<which>before\slast|after\snext)\b",
            re.IGNORECASE,
        ),
        _two_away,
    ),
    (
        NEAR,
        pattern(
            r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\syear(?:,|[’']s)?\s(?:on\s|in\s)?{M:m}(?:\s{D:d})?\b"
        ),
        _month_of_year,
    ),
    (
        DAY | MONTH,
        pattern(
            rf"\b{ON_WEEKDAY}{{M:m}}\s{{D:d}}(?:{TO}(?:{{M:m2}}\s)?{{D:d2}})?\b(?![,.]?\d)"
            rf"(?!\s(?:people|percent|per\scent)){_NOT_THAT_YEAR}"
        ),
        _month_day,
    ),
    (
        DAY | DIGIT,
        pattern(
            rf"\b{ON_WEEKDAY}{{D:d}}(?:\s{{M:m2}})?{TO}(?:the\s)?{{D:d2}}\s(?:of\s)?{{M:m}}(?!\w)"
        ),
        _day_month_range,
    ),
    (
        DAY | DIGIT,
        pattern(rf"\b{ON_WEEKDAY}{{D:d}}\s(?:of\s)?{{M:m}}(?!\w){_NOT_THAT_YEAR}"),
        _month_day,
    ),
    (
        _FROM,
        pattern(
            r"\b(?:[Ff]rom|[Bb]etween)\s{M:m}\s(?:to|until|through|and)\s{M:m2}"
            rf"(?![\s.]?\d){_NOT_THAT_YEAR}"
        ),
        _months,
    ),
    (
        frozenset(["in", "during"]),
        pattern(
            r"\b(?:[Ii]n|[Dd]uring)\s{M:m}\sand\s(?:in\s)?{M:m2}(?![\s.]?\d)(?!\s[A-Z])"
            rf"{_NOT_THAT_YEAR}"
        ),
        _two_months,
    ),
    (
        NEAR
        | frozenset(
            "in since until by from during early late mid of for to through ended as".split()
        ),
        pattern(
            r"\b(?P<lead>[Ii]n(?:\s(?:early|mid|late))?(?:[\s-]mid)?|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast"
            r"|[Tt]his\spast|[Tt]his|(?<!\b[Tt]he\s)[Nn]ext|[Ff]rom|[Dd]uring|[Ee]arly|[Ll]ate|[Mm]id|[Oo]f|for|[Aa]s\s(?:early|late|recently)\sas"
            r"|(?:(?<=\bmonths\s)|(?<=\bquarter\s)|(?<=\byear\s)|(?<=\bperiod\s))(?:to|through|ended(?:\sin)?))[\s-]{M:m}"
            rf"(?![\s.]?\d)(?![’']s?\b){_NOT_THAT_YEAR}"
        ),
        _lone_month,
    ),
    *WEEKDAYS_TOLD,
    (
        frozenset("the yesterday today tonight tomorrow earlier this last overnight".split()),
        re.compile(
            r"\b(?<!USA )(?:the\sday\sbefore\syesterday|the\sday\safter\stomorrow|yesterday|today"
            r"|tonight|tomorrow|(?:earlier\s)?this\s(?:morning|afternoon|evening)"
            r"|last\s(?:night|evening)"
            r"|overnight(?!\s(?:on|from|between)\s(?:the\s)?(?:[MTWFS]\w+day|\d)))\b(?<!today(?=[’']s))",
            re.IGNORECASE,
        ),
        _named_day,
    ),
    (
        NEAR | frozenset(["previous", "coming"]),
        re.compile(
            r"\b(?=[clnpt])(?:(?<!of )|(?<=as of )|(?<=end of )|(?<=start of )|(?<=beginning of )"
            r"|(?<=middle of )"
            r"|(?<=close of )|(?<=half of )|(?<=rest of )|(?<=course of )|(?<=period of ))(?<!\bthe )"
            r"(?P<which>last|previous|this|next|coming)"
            r"\s(?P<unit>weekend|week|month|year)\b(?![’']s\s\w+ing\b|-)",
            re.IGNORECASE,
        ),
        _span_of_time,
    ),
    (
        frozenset("over at during on by".split()),
        re.compile(r"\b(?:over|at|during|on|by)\sthe\sweekend\b", re.IGNORECASE),
        _weekend,
    ),
    (
        frozenset(["earlier", "later"]),
        re.compile(r"\b(?:earlier|later)\sin\sthe\s(?P<unit>month|year)\b", re.IGNORECASE),
        _present,
    ),
    (
        frozenset(["by", "before", "until"]),
        re.compile(
            r"\b(?:by|before|until)\s(?:the\s(?:end|close)\sof\sthe\s(?P<unit>week|month|year)(?![’'-])"
            r"|(?:the\s)?year(?:[’']s)?[\s-]end)\b",
            re.IGNORECASE,
        ),
        _end_of_present,
    ),
    *LONE_SEASONS,
    *MOVABLE,
    *MONTH_SUBJECTS,
    *YEAR_PARTS,
    *QUARTERS,
)
"""First words, patterns and their readers, the more telling first; they are tried after the absolute ones."""
