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
ARTICLES = Recipe(epochs=4, rate=1e-4, batch=1024, masked=0.08)
REPLAYED = 0.12
"""Batches of either set of sentences for each batch of articles in the second stage."""


@dataclass(frozen=True, slots=True)
class Material:
    """What both stages learn from; a set that was left out is empty."""

    articles: list[LabelledArticle]
    more: list[LabelledArticle]  # with labels of our own
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
    first: Path, material: Material, labelled: Sequence[LabelledArticle], say: Say, seed: int = 1
) -> Network:
    """The second stage on the given articles, from the weights that the first has left in `first`."""
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    network = Network(WIDTH)
    network.take(torch.load(first, weights_only=True))
    read = [(article, read_tokens(article, tokenizer)) for article in labelled]
    recipe = replace(ARTICLES, seed=seed)

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
