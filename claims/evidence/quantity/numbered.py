"""Things that are told apart by a number: Apollo 11 and Apollo 12, line 4 and line 2."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.evidence.quantity.telling import BOTH_FREE, Hindrance, both

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.evidence.quantity.sides import Side

_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'-]*[a-z]|lines?|types?|phases?|stages?|grades?|class|chapters?|articles?"
    r"|sections?|wards?"
    r"|units?|blocks?|reactors?|rooms?|routes?|channels?|levels?|tiers?|zones?|districts?|groups?|flights?|numbers?"
    r"|shafts?|pits?|gates?|platforms?|halls?|towers?)[ -]|[A-Z]{1,4}-?)"
    r"(?P<number>\d{1,4}[A-Za-z]?)\b(?![.,]\d)"
)


def numbered_hinders(ours: Side, theirs: Side) -> Hindrance:
    """Whether the two sides speak of things of one name and other numbers.

    >>> from claims.evidence.quantity.sides import side
    >>> from claims.evidence.quantity.statement import statement
    >>> one, two = (statement(f"Line {n} carries 90,000 people.", published=None) for n in (2, 4))
    >>> numbered_hinders(side(one, one.amounts[0]), side(two, two.amounts[0])).to_agree
    'NOT005'
    """
    mine = _numbered(ours.said.plain)
    if not mine:
        return BOTH_FREE
    told = [_numbered(s.plain) for s in (theirs.said, *reversed(theirs.around.before))]
    for name, numbers in mine.items():
        other = next((found[name] for found in told if name in found), numbers)
        if not numbers & other:
            return both("NOT005")
    return BOTH_FREE


@lru_cache(maxsize=256)
def _numbered(plain: str) -> Mapping[str, frozenset[str]]:
    """The names of a masked sentence behind which a number stands, with those numbers."""
    found: dict[str, frozenset[str]] = {}
    if _DIGIT.search(plain):
        for match in _NUMBERED.finditer(plain):
            name = match["name"].lower().rstrip(" -").removesuffix("s")
            found[name] = found.get(name, frozenset()) | {match["number"].lower()}
    return found
