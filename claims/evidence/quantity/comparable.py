"""Two sides to what keeps their amounts from being compared, if anything does.

To agree, a passage may say more than the claim; to clash, it must speak of the same and of nothing else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.evidence.quantity.ages import ONE_OF_THEM
from claims.evidence.quantity.amounts import Amount, Part
from claims.evidence.quantity.apart import set_apart
from claims.evidence.quantity.changes import RATIO
from claims.evidence.quantity.likeness import things_hinder
from claims.evidence.quantity.linking import link_hinders
from claims.evidence.quantity.measures import dimension
from claims.evidence.quantity.money import is_money
from claims.evidence.quantity.mood import denied
from claims.evidence.quantity.naming import names_hinder
from claims.evidence.quantity.neighbours import BACK_THEN, LIMITED, PART_YEAR, PARTLY
from claims.evidence.quantity.numbered import numbered_hinders
from claims.evidence.quantity.rates import TIMES
from claims.evidence.quantity.relation import Fit, relate
from claims.evidence.quantity.roles import roles_hinder
from claims.evidence.quantity.tails import tail_hinders
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, both
from claims.evidence.quantity.timing import base_hinders, tense_hinders, time_hinders
from claims.evidence.quantity.transfers import transfers_hinder
from claims.evidence.quantity.voice import SOMEBODY
from claims.evidence.quantity.ways import than_hinders
from claims.evidence.quantity.wording import VERBS

if TYPE_CHECKING:
    from claims.evidence.quantity.sides import Side

_SCORE = re.compile(r"(?: \w+)?(?: to |-|–)$")
_COUNTED = re.compile(
    r"\b(?:counted|measured|expressed|calculated|reckoned|converted|weighted|computed)"
    r" (?:as|by|into|(?:in|at|on)(?! (?:the\b|(?-i:[A-Z])|-?\d)))\b"
    r"|\b(?:was|were|been) in (?:prison|jail|custody|detention)\b"
    r"|\bfull-time equivalent|\bon an? [\w-]+ basis\b|\blike[- ]for[- ]like\b"
    r"|\b(?:in|at) (?:the )?(?:\d{4}|today[’']s|current|constant|fixed|real|nominal|absolute|relative)"
    r" (?:prices|terms|values|money|dollars|euros|pounds|rates)\b"
    r"|\bat (?:the |an )?(?:exchange )?(?:rate|price)s? of\b"
    r"|\bthe last (?!census\b)(?=[a-z])"
    r"|\b(?:next to|beside|opposite|adjacent to|neighbou?ring|(?<!of )(?<!than )the next (?=[a-z]))"
    r"|\b(?:on|at|over|during) (?:the )?(?:[A-Z][a-z]+days|week(?:ends|days)|nights"
    r"|holidays|(?:busy|good|bad) days)\b"
    r"|\bpurchasing power\b|\b(?:die[ds]?|dying|deaths?) with\b|\bannuali[sz]ed\b|\bpro rata\b",
    re.IGNORECASE,
)
"""By what way of counting a number holds; years in prison are not those that a court gave."""
_SUM = re.compile(r"\b(?:in all|in total|altogether|all told|overall)\b,?[^#]*$", re.IGNORECASE)
"""What stands before a number that has the others of its sentence in it."""
_KEPT = re.compile(
    r"\b(?:left|leaves|kept|keeps|held|holds|stayed|stays|remain\w*|unchanged|steady|stable"
    r"|frozen)\b[^,;#]* at"
    r" (?:\w+ )?[$€£]?$"
)
"""What stays where it is has not gone there."""
_TO_DO = re.compile(r"\bto (?:\w+ly )?$")
_MARGIN = re.compile(
    r"\b(?:w[io]ns?|won|los(?:t|es?)|beats?|defeat(?:s|ed)?|le(?:d|ads?)|ahead)\b[^,;:#]*"
    r"\bby (?:(?:about|some|only|just|more than|fewer than|nearly|almost) )*$"
)
"""By how much somebody won, which is no count of what he got."""
_MARGINS = frozenset("vote votes point points seat seats goal goals run runs".split())
_COUNTING = ("recorded ", "registered ", "listed ", "lists ", "list ", "logged ", "documented ")
_OF = re.compile(r" of (?!which\b|whom\b|them\b|these\b|those\b)")
_SHORT = 30  # characters
_TOOK = re.compile(r"\b(?:took|costs?) (?:[\w’'-]+ )*#+ (?:[a-z]+ )?to (?:\w+ly )?$")
"""What took so long to do was done."""
_ENDED = re.compile(r"(?:s|ed|ing)$")
_OF_WHICH = re.compile(
    r"[^,;(]*(?:[,;] | \()(?:(?:(?:only|just|about) )?#+(?: of)? )?(?:of )?(whom|which|them)\b"
)
_FEW = 10
"""A number below this beside another one mostly says which thing is meant: a ticket for two zones."""
_NAMED_UNITS = {"magnitude", "category"}


def same_dimension(ours: Amount, theirs: Amount) -> bool:
    """Whether two amounts are of one kind at all: counts, percent, one currency, measures of one kind.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> one, two, three = (amounts_in(t, t)[0] for t in ("3 km", "9 feet", "9 men"))
    >>> same_dimension(one, two), same_dimension(one, three)
    (True, False)
    """
    return ours.unit == theirs.unit or (
        "count" not in {ours.unit, theirs.unit} and dimension(ours.unit) == dimension(theirs.unit)
    )


def hindrance(ours: Side, theirs: Side) -> Hindrance:
    """What keeps the claim's amount and the passage's from being compared.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> one, two = (statement(f"In {y} the fire killed 12 men.", published=None) for y in (2001, 2002))
    >>> hindrance(side(one, one.amounts[0]), side(two, two.amounts[0]))
    Hindrance(to_agree='NOT004', to_clash='NOT004')
    """
    to_clash = None
    for check in (
        tense_hinders,
        _part,
        _mood,
        _basis,
        base_hinders,
        than_hinders,
        time_hinders,
        numbered_hinders,
        names_hinder,
        link_hinders,
        _defined,
        _source,
        things_hinder,
        tail_hinders,
        transfers_hinder,
        set_apart,
        roles_hinder,  # last, for it costs most
    ):
        found = check(ours, theirs)
        to_clash = to_clash or found.to_clash
        if found.to_agree:
            return Hindrance(found.to_agree, to_clash)
    return Hindrance(None, to_clash)


def _part(ours: Side, theirs: Side) -> Hindrance:
    """A level is no change, a total no rate, a part no whole."""
    a, b = ours.amount, theirs.amount
    mine = a.per & TIMES if theirs.derived == RATIO and a.part is not Part.LEVEL else a.per
    rates = mine != b.per and not ({a.unit, b.unit} & _NAMED_UNITS)
    bought = is_money(a) and _of_a_share(ours) is not _of_a_share(theirs)
    if rates or bought or _is_margin(ours) is not _is_margin(theirs):
        return both("NOT006")
    for one, other, side in ((a, b, theirs), (b, a, ours)):
        if one.part is Part.LEVEL and other.part is Part.WHOLE and _is_told(side):
            return BOTH_FREE
    if any(
        _SUM.search(theirs.said.plain[: x.start]) for x in theirs.said.amounts if _exceeds(x, b)
    ):
        return both("NOT006")
    if {a.part, b.part} == {Part.LEVEL, Part.SHARE}:
        seats = a.noun.lower() == b.noun.lower() == "seats"
        return BOTH_FREE if seats else Hindrance(None, "NOT006")
    kept = a.part is Part.LEVEL and (
        (a.way and _KEPT.search(theirs.said.plain[: b.start]))
        or (b.way and _KEPT.search(ours.said.plain[: a.start]))
    )
    if kept or a.part is not b.part or (a.part is Part.LEVEL and a.way * b.way < 0):
        return both("NOT006")
    return BOTH_FREE


def _of_a_share(side: Side) -> bool:
    """Whether a sum is told of a share of something: "half of the mill was bought for $3m"."""
    others = (x for x in side.said.amounts if x.unit == "percent" and x.end <= side.amount.start)
    return any(_OF.match(side.said.plain, x.end) for x in others)


def _is_margin(side: Side) -> bool:
    """Whether a number tells by how much somebody won: "by 300 votes"."""
    noun = side.amount.noun.lower() in _MARGINS
    return noun and _MARGIN.search(side.said.plain, 0, side.amount.start) is not None


def _exceeds(other: Amount, amount: Amount) -> bool:
    return other.unit == amount.unit and other.low > amount.low


def _is_told(side: Side) -> bool:
    """Whether a whole is itself told before its part: "hired 2,300, of whom 640 were women"."""
    told = _OF_WHICH.match(side.said.plain[side.amount.end :])
    parts = (a.low for a in side.said.amounts if a.start >= side.amount.end)
    small = next(parts, side.amount.low) * 2 <= side.amount.low
    return told is not None and (small or told[1] != "which")


def _mood(ours: Side, theirs: Side) -> Hindrance:
    """What is denied, doubted, planned or forecast compares with its like alone."""
    if ours.mood ^ theirs.mood == {PARTLY}:
        return Hindrance(None, "NOT007")
    if ours.mood != theirs.mood or _undone(ours, theirs) ^ _undone(theirs, ours):
        return both("NOT007")
    if "asked" in ours.mood or ("denied" in ours.mood and not _lack_alike(ours, theirs)):
        return Hindrance(None, "NOT007")
    aside = any(s.said.in_brackets(s.amount) for s in (ours, theirs))
    return Hindrance(None, "NOT010") if aside else BOTH_FREE


def _undone(side: Side, other: Side) -> set[str]:
    """What a sentence does not say was done, as the other does, but to do: "is on course to export"."""
    plain = side.said.plain
    known = {w.concept for w in (*other.near, *other.far)} & VERBS
    return {
        w.concept
        for w in (*side.near, *side.far)
        if w.concept in known
        and _TO_DO.search(plain, max(0, w.start - _SHORT), w.start)
        and not (_ENDED.search(w.text) or _TOOK.search(plain[: w.start]))
    }


def _basis(ours: Side, theirs: Side) -> Hindrance:
    """What a number leaves out or how it was counted, if only one side says so."""
    if LIMITED in theirs.said.standing:
        return both("NOT003")
    if BACK_THEN in theirs.said.standing and not (ours.periods and theirs.periods):
        return both("NOT004")
    if PART_YEAR in theirs.said.standing and not (ours.periods or theirs.periods):
        return both("NOT004")
    if ONE_OF_THEM in theirs.said.standing or (
        SOMEBODY in theirs.said.standing
        and not ours.point
        and not (ours.amount.unit == "count" and theirs.amount.low > ours.amount.high)
    ):
        return Hindrance(None, "NOT002")
    return both("NOT006") if _ways(ours.said.text) != _ways(theirs.said.text) else BOTH_FREE


@lru_cache(maxsize=64)  # a sentence has many numbers
def _ways(text: str) -> frozenset[str]:
    return frozenset(m[0].lower() for m in _COUNTED.finditer(text))


def _lack_alike(ours: Side, theirs: Side) -> bool:
    """Whether what is denied on both sides is the very thing counted: "cannot read"."""
    mine, other = denied(ours.said), denied(theirs.said)
    return len(mine) == 1 and mine[0] is not None and mine == other


def _source(ours: Side, theirs: Side) -> Hindrance:
    """Two figures each of which somebody else vouches for are both as told."""
    mine, other = ({w.concept for w in s.said.reporter} for s in (ours, theirs))
    if not mine and theirs.said.lead.endswith(_COUNTING):  # there may be more than are on its list
        return Hindrance(None, "NOT011")
    return Hindrance(None, "NOT011") if mine and other and not mine & other else BOTH_FREE


def _defined(ours: Side, theirs: Side) -> Hindrance:
    """A second number of the same stretch says of what the first is: a flat of 50 square metres."""
    if ours.derived or theirs.derived:
        return BOTH_FREE
    mine, other = _others(ours), _others(theirs)
    alone = False
    for number in mine:
        kin = [n for n in other if same_dimension(number, n)]
        if kin and all(relate(number, n).fit is not Fit.AGREE for n in kin):
            return both("NOT002")
        alone = alone or not kin
    alone = alone or (bool(mine) and ours.amount.low < _FEW)
    alone = alone or any(not any(same_dimension(m, n) for m in mine) for n in other)
    return Hindrance(None, "NOT002") if alone else BOTH_FREE


def _others(side: Side) -> list[Amount]:
    """The other plain numbers of an amount's own stretch."""
    if side.amount.part is not Part.LEVEL:
        return []
    start, end = side.span
    inside = [a for a in side.said.amounts if start <= a.start < end]
    scores = {
        a.start
        for pair in pairwise(inside)
        if _SCORE.match(side.said.plain[pair[0].end : pair[1].start])
        for a in pair
    }
    return [
        a
        for a in inside
        if a.start != side.amount.start and a.part is Part.LEVEL and a.start not in scores
    ]
