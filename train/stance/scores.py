"""Probabilities and labels to figures: macro-F1, calibration, and the curve of coverage and accuracy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from claims.sources.query import key_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from train.stance.pairs import Pair

    Floats = NDArray[np.floating]

CLASSES = 3
UNSURE = 2
"""The place of NOT_ENOUGH_INFO; the other two are answers."""

WANTED = 0.92
"""Share of right answers that the threshold is set for: a little above the 0.90 that is promised."""

FEWEST = 40
"""Answers that a threshold must leave, lest a lucky handful set it."""

NO_THRESHOLD = 0.99

SHOWN = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975)


def macro_f1(gold: Sequence[int], said: Sequence[int], classes: int = CLASSES) -> float:
    """The mean of the F1 of each class."""
    g, s = np.array(gold), np.array(said)
    found = []
    for c in range(classes):
        hits = int(((g == c) & (s == c)).sum())
        found.append(2 * hits / max(1, int((g == c).sum() + (s == c).sum())))
    return round(float(np.mean(found)), 4)


def probabilities(logits: Floats, temperature: float = 1.0) -> Floats:
    """Rows of logits to rows that add up to one."""
    raised = np.exp((logits - logits.max(1, keepdims=True)) / temperature)
    shares: Floats = raised / raised.sum(1, keepdims=True)
    return shares


def temperature(logits: Floats, gold: Sequence[int]) -> float:
    """The temperature with the least log-loss (Guo et al. 2017, arXiv 1706.04599)."""
    tried = np.arange(0.4, 4.0, 0.02)
    rows = np.arange(len(gold))
    losses = [-np.log(probabilities(logits, t)[rows, list(gold)] + 1e-9).mean() for t in tried]
    return round(float(tried[int(np.argmin(losses))]), 2)


def calibration_error(shares: Floats, gold: Sequence[int], bins: int = 10) -> float:
    """Expected calibration error of the chosen label over bins of equal width."""
    sure, right = shares.max(1), shares.argmax(1) == np.array(gold)
    places = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = [
        (places == b).mean() * abs(sure[places == b].mean() - right[places == b].mean())
        for b in range(bins)
        if (places == b).any()
    ]
    return round(float(sum(gaps)), 4)


def majority(gold: Sequence[int], classes: int = CLASSES) -> float:
    """Macro-F1 of always saying the commonest label."""
    commonest = int(np.bincount(gold, minlength=classes).argmax())
    return macro_f1(gold, [commonest] * len(gold), classes)


def overlap(pair: Pair) -> float:
    """Share of the claim's key terms that stand in the passage."""
    terms = set(key_terms(pair.claim))
    return len(terms & set(key_terms(pair.passage))) / max(1, len(terms))


def lexical(pairs: Sequence[Pair], gold: Sequence[int], classes: int = CLASSES) -> float:
    """Macro-F1 of the best two cuts of word overlap, chosen on these very pairs: an upper bound."""
    found = np.array([overlap(p) for p in pairs])
    cuts = np.quantile(found, np.arange(0, 1.01, 0.1))
    best = 0.0
    for low in cuts:
        for high in cuts[cuts >= low]:
            said = np.where(found >= high, 0, np.where(found >= low, 1, 2))
            if classes == CLASSES:
                best = max(best, macro_f1(gold, said.tolist()))
            else:
                best = max(best, macro_f1(gold, np.where(found >= high, 0, 1).tolist(), classes))
    return best


def answers(shares: Floats, gold: Sequence[int], threshold: float) -> tuple[int, int]:
    """How many pairs are answered with SUPPORTS or REFUTES at the threshold, and how many rightly."""
    said = shares.argmax(1)
    sure = (said != UNSURE) & (shares.max(1) >= threshold)
    return int(sure.sum()), int((sure & (said == np.array(gold))).sum())


def curve(shares: Floats, gold: Sequence[int], default: float) -> list[dict[str, float]]:
    """Coverage and accuracy of the answers, threshold by threshold.

    `kept` is the share of the pairs that do have a stance which is found at the threshold.
    """
    rows = []
    stances = max(1, sum(g != UNSURE for g in gold))
    for threshold in sorted({*SHOWN, default}):
        given, right = answers(shares, gold, threshold)
        rows.append(
            {
                "threshold": threshold,
                "coverage": round(given / max(1, len(gold)), 4),
                "accuracy": round(right / max(1, given), 4),
                "kept": round(right / stances, 4),
            }
        )
    return rows


def threshold(shares: Floats, gold: Sequence[int], *, wanted: float = WANTED) -> float:
    """The lowest threshold from which on the answers are right often enough."""
    chosen = NO_THRESHOLD
    for tried in _downwards():
        given, right = answers(shares, gold, tried)
        if given >= FEWEST and right < wanted * given:
            break
        if given >= FEWEST:
            chosen = tried
    return chosen


def _downwards() -> Iterable[float]:
    return [round(float(t), 3) for t in np.arange(NO_THRESHOLD, 0.4, -0.005)]
