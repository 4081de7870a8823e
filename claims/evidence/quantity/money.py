"""Sums of money: two of them, and the money that a sum leaves unsaid."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.evidence.quantity.sides import ALONE, Around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.evidence.quantity.amounts import Amount
    from claims.evidence.quantity.statement import Statement

_PAID = re.compile(
    r"\b(?:costs?|grossed|earn(?:s|ed)|pa(?:ys|id)|los(?:es|t)|ma(?:kes|de)|rais(?:es|ed)|spen(?:ds|t)|ow(?:es|ed)"
    r"|worth|g[ai]ves?|receive[sd]|borrowed|lent|invest(?:s|ed)|(?:took|takes|brought|brings) in|got"
    r"|price(?: \w+)? of)"
    r" (?:(?:about|some|only|over|nearly|almost|just|another|at|least|more|than|up|to) )*$"
)
"""What is done with money: a number behind it is one, where the money was named before."""


def in_money(said: Statement, amount: Amount, around: Around = ALONE) -> Amount:
    """The amount in the money named before, where it leaves that unsaid: "it cost 1.7 billion".

    >>> from claims.evidence.quantity.statement import statement
    >>> said = statement("The film cost 20 million dollars and grossed 95 million.", published=None)
    >>> [in_money(said, a).unit for a in said.amounts]
    ['USD', 'USD']
    """
    if amount.unit != "count" or amount.noun or not amount.exact.endswith("illion"):
        return amount
    if not _PAID.search(said.plain, 0, amount.start):
        return amount
    here = {a.unit for a in said.amounts if is_money(a)}
    told = here or {a.unit for one in around.before for a in one.amounts if is_money(a)}
    return replace(amount, unit=told.pop()) if len(told) == 1 else amount


def is_money(amount: Amount) -> bool:
    """Whether a number is a sum of money.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> [is_money(amounts_in(t, t)[0]) for t in ("9 dollars", "9 men")]
    [True, False]
    """
    return len(amount.unit) == 3 and amount.unit.isupper()  # noqa: PLR2004 - ISO 4217


def two_moneys(ours: Amount, theirs: Amount) -> bool:
    """Whether both numbers are sums of money.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> one, two = (amounts_in(t, t)[0] for t in ("9 dollars", "9 euros"))
    >>> two_moneys(one, two)
    True
    """
    return is_money(ours) and is_money(theirs)


def is_rate_base(amount: Amount, amounts: Sequence[Amount]) -> bool:
    """Whether a sum is the one of which a rate is told.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> told = amounts_in("One euro bought 1.08 dollars.", "### #### bought #### #######.")
    >>> [is_rate_base(a, told) for a in told]
    [True, False]
    """
    return amount.low == 1 and is_money(amount) and any(two_moneys(amount, a) for a in amounts)
