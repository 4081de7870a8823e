"""Amounts to terms in which they can be compared: one of two units, so much a month for so much a year."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Part
from claims.evidence.quantity.measures import FAMILIES, dimension
from claims.evidence.quantity.relation import Fit, relate

if TYPE_CHECKING:
    from claims.evidence.quantity.amounts import Amount
    from claims.evidence.quantity.sides import Side
    from claims.evidence.quantity.statement import Statement

_MONTHS = 12
_DEGREE = "degree"


def told_once(said: Statement) -> Statement:
    """A statement without the numbers in brackets that only tell the one before in another unit.

    >>> from claims.evidence.quantity.statement import statement
    >>> said = statement("It is 90 feet (27 metres) deep.", published=None)
    >>> [a.unit for a in told_once(said).amounts]
    ['foot']
    """
    if "(" not in said.plain or len(said.amounts) == 1:
        return said
    left = [two for one, two in pairwise(said.amounts) if _converts(said, one, two)]
    spans = [(a.start, said.plain.find(")", a.end)) for a in left]
    return replace(
        said,
        amounts=tuple(a for a in said.amounts if a not in left),
        words=tuple(w for w in said.words if not any(s <= w.start < e for s, e in spans)),
    )


def _converts(said: Statement, one: Amount, two: Amount) -> bool:
    """Whether the second of two amounts in a row is the first in another unit."""
    kinds = one.unit != two.unit and {one.unit, two.unit} <= FAMILIES
    alike = kinds and dimension(one.unit) == dimension(two.unit)
    return alike and said.in_brackets(two) and relate(one, two).fit is not Fit.CLASH


def by_month_or_year(ours: Side, theirs: Side) -> Side:
    """The passage's side by the month or year that the claim's is by.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> told = (statement(f"It costs {t}.", published=None) for t in ("20 dollars a month", "$240 a year"))
    >>> one, two = (side(said, said.amounts[0]) for said in told)
    >>> by_month_or_year(one, two).amount.worked
    '240 / 12 = 20'
    """
    a, b = ours.amount, theirs.amount
    if a.per == b.per or {*(a.per ^ b.per)} != {"month", "year"} or theirs.derived:
        return theirs
    if b.part is not Part.LEVEL or b.unit == "percent":  # growth by the month is no twelfth of it
        return theirs
    times = _MONTHS if "year" in a.per else 1 / _MONTHS
    sign = "x" if times > 1 else "/"
    bound = b.bound or (None if times * b.low == a.low else "~")  # thirteen months may be paid
    sized = {n: getattr(b, n) * times for n in ("low", "high", "step", "coarse")}
    worked = f"{b.low:,.12g} {sign} {_MONTHS} = {b.low * times:,.8g}"
    told = replace(b, **sized, per=a.per, bound=bound, worked=worked)
    return replace(theirs, amount=told)


def scale_unsaid(ours: Side, theirs: Side) -> Side:
    """The passage's degrees as the claim's where one side does not say of which scale, and both say as many.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> told = (statement(f"It was {t}.", published=None) for t in ("40 degrees", "40 degrees Celsius"))
    >>> one, two = (side(said, said.amounts[0]) for said in told)
    >>> scale_unsaid(one, two).amount.unit
    'degree'
    """
    a, b = ours.amount, theirs.amount
    short, long = sorted((a.unit, b.unit), key=len)
    if short != _DEGREE or not long.startswith(f"{_DEGREE} ") or (a.low, a.high) != (b.low, b.high):
        return theirs
    return replace(theirs, amount=replace(b, unit=a.unit))
