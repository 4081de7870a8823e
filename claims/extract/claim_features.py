"""The encoder's view of a claim and the rules' findings about it, as numbers for the last layers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from claims.extract.reading import KINDS

if TYPE_CHECKING:
    from claims.extract.kinds import Setting
    from claims.extract.segment import Found
    from claims.model.claim import ClaimKind

FEATURES = (
    *(f"encoder: {kind}" for kind in KINDS),
    "encoder: somebody is credited",
    "encoder: must be checked",
    "encoder: depends on no date",
    "encoder: depends on a date of its own",
    "encoder: depends on a date from elsewhere",
    *(f"rules: {kind}" for kind in KINDS),
    "somebody is credited",
    "a source is credited",
    "quoted",
    "holds the cue",
    "numbers",
    "numbers that are its point",
    "dated",
    "length in 100 characters",
)
"""What each column means, in order."""

_ONE_OF_KINDS = {one: tuple(float(one == kind) for kind in KINDS) for one in KINDS}
_LEAST = 1e-4  # of a probability, before its logarithm is taken
_MOST_NUMBERS = 3


def claim_features(
    found: Found, by_rules: ClaimKind, setting: Setting, clause: str
) -> tuple[float, ...]:
    """One number for each of FEATURES."""
    said = 0.5 if found.said is None else found.said
    return (
        *map(_log, found.kinds),
        _odds(said),
        _odds(found.level),
        *map(_log, found.dated),
        *_ONE_OF_KINDS[by_rules.value],
        float(setting.attributed),
        float(setting.sourced),
        float(setting.quoted),
        float(setting.has_cue),
        float(min(_MOST_NUMBERS, setting.numbers)),
        float(min(_MOST_NUMBERS, setting.strong_numbers)),
        float(setting.dated),
        len(clause) / 100,
    )


def _log(probability: float) -> float:
    return math.log(max(_LEAST, probability))


def _odds(probability: float) -> float:
    return _log(probability) - _log(1.0 - probability)
