"""What a number counts by its noun: soldiers here, reservists there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import AGE
from claims.evidence.quantity.idle import COUNTED_APART, PEOPLE
from claims.evidence.quantity.wording import concept_of, name_stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.evidence.quantity.amounts import Amount
    from claims.evidence.quantity.wording import Word

_APART = {
    word: f"counted {line.split()[0]}"
    for line in COUNTED_APART.strip().splitlines()
    for word in line.split()
}


def other_heads(ours: Amount, theirs: Amount) -> bool:
    """Whether both numbers stand before a noun of their own: soldiers here, reservists there.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> one, two, three = (amounts_in(t, t)[0] for t in ("12 soldiers", "12 troops", "12 ships"))
    >>> other_heads(one, two), other_heads(one, three)
    (False, True)
    """
    if (ours.noun == AGE) is not (theirs.noun == AGE):
        return ours.unit == "year"
    heads = [counted(a) for a in (ours, theirs) if a.noun]
    known = [h for h in heads if h and h not in PEOPLE]
    return len(known) > 1 and known[0] != known[1]


def turned_heads(ours: Amount, mine: Iterable[Word], theirs: Amount) -> bool:
    """Whether one side counts people, and the other what those people have or do: donors, organs.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> from claims.evidence.quantity.wording import words_in
    >>> one, two = (amounts_in(t, t)[0] for t in ("12 people gave organs", "12 organs"))
    >>> turned_heads(one, words_in("people gave organs"), two)
    True
    """
    people = ours.noun.lower() in {"people", "persons"}
    things = theirs.noun.lower().split()[-1:]
    return people and any([w.text.lower()] == things and w.concept not in PEOPLE for w in mine)


def counted(amount: Amount) -> str | None:
    """The concept of the noun that a number stands before; visits are not visitors.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> [counted(amounts_in(t, t)[0]) for t in ("12 troops", "12 visits", "12 percent")]
    ['soldier', 'counted visits', None]
    """
    last = amount.noun.split()[-1] if amount.noun else ""
    word = last.lower()
    if word == "lives":
        return "life"
    if last[:1].isupper():
        return name_stem(last)
    return _apart(word) or (concept_of(word) if word else None)


def _apart(word: str) -> str | None:
    """The concept of what is done where it is counted itself, not those who do or suffer it."""
    act = len(word) > len("stations") and word.endswith(("ations", "ptions", "utions", "itions"))
    return _APART.get(word) or (f"counted {word}" if act else None)


def is_special(amount: Amount, others: Iterable[Word]) -> bool:
    """Whether a number counts something that the other text does not name at all: horses, not people.

    >>> from claims.evidence.quantity.amounts import amounts_in
    >>> from claims.evidence.quantity.wording import words_in
    >>> [is_special(amounts_in("12 horses", "12 horses")[0], words_in(t)) for t in ("a horse", "men")]
    [False, True]
    """
    head = counted(amount)
    known = head is None or head in PEOPLE or amount.noun == AGE
    return not known and all(head not in {w.concept, _apart(w.text.lower())} for w in others)
