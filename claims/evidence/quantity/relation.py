"""Two amounts of one thing to whether both can be right, by how exactly each is written.

Between agreeing and clashing lies a strip where papers round as they like: there nothing is said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum

from claims.evidence.quantity.amounts import Amount, Part
from claims.evidence.quantity.measures import converted, meanings

ABOUT, ABOUT_MOST = 0.075, 0.2
"""How far "about" reaches as a share of the number, and from where on it surely does not."""
NEARLY = 0.12
"""How far below its number "nearly" or "almost" reaches: 30 percent is almost a third."""
_BOUNDS = frozenset([">", ">=", "<", "<="])
FARTHEST, FARTHEST_VAGUE = 2.0, 10.0
"""Beyond this factor "more than" is true but says nothing: other things may be counted."""
_VAGUE = re.compile(
    r"(?:(?:many|several) )?(?:tens of|hundreds|thousands|dozens|scores|millions)\b", re.IGNORECASE
)
ROUNDED, ROUNDED_MOST = 0.05, 0.125
"""The same for a number that ends in zeros: 40,000 may be 38,700, and is not 46,000."""
LITTLE = 0.03
MUCH = 0.1
"""How much of a small number may be rounded away: papers seldom say 2 percent for 1.6."""
FUZZY, FUZZY_MOST = 0.05, 0.15
"""The same for shares and multiples told in words: "a third", "doubled"."""
CONVERSION = 0.03
_CLOSE = 0.025
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_ROUND_SHARE = 1.5  # 30 percent may be said for 31.2
_TINY = 1e-9


class Fit(Enum):
    """Whether two amounts of one thing can both be right."""

    AGREE = "agree"
    CLASH = "clash"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True)
class Relation:
    """The fit of two amounts, and the kind of comparison that found it."""

    fit: Fit
    kind: str


def relate(ours: Amount, theirs: Amount) -> Relation:
    """How the claim's amount and the passage's, of one dimension, fit.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> def both(claim, passage):
    ...     return relate(amounts_in(claim, claim)[0], amounts_in(passage, passage)[0])
    >>> both("$2.4bn", "2,412 million dollars"), both("more than 15,000 men", "14,453 men")
    (Relation(fit=<Fit.AGREE: 'agree'>, kind='equal'), Relation(fit=<Fit.CLASH: 'clash'>, kind='bound'))
    """
    if ours.unit == theirs.unit:
        return _relate(ours, theirs, "equal")
    meant = meanings(theirs.unit, ours.unit)
    found = [_relate(ours, _times(into(theirs, ours.unit), by), "unit") for by in meant]
    fits = [one.fit for one in found]
    if Fit.AGREE in fits or fits.count(fits[0]) == len(fits):
        return next((one for one in found if one.fit is Fit.AGREE), found[0])
    return Relation(Fit.DOUBT, "unit")


def _times(amount: Amount, by: float) -> Amount:
    if by == 1:
        return amount
    return replace(amount, low=amount.low * by, high=amount.high * by)


def _relate(ours: Amount, theirs: Amount, kind: str) -> Relation:
    if ours.low != ours.high or theirs.low != theirs.high:
        return Relation(_ranges(ours, theirs), "range")
    if ours.bound in _BOUNDS or theirs.bound in _BOUNDS:
        fit = _bound(ours, theirs) if ours.bound in _BOUNDS else _their_bound(ours, theirs)
        return Relation(fit, "bound")
    if ours.bound or theirs.bound:
        return Relation(_about(ours, theirs), "about")
    if ours.fuzzy or theirs.fuzzy:
        return Relation(_fuzzy(ours, theirs), "equal")
    return Relation(_equal(ours, theirs, unit=kind == "unit"), kind)


def _about(ours: Amount, theirs: Amount) -> Fit:
    if ours.bound == "nearly":
        return _nearly(ours.low, theirs.low)
    below = theirs.low * (1 - NEARLY) <= ours.low <= theirs.low
    if theirs.bound == "nearly" and ours.bound is None and below:
        return Fit.AGREE
    near = ABOUT
    if ours.unit == "percent" and any(a.bound and a.low % 5 for a in (ours, theirs)):
        near = min(ABOUT, _ROUND_SHARE / max(abs(ours.low), _TINY))  # about 81 percent is not 78
    return _within(ours.low, theirs.low, near, ABOUT_MOST)


def into(amount: Amount, unit: str) -> Amount:
    """The amount in another unit of its kind, its written precision with it.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> round(into(amounts_in("984 feet", "984 feet")[0], "metre").low, 1)
    299.9
    """
    low, high = (converted(v, amount.unit, unit) for v in (amount.low, amount.high))
    factor = abs(converted(1.0, amount.unit, unit) - converted(0.0, amount.unit, unit))
    if amount.part is Part.CHANGE:  # two degrees more have no freezing point
        low, high = amount.low * factor, amount.high * factor
    return replace(
        amount,
        low=low,
        high=high,
        unit=unit,
        step=amount.step * factor,
        coarse=amount.coarse * factor,
    )


def _share(a: float, b: float) -> float:
    """How far `b` is from `a` as a share of the larger."""
    return abs(a - b) / max(abs(a), abs(b), _TINY)


def _within(ours: float, theirs: float, near: float, far: float) -> Fit:
    off = abs(ours - theirs) / max(abs(ours), _TINY)
    return Fit.AGREE if off <= near else Fit.CLASH if off > far else Fit.DOUBT


def _nearly(ours: float, theirs: float) -> Fit:
    if theirs > ours * (1 + LITTLE):
        return Fit.CLASH
    if theirs > ours:
        return Fit.DOUBT
    return _within(ours, theirs, NEARLY, ABOUT_MOST)


def _fuzzy(ours: Amount, theirs: Amount) -> Fit:
    if ours.low == theirs.low:
        return Fit.AGREE
    if ours.part is Part.TIMES or ours.unit == "times":
        return _within(ours.low, theirs.low, FUZZY, FUZZY_MOST)
    return _within(ours.low, theirs.low, FUZZY, 2 * FUZZY_MOST if ours.low < 30 else FUZZY_MOST)  # noqa: PLR2004 - of a tenth, a point is much


def _equal(ours: Amount, theirs: Amount, *, unit: bool) -> Fit:
    gap = abs(ours.low - theirs.low)
    if gap <= _TINY * max(1.0, abs(ours.low)):
        return Fit.AGREE
    off = _share(ours.low, theirs.low)
    fine = max(_own_step(ours), _own_step(theirs), ours.step, theirs.step)
    if unit:
        coarse = max(ours.coarse, theirs.coarse)
        rounded = max(_rounded_to(ours), _rounded_to(theirs))
        room, most = (coarse, CONVERSION) if off > CONVERSION / 2 else (max(coarse, rounded), 1)
        fine = min(ours.coarse, theirs.coarse)  # 1.2 miles may be 2 kilometres
        near = gap <= room / 2 * (1 + _TINY) and off <= most
        if near or (gap <= fine / 2 and off <= MUCH):
            return Fit.AGREE
        unsure = off <= CONVERSION or (gap <= coarse / 2 and off <= MUCH)
        return Fit.DOUBT if unsure or _may_be_worked(ours, theirs, gap) else Fit.CLASH
    if gap <= fine / 2 * (1 + _TINY) and fine > _exact_step(ours, theirs):
        worked = bool(ours.worked or theirs.worked)
        return Fit.AGREE if worked or off <= MUCH + _TINY else Fit.DOUBT
    coarse = max(ours.coarse, theirs.coarse)
    if gap <= coarse / 2 * (1 + _TINY) and coarse > 1:
        least = min(ours.coarse, theirs.coarse)  # 41,000 is not 40,000, though 40,000 may be 38,700
        bare = least >= _THOUSAND and max(ours.low, theirs.low) < _TEN * coarse and gap >= least
        bare = bare and coarse < _HUNDRED * least  # 296 million is 300 million
        near = off <= ROUNDED and not bare
        return Fit.AGREE if near else Fit.DOUBT if off <= ROUNDED_MOST else Fit.CLASH
    cut = gap < max(ours.step, theirs.step) and off <= LITTLE  # 217 million may be 217.7 cut short
    unsure = cut or _may_be_rounded(ours, theirs, off) or _may_be_worked(ours, theirs, gap)
    return Fit.DOUBT if unsure else Fit.CLASH


def _rounded_to(amount: Amount) -> float:
    """The unit of the last digit that is not zero: 240 km/h is 150 mph, both of them rounded to ten."""
    digits = amount.low / amount.step if amount.step else 0.5
    if abs(digits - round(digits)) > _TINY * max(1.0, digits) or not round(digits):
        return 0.0
    whole = str(abs(round(digits)))
    return float(amount.step * 10 ** (len(whole) - len(whole.rstrip("0"))))


def _may_be_worked(ours: Amount, theirs: Amount, gap: float) -> bool:
    """Whether what was worked out of two rounded ends may be off by one: 1979 to 1989 may be nine years."""
    worked = [a for a in (ours, theirs) if a.worked]
    return ours.unit != "count" and any(gap <= a.step * (1 + _TINY) for a in worked)


def _own_step(amount: Amount) -> float:
    return amount.step


def _exact_step(ours: Amount, theirs: Amount) -> float:
    """Whole counts written to the one are exact: half a man is no rounding, but a rate has parts."""
    counts = all(a.unit == "count" and a.low == int(a.low) for a in (ours, theirs))
    return 1.0 if counts else 0.0


def _may_be_rounded(ours: Amount, theirs: Amount, off: float) -> bool:
    """Whether one of two unequal numbers is so round that it may stand for the other."""
    for amount in (ours, theirs):
        whole = amount.low / max(amount.step, _TINY)
        if round(whole) % 10 == 0 and round(whole) >= _HUNDRED and off <= _CLOSE:
            return True
        fives = amount.unit == "percent" and amount.step >= 1 and round(amount.low) % 5 == 0
        if fives and abs(ours.low - theirs.low) <= _ROUND_SHARE:
            return True
    return False


def _bound(ours: Amount, theirs: Amount) -> Fit:
    """The claim says more than, at least, fewer than, at most."""
    up = ours.bound in {">", ">="}
    mine, other = (ours.low, theirs.low) if up else (-ours.low, -theirs.low)
    sign = (
        theirs.bound if up else {">": "<", ">=": "<=", "<": ">", "<=": ">="}.get(theirs.bound or "")
    )
    sign = theirs.bound if theirs.bound in {"~", "nearly", None} else sign
    if sign in {">", ">="}:
        return Fit.AGREE if other >= mine and _near(ours, theirs) else Fit.DOUBT
    if sign in {"<", "<="}:
        clash = other < mine or (other == mine and "<" in {sign, (ours.bound or "")[:1]})
        return Fit.CLASH if clash and other != mine else Fit.DOUBT
    if sign in {"~", "nearly"}:
        room = ABOUT * abs(theirs.low)
        if other - room > mine:
            return Fit.AGREE if _near(ours, theirs) else Fit.DOUBT
        return Fit.CLASH if other + 2 * room < mine else Fit.DOUBT
    return _against_bound(ours, theirs, mine, other)


def _against_bound(ours: Amount, theirs: Amount, mine: float, other: float) -> Fit:
    strict = ours.bound in {">", "<"}
    if other > mine or (other == mine and not strict):
        return Fit.AGREE if _near(ours, theirs) else Fit.DOUBT
    round_number = theirs.coarse > theirs.step or theirs.fuzzy or ours.fuzzy
    if other == mine:
        return Fit.DOUBT if round_number or ours.unit != "count" else Fit.CLASH
    rounds = theirs.coarse / 2 >= mine - other and theirs.coarse > 1
    return Fit.DOUBT if rounds and _share(mine, other) <= ROUNDED else Fit.CLASH


def _near(ours: Amount, theirs: Amount) -> bool:
    if ours.low == 0:  # "more tanks than"
        return True
    small, large = sorted((abs(ours.low), abs(theirs.low)))
    most = FARTHEST_VAGUE if _VAGUE.match(ours.exact) else FARTHEST
    return ours.unit == "percent" or (small > 0 and large / small <= most)


def _their_bound(ours: Amount, theirs: Amount) -> Fit:
    """The passage says more than, at least, fewer than, at most; the claim gives a number."""
    up = theirs.bound in {">", ">="}
    mine, other = (ours.low, theirs.low) if up else (-ours.low, -theirs.low)
    off = _share(mine, other)
    about = ours.bound in {"~", "nearly"}
    if mine < other:
        room = ABOUT_MOST * abs(mine) if about else ours.coarse / 2
        return Fit.CLASH if other - mine > room and off > LITTLE else Fit.DOUBT
    if mine == other:
        if not up:
            return Fit.DOUBT
        strict = theirs.bound in {">", "<"}
        return Fit.DOUBT if strict and ours.coarse <= 1 and not about else Fit.AGREE
    room = ABOUT if about else FUZZY if theirs.fuzzy else LITTLE
    return Fit.AGREE if off <= room else Fit.DOUBT


def _ranges(ours: Amount, theirs: Amount) -> Fit:
    slack = max(ours.step, theirs.step) / 2 if ours.unit != "count" else 0.0
    if theirs.bound in {">", ">=", "<", "<="} or ours.bound in {">", ">=", "<", "<="}:
        return Fit.DOUBT
    if ours.bound == "nearly" and theirs.worked:
        fits = {_nearly(ours.low, theirs.low), _nearly(ours.low, theirs.high)}
        return fits.pop() if len(fits) == 1 else Fit.DOUBT
    room = ABOUT if "~" in {ours.bound, theirs.bound} else 0.0
    low, high = ours.low - slack - room * abs(ours.low), ours.high + slack + room * abs(ours.high)
    if theirs.high < low or theirs.low > high:
        far = min(_share(theirs.high, low), _share(theirs.low, high)) > LITTLE
        return Fit.CLASH if far else Fit.DOUBT
    inside = ours.low <= theirs.low and theirs.high <= ours.high
    if theirs.worked and theirs.low <= ours.low == ours.high <= theirs.high:
        return Fit.AGREE
    same = (ours.low, ours.high) == (theirs.low, theirs.high)
    return Fit.AGREE if same or (inside and ours.low != ours.high) else Fit.DOUBT
