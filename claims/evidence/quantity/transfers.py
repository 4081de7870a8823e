"""Words of giving and getting to which way what is counted goes, and from whom to whom.

"Gave", "got" and their like say nothing of what is counted and are idle elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.naming import as_names
from claims.evidence.quantity.roles import governor
from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, both

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.evidence.quantity.sides import Side
    from claims.evidence.quantity.wording import Word

_MOVES = re.compile(
    r"\b(?:(?P<given>given|supplied|provided|brought)|gives?|gave|suppl(?:y|ies)|provides?|brings?"
    r"|(?P<gets>gets?|got|takes?|took|taken|faces?|faced|draws?|drew|drawn|receive[sd]?))\b"
    r"(?! (?:part|place)\b)",
    re.IGNORECASE,
)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|got) (?:\w+ly |#+ )*$")
_TO = re.compile(r" (?:to|by)\b")
_NEXT = re.compile(r"^ (?:(?:the|an?|its|their) )?$")
_BEFORE_AMOUNT = re.compile(r" (?:(?:about|some|over|nearly|almost|more|than|at|least) )*[$€£]?#")
_GIVES, _GETS = "gives", "gets"


def transfers_hinder(ours: Side, theirs: Side) -> Hindrance:
    """Whether one side gives what the other gets.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> def both_of(claim, passage):
    ...     one, two = (statement(t, published=None) for t in (claim, passage))
    ...     return transfers_hinder(side(one, one.amounts[0]), side(two, two.amounts[0])).to_agree
    >>> both_of("Norland gave 40 tanks to Belis.", "Belis gave 40 tanks to Norland.")
    'NOT002'
    >>> both_of("Norland gave 40 tanks to Belis.", "40 tanks were given to Belis by Norland.")
    >>> both_of("The firm gave 40 tanks.", "The firm got 40 tanks.")
    'NOT002'
    """
    mine = as_names([*ours.near, *ours.far], [*theirs.near, *theirs.far])
    here, there = _ends(ours, mine), _ends(theirs, as_names([*theirs.near, *theirs.far], mine))
    shared = here.keys() & there.keys()
    if any(here[who] != there[who] for who in shared):
        return both("NOT002")
    return both("NOT002") if not shared and _flow(ours) * _flow(theirs) < 0 else BOTH_FREE


def _flow(side: Side) -> int:
    """1 where somebody gives what is counted, or those who are counted get it; -1 the other way; 0 unsaid."""
    plain = side.said.plain
    match = None if side.point else _MOVES.search(plain, *side.span)
    if match is None:
        return 0
    passive, gets = _is_passive(plain, match), match["gets"] is not None
    if match.start() > side.amount.start:
        return 1 if gets is not passive else -1
    return -1 if gets or (passive and not _TO.match(plain, match.end())) else 1


def _is_passive(plain: str, match: re.Match[str]) -> bool:
    """Whether "supplied" is done to what stands before it: "was supplied", "supplied by"."""
    led = _BE.search(plain[: match.start()]) or _TO.match(plain, match.end())
    return led is not None and (match["given"] is not None or match[0][-1] in "nd")


def _ends(side: Side, words: Iterable[Word]) -> dict[str, str]:
    """Who gives and who gets, by concept, as far as the order of words tells."""
    plain = side.said.plain
    match = None if side.point else _MOVES.search(plain, *side.span)
    if match is None:
        return {}
    passive, gets = _is_passive(plain, match), match["gets"] is not None
    object_next = passive and (gets or _TO.match(plain, match.end()))
    subject = _GETS if gets or passive else _GIVES
    found = {}
    for word in words:
        how = governor(plain, word)
        if word.end <= match.start():
            end = "" if how or object_next or word.start > side.amount.start else subject
        elif how == "to":
            end = _GETS
        elif how in {"from", "by"}:
            end = _GETS if gets and how == "by" else _GIVES
        else:
            end = _GETS if subject == _GIVES and _is_object(plain, match, word) else ""
        if end:
            found[word.concept] = end
    return found


def _is_object(plain: str, match: re.Match[str], word: Word) -> bool:
    """Whether a word is who gets it: "gave Belis 40 tanks"."""
    return (
        _NEXT.match(plain[match.end() : word.start]) is not None
        and _BEFORE_AMOUNT.match(plain, word.end) is not None
    )
