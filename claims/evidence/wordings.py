"""Words of a claim, weighed by how rare they are, to the share of them that a passage holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

TYPICAL = 300
"""Characters of a passage whose length neither helps nor harms it."""

SATURATION, BY_LENGTH = 1.2, 0.4
"""BM25's k1 and b (Robertson and Zaragoza 2009, https://doi.org/10.1561/1500000019), for words that are
counted once: in a passage of three sentences a second mention says little."""

SHOWN = 4
"""Shared words that a reason names."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A word of a claim with its forms, the number of passages that hold it, and how rare that is."""

    shown: str
    forms: tuple[tuple[str, ...], ...]
    holders: int
    rarity: float
    name: bool


@dataclass(frozen=True, slots=True)
class Shares:
    """What share of a claim's words and names stands in a passage, 0 to 1; the rarest of them."""

    words: float
    names: float
    shared: tuple[str, ...]


def shares(weighed: Sequence[Weighed], holds: Sequence[bool], *, length: int) -> Shares:
    """The shares of a passage of `length` characters that `holds` some of the words.

    >>> words = [Weighed("Marou", (("marou",),), 3, 6.0, True), Weighed("men", (("men",),), 90, 2.0, False)]
    >>> shares(words, [True, False], length=300)
    Shares(words=0.75, names=1.0, shared=('Marou',))
    """
    every = sum(one.rarity for one in weighed)
    kept = [one for one, there in zip(weighed, holds, strict=True) if there]
    damped = 1 + SATURATION * (1 - BY_LENGTH + BY_LENGTH * length / TYPICAL)
    words = sum(one.rarity for one in kept) / every * (1 + SATURATION) / damped if every else 0.0
    names = sum(one.rarity for one in weighed if one.name)
    ours = sum(one.rarity for one in kept if one.name)
    rarest = sorted(kept, key=lambda one: (-one.rarity, one.shown))[:SHOWN]
    return Shares(
        round(words, 4),
        round(ours / names, 4) if names else 0.0,
        tuple(one.shown for one in rarest),
    )


def stands_in(one: Weighed, text: str) -> bool:
    """Whether a word stands in a text in small letters, in any ending: for words that are everywhere.

    >>> stands_in(Weighed("policies", (("policies",),), 90, 1.0, False), "a policy of its own")
    True
    """
    return any(all(_begins(part).search(text) for part in form) for form in one.forms)


@lru_cache(maxsize=4096)
def _begins(word: str) -> re.Pattern[str]:
    stem = re.sub(r"(?:ies|es|ing|ed|y|s|e)\Z", "", word)
    return re.compile(r"\b" + re.escape(stem if len(stem) > 2 else word))  # noqa: PLR2004
