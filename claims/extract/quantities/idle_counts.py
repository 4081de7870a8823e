"""Number words that tell no amount: "between the two", "the two sides", "a port or two"."""

from __future__ import annotations

import re

from claims.extract.quantities.currencies import money_after
from claims.extract.quantities.measures import measure_after
from claims.extract.quantities.units import PERCENT, counted_noun

_SMALL = frozenset("two three four five six seven eight nine ten".split())
_NAMED = re.compile(r"\b(?:the|these|those) $", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:the|these|those) $", re.IGNORECASE)
_SIDES = re.compile(r" (?:sides|camps)\b")
_OR = re.compile(r"\b(?:an?|every|each|the) (?:[a-z]+ ){1,2}or $", re.IGNORECASE)


def is_idle(word: str, before: str, after: str) -> bool:
    """Whether the lower-case number `word` between `before` and `after` tells no amount.

    >>> is_idle("two", "between the ", "."), is_idle("two", "between the ", " towers.")
    (True, False)
    """
    if word not in _SMALL:
        return False
    if _NAMED.search(before) and _SIDES.match(after):
        return True
    told = _BETWEEN.search(before) or (word == "two" and _OR.search(before))
    return bool(told) and not _is_counting(before, after)


def _is_counting(before: str, after: str) -> bool:
    """Whether a noun, a measure, percent, money or a mark that joins two words follows."""
    if after.startswith("-") or PERCENT.match(after) or measure_after(after, digits=False):
        return True
    return money_after(before, after) is not None or counted_noun(after) is not None
