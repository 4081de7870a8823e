"""Other numbers of a passage that may be told of the very thing for which another number was found."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Part
from claims.evidence.quantity.derived import LENGTH
from claims.evidence.quantity.idle import PEOPLE
from claims.evidence.quantity.periods import Times, lie
from claims.evidence.quantity.relation import Fit, relate
from claims.evidence.quantity.wording import VERBS, concept_of

if TYPE_CHECKING:
    from claims.evidence.quantity.sides import Side

_ROOM = r"(?: (?:of|only|about|at|just|some|around|nearly|almost|more|less|fewer|than|it|that|to|an?|the))*"
_TELLS = re.compile(
    r"\b(?:counts?|counted|puts?|names?|lists?|find|finds|found|speaks?|spoke|talks?|talked|admits?|admitted"
    r"|acknowledge[sd]?|confirm(?:s|ed)?|verif(?:y|ies|ied)|says?|said|shows?|showed|reports?|reported"
    r"|knows?|knew|estimate[sd]?|gives?|gave"
    rf"|believes?|believed|reckons?|reckoned|claims?|claimed|recorded|registered){_ROOM} ?[$€£]?$",
    re.IGNORECASE,
)
"""Somebody tells another number, and of nothing else."""
_COUNTS = re.compile(rf"\b(?:count(?:s|ed)?|finds?|found){_ROOM} ?$", re.IGNORECASE)
"""Somebody has counted again, whenever that was."""
_ITSELF = re.compile(
    r"(?:^|[.,;:] ?|\b(?:and|but|while|now|then|today) )(?:it|they|this|that"
    r"|(?:the|its|their|that|this) (?:\w+ )?(?:figure|number|count|toll|tally|total|sum)(?! of\b))\b"
    r"[^,;:#]*$",
    re.IGNORECASE,
)
"""The other number is of what was spoken of: "it would have been 0.9 billion"."""
_CHANGED = re.compile(
    r"\b(?:extended|expanded|widened|raised|increased|lowered|cut|reduced|corrected|changed) the (\w+) to"
    r" [$€£]?$"
)
"""The thing itself is put to another number: "extended the recall to 210,000"."""
_FURTHER = re.compile(
    r"\b(?:further|another|additional|than|from|per|every|against|by|between|until|aged?"
    r"|of (?:the|these|all|its|their)) [$€£]?$",
    re.IGNORECASE,
)


_SEQUEL = re.compile(
    r"(?<!since )(?<!by )(?<!until )"
    r"\b(?:then|again|soon|afterwards?|thereafter|next|twice|once more)\b(?! as\b)"
    r"|\bhere\b"
    r"|(?:^|[,;] )there\b(?! (?:is|are|was|were|has|have|had|will)\b)|#[^#]*\bthere\W*$",
    re.IGNORECASE,
)
"""Words by which something happens after, besides or elsewhere than what was told before."""


def is_sequel(ours: Side, other: Side) -> bool:
    """Whether the passage's number is of another time or place than what it told before.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> one, two = (statement(f"She {t}won 40 medals.", published=None) for t in ("", "then "))
    >>> is_sequel(side(one, one.amounts[0]), side(two, two.amounts[0]))
    True
    """
    own = [at for at in _laters(other.said.plain) if at <= other.span[1]]
    return bool(own) and not _laters(ours.said.plain)


@lru_cache(maxsize=64)
def _laters(plain: str) -> tuple[int, ...]:
    return tuple(m.end() for m in _SEQUEL.finditer(plain))


_MORE_BEFORE = re.compile(r"\b(?:another|further|additional|later|also)\b[^#,;]*$", re.IGNORECASE)
_ADDS = re.compile(r"\b(?:add(?:s|ed)?|follow(?:s|ed))\b", re.IGNORECASE)
_MORE_NEXT = re.compile(r" (?:more(?! than\b)|others?|later|also)\b")
_MORE_AFTER = re.compile(r"^ (?:[a-z]+ )?(?:more(?! than\b)|others?|later|also)\b")


def is_more(ours: Side, other: Side) -> bool:
    """Whether another number of the passage comes on top of the claim's: "nine more died in hospital".

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> one, two = (statement(t, published=None) for t in ("It killed 40.", "Nine later died of burns."))
    >>> is_more(side(one, one.amounts[0]), side(two, two.amounts[0]))
    True
    """
    a, b = ours.amount, other.amount
    kinds = {Part.LEVEL, Part.CHANGE} if b.unit == "count" else {Part.LEVEL}
    worked = other.derived or b.worked
    if worked or a.unit != b.unit or a.part is not Part.LEVEL or b.part not in kinds:
        return False
    told = {w.concept for w in ours.near} & VERBS
    start, end = other.span
    plain = other.said.plain
    added = _MORE_BEFORE.search(plain, start, b.start) or _MORE_AFTER.match(plain[b.end : end])
    same = {w.concept for w in (*other.near, *other.far)} & told
    apart = lie(ours.periods, other.periods) is Times.OTHER
    adds = bool(a.noun) and a.noun == b.noun and _ADDS.search(plain, start, b.start) is not None
    bare = _MORE_NEXT.match(plain, b.end) or _is_bare(ours, other, {w.concept for w in ours.near})
    return bool(added) and (adds or bool(same)) and not apart and bool(bare)


def is_rival(ours: Side, other: Side) -> bool:
    """Whether another number of the passage is told barely, as if of the thing that the claim counts.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> def rival(text):
    ...     one, two = (statement(t, published=None) for t in ("It employs 640 men.", text))
    ...     return is_rival(side(one, one.amounts[0]), side(two, two.amounts[0]))
    >>> rival("The union counts 410."), rival("Another 410 are on leave."), rival("It owns 410 cars.")
    (True, False, False)
    """
    if ours.amount.per and not other.amount.per:
        return False
    a, b = ours.amount, other.amount
    if other.derived or ours.derived or a.unit != b.unit or {a.part, b.part} != {Part.LEVEL}:
        return False
    told = {w.concept for w in ours.near}
    later = all("later" in p.words for p in other.periods)
    if relate(a, b).fit is not Fit.CLASH or not _is_bare(ours, other, told):
        return False
    before = other.said.text[other.span[0] : b.start]
    if not later and not _COUNTS.search(before):
        return False
    if "(" in before.rpartition(")")[2] or _FURTHER.search(before):
        return False
    changed = _CHANGED.search(before)
    return (
        (changed is not None and concept_of(changed[1].lower()) in told)
        or _TELLS.search(before) is not None
        or _ITSELF.search(before) is not None
    )


def _is_bare(ours: Side, other: Side, told: set[str]) -> bool:
    """Whether a number counts nothing that it names, or what the claim's does: "11,300 dead"."""
    noun = other.amount.noun.lower()
    if noun:
        head = concept_of(noun.split()[-1])
        return noun == ours.amount.noun.lower() or head in told or noun in PEOPLE
    return not other.said.text[other.amount.end :].lstrip(" ")[:1].isalpha()


_COUNTED_IN_DAYS = frozenset(["day", "week", "night"])


def is_coarse(ours: Side, other: Side) -> bool:
    """Whether a length was worked out in years, and the claim tells it in days, or the other way round."""
    if other.derived != LENGTH:
        return False
    days = ours.amount.unit in _COUNTED_IN_DAYS
    return days is not (other.amount.unit in _COUNTED_IN_DAYS)
