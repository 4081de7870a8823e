"""Whom "it" or "they" take up: what the sentence before is about, where it names nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.wording import VERBS, concept_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.evidence.quantity.statement import Statement

FRONT = r"\W*(?:(?:In|On|By|At|Last|This|During|Since|Overall|Altogether)\b[\w# ]{0,24}?,? )?"
_TAKES_UP = re.compile(rf"{FRONT}(?:(?P<one>it|its)|(?P<several>they|their))\b", re.IGNORECASE)
_THE = re.compile(
    rf"{FRONT}(?:(?:[Tt]he|[A-Z][a-z]+[’']s) (?P<the>[a-z-]+) (?!of\b)"
    rf"|(?<![\"“])(?P<bare>[A-Z][a-z]+) (?:in [A-Z][a-z]+ )?"
    r"(?=(?:is|was|has|have|are|were|had|lies|stands|[a-z]+ed)\b))"
)
_PHRASE = re.compile(
    r"(?<!after )(?<!before )(?<!since )(?<!during )(?<!until )(?<!despite )(?<!due to )\b(?:an?|the|his"
    r"|her|its|their|this|that|these|those|#+|one|another|each|every)"
    r"((?: (?!(?:in|on|at|of|for|to|by|from|with|and|or|but|that|who|which|is|are|was|were|has|had)\b)"
    r"[a-z-]+){1,4})(?![\w’'-])"
)
_RANKED = re.compile(r"\bthe (?:[a-z]+-)?(?:[a-z]+est|most|first|last|only)\b[^,;]*")
_PLACED = re.compile(r"\b(?:in|at|from|near|to) (?:the )?$")
_NEXT = re.compile(r"([a-z-]+) (?:is|was|are|were|has|had|have|will|would|can|[a-z]+ed)\b")
_FARTHEST, _NEAR = 3, 16


def subject(said: Sequence[Statement], at: int) -> frozenset[str]:
    """The concepts that "it" or "they" in front of a sentence takes up, none where that is open.

    >>> from claims.evidence.quantity.statement import statement
    >>> def taken_up(*texts):
    ...     return sorted(subject([statement(t, published=None) for t in texts], len(texts) - 1))
    >>> taken_up("The bank had a bad year.", "It lost 120 million euros.")
    ['bank']
    >>> taken_up("The bank bought a rival.", "It lost 120 million euros.")
    []
    """
    taken = _TAKES_UP.match(said[at].plain)
    if taken is None:
        return frozenset()
    several = taken["several"] is not None
    for before in reversed(said[max(0, at - _FARTHEST) : at]):
        first = _THE.match(before.plain)
        if any(is_several(head) is several for head in heads(before, first.end() if first else 0)):
            return frozenset()
        if first:
            noun = (first["the"] or first["bare"]).lower()
            end = first.end()
            if goes_on(before.plain, end) and (longer := _NEXT.match(before.plain, end)):
                noun, end = longer[1], longer.end(1)
            ahead = (w.concept for w in before.words if w.end <= end)
            told = {concept_of(noun) or noun, *ahead}
            return frozenset(told) if is_several(noun) is several else frozenset()
        if _TAKES_UP.match(before.plain) is None:
            return frozenset()
    return frozenset()


def heads(said: Statement, start: int) -> Iterator[str]:
    """The nouns that a sentence names from `start` on, and that might be taken up too.

    >>> from claims.evidence.quantity.statement import statement
    >>> list(heads(statement("The bank bought a large rival in Belis.", published=None), 9))
    ['rival']
    """
    for name in (w for w in said.words if w.name and w.start >= start):
        if not _PLACED.search(said.plain[max(0, name.start - _NEAR) : name.start]):
            yield from ("name", "names")
    for match in _PHRASE.finditer(_RANKED.sub("", said.plain), start):
        head = match[1].split()[-1]
        if concept_of(head):
            yield head


def goes_on(plain: str, end: int) -> bool:
    """Whether a noun's name goes on where it seems to end: "The island group".

    >>> goes_on("The island group has boats.", 11), goes_on("The island has boats.", 11)
    (True, False)
    """
    match = _NEXT.match(plain, end)
    if match is None or match[1].endswith(("s", "ed", "ly", "ing")):
        return False
    concept = concept_of(match[1])
    return concept is not None and concept not in VERBS


def is_several(noun: str) -> bool:
    """Whether a noun stands for several.

    >>> is_several("firms"), is_several("firm"), is_several("loss")
    (True, False, False)
    """
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))
