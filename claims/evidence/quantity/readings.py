"""A passage's amount in the claim's terms: so much a year as so much a month."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.evidence.quantity.sides import Side

_MONTHS = 12


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
    times = _MONTHS if "year" in a.per else 1 / _MONTHS
    sign = "x" if times > 1 else "/"
    told = replace(
        b, low=b.low * times, high=b.high * times, step=b.step * times, coarse=b.coarse * times, per=a.per,
        worked=f"{b.low:,.12g} {sign} {_MONTHS} = {b.low * times:,.8g}",
    )  # fmt: skip
    return replace(theirs, amount=told)
