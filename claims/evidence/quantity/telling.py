"""What keeps two amounts from being compared, and how much a shared number tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.evidence.quantity.amounts import Amount

_TELLING = 100


@dataclass(frozen=True, slots=True)
class Hindrance:
    """The rule that keeps two amounts from agreeing, and the one that keeps them from clashing."""

    to_agree: str | None
    to_clash: str | None


BOTH_FREE = Hindrance(None, None)


def both(rule: str) -> Hindrance:
    """A hindrance to either outcome.

    >>> both("NOT004")
    Hindrance(to_agree='NOT004', to_clash='NOT004')
    """
    return Hindrance(rule, rule)


def is_telling(amount: Amount) -> bool:
    """Whether a number is so particular that two things of the same sort will hardly share it.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> [is_telling(amounts_in(t, t)[0]) for t in ("212 people", "three people", "6.2 percent", "50 percent")]
    [True, False, True, False]
    """
    whole = amount.low / amount.step if amount.step else 0
    digits = str(abs(round(whole))).rstrip("0")
    return abs(whole) >= _TELLING or len(digits) > 1
