"""Sentence labels: the figures of a trained encoder, and PoliClaim with one speech left out at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from claims.encoder.onnx_encoder import load_tokenizer
from claims.extract.reading import WIDTH, sentence_logits
from train import sets
from train.examples import Example, sentence_example
from train.export import TorchEncoder
from train.fit import Recipe, batches, fit
from train.network import Network, base_folder

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from claims.extract.reading import Encoder

SPEECH = Recipe(epochs=4, rate=7e-5, batch=768, masked=0.05)


def sentence_figures(
    encoder: Encoder, found: Sequence[sets.LabelledSentence], *, factual: bool = False
) -> dict[str, float]:
    """F1 at even odds and average precision of one of the two sentence heads."""
    scored = [(sentence_logits(encoder, s.text)[1 if factual else 0], s.label) for s in found]
    return ranked_figures(scored)


def ranked_figures(scored: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """F1 of the scores above 0 and average precision of the ranking.

    >>> ranked_figures([(2.0, True), (1.0, False), (-1.0, False)])
    {'f1': 0.6667, 'average_precision': 1.0}
    """
    positive = sum(label for _, label in scored)
    said = [label for score, label in scored if score > 0]
    hits, total = 0, 0.0
    for rank, (_, label) in enumerate(sorted(scored, key=lambda s: -s[0]), start=1):
        hits += label
        total += label * hits / rank
    return {
        "f1": round(2 * sum(said) / (len(said) + positive), 4),
        "average_precision": round(total / positive, 4),
    }


def leave_one_speech_out(data: Path, first: Path, say: Callable[[str], None]) -> dict[str, float]:
    """Each speech judged by a network that has read the other speeches only, pooled."""
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    every = sets.factual(data)
    scored: list[tuple[float, bool]] = []
    for speech in dict.fromkeys(s.group for s in every):
        made = [sentence_example(s, tokenizer, "factual") for s in every if s.group != speech]
        network = Network(WIDTH)
        network.take(torch.load(first, weights_only=True))

        def steps(rng: random.Random, made: list[Example] = made) -> list[list[Example]]:
            found = list(batches(made, SPEECH.batch, rng))
            rng.shuffle(found)
            return found

        fit(network, steps, SPEECH, say)
        encoder = TorchEncoder(network)
        scored += [
            (sentence_logits(encoder, s.text)[1], s.label) for s in every if s.group == speech
        ]
        say(f"  up to {speech}: {ranked_figures(scored)}")
    return ranked_figures(scored)
