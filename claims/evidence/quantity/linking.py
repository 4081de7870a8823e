"""Whether the sentence with a number takes up whom the claim speaks of: "its sister ship", "he", "together".

What the claim names and the sentence does not must come from the sentences before. It does not where those
have moved on to somebody else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.naming import as_names, runs
from claims.evidence.quantity.roles import governor
from claims.evidence.quantity.subjects import FRONT, goes_on, heads, is_several
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, both
from claims.evidence.quantity.wording import VERBS, concept_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.evidence.quantity.sides import Side
    from claims.evidence.quantity.statement import Statement
    from claims.evidence.quantity.wording import Word

_OWNED = re.compile(rf"{FRONT}(?:his|her|its|their) (?=[a-z])", re.IGNORECASE)
_PRONOUN = re.compile(
    rf"{FRONT}(?:(?P<one>he|she|it|his|her|its)|(?P<several>they|their))\b", re.IGNORECASE
)
_TOGETHER = re.compile(
    r"\W*(?:together|combined|jointly|between them|taken together|both|all (?:\w+ )?of them"
    r"|(?:one|another|some|several|each|none) of (?:them|these|those|the others))\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    rf"{FRONT}(?:that|those)"
    r" (?!(?:of|time|period|year|month|week|day|season|decade)\b)[a-z]+ "
    r"|\W*(?:this|the (?:first|second|last|next)) time\b",
    re.IGNORECASE,
)
"""How a sentence begins that turns to another than it spoke of: "That port handled …"."""
_THERE = re.compile(
    r"\W*(?:there|here),? (?!is\b|are\b|was\b|were\b|has\b|have\b|had\b|will\b|may\b|can\b|could\b|exist)",
    re.IGNORECASE,
)
_SLOTS = frozenset("to from for by against with into in at on".split())
_THE = re.compile(r"\W*[Tt]he ([a-z-]+) ")
_LED = re.compile(
    r"\b(?:in|at|of|from|for|to|near|on|by|with|as|off|over|outside|across) (?:the )?$"
)
_WHOLE = re.compile(
    r"\b(?:in|across|throughout|over) (?:the|its) (?:\w+ )?"
    r"(?:(?<!\bin the )(?:country|nation)|state|province|region|district|county|world|continent)\b"
    r"|\b(?:nationwide|worldwide|countrywide|statewide|globally|nationally|abroad|elsewhere)\b",
    re.IGNORECASE,
)
"""A larger place, told where the claim's is left unsaid."""
_TOWNS = frozenset("city town village".split())
"""A place told by such a word is the one that was named: "Fire broke out in Osk. In the town it killed …"."""
_OF = re.compile(r" (?:of|for) (?:the )?")
_ITS = re.compile(r"\b(?:its|their|his|her) ([a-z-]+)", re.IGNORECASE)
_WHOSE = re.compile(r"\b([\w-]+)(?:[’']s|(?<=s)[’']) ([a-z-]+)")
_WHO = re.compile(rf"{FRONT}(?:(?P<one>he|she|his|her)|(?P<several>they|their))\b", re.IGNORECASE)
_DOER = re.compile(r"(?:[eo]r|ist|ess|man|ian)$")
"""How ends what is mostly a person."""
_PERSON = 2
"""Words of a person's name."""
_NEAR = 16


def link_hinders(ours: Side, theirs: Side) -> Hindrance:
    """Whether the passage's sentence speaks of somebody else than the claim, told by the sentences before.

    >>> from claims.evidence.quantity.sides import Around, side
    >>> from claims.evidence.quantity.statement import statement
    >>> claim, before, *told = (
    ...     statement(t, published=None)
    ...     for t in ("The bank lost 12 men.", "The bank grew.", "Its rival lost 12 men.", "It lost 12 men.")
    ... )
    >>> around = Around(before=(before,))
    >>> [
    ...     link_hinders(side(claim, claim.amounts[0]), side(said, said.amounts[0], around)).to_agree
    ...     for said in told
    ... ]
    ['NOT005', None]
    """
    said, before = theirs.said, theirs.around.before
    mine = {w.concept for w in ours.said.words} | {w.alias for w in ours.said.words}
    if not before:
        return BOTH_FREE
    if _of_another(said, mine) or (
        _TOGETHER.match(said.plain) and not _TOGETHER.match(ours.said.plain)
    ):
        return both("NOT005")
    if _THERE.match(said.plain) and not _supplied(ours, theirs):
        return both("NOT005")
    if _THAT.match(said.plain) and not _THAT.match(ours.said.plain):
        return both("NOT005")
    pronoun = _PRONOUN.match(said.plain)
    if pronoun and not _PRONOUN.match(ours.said.plain):
        several = pronoun["several"] is not None
        if (
            _of_another(before[-1], mine)
            or _unlike(ours, theirs, several=several)
            or _another(ours, theirs)
        ):
            return both("NOT005")
    others = _moved_on(ours, theirs) or _owned_by_other(ours, theirs) or _to_another(ours, theirs)
    return both("NOT005") if others else BOTH_FREE


def _of_another(said: Statement, known: set[str]) -> bool:
    """Whether a sentence is about what somebody has that the claim does not speak of: "Her brother …"."""
    match = _OWNED.match(said.plain)
    if match is None:
        return False
    at = match.end()
    for word in sorted(said.words, key=lambda w: w.start):
        if word.start < at:
            continue
        if word.start > at or word.concept in VERBS or word.text.endswith("ed"):
            return False
        if word.concept not in known:
            return True
        at = word.end + 1
    return False


