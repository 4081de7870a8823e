"""The two stages: sentences alone, then articles with the sentences played again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch

from claims.encoder.onnx_encoder import load_tokenizer
from claims.extract.reading import WIDTH
from train import sets
from train.examples import Example, article_examples, read_tokens, sentence_example
from train.fit import Recipe, batches, fit
from train.network import Network, base_folder

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from train.sets import LabelledArticle

    Say = Callable[[str], None]

SENTENCES = Recipe(epochs=2, rate=7e-5, batch=1024)
ARTICLES = Recipe(epochs=7, rate=1e-4, batch=1024, masked=0.08)
TOGETHER = replace(ARTICLES, epochs=3, seed=2)
OURS = 0.7
"""Share of the network that has learned from our labels too in the mean of the two that is kept.

The mean of weights that two trainings reached from one beginning does better than either (Wortsman et al.
2022, "Model soups", arXiv 2203.05482); the figures are in docs/decisions/0004.
"""
REPLAYED = 0.12
"""Batches of either set of sentences for each batch of articles in the second stage."""


@dataclass(frozen=True, slots=True)
class Material:
    """What both stages learn from; a set that was left out is empty."""

    articles: list[LabelledArticle]
    more: list[LabelledArticle]  # with labels of our own
    written: list[LabelledArticle]  # by us, and in no fold: learned from and never scored
    worthy: list[Example]
    factual: list[Example]


def load_material(data: Path, left_out: Collection[str] = ()) -> Material:
    """Read the data folder but for the sets named in `left_out`."""
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    worthy = [] if "checkworthiness" in left_out else sets.check_worthy(data, "train")
    factual = [] if "policlaim" in left_out else sets.factual(data)
    return Material(
        [*sets.articles(data, "train"), *sets.articles(data, "dev")],
        sets.more_articles(data),
        sets.written_articles(),
        [sentence_example(s, tokenizer, "worthy") for s in worthy],
        [sentence_example(s, tokenizer, "factual") for s in factual],
    )


def train_sentences(material: Material, say: Say) -> Network:
    """The first stage, from the base weights; they are returned as they are without sentences."""
    network = Network(WIDTH)
    network.load_base()

    def steps(rng: random.Random) -> list[list[Example]]:
        found = list(batches(material.worthy, SENTENCES.batch, rng))
        rng.shuffle(found)
        return found

    if material.worthy:
        fit(network, steps, SENTENCES, say)
    return network


def train_articles(
    first: Path,
    material: Material,
    labelled: Sequence[LabelledArticle],
    more: Sequence[LabelledArticle],
    say: Say,
) -> Network:
    """The second stage, from the weights that the first has left in `first`.

    Two networks, of which one has learned from the `labelled` articles alone and one from `more` besides;
    the mean of their weights is returned. One alone where there are no `more`.
    """
    alone = _trained(first, material, labelled, ARTICLES, say)
    if more:
        both = _trained(first, material, [*labelled, *more], TOGETHER, say)
        _lean(alone, both, OURS)
    return alone


def _trained(
    first: Path,
    material: Material,
    labelled: Sequence[LabelledArticle],
    recipe: Recipe,
    say: Say,
) -> Network:
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    network = Network(WIDTH)
    network.take(torch.load(first, weights_only=True))
    read = [(article, read_tokens(article, tokenizer)) for article in labelled]

    def steps(rng: random.Random) -> list[list[Example]]:
        windows = [e for article, tokens in read for e in article_examples(article, tokens, rng)]
        found = list(batches(windows, recipe.batch, rng))
        again = round(len(found) * REPLAYED)
        for replayed in (material.worthy, material.factual):
            every = list(batches(replayed, recipe.batch, rng))
            found += rng.sample(every, min(len(every), again))
        rng.shuffle(found)
        return found

    fit(network, steps, recipe, say)
    return network


def _lean(network: Network, other: Network, share: float) -> None:
    """Move each weight of the network by this share towards the other's."""
    wanted = other.state_dict()
    with torch.no_grad():
        for name, weight in network.state_dict().items():
            if weight.is_floating_point():
                weight.lerp_(wanted[name], share)
