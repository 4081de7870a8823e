"""Two numbers of which one goes up and the other down: a rise and a fall, a profit and a loss."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Part
from claims.evidence.quantity.money import is_money
from claims.evidence.quantity.roles import governor
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, both

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.evidence.quantity.sides import Side
    from claims.evidence.quantity.statement import Statement
    from claims.evidence.quantity.wording import Word

_GAINS = {"profit": "los", "surplus": "deficit"}
"""Concepts of what is gained, each with that of its contrary."""
_BALANCES = frozenset([*_GAINS, *_GAINS.values()])
_VERB = re.compile(r"lost$|loses?$|losing$", re.IGNORECASE)
_NEXT = re.compile(
    r" (?:(?:about|around|some|nearly|almost|over|more|less|than|at|least|only|just) )*[$€£]?"
)
_THAN = re.compile(r" (?:than|as [a-z]+(?: [a-z]+)? as) (?![$€£]?#)")
_WHERE = re.compile(r"(?:in|at|on|for) (?:the )?")
_SETTING = frozenset(["in", "at", "on", "to"])
_RISES = r"rises?|rose|risen|increase[sd]?|gr[eo]ws?|grown|climb(?:s|ed)|jump(?:s|ed)|surge[sd]?|soar(?:s|ed)"
_FALLS = (
    r"falls?|fell|fallen|decrease[sd]?|decline[sd]?|drop(?:s|ped)|shr[ai]nks?|shrunk|plunge[sd]?|slump(?:s|ed)"
    r"|plummet(?:s|ed)|tumble[sd]?"
)
_TREND = re.compile(rf"\b(?:(?P<up>{_RISES})|{_FALLS})\b(?! (?:ill|out|off|asleep|upon)\b)")
_NOUN = re.compile(
    r"\b(?:an?|the|its|their|this|that|any|no|of|sharp|steep|further|first|last)\s$", re.IGNORECASE
)
_NEAR = 12
_MEASURES = re.compile(
    r"\b(?:number|share|proportion|percentage|rate|price|value|average|amount|total)s?\b"
)
_NO_AMOUNT = re.compile(
    rf"^(?P<head>[^,;:\d]{{3,80}}? (?:{_RISES}|{_FALLS}))"
    r"(?P<rest>(?: (?:in|from|between|since|during|over)\b[^;:]*)?)$"
)


_MORE = re.compile(
    r"^(?P<who>[A-Z][^,;:\d]{1,60}? (?:has|have|had|produce[sd]?|sells?|sold|built|wins?|won|lost|owns?|owned"
    r"|exports?|exported|imports?|imported|employs?|employed|received|killed|emits?|emitted))"
    r" (?P<way>more|fewer) (?P<what>(?!than\b)[a-z]+(?: [a-z]+){0,2}) than"
    r" (?P<rest>(?!ever\b|any|before\b|half\b|a\b|in\b|it\b|most\b)[^,;:\d]+"
    r"(?: (?:in|during|on|by|at the end of) (?:[A-Za-z]+ )?\d{4})?\.?)$"
)


def trend(text: str, *, verbs: bool = False) -> int:
    """1 where a sentence tells only of a rise, -1 where only of a fall, 0 where of neither or both.

    >>> [trend(t) for t in ("Sales rose in 2013.", "Sales fell in 2013.", "Sales rose and fell.")]
    [1, -1, 0]
    >>> trend("The fall ended in 2013."), trend("The fall ended in 2013.", verbs=True)
    (-1, 0)
    """
    told = {
        1 if match["up"] else -1
        for match in _TREND.finditer(text)
        if not (verbs and _NOUN.search(text, max(0, match.start() - _NEAR), match.start()))
    }
    return told.pop() if len(told) == 1 else 0


def other_measure(one: str, two: str) -> bool:
    """Whether one sentence tells of the number of something, and the other of its share.

    >>> other_measure("The number of men rose.", "The share of men fell.")
    True
    """
    return set(_MEASURES.findall(one)) != set(_MEASURES.findall(two))


def is_of_growth(text: str) -> bool:
    """Whether a sentence tells of how fast something grew: "price growth fell".

    >>> is_of_growth("Price growth fell in 2013."), is_of_growth("Prices fell in 2013.")
    (True, False)
    """
    return " growth" in text or text.startswith("Growth")


def as_trend(claim: str) -> str | None:
    """A claim that something rose or fell, with by how much at least; None for others.

    >>> as_trend("The rate rose in 2013."), as_trend("The tower fell to the ground.")
    ('The rate rose by more than 0 percent in 2013.', None)
    """
    match = _NO_AMOUNT.match(claim.rstrip(" ."))
    return f"{match['head']} by more than 0 percent{match['rest']}." if match else None


def as_more(claim: str) -> str | None:
    """A claim that one has more of something than another, with how many more at least; None for others.

    >>> as_more("Norland has more tanks than Belis."), as_more("It has no more tanks than Belis.")
    ('Norland has more than 0 more tanks than Belis.', None)
    """
    match = _MORE.match(claim) if " than " in claim else None
    if match is None:
        return None
    return f"{match['who']} more than 0 {match['way']} {match['what']} than {match['rest']}"


def other_way(ours: Side, theirs: Side) -> bool:
    """Whether one side tells a rise or a gain, and the other a fall or a loss.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> one, two = (statement(f"It made a {w} of $12m.", published=None) for w in ("profit", "loss"))
    >>> other_way(side(one, one.amounts[0]), side(two, two.amounts[0]))
    True
    """
    a, b = ours.amount, theirs.amount
    if a.part is not b.part:
        return False
    if a.part in {Part.CHANGE, Part.TIMES}:
        return a.way * b.way < 0
    return _balance(ours) * _balance(theirs) < 0


def than_hinders(ours: Side, theirs: Side) -> Hindrance:
    """Whether two changes are told from other times, or the other way round: "more came than left".

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> told = ("2 more people moved in than left.", "2 more people left than moved in.")
    >>> one, two = (statement(t, published=None) for t in told)
    >>> than_hinders(side(one, one.amounts[0]), side(two, two.amounts[0])).to_agree
    'NOT002'
    """
    a, b = ours.said, theirs.said
    if ours.derived or theirs.derived or not (_THAN.search(a.plain) and _THAN.search(b.plain)):
        return BOTH_FREE
    since = [[(p.first, p.last) for p in said.periods if p.way == "than"] for said in (a, b)]
    if all(since) and since[0] != since[1]:
        return both("NOT004")
    parts = [_than(said) for said in (a, b)]
    (one, base), (two, other) = parts
    turned = (one - base) & (other - two) or (base - one) & (two - other)
    return both("NOT002") if turned else BOTH_FREE


def _than(said: Statement) -> tuple[set[str], set[str]]:
    """The concepts before and behind "than" or "as many as", there without where that was for both."""
    match = _THAN.search(said.plain)
    at, base = match.span() if match else (len(said.plain), len(said.plain))
    before = {w.concept for w in said.words if w.start < at}
    behind = {
        w.concept
        for w in said.words
        if w.start >= base
        and (governor(said.plain, w) not in _SETTING or _WHERE.fullmatch(said.plain, base, w.start))
    }
    return before, behind


def balanced(words: Iterable[Word]) -> list[Word]:
    """Words in which a gain is told as its contrary: where one side tells the one, and the other the other.

    >>> from claims.evidence.quantity.wording import words_in
    >>> [w.concept for w in balanced(words_in("It made a profit"))]
    ['los']
    """
    return [replace(w, concept=_GAINS.get(w.concept, w.concept)) for w in words]


def _balance(side: Side) -> int:
    """1 for a profit or surplus, -1 for a loss or deficit, 0 for what is neither."""
    if not is_money(side.amount):
        return 0
    at = side.amount.start
    told = [w for w in side.near if w.concept in _BALANCES]
    told = told or [w for w in side.far if w.concept in _BALANCES]
    if not told:
        return 0
    nearest = min(told, key=lambda w: abs(w.start - at))
    between = side.said.plain[nearest.end : at]
    if _VERB.match(nearest.text) and not _NEXT.fullmatch(between):  # "lost a contract worth $7m"
        return 0
    return 1 if nearest.concept in _GAINS else -1
