"""What stands behind a name between commas, and whether a verb in it only describes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.grammar.lead_ins import DETERMINERS, PREPOSITIONS, past_lead
from claims.extract.grammar.names import TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.syntax import Reading

RELATIVES = frozenset(["who", "which", "whose", "whom", "where"])
LONGEST_NAME = 4  # words


def is_role(r: Reading, segments: Sequence[tuple[int, int]], n: int) -> bool:
    """Whether the stretch `n` tells what the name before it is: "Ann Lee, CEO of Lime, said"."""
    if n == 0:
        return False
    a, b = segments[n - 1]
    words = [w for w in r.words[past_lead(r, a, b) : b] if w.is_word]
    named = 0 < len(words) <= LONGEST_NAME and all(w.is_capital for w in words)
    here = [w for w in r.words[segments[n][0] : segments[n][1]] if w.is_word]
    whole = len(here) > 1 and all(w.is_capital for w in here)
    return named and (not whole or here[0].lower in TITLES)


def is_laid_on(r: Reading, segments: Sequence[tuple[int, int]], n: int, verb: int | None) -> bool:
    """Whether a participle tells of who stands behind a name: "Ann Lee, a judge called by us, said"."""
    if verb is None or not n or verb + 1 >= segments[n][1] or not r.lows[verb].endswith("ed"):
        return False
    named = r.words[segments[n - 1][1] - 1].is_capital and r.acts(*segments[n - 1]) is None
    return named and r.lows[verb + 1] in PREPOSITIONS


def has_relative(r: Reading, a: int, verb: int | None) -> bool:
    """Whether "who", "which" or "that" stands before a verb of the words from `a` on."""
    return verb is not None and not {*RELATIVES, "that"}.isdisjoint(r.lows[a:verb])


_FEWEST_WORDS = 3


def is_it_of_noun(r: Reading, a: int, b: int) -> bool:
    """Whether "it" behind a bare noun acts: "half the level it advises", not "critics of it say".

    >>> from claims.extract.grammar.syntax import read
    >>> is_it_of_noun(read("Half the level it advises.", ()), 0, 4)
    True
    """
    if r.lows[b - 1] != "it" or b - a < _FEWEST_WORDS:
        return False
    acts = any(r.finite[k] or r.lows[k] in RELATIVES for k in range(a, b - 1))
    return not acts and r.lows[b - 2] not in PREPOSITIONS | DETERMINERS
