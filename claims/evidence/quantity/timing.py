"""The tenses and times of two sides to whether their numbers hold for the same time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import AGE, Part
from claims.evidence.quantity.changes import DIFFERENCE, RATIO
from claims.evidence.quantity.derived import LENGTH
from claims.evidence.quantity.idle import EVENTS, ONCE
from claims.evidence.quantity.measures import FAMILIES, dimension
from claims.evidence.quantity.money import is_money
from claims.evidence.quantity.periods import Times, lie
from claims.evidence.quantity.roles import governor
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, both, is_telling
from claims.evidence.quantity.wording import VERBS, concepts
from claims.extract.grammar.number_words import UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.evidence.quantity.periods import Period
    from claims.evidence.quantity.sides import Side

_HAS = re.compile(
    r"\b(has|have|had) (?=(?:about |some |over |nearly |only |more than |at least )*[$€£#])",
    re.IGNORECASE,
)
_TENSES = {
    "now": re.compile(r"\b(?:is|are|stands)\b|\b(?:has|have) (?=[^a-z]*#)", re.IGNORECASE),
    "then": re.compile(r"\b(?:was|were|stood)\b|\bhad (?=[^a-z]*#)", re.IGNORECASE),
}
_GIVEN_ONCE = concepts(["sentenced", "jailed"])
_EVENTFUL = EVENTS | _GIVEN_ONCE
_EVENTFUL |= concepts(
    """fined expelled recalled stolen arrested convicted acquitted pardoned marched rallied
    gathered rescued released""".split()
)
_PAID_ONCE = concepts("approved paid bought lent donated granted awarded allocated".split())
"""What is done once with a sum of money, so that its day is no part of a longer time."""
_HAPPENS = (_EVENTFUL | ONCE) - {"die", "bury"}
_LASTING = frozenset("war outbreak epidemic pandemic virus drought heatwav riot".split())
"""What goes on for so long that the number of one month is not all."""
_HOURS_OF = tuple(f"{part} of " for part in ("end", "start", "night", "morning", "evening", "day"))
_AHEAD = frozenset(["forecast", "plan"])
"""Moods in which a time behind "by" is a deadline, and what is done by then the whole."""
_BEEN = re.compile(r"\b(?:is|are|was|were|be|been|being|has|have|had) (?:\w+ly )?$")
_HAD_DONE = re.compile(r"\bhad (?:\w+ly |since |already )?(?:been |[a-z]+ed |[a-z]+en )")
_AT_THE_TIME = re.compile(r"\b(?:then|at the time|in those days)\b", re.IGNORECASE)
_DECIDED = re.compile(
    r"\b(?:raised|cut|lowered|increased|reduced|doubled) (?:its|their|his|her|the)\b"
)
"""What somebody sets to a new level, on a day."""
_PERFECT = re.compile(
    r"\b(?:has|have) (?:\w+ly |already |now |so far )?(?!been\b|had\b)\w+(?:ed|t|n|ne|ld|de) "
)
"""What has been done is told of all the time until now."""
_WHEN = re.compile(r"\b(?:when|while|before|by the time|until)\b", re.IGNORECASE)
_DURATION = re.compile(
    r"(?:over|in|within|during) |(?:the )?(?:first|second|third|opening) ", re.IGNORECASE
)
_BRACKETED = re.compile(r"\([^)]{0,20}$")


def tense_hinders(ours: Side, theirs: Side) -> Hindrance:
    """What a thing has and what it had may both be right, where neither says when.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> one, two = (statement(f"It {had} 12 boats.", published=None) for had in ("has", "had"))
    >>> tense_hinders(side(one, one.amounts[0]), side(two, two.amounts[0]))
    Hindrance(to_agree=None, to_clash='NOT004')
    """
    if _earlier(theirs) and not _earlier(ours):
        return both("NOT004")
    dated = any(p.first[0].isdigit() or p.first.endswith("ago") for p in theirs.periods)
    past = (_tenses(ours) == {"now"} and _tenses(theirs) == {"then"}) or _did(ours, theirs)
    if _did(ours, theirs) and not ours.periods:
        return both("NOT004")
    if dated and past and not ours.periods and ours.amount.unit not in FAMILIES:
        return both("NOT004")
    then = theirs.around.periods or _AT_THE_TIME.search(theirs.said.plain)
    if (
        past
        and then
        and not ours.periods
        and not theirs.periods
        and ours.amount.unit not in FAMILIES
    ):
        return both("NOT004")
    had = [{m[1].lower() == "had" for m in _HAS.finditer(s.said.plain)} for s in (ours, theirs)]
    undated = not (ours.periods and theirs.periods)
    turned = all(had) and not had[0] & had[1]
    return Hindrance(None, "NOT004") if undated and turned else BOTH_FREE


def _earlier(side: Side) -> bool:
    """Whether a number was right before something else: "had opened 60 shops when it was sold"."""
    told = side.said.plain[side.span[0] : side.amount.start]
    lasted = (
        dimension(side.amount.unit) == "length of time" and _WHEN.search(side.said.plain) is None
    )
    return not (side.said.lead or side.derived or lasted) and _HAD_DONE.search(told) is not None


def _did(ours: Side, theirs: Side) -> bool:
    """Whether what the claim says is done was done in the passage: "employs", "employed"."""
    plain = theirs.said.plain
    done = (
        w
        for w in theirs.near
        if w.text.endswith("ed") and not _BEEN.search(plain, max(0, w.start - 40), w.start)
    )
    before = {w.text.lower() for w in done}
    acts = (w for w in ours.near if w.start != ours.amount.end + 1)  # "52 arrests" are counted
    does = (w.text.lower() for w in acts if w.text.endswith("s") and w.concept in VERBS)
    return any({f"{word[:-1]}ed", f"{word[:-1]}d"} & before for word in does)


def _tenses(side: Side) -> set[str]:
    """Whether a sentence says what is, what was, or both."""
    return {tense for tense, said in _TENSES.items() if said.search(side.said.plain)}


def time_hinders(ours: Side, theirs: Side) -> Hindrance:
    """Whether one side's number is of another time, or of a part of it.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> one, two = (statement(f"It sold 212 boats in {y}.", published=None) for y in (2001, 2002))
    >>> time_hinders(side(one, one.amounts[0]), side(two, two.amounts[0])).to_agree
    'NOT004'
    """
    if LENGTH in {ours.derived, theirs.derived}:
        return BOTH_FREE
    mine, other = ours.periods, theirs.periods
    if mine and not other:
        other = theirs.around.periods
    how = lie(mine, other)
    worked = theirs.derived in {DIFFERENCE, RATIO}
    whole = how is Times.ADDED or _begins(mine, other) or _is_last_year(mine, other)
    whole = (worked and whole) or (how is Times.PART and _is_bought(ours, theirs))
    aged = how is Times.WITHIN and ours.amount.noun == AGE  # a day of the year in which one was 42
    if whole or aged or how in {Times.NONE, Times.SAME}:
        return BOTH_FREE
    if how is Times.ADDED and (_is_war(theirs) or _is_now(ours, theirs)):
        return BOTH_FREE
    repeated = how is Times.ADDED and _PERFECT.search(ours.said.plain) and _is_repeated(theirs)
    if repeated or _is_partial(theirs, {Times.ADDED: other, Times.UNSAID: mine}.get(how, ()), how):
        return both("NOT006")
    if how in {Times.WITHIN, Times.UNSAID, Times.ADDED}:
        telling = is_telling(ours.amount) or how is Times.WITHIN or _is_term(ours, theirs)
        return Hindrance(None if telling else "NOT004", "NOT004")
    return both("NOT004")


def _is_bought(ours: Side, theirs: Side) -> bool:
    """Whether two named bodies tell of one purchase, which has one day: a month is no part of its price."""
    mine, other = ({*s.near, *s.far} for s in (ours, theirs))
    first, second = (
        {
            c
            for w in s
            if w.text[0].isupper() and governor(plain, w) != "from"
            for c in (w.concept, w.alias)
        }
        for s, plain in ((mine, ours.said.plain), (other, theirs.said.plain))
    )
    bought = "buy" in {w.concept for w in mine} & {w.concept for w in other}
    return bought and is_money(ours.amount) and len((first & second) - {""}) > 1


def _is_term(ours: Side, theirs: Side) -> bool:
    """Whether a court gave so many years, which it does once."""
    told = {w.concept for w in (*theirs.near, *theirs.far)} & {w.concept for w in ours.near}
    return dimension(ours.amount.unit) == "length of time" and bool(told & _GIVEN_ONCE)


def _is_partial(theirs: Side, alone: Sequence[Period], how: Times) -> bool:
    """Whether a time that one side alone has makes its number a part: "since April", "in a week"."""
    before = (theirs.said.plain[: p.start] for p in alone)
    named = (b.endswith(" of ") and not b.endswith(_HOURS_OF) for b in before)  # the floods of 1981
    added = how is Times.ADDED and (
        any(_BRACKETED.search(theirs.said.text[: p.start]) for p in alone)
        or any(p.way not in {"in", "by" if _AHEAD & theirs.mood else "in"} for p in alone)
        or _is_daily(theirs)
        or any(named)
    )
    return added or any(_DURATION.match(p.words) for p in alone)


def _is_repeated(theirs: Side) -> bool:
    """Whether what was done in a year is done in others, too, and told in the past: "built 640 wells"."""
    told = {w.concept for w in (*theirs.near, *theirs.far)}
    return not told & _EVENTFUL and _PERFECT.search(theirs.said.plain) is None


def _is_daily(theirs: Side) -> bool:
    """Whether a number of a day or month is of no event of that time: what a virus kills on a Tuesday."""
    told = {w.concept for w in (*theirs.near, *theirs.far)}
    once = _HAPPENS | _PAID_ONCE if is_money(theirs.amount) else _HAPPENS
    if theirs.amount.noun == AGE or (told & once and not told & _LASTING):
        return False
    if theirs.amount.way and _DECIDED.search(theirs.said.plain[: theirs.amount.start]):
        return False
    return bool(told & _LASTING) or all(_is_short(p) for p in theirs.periods)


def _is_short(period: Period) -> bool:
    """Whether a time is a month at most."""
    if period.first[0].isdigit():
        return period.first[:7] == period.last[:7]
    return period.first.startswith("this ") or not period.first.endswith(
        ("year", "decade", "century")
    )


def base_hinders(ours: Side, theirs: Side) -> Hindrance:
    """Whether a change is told from a year of which the claim says nothing, and no time else.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> told = (statement(f"Rents rose 12 percent{t}.", published=None) for t in ("", " compared with 1990"))
    >>> one, two = told
    >>> base_hinders(side(one, one.amounts[0]), side(two, two.amounts[0])).to_agree
    'NOT006'
    """
    since, told = (
        {p.first[:4] for p in s.said.periods if p.way == "than" and p.first[:4].isdigit()}
        for s in (theirs, ours)
    )
    years = [int(p.first[:4]) for p in ours.said.periods if p.first[:4].isdigit()]
    before = years and all(int(year) >= min(years) - 1 for year in since)
    unsaid = bool(since) and not told and not (before or (ours.said.periods and not years))
    return both("NOT006") if unsaid and theirs.amount.part is Part.CHANGE else BOTH_FREE


def _is_now(ours: Side, theirs: Side) -> bool:
    """Whether the passage says of today what the claim says in the present: "today it has 40 shops"."""
    today = all(p.first == "today" for p in theirs.periods)
    done = {w.text for w in theirs.near if w.text.endswith("s") and w.concept in VERBS}
    does = bool(done & {w.text for w in ours.near})
    return today and (does or _tenses(ours) == _tenses(theirs) == {"now"})


def _is_war(theirs: Side) -> bool:
    """Whether the dead of several years are told: the years are then those of the whole event."""
    told = [p for p in theirs.periods if p.first[0].isdigit()]
    years = len(told) == 1 and int(told[0].last[:4]) - int(told[0].first[:4]) > 1
    return years and any(w.concept == "die" for w in (*theirs.near, *theirs.far))


def _begins(ours: Sequence[Period], theirs: Sequence[Period]) -> bool:
    """Whether "since 2020" is where "from 180 in 2020 to 365" begins."""
    told = [p.first for p in theirs if p.first[0].isdigit()]
    return bool(told) and all(p.way == "since" and p.first == min(told) for p in ours)


_SO_MANY_YEARS = re.compile(
    r"(?:in|over|within|during) (?:the (?:past|last) )?(?P<many>[a-z]+|\d+) years\Z"
)


def _is_last_year(ours: Sequence[Period], theirs: Sequence[Period]) -> bool:
    """Whether the levels of 2018 and 2019 tell a change of 2019, those of 2014 and 2019 one in five years."""
    years = sorted({p.first[:4] for p in theirs if p.first[0].isdigit() and _is_year(p)})
    if len(years) != 2 or len(ours) != 1 or len(theirs) != 2:  # noqa: PLR2004 - two levels
        return False
    begin, end = int(years[0]), int(years[1])
    if _is_year(ours[0]):
        return int(ours[0].first[:4]) == end == begin + 1
    told = _SO_MANY_YEARS.match(ours[0].words.lower())
    many = UNITS.get(told["many"]) if told else None
    return (
        told is not None
        and (many or float(told["many"] if told["many"].isdigit() else 0)) == end - begin
    )


def _is_year(period: Period) -> bool:
    return period.first[4:] == "-01-01" and period.last == f"{period.first[:4]}-12-31"