def _unlike(ours: Side, theirs: Side, *, several: bool) -> bool:
    """Whether "it" cannot be the firms of the claim, nor "they" the firm."""
    head = _THE.match(ours.said.plain)
    if head is None:
        return False
    first = min(ours.said.words, key=lambda w: w.start)
    told = {w.concept for w in theirs.said.words}
    if first.text != head[1] or first.concept in told:
        return False
    before = theirs.around.before[-1].plain
    same = _THE.match(before)
    longer = same is not None and same[1] == head[1] and goes_on(before, same.end())
    further = before[same.end() :].split(" ")[0] if same else ""
    longer = longer and not ours.said.plain.startswith(f"{further} ", head.end())
    return longer or is_several(head[1]) is not several


def _another(ours: Side, theirs: Side) -> bool:
    """Whether "he" may be the conductor and not the orchestra, or "they" more than the one who is named."""
    who = _WHO.match(theirs.said.plain)
    first = min(ours.said.words, key=lambda w: w.start, default=None)
    told = {w.concept for w in theirs.said.words}
    if who is None or first is None or first.concept in told:
        return False
    before = theirs.around.before[-1]
    if first.name:
        return (
            who["several"] is not None and len(runs(ours.said.words, ours.said.plain)[0]) == _PERSON
        )
    after = next((w.end for w in before.words if w.concept == first.concept), 0)
    if who["one"] is None or _DOER.search(first.text):
        return False
    return any(not is_several(head) for head in heads(before, after))


def _supplied(ours: Side, theirs: Side) -> list[Word]:
    """The claim's words behind a preposition that the sentence lacks and one before it has."""
    told = {c for w in theirs.said.words for c in (w.concept, w.alias)}
    around = {c for said in theirs.around.before for w in said.words for c in (w.concept, w.alias)}
    return [
        w
        for w in (*ours.near, *ours.far)
        if w.concept in around - told and governor(ours.said.plain, w) in _SLOTS
    ]


def _to_another(ours: Side, theirs: Side) -> bool:
    """Whether the sentence has another in the place left unsaid: "to the church", not "to the school"."""
    known = {w.concept for w in ours.said.words} | {
        w.concept for said in theirs.around.before for w in said.words
    }
    slots = {governor(ours.said.plain, w) for w in _supplied(ours, theirs)}
    return any(
        w.concept not in known
        and w.concept not in _TOWNS
        and governor(theirs.said.plain, w) in slots
        for w in (*theirs.near, *theirs.far)
    )


def _is_led(run: Sequence[Word], said: Statement) -> bool:
    """Whether a name stands behind a preposition: it is where, whose or to whom."""
    return _LED.search(said.plain[max(0, run[0].start - _NEAR) : run[0].start]) is not None


def _turned(ours: Side, theirs: Side, mine: list[Word], unsaid: list[list[Word]]) -> bool:
    """Whether who acts in the claim only stands behind a preposition, while "it" is whom the claim has so."""
    acting = {run[-1].concept for run in runs(mine, ours.said.plain) if not _is_led(run, ours.said)}
    there = runs(as_names(theirs.said.words, mine), theirs.said.plain)
    led = {run[-1].concept for run in there if _is_led(run, theirs.said)}
    return bool(acting & led) and any(_is_led(run, ours.said) for run in unsaid)


def _owned_by_other(ours: Side, theirs: Side) -> bool:
    """Whether "its water" is not the country's of which the claim speaks, since no country was named."""
    told = {w.concept for said in (theirs.said, *theirs.around.before) for w in said.words}
    its = {concept_of(m[1].lower()) for m in _ITS.finditer(theirs.said.plain)}
    for match in _WHOSE.finditer(ours.said.plain):
        whose, what = (concept_of(word.lower()) for word in match.groups())
        if what in its and match[1][0].islower() and whose not in told:
            return True
    return False


def _is_strange(
    run: list[Word], others: list[list[Word]], said: Statement, names: set[str]
) -> bool:
    """Whether a name acts that is not the claim's; "the Museum of Toys" is not the Hagen Museum."""
    if _is_led(run, said):
        return False
    of = {
        w.concept for o in others if _OF.fullmatch(said.plain[run[-1].end : o[0].start]) for w in o
    }
    return not {w.concept for w in run} & names or bool(of - names)


def _moved_on(ours: Side, theirs: Side) -> bool:
    """Whether a name of the claim must come from before, and somebody else was named since or beside."""
    mine = [*ours.near, *ours.far]
    around = [w for said in theirs.around.before for w in said.words]
    mine = as_names(mine, around)
    names = {w.concept for w in mine if w.name}
    here = as_names(theirs.said.words, mine)
    told = {w.concept for w in here if w.name} | {w.alias for w in here}
    unsaid = [run for run in runs(mine, ours.said.plain) if run[-1].concept not in told]
    if not unsaid:
        return False
    placed = any(_is_led(run, ours.said) for run in unsaid)
    if placed and _WHOLE.search(theirs.said.plain):
        return True
    if _PRONOUN.match(theirs.said.plain) and _turned(ours, theirs, mine, unsaid):
        return True
    for said in reversed(theirs.around.before):
        others = runs(as_names(said.words, mine), said.plain)
        if others:
            return any(_is_strange(run, others, said, names) for run in others)
    return False
