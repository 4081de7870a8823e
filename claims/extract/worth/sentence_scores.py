"""Scores of sentences (0 to 1) against labels to the figures of `citetrail eval` on a sentence table.

F1 and average precision say whether the order is right; Brier score, expected calibration error and the
reliability table whether 0.8 means eight in ten. Average precision is that of the step-wise
precision-recall curve: sentences with equal scores are taken together, so their order does not matter.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Judged = Sequence[tuple[float, bool]]

BINS = 10
THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class Bin:
    """The sentences with a score in `[lowest, highest)`; the last bin holds 1 as well."""

    lowest: float
    highest: float
    sentences: int
    mean_score: float | None
    positive_share: float | None


def score_sentences(judged: Judged) -> dict[str, float | int | None]:
    """Pooled figures over (score, label) of each sentence, rounded to four places.

    `best_f1` is reached at `best_threshold`, chosen on these very sentences: an upper bound, not a promise.

    >>> figures = score_sentences([(0.9, True), (0.4, True), (0.2, False)])
    >>> figures["f1"], figures["best_f1"], figures["best_threshold"]
    (0.6667, 1.0, 0.4)
    """
    positives = sum(label for _, label in judged)
    best, threshold = max(
        ((_f1(right, taken, positives), s) for s, right, taken in _cuts(judged)),
        default=(0.0, None),
    )
    return {
        "sentences": len(judged),
        "positives": positives,
        "f1": _rounded(_f1_at(judged, THRESHOLD) if positives else None),
        "best_f1": _rounded(best if positives else None),
        "best_threshold": threshold if positives else None,
        "average_precision": _rounded(_average_precision(judged, positives)),
        "brier": _rounded(_mean([(score - label) ** 2 for score, label in judged])),
        "calibration_error": _rounded(_calibration_error(judged)),
    }


def reliability(judged: Judged) -> tuple[Bin, ...]:
    """Ten bins of equal width: how many sentences, their mean score, and how many are positive.

    >>> [b.sentences for b in reliability([(0.05, False), (1.0, True)])]
    [1, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for score, label in judged:
        held[min(BINS - 1, int(score * BINS))].append((score, label))
    return tuple(
        Bin(
            lowest=i / BINS,
            highest=(i + 1) / BINS,
            sentences=len(inside),
            mean_score=_rounded(_mean([s for s, _ in inside])),
            positive_share=_rounded(_mean([float(y) for _, y in inside])),
        )
        for i, inside in enumerate(held)
    )


def _cuts(judged: Judged) -> Iterator[tuple[float, int, int]]:
    """(threshold, positives at or above it, sentences at or above it), from the highest score down."""
    right = taken = 0
    falling = sorted(judged, key=lambda j: -j[0])
    for score, same in groupby(falling, key=lambda j: j[0]):
        labels = [label for _, label in same]
        right += sum(labels)
        taken += len(labels)
        yield score, right, taken


def _f1(right: int, taken: int, positives: int) -> float:
    return 2 * right / (taken + positives) if taken + positives else 0.0


def _f1_at(judged: Judged, threshold: float) -> float:
    taken = [label for score, label in judged if score >= threshold]
    return _f1(sum(taken), len(taken), sum(label for _, label in judged))


def _average_precision(judged: Judged, positives: int) -> float | None:
    total, before = 0.0, 0
    for _, right, taken in _cuts(judged):
        total += (right - before) * right / taken
        before = right
    return total / positives if positives else None


def _calibration_error(judged: Judged) -> float | None:
    """The gap between mean score and share of positives of each bin, weighted by its sentences."""
    gaps = [0.0] * BINS
    for score, label in judged:
        gaps[min(BINS - 1, int(score * BINS))] += score - label
    return math.fsum(map(abs, gaps)) / len(judged) if judged else None


def _mean(values: Sequence[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
