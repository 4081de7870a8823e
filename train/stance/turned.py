"""A claim to one that says the opposite, so that a passage which supports the first refutes the second.

Few pairs of the sets deny, and a network that has hardly seen denial learns the words a claim is made of.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

_WAYS = """
increase decrease, increases decreases, increased decreased, increasing decreasing, higher lower, high low,
more less, reduce increase, reduces increases, reduced increased, positive negative, positively negatively,
rise fall, rising falling, improve worsen, improves worsens, improved worsened, up down,
effective ineffective, benefit harm, beneficial harmful, likely unlikely, prevent cause, prevents causes,
stronger weaker, larger smaller, warmer cooler, warming cooling, best worst, better worse, before after,
possible impossible, safe unsafe, significant insignificant, promote inhibit, promotes inhibits,
promoted inhibited, upregulated downregulated, enhanced reduced, enhance reduce, activation inhibition,
gain loss
"""

_WORD = re.compile(r"[A-Za-z]+")
_DENIED = re.compile(r"\b(?:not|no|never|n't|cannot|without)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(do|does|did|is|are|was|were|can|has|have|will|may|could|should) not\b")
_VERB = re.compile(r"\b(is|are|was|were|can|will|may|could|has(?= been)|have(?= been)|should)\b")

WORDS_FIRST = 0.7
"""How often a word with an opposite is turned where there is one; else the verb is denied."""


def _opposites() -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in _WAYS.replace("\n", " ").split(","):
        one, other = pair.split()
        found.setdefault(one, other)
        found.setdefault(other, one)
    return found


OPPOSITES = _opposites()


def turned(claim: str, rng: random.Random) -> str | None:
    """The claim with one word turned or its verb denied; None where neither can be done simply.

    >>> import random
    >>> turned("Masks reduce risk.", random.Random(1)), turned("Rain fell.", random.Random(1))
    ('Masks increase risk.', None)
    >>> turned("The risk is not known.", random.Random(0))
    'The risk is known.'
    """
    found = [m for m in _WORD.finditer(claim) if m.group().lower() in OPPOSITES]
    if found and rng.random() < WORDS_FIRST:
        one = rng.choice(found)
        other = OPPOSITES[one.group().lower()]
        other = other.capitalize() if one.group()[0].isupper() else other
        return claim[: one.start()] + other + claim[one.end() :]
    if _DENIED.search(claim):
        plain = _NOT.sub(r"\1", claim, count=1).replace("cannot", "can", 1)
        return plain if plain != claim else None
    denied = _VERB.sub(r"\1 not", claim, count=1)
    return denied if denied != claim else None
