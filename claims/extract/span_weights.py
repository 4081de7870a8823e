"""The likeliest way to tile each sentence into claims and rest, by what tells of whole stretches.

A semi-Markov model: every stretch that could be a claim has a score, every word outside has one, and the
best sum wins (Sarawagi and Cohen 2004). The weights are fitted on articles that the encoder had not seen
(train/spans.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.extract.span_signs import FEATURES, REST, Stretches
from claims.model.errors import DamagedData

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Run = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class SpanWeights:
    """One weight for each of FEATURES, and one for each of REST."""

    weights: NDArray[np.float64]
    rest: NDArray[np.float64]

    def choose(self, found: Stretches) -> dict[int, list[Run]]:
        """The claims as runs of words, by the first word of their sentence."""
        claims = (found.signs @ self.weights).tolist()
        outside = (found.rest @ self.rest).tolist()
        by_stop: dict[int, list[tuple[int, float]]] = {}
        for start, stop, score in zip(
            found.starts.tolist(), found.stops.tolist(), claims, strict=True
        ):
            by_stop.setdefault(stop, []).append((start, score))
        return {
            first: _best(outside, by_stop, first=first, last=last)
            for first, last in found.sentences
        }


def _best(
    outside: Sequence[float],
    by_stop: Mapping[int, Sequence[tuple[int, float]]],
    *,
    first: int,
    last: int,
) -> list[Run]:
    """The runs with the best sum of scores, words outside of them included.

    >>> _best([0.0, 0.0, 0.0], {2: [(0, 1.0)], 3: [(0, 1.5), (2, 1.0)]}, first=0, last=3)
    [(0, 2), (2, 3)]
    """
    sums, begun = [0.0], [-1]
    for stop in range(first + 1, last + 1):
        best, start = sums[-1] + outside[stop - 1], -1
        for begin, score in by_stop.get(stop, ()):
            if sums[begin - first] + score > best:
                best, start = sums[begin - first] + score, begin
        sums.append(best)
        begun.append(start)
    runs: list[Run] = []
    at = last
    while at > first:
        start = begun[at - first]
        if start < 0:
            at -= 1
        else:
            runs.append((start, at))
            at = start
    return runs[::-1]


def read_span_weights(given: Mapping[str, Any]) -> SpanWeights:
    """Weights as they are stored beside the encoder. Raises DamagedData when they do not fit."""
    weights, rest = np.array(given["weights"], float), np.array(given["rest"], float)
    named = (tuple(given["features"]), tuple(given["rest_features"])) == (FEATURES, REST)
    if not named or (weights.shape, rest.shape) != ((len(FEATURES),), (len(REST),)):
        raise DamagedData("the weights of spans are of another version than the program; reinstall")
    return SpanWeights(weights, rest)
