"""An amount in its statement to a side of a comparison: the words, times and mood that hold for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Amount, Part
from claims.evidence.quantity.mood import mood
from claims.evidence.quantity.statement import is_apposed, is_owned, segment, words_of

if TYPE_CHECKING:
    from claims.evidence.quantity.periods import Period
    from claims.evidence.quantity.statement import Statement
    from claims.evidence.quantity.wording import Word


@dataclass(frozen=True, slots=True)
class Around:
    """What the sentences before offer: their words, the times of the nearest that names one, its subject.

    `subject` is what "it" takes up where it can take up nothing else; `names` are those of
    the three sentences before and behind, `before` the two sentences before.
    """

    words: tuple[Word, ...] = ()
    periods: tuple[Period, ...] = ()
    subject: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    before: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One amount with all that is said of it.

    `near` are the words of its own stretch of the sentence, `far` those that speak of no other number.
    `derived` is how it was worked out; `point` marks a date that stands in for an amount.
    """

    said: Statement
    amount: Amount
    near: tuple[Word, ...]
    far: tuple[Word, ...]
    span: tuple[int, int]
    periods: tuple[Period, ...]
    mood: frozenset[str]
    around: Around
    derived: str | None
    point: bool


_OWN_TIME = re.compile(
    r" and (?:was |were |has been |have been )?(?:dates?|dated|opened|built|founded|completed|created"
    r"|established|launched|published|released|shot|filmed|written|began|died|closed)\b[^,;#]*$"
)
"""What follows a number and has a time of its own: "is 4 metres thick and dates from 1204"."""
ALONE = Around()
PRONOUN = re.compile(r"\W*(?:He|She|It|They|His|Her|Its|Their)\b")
"""How a sentence begins that speaks of whom the one before speaks."""


def side(
    said: Statement,
    amount: Amount,
    around: Around = ALONE,
    *,
    derived: str | None = None,
    point: bool = False,
) -> Side:
    """The side that an amount of a statement makes.

    >>> from claims.evidence.quantity.statement import statement
    >>> said = statement("The fire killed 12 people and injured 40.", published=None)
    >>> [w.concept for w in side(said, said.amounts[1]).near]
    ['injure']
    """
    near, far = _words(said, amount, whole=derived is not None)
    return Side(
        said=said,
        amount=amount,
        near=near,
        far=far,
        span=segment(said, amount),
        periods=_periods(said, amount, whole=derived is not None),
        mood=mood(said, amount),
        around=around,
        derived=derived,
        point=point,
    )


def _words(
    said: Statement, amount: Amount, *, whole: bool
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """A worked-out number has all words of its sentence, a part of a whole those of the whole too."""
    if whole:
        return said.words, ()
    near, far = words_of(said, amount)
    if amount.part is Part.SHARE:
        wholes = [segment(said, a) for a in said.amounts if a.part is Part.WHOLE]
        far += tuple(
            w for w in said.words if any(s <= w.start < e for s, e in wholes) and w not in near
        )
    return near, far


def _periods(said: Statement, amount: Amount, *, whole: bool) -> tuple[Period, ...]:
    """The times that hold for an amount: those beside it, else those that are beside no other."""
    if is_apposed(said, amount) or is_owned(said, amount):
        return ()
    told = tuple(
        p
        for p in said.periods
        if p.way not in {"than", "ranked"} and not said.is_aside(p, amount)
        if not (
            amount.end < p.start
            and " and " in said.plain
            and _OWN_TIME.search(said.plain, amount.end, p.start)
        )
    )
    if whole or len(said.amounts) <= 1:
        return told
    start, end = segment(said, amount)
    own = tuple(p for p in told if start <= p.start < end)
    if own:
        return _beside(said, amount, own) or own
    others = {segment(said, a) for a in said.amounts if a is not amount}
    return tuple(p for p in told if not any(s <= p.start < e for s, e in others))


def _beside(said: Statement, amount: Amount, own: tuple[Period, ...]) -> tuple[Period, ...]:
    """The time right after an amount, where each has one: "from 4.9% in February to 5.2% in March"."""
    start, end = segment(said, amount)
    inside = [a for a in said.amounts if start <= a.start < end]
    ends = [*(a.start for a in inside[1:]), end]
    each = {
        a: tuple(p for p in own if a.end <= p.start < stop)
        for a, stop in zip(inside, ends, strict=True)
    }
    return each[amount] if all(len(p) == 1 for p in each.values()) else ()


def only_states(ours: Side, theirs: Side) -> set[str]:
    """What the claim says was done, and the passage that it was so: "opened 40 shops", "had 40 shops open".

    >>> from claims.evidence.quantity.statement import statement
    >>> one, two = (statement(f"It {t}.", published=None) for t in ("opened 40 shops", "had 40 shops open"))
    >>> only_states(side(one, one.amounts[0]), side(two, two.amounts[0]))
    {'open'}
    """
    behind = {w.concept: w.text.lower() for w in theirs.near if w.start >= theirs.amount.end}
    acts = [w for w in ours.near if w.text.endswith("ed") and w.start < ours.amount.start]
    return {w.concept for w in acts if behind.get(w.concept, "-") in w.text.lower()[:-1]}
