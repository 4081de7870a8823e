"""How much a claim is worth a desk's time, as a sum of named reasons through a logistic curve.

The weights stand in `worthiness.yml`: beside the encoder's judgement the named features are small
corrections; without it they are all there is.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extract.grammar.listed_words import words_held
from claims.extract.kinds import Setting
from claims.extract.skipping.skips import skip_clause, skip_sentence
from claims.extract.worth.worth_features import SIGNS, Known, Value, counted, other_values
from claims.extract.worth.worth_weights import Feature, Profile, Weights, shipped_weights
from claims.model.claim import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NO_CLAIM = "no_claim"


@dataclass(frozen=True, slots=True)
class Worth:
    """Scores claims and sentences by its weights."""

    weights: Weights

    def profile(self, known: Known) -> Profile:
        """The weights that apply: those beside the encoder's judgement where there is one."""
        return self.weights.rules if known.worthy is None else self.weights.encoder

    def score(self, text: str, known: Known | None = None) -> tuple[float, tuple[Reason, ...]]:
        """Check-worthiness from 0 to 1, with the reasons whose weights, added to the bias, make it.

        >>> value, reasons = shipped_worth().score("Police shot two men", Known(worthy=2.0))
        >>> value > 0.8, reasons[0]
        (True, Reason(name="the encoder's judgement", value=2.0, weight=2.0))
        """
        known = known or Known()
        profile = self.profile(known)
        reasons = _reasons(profile.features, text, other_values(text, known))
        return _logistic(profile.bias + _sum(reasons)), reasons

    def score_sentence(
        self, sentence: str, logits: tuple[float, float] | None = None
    ) -> tuple[float, float, tuple[Reason, ...]]:
        """(check_worthiness, factual, reasons) of one sentence that stands alone, each 0 to 1.

        `factual` is the chance that it holds a verifiable factual claim at all, worth checking or not.
        `logits` are the encoder's log-odds of both.

        >>> worth, factual, _ = shipped_worth().score_sentence("How are you today?", (-3.0, -2.0))
        >>> worth < 0.1, round(factual, 2)
        (True, 0.12)
        """
        known = Known(worthy=logits[0] if logits else None)
        profile = self.profile(known)
        values = other_values(sentence, known)
        why = _no_claim(sentence)
        if why is not None:
            values[_NO_CLAIM] = Value(1.0, 1.0)
        reasons = _reasons(profile.features, sentence, values, detail=why)
        total = profile.bias + _sum(reasons)
        factual = profile.factual_bias + profile.factual * (logits[1] if logits else total)
        return _logistic(total), _logistic(factual), reasons


@lru_cache(maxsize=1)
def shipped_worth() -> Worth:
    """The score by the weights that ship with the product.

    >>> shipped_worth().weights.encoder.features[0].name
    "the encoder's judgement"
    """
    return Worth(shipped_weights())


def _reasons(
    features: Sequence[Feature],
    text: str,
    values: Mapping[str, Value],
    *,
    detail: str | None = None,
) -> tuple[Reason, ...]:
    """What was found of the features, in their order; a feature without weight is no reason."""
    reasons = []
    held = words_held(text)
    for feature in features:
        if not feature.weight:
            continue
        found = values.get(feature.key)
        if found is None and (feature.key in SIGNS or not feature.sought.is_absent(held)):
            found = counted(feature.key, feature.sought, text)
        if found is None:
            continue
        name = f"{feature.name}: {detail}" if feature.key == _NO_CLAIM else feature.name
        reasons.append(Reason(name, found.value, round(feature.weight * found.strength, 3)))
    return tuple(reasons)


def _no_claim(sentence: str) -> str | None:
    """Why a sentence that stands alone makes no claim, or None."""
    quoted = re.search(r"\b(?:I|we|you)\b", sentence) is not None
    none = skip_sentence(sentence, paragraph=False) or skip_clause(sentence, Setting(quoted=quoted))
    return none[1] if none else None


def _sum(reasons: Sequence[Reason]) -> float:
    return math.fsum(r.weight for r in reasons)


def _logistic(total: float) -> float:
    small = math.exp(-abs(total))  # never overflows
    return round((1.0 if total >= 0 else small) / (1.0 + small), 4)
