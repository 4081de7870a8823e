"""What keeps a passage's number from clashing with the claim's, though it may agree with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.idle import ACTORS, EVENTS, PLACES
from claims.evidence.quantity.roles import governor
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance
from claims.evidence.quantity.wording import concept_of, concepts

if TYPE_CHECKING:
    from claims.evidence.quantity.sides import Side

_THE = re.compile(r"\W*[Tt]he ((?:[a-z-]+ ){1,3})")
_SOME = re.compile(r"\W*(?:An?|One|Some|Any|Such an?|Certain) ((?:[a-z-]+ ){1,3})")
_OF_THE = re.compile(r" of (?:the|its|their|his|her|this|that|these|those) (?![a-z ]{0,20}#)")
_SOFT = concepts(PLACES) | concepts(ACTORS)


def set_apart(ours: Side, theirs: Side) -> Hindrance:
    """Whether the passage's number may be of another thing, of a part, or for somebody else.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> one, two = (statement(f"{who} firm has 900 beds.", published=None) for who in ("The", "One"))
    >>> set_apart(side(one, one.amounts[0]), side(two, two.amounts[0]))
    Hindrance(to_agree=None, to_clash='NOT005')
    """
    if _indefinite(ours, theirs) or _given_to(ours, theirs):
        return Hindrance(None, "NOT005")
    return Hindrance(None, "NOT006") if _of_the(theirs) and not _of_the(ours) else BOTH_FREE


def _indefinite(ours: Side, theirs: Side) -> bool:
    """Whether the claim speaks of the firm, and the passage of a firm: "one company paid"."""
    the, some = _THE.match(ours.said.plain), _SOME.match(theirs.said.plain)
    if not the or not some or any(w.name for w in (*ours.near, *ours.far)):
        return False
    alike = {concept_of(w) for w in the[1].split()} & {concept_of(w) for w in some[1].split()}
    return bool(alike - {None} - EVENTS)


def _given_to(ours: Side, theirs: Side) -> bool:
    """Whether a body that only the passage has gets or gives what is counted: "in taxes to the city"."""
    known = {w.concept for w in (*ours.near, *ours.far)}
    return any(
        w.concept in _SOFT
        and w.concept not in known
        and governor(theirs.said.plain, w) in {"to", "from"}
        for w in theirs.near
    )


def _of_the(side: Side) -> bool:
    """Whether a number is of a part of what is known: "a million of the taxes"."""
    return side.amount.unit != "percent" and bool(_OF_THE.match(side.said.plain, side.amount.end))
