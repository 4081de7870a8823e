"""The three stages: sentences, then written texts, then articles, with the sentences played again."""

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
WRITTEN = Recipe(epochs=2, rate=1e-4, batch=1024, masked=0.08, seed=2)
ARTICLES = replace(WRITTEN, epochs=3, seed=3)
MARKED = replace(ARTICLES, epochs=2, rate=5e-5, seed=4)
REPLAYED = 0.12
"""Batches of either set of sentences for each batch of whole texts."""


@dataclass(frozen=True, slots=True)
class Material:
    """What the stages learn from; a set that was left out is empty."""

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


def train_written(first: Path, material: Material, say: Say) -> Network:
    """The second stage, from the weights that the first has left in `first`.

    Speeches are not played again in it, so that one of them can be left out of all that follows.
    """
    network = _network(first)
    _learn(network, material.written, [material.worthy], WRITTEN, say)
    return network


def train_articles(
    first: Path,
    material: Material,
    marked: Sequence[LabelledArticle],
    ours: Sequence[LabelledArticle],
    say: Say,
) -> Network:
    """The third stage, from the weights that the second has left in `first`.

    All articles, then those alone whose labels the figures are measured on: labellers differ in habits.
    """
    network = _network(first)
    replayed = [material.worthy, material.factual]
    _learn(network, [*marked, *ours], replayed, ARTICLES, say)
    _learn(network, marked, replayed, MARKED, say)
    return network


def _network(path: Path) -> Network:
    network = Network(WIDTH)
    network.take(torch.load(path, weights_only=True))
    return network


def _learn(
    network: Network,
    labelled: Sequence[LabelledArticle],
    replayed: Sequence[Sequence[Example]],
    recipe: Recipe,
    say: Say,
) -> None:
    """Train the network on whole texts, with sentences of each of the sets in `replayed` played again."""
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    read = [(article, read_tokens(article, tokenizer)) for article in labelled]

    def steps(rng: random.Random) -> list[list[Example]]:
        windows = [e for article, tokens in read for e in article_examples(article, tokens, rng)]
        found = list(batches(windows, recipe.batch, rng))
        again = round(len(found) * REPLAYED)
        for sentences in replayed:
            every = list(batches(sentences, recipe.batch, rng))
            found += rng.sample(every, min(len(every), again))
        rng.shuffle(found)
        return found

    fit(network, steps, recipe, say)
