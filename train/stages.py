"""The three stages: sentences, then written texts, then articles, with the sentences played again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch

from claims.encoder.onnx_encoder import load_tokenizer
from claims.extract.reading import WIDTH
from train import sets
from train.examples import Example, article_examples, claims_of, read_tokens, sentence_example
from train.fit import Recipe, batches, fit
from train.network import Network, base_folder
from train.soft import Soft, digest, load_soft
from train.unlabelled import unlabelled

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from torch import nn

    from train.sets import LabelledArticle

    Say = Callable[[str], None]

SENTENCES = Recipe(epochs=2, rate=1e-4, batch=1024)
WRITTEN = Recipe(epochs=5, rate=2e-4, batch=1024, masked=0.08, seed=2)
ARTICLES = replace(WRITTEN, epochs=3, rate=1e-4, seed=3)
MARKED = replace(ARTICLES, epochs=2, rate=5e-5, seed=4)
REPLAYED = 0.16
"""Batches of either set of sentences for each batch of whole texts."""


@dataclass(frozen=True, slots=True)
class Material:
    """What the stages learn from; a set that was left out is empty."""

    articles: list[LabelledArticle]
    more: list[LabelledArticle]  # with labels of our own
    written: list[LabelledArticle]  # by us, and in no fold: learned from and never scored
    unlabelled: list[LabelledArticle]  # read with the larger networks' labels alone
    worthy: list[Example]
    factual: list[Example]
    soft: Soft


def load_material(data: Path, left_out: Collection[str] = (), soft: Soft | None = None) -> Material:
    """Read the data folder but for the sets named in `left_out`."""
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    worthy = [] if "checkworthiness" in left_out else sets.check_worthy(data, "train")
    factual = [] if "policlaim" in left_out else sets.factual(data)
    soft = soft or load_soft()
    shares = soft.worthy([s.text for s in worthy], [s.label for s in worthy])
    return Material(
        [*sets.articles(data, "train"), *sets.articles(data, "dev")],
        sets.more_articles(data),
        sets.written_articles(),
        [] if "unlabelled" in left_out else unlabelled(data),
        [
            sentence_example(s, tokenizer, "worthy", share)
            for s, share in zip(worthy, shares, strict=True)
        ],
        [sentence_example(s, tokenizer, "factual") for s in factual],
        soft,
    )


def train_sentences(material: Material, say: Say) -> Network:
    """The first stage, from the base weights; they are returned as they are without sentences."""
    network = Network(WIDTH)
    network.load_base()
    if material.worthy:
        learn_sentences(network, material, SENTENCES, say)
    return network


def learn_sentences(network: nn.Module, material: Material, recipe: Recipe, say: Say) -> None:
    """Train the network on debate sentences."""

    def steps(rng: random.Random) -> list[list[Example]]:
        found = list(batches(material.worthy, recipe.batch, rng))
        rng.shuffle(found)
        return found

    fit(network, steps, recipe, say)


def train_written(first: Path, material: Material, say: Say) -> Network:
    """The second stage, from the weights that the first has left in `first`."""
    network = _network(first)
    learn_written(network, material, WRITTEN, say)
    return network


def learn_written(network: nn.Module, material: Material, recipe: Recipe, say: Say) -> None:
    """Train the network on the written texts and on those without labels of which larger networks tell.

    Speeches are not played again in it, so that one of them can be left out of all that follows.
    """
    texts = [
        article
        for article in (*material.written, *material.unlabelled)
        if article.gold or digest(article.text) in material.soft.texts
    ]
    _learn(network, texts, [material.worthy], recipe, say, soft=material.soft)


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


def _learn(  # noqa: PLR0913 - what is learned, how, and who is told
    network: nn.Module,
    labelled: Sequence[LabelledArticle],
    replayed: Sequence[Sequence[Example]],
    recipe: Recipe,
    say: Say,
    *,
    soft: Soft | None = None,
) -> None:
    """Train the network on whole texts, with sentences of each of the sets in `replayed` played again."""
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    read = []
    for article in labelled:
        said = soft.texts.get(digest(article.text)) if soft else None
        read.append((claims_of(article, said), read_tokens(article, tokenizer, said)))

    def steps(rng: random.Random) -> list[list[Example]]:
        windows = [e for claims, tokens in read for e in article_examples(claims, tokens, rng)]
        found = list(batches(windows, recipe.batch, rng))
        again = round(len(found) * REPLAYED)
        for sentences in replayed:
            every = list(batches(sentences, recipe.batch, rng))
            found += rng.sample(every, min(len(every), again))
        rng.shuffle(found)
        return found

    fit(network, steps, recipe, say)
