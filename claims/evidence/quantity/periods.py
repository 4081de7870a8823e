"""The times of a sentence to periods, and two sets of periods to how they lie to each other.

A date that the sentence settles is an EDTF interval of days; one that it does not ("last spring", "on
Friday") is its words, and equals the same words alone.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from claims.extract.dates.mentions import dates as dates_in
from claims.text.calendar_names import MONTH, WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UNIT = (
    r"(?:year|month|week|decade|century|quarter|spring|summer|autumn|fall|winter|season"
    r"|night|weekend|day)"
)
_HOURS = r"(?: (?:morning|afternoon|evening|night)\b)?"
_MONTHS = rf"(?:{MONTH})"
_COUNT = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty)"
)
_YEAR_TO = (
    r"\b(?:(?:in|for|over|during) )?(?:the|its|their) (?:(?:financial|fiscal|business|full) )?"
    r"(?:year|(?:12|twelve) months)"
    r" (?:to|ended|ending)(?: on)? (?:(?:the )?end of |late |mid-)?"
)
_DATED_YEAR_TO = re.compile(rf"{_YEAR_TO}$", re.IGNORECASE)
_RELATIVE = re.compile(
    rf"{_YEAR_TO}(?P<to>{_MONTHS})(?!\w| \d)"
    rf"|\b(?:(?:earlier |later )?(?:last|this|next|that|previous|the previous|the following|the same)"
    rf" (?:financial |fiscal )?(?:{_UNIT}|{WEEKDAY}{_HOURS}|{_MONTHS})(?![\w’'-])"
    rf"|(?:over|in|within|during|after) (?:just |only )?(?:the (?:past|last|next|first|previous|coming) )?"
    rf"(?:{_COUNT}|a|a single|the) (?:{_UNIT}s?)(?![\w’'-]| to (?:\d|{_MONTHS}))"
    rf"|(?:over|in|within|during) (?:the (?:past|last|next|first) )?(?:24|48|72) hours"
    rf"|the (?:past|last|next|first|previous|coming) (?:{_COUNT} )?{_UNIT}s?(?![\w’'-])"
    rf"|(?:the )?(?:first|second|third|fourth|last)[ -](?:half|quarter)"
    r"|(?:the )?(?:first|last) (?:three|six|nine) months"
    rf"|{WEEKDAY}{_HOURS}|(?<=in )(?:early |mid-|late )?{_MONTHS}(?!\w)|(?<=since ){_MONTHS}(?!\w)"
    rf"|(?<=by ){_MONTHS}(?!\w)|(?<=until ){_MONTHS}(?!\w)|(?<=before ){_MONTHS}(?!\w)"
    rf"|(?P<day>\d{{1,2}}) (?P<month>(?-i:{_MONTHS}))(?!\w| \d)"
    rf"|(?<=on )(?P<month2>(?-i:{_MONTHS})) (?P<day2>\d{{1,2}})(?!\w|,? \d)"
    r"|at one (?:time|point|stage)"
    r"|(?:at|by|until|before|around) \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m|o[’']clock)"
    rf"|(?:an? |one )?(?:hundred|thousand|few|couple of|several|many) {_UNIT}s? (?:ago|earlier|later)"
    rf"|{_COUNT} {_UNIT}s? (?:ago|earlier|later)"
    rf"|(?:a|the) {_UNIT} (?:ago|earlier|later|before|after)(?! the\b)"
    rf"|today|yesterday|tomorrow|tonight|overnight)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?P<word>than|compared (?:with|to)|since|until|till|before|after|by(?: the end of)?"
    r"|from)(?: (?:in|on|the|about|around|late|early|mid))*[ -]$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?<!ever )[Ss]ince (?:it|he|she|they|the|its|his|her|their|[A-Z]\w+) (?:[a-z]+ ){1,4}(?:in|on) $"
)
"""What a time dates from which something holds: "since its release in 2017"."""
_SPAN = re.compile(rf"\b(?:the )?{_COUNT} (?:financial |fiscal )?(?:years|months|seasons) $")
"""How many times follow: "the two years 2019 and 2020"."""
_NOT_UNTIL = re.compile(r"(?:\bnot|n[’']t) [^,;\d]*$")
"""What does not happen until a date happens then."""
_FOR = re.compile(rf"\bfor (?={_MONTHS}\b)")
"""A figure for June is one in June."""
_AFTER_SO_LONG = re.compile(r"after [a-z\d]+ [a-z]+ of [a-z]", re.IGNORECASE)
"""What led to it, and no time: "after two weeks of talks"."""
_LED = re.compile(r"(?P<word>since|until|till|before|after|by|from)\b", re.IGNORECASE)
_FISCAL = re.compile(r"\b(?:fiscal|financial|tax|FY)(?: year)? ?$|\bFY ?$", re.IGNORECASE)
_FISCAL_AFTER = re.compile(r" (?:fiscal|financial|tax) year\b", re.IGNORECASE)
_FISCAL_IN = re.compile(r"\b(?:fiscal|financial|tax)\b|\bFY", re.IGNORECASE)
_SAID = re.compile(r"\b(?:said|told \w+|wrote|announced|stated) (?:back )?in $")
_RANKED = re.compile(
    r"\b(?:(?:\w+est|most|least|worst|best|first)(?: \w+){0,2}"
    r"|(?:more|less|fewer|\w+er) than (?:in |at )?any(?: \w+){0,3}) since $"
)
"""What is the lowest since a year holds for no longer time."""
_BEST = re.compile(r"\b(?:\w+est|most|least|worst|best|first)(?: (?!of\b)\w+){0,2} $")
_PART_OF = re.compile(
    r"\b(early|mid|late|first half|second half)(?:-| in (?:the )?| of (?:the )?| the | )$",
    re.IGNORECASE,
)
_HALVES = {
    "early": (0.0, 0.5),
    "first half": (0.0, 0.5),
    "mid": (0.245, 0.75),
    "late": (0.495, 1.0),
    "second half": (0.495, 1.0),
}
"""Which part of a year, decade or month is meant, as shares of it; nobody means more than half of it."""
_CLEARLY = {"early": (0.0, 0.82), "mid": (0.2, 0.8), "late": (0.18, 1.0)}
"""How much of such a part is so for everybody: 1994 is hardly in the early 1990s."""
_IN_ALL = re.compile(r"(?:in|over|for) (?!the )", re.IGNORECASE)
"""What is the best in a decade holds for no decade."""
_DAY = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?")
_DAY_PARTS = ("day morning", "day afternoon", "day evening", "day night")
_LOOK = 48
_WINTER, _SEASONS = 24, {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_SEASONS_FROM = 20
_MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class Period:
    """A time at `[start, end)` of a sentence: the way it is meant, and its first and last day or words."""

    way: str
    first: str
    last: str
    start: int
    end: int
    words: str


class Times(Enum):
    """How the passage's periods lie to the claim's."""

    NONE = "neither names a time"
    SAME = "the same time"
    WITHIN = "a day within the claim's time"
    PART = "a part of the claim's time"
    WIDER = "a longer time"
    OTHER = "another time"
    UNSAID = "the passage names no time"
    ADDED = "the claim names no time"


def periods_in(sentence: str, *, published: str | None) -> tuple[Period, ...]:
    """The periods of a sentence in order.

    >>> found = periods_in("Since 2015 rents rose; in May 2018 they fell", published=None)
    >>> [(p.way, p.first, p.last) for p in found]
    [('since', '2015-01-01', '2015-12-31'), ('in', '2018-05-01', '2018-05-31')]
    """
    found = []
    for mention in dates_in(_FOR.sub(" in ", sentence), published=published):
        days = days_of(mention.edtf)
        if days is None:
            continue
        before = sentence[max(0, mention.start - _LOOK) : mention.start]
        year = _FISCAL_AFTER.match(sentence, mention.end)
        end = year.end() if year else mention.end
        words = sentence[mention.start : end]
        way = _way(before, words)
        if way == "until" and _NOT_UNTIL.search(sentence[: mention.start]):
            way = "in"
        if way == "since" and "/" in mention.edtf:  # "from 2015 to 2020"
            way = "in"
        start = mention.start
        if (part := _PART_OF.search(before)) and way == "in":
            start, days = start - len(part[0]), _narrowed(days, part[1].lower())
            words = sentence[start:end]
        if "ear " in before or "onths " in before:
            led = _DATED_YEAR_TO.search(sentence[:start])
            start, way = (led.start(), "year to") if led else (start, way)
        found.append(Period(way, *days, start, end, words))
    found = _together(found, sentence)
    return tuple(sorted([*found, *_left_open(sentence, found)], key=lambda p: p.start))


def _left_open(sentence: str, found: list[Period]) -> Iterator[Period]:
    """The times of a sentence that only their words tell: "on Friday", "over the year"."""
    taken = [(p.start, p.end) for p in found]
    for match in _RELATIVE.finditer(sentence):
        after = _AFTER_SO_LONG.match(sentence, match.start())
        if not after and all(match.end() <= start or match.start() >= end for start, end in taken):
            way = _way(sentence[max(0, match.start() - _LOOK) : match.start()], match[0])
            way = "than" if sentence.startswith(" than ", match.end()) else way
            if _IN_ALL.match(match[0]) and _BEST.search(sentence[: match.start()]):
                way = "ranked"
            words = _named(match)
            yield Period(way, words, words, match.start(), match.end(), match[0])


def _narrowed(days: tuple[str, str], part: str) -> tuple[str, str]:
    """The half of a time that "early", "mid" or "late" means.

    >>> _narrowed(("2019-01-01", "2019-12-31"), "early")
    ('2019-01-01', '2019-07-02')
    """
    if not days[0][0].isdigit():
        return days
    first, last = (date.fromisoformat(day) for day in days)
    low, high = _HALVES[part]
    length = last - first
    return (first + length * low).isoformat(), (first + length * high).isoformat()


def _together(found: list[Period], sentence: str) -> list[Period]:
    """Two times that hold for one number as one: "in 2019 and 2020"."""
    if not found:
        return found
    one, *rest = found
    if sentence.endswith("s ", 0, one.start) and (span := _SPAN.search(sentence[: one.start])):
        one = replace(one, start=span.start(), words=sentence[span.start() : one.end])
    if not rest or "respectively" in sentence:
        return [one, *rest]
    two = rest[0]
    follows = sentence[one.end : two.start] == " and " and one.first < two.first
    if not (follows and one.way == "in" and len(found[0].words) == len(two.words)):
        return [one, *rest]
    words = sentence[one.start : two.end]
    return [replace(one, last=two.last, end=two.end, words=words), *rest[1:]]


def _named(match: re.Match[str]) -> str:
    """The words of a time that a sentence leaves open, by which it is known: "friday", "july 14"."""
    if match["to"]:
        return f"year to {match['to'].lower()}"
    if day := match["day"] or match["day2"]:
        return f"{match['month'] or match['month2']} {day}".lower()
    words = re.sub(r"\b(?:just|only) ", "", match[0].lower())
    return re.sub(r"^(?:on|the|in|over|within(?! a\b)) (?!\d)", "", words).replace("-", " ")


def _way(before: str, exact: str) -> str:
    if "ince " in before and _SINCE.search(before):
        return "since"
    if _SAID.search(before):
        return "said"
    if _RANKED.search(before):
        return "ranked"
    if _FISCAL.search(before) or _FISCAL_IN.search(exact):
        return "fiscal"
    match = _LED.match(exact) or _BEFORE.search(before)
    if match is None:
        return "in"
    word = match["word"].lower()
    return {"from": "since", "till": "until", "compared with": "than", "compared to": "than"}.get(
        word, word.split()[0]
    )


def days_of(edtf: str) -> tuple[str, str] | None:
    """The first and last day of an EDTF date, None where it is open or of another calendar.

    >>> days_of("2018-02"), days_of("199X"), days_of("2018-05-03/2018-06")
    (('2018-02-01', '2018-02-28'), ('1990-01-01', '1999-12-31'), ('2018-05-03', '2018-06-30'))
    """
    if "/" in edtf:
        ends = [days_of(end) for end in edtf.split("/", 1)]
        if ends[0] is None or ends[1] is None:
            return None
        return ends[0][0], ends[1][1]
    if re.fullmatch(r"\d{2,3}X{1,2}[~?%]?", edtf):
        digits = edtf.rstrip("~?%")
        return f"{digits.replace('X', '0')}-01-01", f"{digits.replace('X', '9')}-12-31"
    match = _DAY.fullmatch(edtf)
    return _days(match[1], match[2], match[3]) if match else None


def _days(year: str, month: str | None, day: str | None) -> tuple[str, str] | None:
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    number = int(month)
    if number > _SEASONS_FROM:
        if number == _WINTER:
            return f"{year}-12-01", f"{int(year) + 1}-02-28"
        first, last = _SEASONS.get(number, (0, 0))
        return (f"{year}-{first:02}-01", f"{year}-{last:02}-30") if first else None
    if not 1 <= number <= _MONTHS_OF_YEAR:
        return None
    if day is not None:
        return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
    return f"{year}-{month}-01", f"{year}-{month}-{monthrange(int(year), number)[1]:02}"


def at_the_edge(ours: Iterable[Period], theirs: Iterable[Period]) -> bool:
    """Whether a time lies within an "early", "mid" or "late" one, but not clearly so.

    >>> def at(text):
    ...     return periods_in(text, published=None)
    >>> [at_the_edge(at("in the late 1990s"), at(f"in {year}")) for year in (1995, 1998)]
    [True, False]
    """
    theirs = tuple(theirs)
    for whole in ours:
        part = whole.words.partition(" ")[0].partition("-")[0].lower()
        if part not in _CLEARLY or not whole.first[0].isdigit():
            continue
        first, last = date.fromisoformat(whole.first), date.fromisoformat(whole.last)
        low, high = (first + (last - first) * share for share in _CLEARLY[part])
        if any(t.first < low.isoformat() or t.last > high.isoformat() for t in theirs):
            return True
    return False


def lie(ours: Iterable[Period], theirs: Iterable[Period]) -> Times:
    """How the passage's periods lie to the claim's: the most telling of all pairs.

    >>> def at(text):
    ...     return periods_in(text, published=None)
    >>> lie(at("in 2018"), at("on 9 May 2018")).name, lie(at("in 2018"), at("in 2019")).name
    ('WITHIN', 'OTHER')
    >>> lie((), at("in 2019")).name
    'ADDED'
    """
    ours, theirs = tuple(ours), tuple(theirs)
    if not ours or not theirs:
        return Times.UNSAID if ours else Times.ADDED if theirs else Times.NONE
    if ends(ours) == ends(theirs):
        return Times.SAME
    each = [min((fit(a, b) for b in theirs), key=_ORDER.index) for a in ours]
    worst = max(each, key=_ORDER.index)
    extra = [b for b in theirs if all(fit(a, b) in {Times.OTHER, Times.WIDER} for a in ours)]
    return Times.OTHER if worst is Times.SAME and extra else worst


_ORDER = (Times.SAME, Times.WITHIN, Times.PART, Times.WIDER, Times.OTHER)


def ends(periods: Iterable[Period]) -> tuple[tuple[str, str], ...]:
    """The ends of all periods as one span of days, so that "between 1990 and 2010" meets "in 1990 … in 2010".

    >>> ends(periods_in("from 410 in 1990 to 822 in 2010", published=None))
    (('1990-01-01', '2010-12-31'),)
    """
    told = [p for p in periods if p.first[0].isdigit() and p.way in {"in", "since", "until", "by"}]
    rest = tuple((p.way, p.first) for p in periods if p not in told)
    ways = {p.way for p in told}
    if not told or (len(told) == 1 and ways != {"in"}):
        return (*((p.way + p.first, p.last) for p in told), *rest)
    return ((min(p.first for p in told), max(p.last for p in told)), *rest)


def fit(ours: Period, theirs: Period) -> Times:
    """How one time of the passage lies to one of the claim."""
    if ours.way != theirs.way:
        return Times.OTHER
    if (ours.first, ours.last) == (theirs.first, theirs.last):
        return Times.SAME
    if not (ours.first[0].isdigit() and theirs.first[0].isdigit()):
        short, long = sorted((ours.first, theirs.first), key=len)
        same = long.endswith(_DAY_PARTS) and long.startswith(f"{short} ")
        return Times.SAME if same else Times.OTHER
    if ours.first[:4] != ours.last[:4] and _years(ours) == _years(theirs):
        return Times.SAME
    if ours.way == "in" and ours.first <= theirs.first and theirs.last <= ours.last:
        return Times.WITHIN if theirs.first == theirs.last else Times.PART
    wider = ours.way == "in" and theirs.first <= ours.first and ours.last <= theirs.last
    return Times.WIDER if wider else Times.OTHER


def _years(period: Period) -> tuple[str, str]:
    return period.first[:4], period.last[:4]
