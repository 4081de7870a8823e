"""Two numbers of which one goes up and the other down: a rise and a fall, a profit and a loss."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Part
from claims.evidence.quantity.roles import governor
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, both

if TYPE_CHECKING:
    from claims.evidence.quantity.sides import Side
    from claims.evidence.quantity.statement import Statement

_BALANCES = frozenset(["los", "deficit"])
"""Concepts of what is a gain or a loss: "a profit of $12m" is brought to that of its contrary."""
_THAN = re.compile(r" than (?![$€£]?#)")
_SETTING = frozenset(["in", "at", "on", "to"])
_GAINS = ("profit", "net", "surplus")


_RISES = r"rises?|rose|risen|increase[sd]?|gr[eo]ws?|grown|climb(?:s|ed)|jump(?:s|ed)|surge[sd]?|soar(?:s|ed)"
_FALLS = (
    r"falls?|fell|fallen|decrease[sd]?|decline[sd]?|drop(?:s|ped)|shr[ai]nks?|shrunk|plunge[sd]?|slump(?:s|ed)"
    r"|plummet(?:s|ed)|tumble[sd]?"
)
_TREND = re.compile(rf"\b(?:(?P<up>{_RISES})|{_FALLS})\b(?! (?:ill|out|off|asleep|upon)\b)")
_NO_AMOUNT = re.compile(
    rf"^(?P<head>[^,;:\d]{{3,80}}? (?:{_RISES}|{_FALLS}))"
    r"(?P<rest>(?: (?:in|from|between|since|during|over)\b[^;:]*)?)$"
)


def trend(text: str) -> int:
    """1 where a sentence tells only of a rise, -1 where only of a fall, 0 where of neither or both.

    >>> [trend(t) for t in ("Sales rose in 2013.", "Sales fell in 2013.", "Sales rose and fell.")]
    [1, -1, 0]
    """
    told = {1 if match["up"] else -1 for match in _TREND.finditer(text)}
    return told.pop() if len(told) == 1 else 0


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
    """The concepts before and behind "than", without where it was."""
    match = _THAN.search(said.plain)
    at = match.start() if match else len(said.plain)
    told = [w for w in said.words if governor(said.plain, w) not in _SETTING]
    before, behind = (
        {w.concept for w in told if (w.start < at) is first} for first in (True, False)
    )
    return before, behind


def _balance(side: Side) -> int:
    """1 for a profit or surplus, -1 for a loss or deficit, 0 for what is neither."""
    at = side.amount.start
    told = [w for w in side.near if w.concept in _BALANCES] or [
        w for w in side.far if w.concept in _BALANCES
    ]
    if not told:
        return 0
    nearest = min(told, key=lambda w: abs(w.start - at))
    return 1 if nearest.text.lower().startswith(_GAINS) else -1
