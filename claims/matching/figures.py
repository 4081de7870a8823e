"""The figures and times of two claims: the same, different, or given by one alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.evidence.compare import Measured, compare
from claims.evidence.quantity.amounts import Part
from claims.evidence.quantity.measures import converted, dimension
from claims.extract.quantities.mentions import quantities
from claims.model.evidence import Agreement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.evidence.quantity.amounts import Amount
    from claims.evidence.quantity.periods import Period
    from claims.matching.saying import Saying

_ABOVE, _BELOW = frozenset({">", ">="}), frozenset({"<", "<="})
_EQUAL = frozenset({"QTY001", "QTY009", "QTY011", "QTY013", "QTY015", "QTY017", "QTY019"})
_ROUNDING = 0.005
"""Share of the larger value within which two are one, written out to different places."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What differs, in words (null where nothing does), and whether one claim gives a figure more."""

    clash: str | None = None
    one_sided: str | None = None


def figures(one: Saying, other: Saying) -> Figures:
    """Whether two claims that say the same otherwise give the same figures and times.

    >>> from claims.matching.saying import saying
    >>> figures(saying("15,000 soldiers died."), saying("14,000 soldiers died.")).clash
    '15,000 is not 14,000'
    >>> figures(saying("It is 330 metres tall."), saying("It is 1,083 feet tall.")).clash
    """
    if one.ordinals != other.ordinals:
        return Figures(clash=f"{_list(one.ordinals)} is not {_list(other.ordinals)}")
    if one.digits and other.digits and one.digits != other.digits:
        return Figures(clash=f"{_list(one.digits)} is not {_list(other.digits)}")
    times = _times(one.periods, other.periods)
    if times:
        return Figures(clash=times)
    return _amounts(one, other)


def _amounts(one: Saying, other: Saying) -> Figures:
    """Each amount of one claim with its twin in the other; what is left over on both sides is a clash.

    Values that only the quantity engine finds equal (a conversion, a difference) are none.
    """
    left = list(other.amounts)
    alone: list[Amount] = []
    turns = all(any(a.part is Part.BEFORE for a in side.amounts) for side in (one, other))
    for amount in one.amounts:
        twins = [a for a in left if _same(amount, a)]
        if turns:  # "from 50 to 60" is not "from 60 to 50"
            twins = [a for a in twins if (a.part is Part.BEFORE) is (amount.part is Part.BEFORE)]
        twin = next(iter(twins), None)
        if twin is None:
            alone.append(amount)
            continue
        left.remove(twin)
        if _opposed(amount, twin):
            return Figures(clash=f"{_told(amount)} is not {_told(twin)}")
    if alone and left:
        if _engine_agrees(one, other):
            return Figures()
        return Figures(clash=f"{_told(alone[0])} is not {_told(left[0])}")
    if alone or left:
        return Figures(one_sided=f"only one says {_told((alone or left)[0])}")
    return Figures()


def _engine_agrees(one: Saying, other: Saying) -> bool:
    """Whether the quantity engine finds the figures equal, by conversion or by working them out."""
    for mine, theirs in ((one, other), (other, one)):
        said = Measured(mine.text, quantities(mine.text), ())
        found = compare(said, theirs.text, published=None)
        if found.agreement is Agreement.AGREES and found.rule in _EQUAL:
            return True
    return False


def _same(one: Amount, other: Amount) -> bool:
    """Equal values of one sort, to the coarser of the two ways of writing."""
    low, high = other.low, other.high
    if one.unit != other.unit:
        if not one.unit or not other.unit or dimension(one.unit) != dimension(other.unit):
            return False
        try:
            low, high = (converted(v, other.unit, one.unit) for v in (low, high))
        except (KeyError, ValueError):
            return False
    step = _ROUNDING * max(abs(one.high), abs(high))
    return abs(one.low - low) <= step and abs(one.high - high) <= step


def _opposed(one: Amount, other: Amount) -> bool:
    """Whether one says "more than" where the other says "less than"."""
    bounds = {one.bound, other.bound}
    return bool(bounds & _ABOVE) and bool(bounds & _BELOW)


def _times(one: Iterable[Period], other: Iterable[Period]) -> str | None:
    """In words, that no time of one claim meets one of the other's; null when they meet."""
    mine, theirs = _dated(one), _dated(other)
    if not mine or not theirs:
        return _lengths(one, other)
    if any(a.first <= b.last and b.first <= a.last for a in mine for b in theirs):
        return None
    return f"{mine[0].words} is not {theirs[0].words}"


def _dated(periods: Iterable[Period]) -> list[Period]:
    return [p for p in periods if p.first[:1].isdigit()]


def _lengths(one: Iterable[Period], other: Iterable[Period]) -> str | None:
    """In words, that both claims speak of so many years or days and the numbers differ."""
    mine, theirs = (
        {q.value: p.words for p in some for q in quantities(p.words)} for some in (one, other)
    )
    if not mine or not theirs or mine.keys() & theirs.keys():
        return None
    return f"{next(iter(mine.values()))} is not {next(iter(theirs.values()))}"


def _told(amount: Amount) -> str:
    words = f"{amount.bound} " if amount.bound else ""
    return f"{words}{amount.exact}"


def _list(words: Iterable[str]) -> str:
    return " and ".join(sorted(words)) or "none"
