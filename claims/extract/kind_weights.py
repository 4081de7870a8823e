"""What the encoder, the rules and a claim's own words tell of its kind, weighed by one layer.

A logistic regression over numbers, the steps that they pass (a chance of 0.9 means more than ninefold 0.1)
and signs that are there or not; fitted on claims that the encoder had not seen (train/kinds.py).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.extract.claim_features import FEATURES
from claims.extract.kind_signs import SIGNS, kind_signs
from claims.extract.reading import KINDS
from claims.model.claim import ClaimKind
from claims.model.errors import DamagedData

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from claims.extract.segment import Found

AROUND = ("around: somebody is credited", "around: statement", "around: first person")
"""What is known of the claims beside one; see `segment.beside`."""

_CHANCES = tuple(map(math.log, (0.01, 0.03, 0.08, 0.2, 0.4, 0.6, 0.8, 0.93)))
_ODDS = (-4.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 4.0)
_COUNTS = (0.0, 1.0, 2.0)

STEPS: dict[str, tuple[float, ...]] = {
    **{f"encoder: {kind}": _CHANCES for kind in KINDS},
    "encoder: somebody is credited": _ODDS,
    "encoder: must be checked": _ODDS,
    "encoder: depends on no date": _CHANCES,
    "encoder: depends on a date of its own": _CHANCES,
    "encoder: depends on a date from elsewhere": _CHANCES,
    "numbers": _COUNTS,
    "numbers that are its point": _COUNTS,
    "length in 100 characters": (0.2, 0.35, 0.5, 0.75, 1.0, 1.4, 2.0),
    "around: somebody is credited": _ODDS,
    "around: statement": tuple(map(math.log, (0.02, 0.05, 0.1, 0.2, 0.4))),
    "around: first person": (0.01, 0.2, 0.4),
}
"""Past which values a number counts once more, each by itself."""

NUMBERS = (*FEATURES, *AROUND)
"""The numbers of a claim that count as they are."""

_MARKS = (
    *(f"likeliest for the encoder: {kind}" for kind in KINDS),
    *(f"{name} over {value:.2f}" for name, values in STEPS.items() for value in values),
    *SIGNS,
)

COLUMNS = (*NUMBERS, *_MARKS)
"""What each weight is for: numbers, then marks that are there or not."""

_FIRST_SIGN = len(_MARKS) - len(SIGNS)


def _ladders() -> tuple[tuple[int, tuple[float, ...], int], ...]:
    """(place among NUMBERS, values, place of the first of them among _MARKS) of each of STEPS."""
    made, at = [], len(KINDS)
    for name, values in STEPS.items():
        made.append((NUMBERS.index(name), values, at))
        at += len(values)
    return tuple(made)


_LADDERS = _ladders()


@dataclass(frozen=True, slots=True)
class KindView:
    """A claim as the layer of kinds sees it: one number for each of NUMBERS, and the marks it has."""

    numbers: tuple[float, ...]
    marks: tuple[int, ...]  # places in COLUMNS after NUMBERS


def kind_view(features: tuple[float, ...], found: Found, clause: str) -> KindView:
    """What `claim_features` and a claim's own words and neighbours tell of its kind."""
    numbers = (*features, *found.around)
    likeliest = max(range(len(KINDS)), key=numbers.__getitem__)
    marks = [likeliest]
    for place, values, first in _LADDERS:
        marks += range(first, first + bisect_left(values, numbers[place]))
    marks += [_FIRST_SIGN + sign for sign in kind_signs(clause)]
    return KindView(numbers, tuple(marks))


@dataclass(frozen=True, slots=True, eq=False)
class KindWeights:
    """For each kind a bias, one weight for each of NUMBERS and one for each mark."""

    bias: NDArray[np.float64]  # (kinds,)
    numbers: NDArray[np.float64]  # (NUMBERS, kinds)
    marks: NDArray[np.float64]  # (marks, kinds)

    def kind(self, view: KindView) -> ClaimKind:
        """The likeliest kind."""
        sums = self.bias + np.array(view.numbers) @ self.numbers
        sums += np.add.reduce(self.marks[list(view.marks)])
        return ClaimKind(KINDS[int(sums.argmax())])


def read_kind_weights(given: Mapping[str, Any]) -> KindWeights:
    """Weights as they are stored beside the encoder. Raises DamagedData when they do not fit."""
    bias, weights = np.array(given["bias"], float), np.array(given["weights"], float)
    shapes = (bias.shape, weights.shape)
    fits = shapes == ((len(KINDS),), (len(COLUMNS), len(KINDS)))
    if not fits or tuple(given["columns"]) != COLUMNS:
        raise DamagedData("the weights of kinds are of another version than the program; reinstall")
    return KindWeights(bias, weights[: len(NUMBERS)], weights[len(NUMBERS) :])
