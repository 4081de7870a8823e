"""The encoder's view of a claim and the rules' findings about it, weighed together in one layer each.

A logistic regression of whether somebody is credited, beside the layers of kinds and of dates; fitted on
claims that the encoder had not seen (train/stack.py).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import mul
from typing import TYPE_CHECKING, Any

from claims.extract.claim_features import FEATURES
from claims.extract.dates.option_weights import OptionWeights, read_option_weights
from claims.extract.kind_weights import KindWeights, read_kind_weights
from claims.extract.speakers.credit_signs import CREDIT
from claims.model.errors import DamagedData

if TYPE_CHECKING:
    from collections.abc import Mapping


CREDITED = (*FEATURES, *CREDIT)
"""The columns by which it is told whether somebody is credited."""

_FIELDS = {"features", "bias", "weights", "dates", "kinds"}


@dataclass(frozen=True, slots=True)
class ClaimWeights:
    """A bias and one weight for each of CREDITED say who is credited; dates and kinds have their own."""

    bias: float
    weights: tuple[float, ...]
    dates: OptionWeights
    kinds: KindWeights

    def credited(self, features: tuple[float, ...]) -> float:
        """The probability that somebody else than the article says it."""
        return _logistic(self.bias + sum(map(mul, self.weights, features)))


def read_weights(given: Mapping[str, Any]) -> ClaimWeights:
    """Weights as they are stored beside the encoder. Raises DamagedData when they do not fit."""
    whole = given.keys() >= _FIELDS and len(given["weights"]) == len(CREDITED)
    if not whole or tuple(given["features"]) != CREDITED:
        raise DamagedData(
            "the weights of claims are of another version than the program; reinstall"
        )
    return ClaimWeights(
        float(given["bias"]),
        tuple(float(w) for w in given["weights"]),
        read_option_weights(given["dates"]),
        read_kind_weights(given["kinds"]),
    )


def _logistic(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x))
