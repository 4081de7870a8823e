"""What a body is, told before its name: "Danish brewer Holm & Sons", "the watchdog Oftrans"."""

from __future__ import annotations

import re

_KINDS = frozenset(
    """airline automaker bank brand brewer broadcaster builder carmaker carrier chain channel charity
    chipmaker company conglomerate consultancy daily developer distiller drugmaker firm giant grocer
    group homebuilder housebuilder insurer lender maker manufacturer miner network newspaper operator
    planemaker producer publisher regulator retailer rival shipbuilder startup start-up steelmaker
    supermarket supplier tabloid union utility watchdog website weekly""".split()
)
_BEFORE = re.compile(  # no "of" or "’s" in it: "a unit of the miner Lime", "Leeds' union Unity"
    r"(?:(?!(?:of|for|to|from|with|and|or|by|in|at|on|about|over|who|that|which)\s)[\w-]+\s){0,6}?[a-z-]+\s"
    r"(?=((?:[Tt]he\s)?[A-ZÀ-Þ][\w.’'-]*(?:\s(?:(?:of|for|and|&)\s(?:the\s)?)?[A-ZÀ-Þ][\w.’'-]*)*)\Z)"
)


def without_kind(phrase: str) -> str:
    """A name without the words before it that tell what kind of body bears it.

    >>> without_kind("Danish brewer Holm & Sons"), without_kind("The Danish brewer")
    ('Holm & Sons', 'The Danish brewer')
    """
    words = phrase.split()
    if _KINDS.isdisjoint(words):
        return phrase
    found = _BEFORE.match(phrase)
    kind = found[0].split()[-1] if found is not None else ""
    return found[1] if found is not None and kind in _KINDS else phrase
