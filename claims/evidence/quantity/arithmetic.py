"""Two amounts to the words that show how they were compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Part
from claims.evidence.quantity.relation import into
from claims.evidence.quantity.rules import title

if TYPE_CHECKING:
    from claims.evidence.quantity.amounts import Amount

_SAYS = {
    ">": "more than ",
    ">=": "at least ",
    "<": "less than ",
    "<=": "at most ",
    "~": "about ",
    "nearly": "nearly ",
}


def arithmetic(rule: str, ours: Amount, theirs: Amount) -> str:
    """The two numbers as read, what was worked out of them, and what was found."""
    said = f"claim: {shown(ours)}; passage: {shown(theirs)}"
    for amount in (ours, theirs):
        if amount.worked:
            said += f"; {amount.worked}"
    if ours.unit != theirs.unit:
        other = into(theirs, ours.unit)
        said += f"; {theirs.low:,.12g} {theirs.unit} = {other.low:,.5g} {ours.unit}"
    if not (ours.worked or theirs.worked):
        said += _gap(ours, into(theirs, ours.unit) if ours.unit != theirs.unit else theirs)
    return f"{said}; {title(rule)}"


def _gap(ours: Amount, theirs: Amount) -> str:
    """How the two numbers lie to each other, for two single numbers."""
    if ours.low != ours.high or theirs.low != theirs.high:
        return ""
    gap = theirs.low - ours.low
    if gap == 0:
        return ""
    if ours.bound in {">", ">=", "<", "<="}:
        return f"; {theirs.low:,.12g} {'>' if gap > 0 else '<'} {ours.low:,.12g}"
    share = f" ({100 * abs(gap) / abs(ours.low):.2g} %)" if ours.low else ""
    return f"; {abs(gap):,.6g}{share} {'more' if gap > 0 else 'less'}"


def shown(amount: Amount) -> str:
    """An amount as it was read.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> shown(amounts_in("about 40 km", "about 40 km")[0])
    'about 40 kilometre'
    """
    said = _SAYS.get(amount.bound or "", "")
    whole = not amount.worked or amount.low.is_integer()
    number = f"{amount.low:,.12g}" if whole else f"{amount.low:,.5g}"
    if amount.high != amount.low:
        number = f"{number} to {amount.high:,.12g}"
    way = {1: "+", -1: "−"}[amount.way] if amount.part is Part.CHANGE and amount.way else ""
    unit = "" if amount.unit == "count" else f" {amount.unit}"
    return f"{said}{way}{number}{unit}"
