"""What the networks say of pairs they have not seen, to the figures that the card names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from train.stance import scores
from train.stance.pairs import Pair, citation_dev

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]
    Reader = Callable[[Sequence[Pair]], Floats]

TWO_WAY = "climate_fever"


@dataclass(frozen=True, slots=True)
class Results:
    """Figures by what they were measured on, and how the probabilities are to be read."""

    scores: dict[str, dict[str, float]]
    temperature: float
    threshold: float
    curve: list[dict[str, float]]


def results(data: Path, crossed: Sequence[Pair], logits: Floats, first: Reader) -> Results:
    """Figures of the folds and, by the network that ships, of Citation-Integrity dev."""
    gold = [p.target.index(1.0) for p in crossed]
    warmth = scores.temperature(logits, gold) if gold else 1.0
    shares = scores.probabilities(logits, warmth)
    threshold = scores.threshold(shares, gold)
    found: dict[str, dict[str, float]] = {}
    for source in dict.fromkeys(p.source for p in crossed):
        places = [i for i, p in enumerate(crossed) if p.source == source]
        pairs = [crossed[i] for i in places]
        found[f"{source}, held out by claim"] = {
            "three labels": scores.macro_f1([gold[i] for i in places], _said(logits[places])),
            **_beside(source, pairs, logits[places]),
            **_answers(shares[places], [gold[i] for i in places], threshold),
        }
    found["citation_integrity dev"] = {
        **on_citations(data, first),
        **_sure(data, first, warmth, threshold),
    }
    if gold:
        found["calibration"] = {
            "temperature": warmth,
            "expected calibration error": scores.calibration_error(shares, gold),
            "before": scores.calibration_error(scores.probabilities(logits), gold),
        }
    return Results(found, warmth, threshold, scores.curve(shares, gold, threshold))


def figure(source: str, pairs: Sequence[Pair], logits: Floats) -> float:
    """The figure a set is held to: macro-F1 of its labels, two of them for Climate-FEVER."""
    return _beside(source, pairs, logits)["macro-F1"]


def on_citations(data: Path, read: Reader) -> dict[str, float]:
    """Macro-F1 on Citation-Integrity dev, shown the marked sentence alone or the whole passages."""
    found = {}
    for name, whole in (("marked sentence", False), ("whole passages", True)):
        pairs = citation_dev(data, whole=whole)
        gold = [p.target.index(1.0) for p in pairs]
        found[f"macro-F1, {name}"] = scores.macro_f1(gold, _said(read(pairs)))
        found[f"majority, {name}"] = scores.majority(gold)
        found[f"word overlap, {name}"] = scores.lexical(pairs, gold)
    return found


def _sure(data: Path, read: Reader, warmth: float, threshold: float) -> dict[str, float]:
    pairs = citation_dev(data, whole=False)
    shares = scores.probabilities(read(pairs), warmth)
    return _answers(shares, [p.target.index(1.0) for p in pairs], threshold)


def _beside(source: str, pairs: Sequence[Pair], logits: Floats) -> dict[str, float]:
    """The figure with its baselines."""
    places = [i for i, p in enumerate(pairs) if source != TWO_WAY or p.target[2] == 0.0]
    classes = 2 if source == TWO_WAY else scores.CLASSES
    kept = [pairs[i] for i in places]
    gold = [p.target.index(1.0) for p in kept]
    return {
        "macro-F1": scores.macro_f1(gold, _said(logits[places, :classes]), classes),
        "majority": scores.majority(gold, classes),
        "word overlap": scores.lexical(kept, gold, classes),
    }


def _said(logits: Floats) -> list[int]:
    return [int(c) for c in logits.argmax(1)]


def _answers(shares: Floats, gold: Sequence[int], threshold: float) -> dict[str, float]:
    """How many answers are given at the threshold, and how many of them are right."""
    given, right = scores.answers(shares, gold, threshold)
    return {
        "answered": round(given / max(1, len(gold)), 4),
        "right of the answers": round(right / max(1, given), 4),
    }
