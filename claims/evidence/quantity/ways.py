"""Two numbers of which one goes up and the other down: a rise and a fall, a profit and a loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Part

if TYPE_CHECKING:
    from claims.evidence.quantity.sides import Side

_BALANCES = frozenset(["los", "deficit"])
"""Concepts of what is a gain or a loss: "a profit of $12m" is brought to that of its contrary."""
_GAINS = ("profit", "net", "surplus")


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
