"""The encoder's view of a claim and the rules' findings about it, weighed together by one layer.

Logistic regressions (of the kind, of a date from elsewhere, of a claimant), fitted on claims that the
encoder had not seen (train/stack.py).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING, Any

from claims.extract.claim_features import FEATURES
from claims.extract.dates.option_weights import OptionWeights, read_option_weights
from claims.extract.kind_weights import KindWeights, read_kind_weights
from claims.extract.reading import KINDS
from claims.model.claim import ClaimKind
from claims.model.errors import DamagedData

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class ClaimWeights:
    """For each of OUTPUTS a bias and one weight for each of FEATURES; kinds and dates are weighed apart."""

    bias: tuple[float, ...]
    weights: tuple[tuple[float, ...], ...]
    dates: OptionWeights | None = None
    kinds: KindWeights | None = None

    def kind(self, features: tuple[float, ...]) -> ClaimKind:
        """The likeliest kind.

        >>> zero = (0.0,) * len(FEATURES)
        >>> ClaimWeights((0.0, 1.0, 0, 0, 0, 0, 0, 0, 0), (zero,) * 9).kind(zero).value
        'event'
        """
        sums = [self._sum(i, features) for i in range(len(KINDS))]
        return ClaimKind(KINDS[sums.index(max(sums))])

    def carried(self, features: tuple[float, ...]) -> float:
        """The probability that it depends on a date that stands elsewhere in the article."""
        return _logistic(self._sum(len(KINDS), features))

    def credited(self, features: tuple[float, ...]) -> float:
        """The probability that somebody else than the article says it."""
        return _logistic(self._sum(len(KINDS) + 1, features))

    def _sum(self, output: int, features: tuple[float, ...]) -> float:
        total: float = sum(map(mul, self.weights[output], features))
        return self.bias[output] + total


OUTPUTS = (*KINDS, "carried", "credited")


def read_weights(given: Mapping[str, Any]) -> ClaimWeights:
    """Weights as they are stored beside the encoder. Raises DamagedData when they do not fit."""
    rows = tuple(tuple(float(w) for w in row) for row in given["weights"])
    bias = tuple(float(b) for b in given["bias"])
    fits = len(bias) == len(rows) == len(OUTPUTS)
    if not fits or tuple(given["features"]) != FEATURES or len(rows[0]) != len(FEATURES):
        raise DamagedData(
            "the weights of claims are of another version than the program; reinstall"
        )
    return ClaimWeights(
        bias, rows, read_option_weights(given.get("dates")), read_kind_weights(given.get("kinds"))
    )


def _logistic(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x))
