"""Two sides to the same terms: gallons of either kind to litres, so much a year to so much a month."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.evidence.quantity.measures import dimension
from claims.evidence.quantity.relation import Fit, relate

if TYPE_CHECKING:
    from claims.evidence.quantity.amounts import Amount
    from claims.evidence.quantity.sides import Side

_KINDS = {
    "gallon": ("US gallon", "imperial gallon"),
    "ton": ("short ton", "tonne", "long ton"),
}
"""What a unit may mean; which one, papers seldom say."""
_MONTHS = 12


def in_one_way(ours: Side, theirs: Side) -> tuple[Side, Side]:
    """Both sides with their amounts in terms that can be compared, where there are such.

    Of the units that a word may mean, the one by which the amounts agree is taken, so that they clash only
    where they do by each.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> def both(*texts):
    ...     told = (statement(t, published=None) for t in texts)
    ...     return [s.amount.unit for s in in_one_way(*(side(one, one.amounts[0]) for one in told))]
    >>> both("It lost 11 gallons.", "It lost 41.6 litres."), both("It lost 11 gallons.", "It lost 50 litres.")
    (['US gallon', 'litre'], ['imperial gallon', 'litre'])
    """
    a, b = ours.amount, theirs.amount
    if a.unit == b.unit:
        return ours, _per_month_or_year(ours, theirs)
    if a.unit in _KINDS and dimension(b.unit) == dimension(_KINDS[a.unit][0]):
        read = [(replace(a, unit=unit), b) for unit in _KINDS[a.unit]]
    elif b.unit in _KINDS and dimension(a.unit) == dimension(_KINDS[b.unit][0]):
        read = [(a, replace(b, unit=unit)) for unit in _KINDS[b.unit]]
    else:
        return ours, theirs
    a, b = min(read, key=_misfit)
    return replace(ours, amount=a), replace(theirs, amount=b)


def _misfit(pair: tuple[Amount, Amount]) -> int:
    return (Fit.AGREE, Fit.DOUBT, Fit.CLASH).index(relate(*pair).fit)


def _per_month_or_year(ours: Side, theirs: Side) -> Side:
    """The passage's side by the month or year that the claim's is by: 15,000 a year are 1,250 a month."""
    a, b = ours.amount, theirs.amount
    if {*(a.per ^ b.per)} != {"month", "year"} or theirs.derived:
        return theirs
    times = _MONTHS if "year" in a.per else 1 / _MONTHS
    sign = "x" if times > 1 else "/"
    told = replace(
        b, low=b.low * times, high=b.high * times, step=b.step * times, coarse=b.coarse * times, per=a.per,
        worked=f"{b.low:,.12g} {sign} {_MONTHS} = {b.low * times:,.8g}",
    )  # fmt: skip
    return replace(theirs, amount=told)
