"""Texts to how much of their wording they share, and to the pairs worth comparing.

Runs of five words ("shingles", Broder 1997, https://doi.org/10.1109/SEQUEN.1997.666900) are hashed; every
eighth hash is looked up among all texts, so that the cost grows with the texts and not with their pairs.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

RUN = 5
MAX_WORDS = 20_000
SAMPLED = 8
"""One hash of so many is looked up; texts of few words look up all of theirs."""

FEW = 400
CROWD = 12
"""Texts that share a run before they are compared in a chain instead of all with all."""

_WORD = re.compile(r"\w+")

Runs = frozenset[int]


def runs_of(text: str) -> Runs:
    """The hashes of all runs of five words of a text.

    >>> len(runs_of("one two three four five six")), runs_of("One, two") == runs_of("one two!")
    (2, True)
    """
    words = _WORD.findall(text.casefold())[:MAX_WORDS]
    if len(words) < RUN:
        return frozenset([zlib.crc32(" ".join(words).encode("utf-8", "replace"))] if words else ())
    raw = [word.encode("utf-8", "replace") for word in words]
    return frozenset(zlib.crc32(b" ".join(raw[at : at + RUN])) for at in range(len(raw) - RUN + 1))


def shared(first: Runs, second: Runs) -> float:
    """The part of the shorter text's wording that stands in the other, from 0 to 1.

    >>> shared(runs_of("a b c d e f"), runs_of("x a b c d e f y"))
    1.0
    """
    least = min(len(first), len(second))
    return len(first & second) / least if least else 0.0


def likely_pairs(texts: Sequence[Runs]) -> Iterator[tuple[int, int]]:
    """Places of the texts that share a run which was looked up, each pair once, in order.

    >>> list(likely_pairs([runs_of("a b c d e f"), runs_of("q r s t u v"), runs_of("a b c d e z")]))
    [(0, 2)]
    """
    holders: dict[int, list[int]] = defaultdict(list)
    for place, runs in enumerate(texts):
        for run in runs if len(runs) <= FEW else _sample(runs):
            holders[run].append(place)
    pairs: set[tuple[int, int]] = set()
    seen: set[tuple[int, ...]] = set()
    for places in holders.values():
        if len(places) == 1 or (key := tuple(places)) in seen:
            continue
        seen.add(key)
        if len(places) <= CROWD:
            pairs.update(combinations(places, 2))
        else:
            pairs.update(pairwise(places))
            pairs.update((places[0], other) for other in places[1:])
    yield from sorted(pairs)


def _sample(runs: Iterable[int]) -> Iterator[int]:
    return (run for run in runs if run % SAMPLED == 0)
