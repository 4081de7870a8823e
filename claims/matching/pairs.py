"""Two claims to what they are to each other, how near their words are, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from claims.matching.claimants import two_people
from claims.matching.figures import figures
from claims.matching.saying import saying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.evidence.quantity.wording import Word
    from claims.matching.saying import Saying


class Relation(Enum):
    """What two claims are to each other, from nearest to furthest."""

    SAME = "same"
    DIFFERENT_CLAIMANT = "different_claimant"
    DIFFERENT_FIGURE = "different_figure"
    RELATED = "related"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim's words, and who says them."""

    text: str
    claimant: str | None = None


@dataclass(frozen=True, slots=True)
class Pairing:
    """`score` is the share of words in common, 0 to 1; `why` says what decided, in words."""

    relation: Relation
    score: float
    why: tuple[str, ...]


_SPELLING, _LONG = 90, 6
_LEAST, _CONTAINED = 2, 0.4
_DETAIL = 0.2
_OPPOSING = frozenset({"oppose", "los", "end", "close"})


def pair(one: Told, other: Told) -> Pairing:
    """What two claims are to each other. Never a reason to merge by itself: a person decides.

    >>> pair(Told("15,000 Soviet soldiers died."), Told("14,000 Soviet soldiers died.")).relation.value
    'different_figure'
    >>> pair(Told("Taxes doubled."), Told("The harbour reopened.")).relation.value
    'none'
    """
    mine, theirs = saying(one.text), saying(other.text)
    if _bare(mine.text) == _bare(theirs.text):
        return _settled(one, other, mine, theirs, (1.0, "the same words"))
    alone, others = _unmatched(mine.words, theirs), _unmatched(theirs.words, mine)
    shared = len(mine.words) - len(alone)
    total = len(mine.words) + len(theirs.words)
    score = round((total - len(alone) - len(others)) / total, 3) if total else 0.0
    least = min(len(mine.words), len(theirs.words))
    if shared + _figures_too(mine, theirs, shared) < _LEAST or shared / least < _CONTAINED:
        return Pairing(Relation.NONE, score, (f"{shared} words in common",))
    other_matter = _other_matter(mine, theirs, alone, others)
    if other_matter:
        return Pairing(Relation.RELATED, score, (_common(mine, alone), other_matter))
    return _settled(one, other, mine, theirs, (score, _common(mine, alone)))


def _figures_too(mine: Saying, theirs: Saying, shared: int) -> int:
    """What both give beside words, where they share any: figures, times, a direction."""
    both = (
        mine.amounts and theirs.amounts,
        mine.periods and theirs.periods,
        mine.ways & theirs.ways,
    )
    return sum(map(bool, both)) if shared else 0


def _settled(
    one: Told, other: Told, mine: Saying, theirs: Saying, near: tuple[float, str]
) -> Pairing:
    """Claims whose words say the same: do the figures, and is it the same person?"""
    score, why = near
    counted = figures(mine, theirs)
    if counted.clash:
        return Pairing(Relation.DIFFERENT_FIGURE, score, (why, counted.clash))
    if counted.one_sided:
        return Pairing(Relation.RELATED, score, (why, counted.one_sided))
    if two_people(one.claimant, other.claimant):
        said = f"{one.claimant} is not {other.claimant}"
        return Pairing(Relation.DIFFERENT_CLAIMANT, score, (why, said))
    return Pairing(Relation.SAME, score, (why, *_agreed(mine)))


def _agreed(mine: Saying) -> tuple[str, ...]:
    told = [a.exact for a in mine.amounts] + [p.words for p in mine.periods]
    return (f"figures agree: {', '.join(told)}",) if told else ()


def _other_matter(
    mine: Saying, theirs: Saying, alone: Sequence[Word], others: Sequence[Word]
) -> str | None:
    """Why claims with words in common say different things; null when they say the same."""
    if alone and others:
        return f"{alone[0].text} is not {others[0].text}"
    told = _otherwise(mine, theirs)
    for words, held in ((alone, mine), (others, theirs)):
        told = told or _more_than_detail(words, held)
    return told


def _otherwise(mine: Saying, theirs: Saying) -> str | None:
    """What the same words are turned into by denial, direction, small words or their order."""
    if mine.denied != theirs.denied:
        return "one denies it"
    if {mine.ways, theirs.ways} == {frozenset({"up"}), frozenset({"down"})}:
        return "the other direction"
    if mine.small != theirs.small:
        return f"only one says: {', '.join(sorted(mine.small ^ theirs.small))}"
    return "the other way round" if _turned(mine, theirs) else None


def _more_than_detail(words: Sequence[Word], held: Saying) -> str | None:
    """What one claim alone says, where it narrows or changes what is claimed."""
    matched = {w for w in held.words if w not in words}
    for word in words:
        opposing = word.concept in _OPPOSING
        strange = word.name and not any(w.name and _beside(w, word) for w in matched)
        if opposing or strange or len(words) > _DETAIL * len(held.words):
            full_name = word.name and not strange
            if not full_name or opposing:
                return f"only one says {word.text}"
    return None


def _beside(one: Word, other: Word) -> bool:
    """Whether two words of a text stand side by side, as the parts of a name do."""
    return min(abs(one.start - other.end), abs(other.start - one.end)) <= 1


def _turned(mine: Saying, theirs: Saying) -> bool:
    """Whether who does it and to whom, or what is compared with what, have changed places."""
    if mine.before_than & theirs.after_than and mine.after_than & theirs.before_than:
        return True
    if mine.passive != theirs.passive or not mine.core or not theirs.core:
        return False
    first, second = mine.core[0], theirs.core[0]
    return first != second and first in theirs.core[1:] and second in mine.core[1:]


def _unmatched(words: Sequence[Word], other: Saying) -> list[Word]:
    return [w for w in words if not _held(w, other)]


def _held(word: Word, other: Saying) -> bool:
    known = other.known
    if word.concept in known or (word.alias and word.alias in known):
        return True
    return (
        not word.name
        and len(word.concept) >= _LONG
        and any(
            len(w.concept) >= _LONG and fuzz.ratio(word.concept, w.concept) >= _SPELLING
            for w in other.words
            if not w.name
        )
    )


def _common(mine: Saying, alone: Sequence[Word]) -> str:
    shared = dict.fromkeys(w.text for w in mine.words if w not in alone)
    return f"in common: {', '.join(shared)}"


def _bare(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
