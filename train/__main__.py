"""One command rebuilds the weights: `python -m train DATA`, with `--folds` for cross-validated scores.

Two stages, seeds fixed: debate sentences (is it worth checking?), then articles (where do claims
begin and end, of which kind, …) with the sentences played again so that nothing is forgotten.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from claims.encoder.onnx_encoder import WEIGHTS, OnnxEncoder, load_tokenizer
from claims.extract.reading import WIDTH
from train import sets
from train.card import write_card
from train.crossval import figures, read_articles
from train.examples import Example, article_examples, read_tokens, sentence_example
from train.export import TorchEncoder, export
from train.fit import Recipe, batches, fit
from train.network import Network, base_folder, save
from train.sentences import leave_one_speech_out, sentence_figures

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

SENTENCES = Recipe(epochs=2, rate=7e-5, batch=1024)
ARTICLES = Recipe(epochs=9, rate=1e-4, batch=1536, masked=0.08)
REPLAYED = 0.25
"""Batches of sentences for each batch of articles in the second stage, half of either set."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, export, score, and write the model card."""
    options = _options(arguments)
    torch.set_num_threads(options.threads)
    data, work = options.data, options.work
    first = work / "sentences.pt"
    if not first.exists() or options.fresh:
        _say("stage 1: debate sentences")
        save(_train_sentences(data), first)
    scores: dict[str, object] = {}
    labelled = [*sets.articles(data, "train"), *sets.articles(data, "dev")]
    if options.folds:
        scores["articles, five folds"] = _cross_validate(data, first, labelled, options.folds)
    if options.speeches:
        scores["PoliClaim, leave one speech out"] = leave_one_speech_out(data, first, _say)
    _say("stage 2: articles, all of them")
    network = _train_articles(data, first, labelled)
    save(network, work / "articles.pt")
    export(network, options.out)
    shutil.copyfile(base_folder() / "tokenizer.json", options.out / "tokenizer.json")
    write_card(options.out, data=data, scores=scores)
    scores["ClaimBuster dev"] = sentence_figures(
        OnnxEncoder(options.out), sets.check_worthy(data, "dev")
    )
    write_card(options.out, data=data, scores=scores)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    parser.add_argument("data", type=Path, help="the data folder")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument("--work", type=Path, default=Path("train/work"), help="what stages hand on")
    parser.add_argument("--folds", type=int, nargs="*", default=[0, 1, 2, 3, 4], help="which of 5")
    parser.add_argument("--no-speeches", dest="speeches", action="store_false")
    parser.add_argument("--fresh", action="store_true", help="train stage 1 even if it is there")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args(arguments)


def _train_sentences(data: Path) -> Network:
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    made = [sentence_example(s, tokenizer, "worthy") for s in sets.check_worthy(data, "train")]
    network = Network(WIDTH)
    network.load_base()

    def steps(rng: random.Random) -> list[list[Example]]:
        found = list(batches(made, SENTENCES.batch, rng))
        rng.shuffle(found)
        return found

    fit(network, steps, SENTENCES, _say)
    return network


def _train_articles(
    data: Path, first: Path, labelled: Sequence[sets.LabelledArticle], seed: int = 1
) -> Network:
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    network = Network(WIDTH)
    network.take(torch.load(first, weights_only=True))
    read = [(article, read_tokens(article, tokenizer)) for article in labelled]
    encode = partial(sentence_example, tokenizer=tokenizer)
    worthy = [encode(s, head="worthy") for s in sets.check_worthy(data, "train")]
    factual = [encode(s, head="factual") for s in sets.factual(data)]
    recipe = Recipe(**{**_as_dict(ARTICLES), "seed": seed})

    def steps(rng: random.Random) -> list[list[Example]]:
        windows = [e for article, tokens in read for e in article_examples(article, tokens, rng)]
        found = list(batches(windows, recipe.batch, rng))
        again = round(len(found) * REPLAYED)
        for replayed in (worthy, factual):
            every = list(batches(replayed, recipe.batch, rng))
            found += rng.sample(every, min(len(every), again))
        rng.shuffle(found)
        return found

    fit(network, steps, recipe, _say)
    return network


def _cross_validate(
    data: Path, first: Path, labelled: Sequence[sets.LabelledArticle], chosen: Sequence[int]
) -> dict[str, object]:
    dealt = sets.folds(labelled)
    pairs = []
    for fold in chosen:
        _say(f"stage 2: articles, without fold {fold}")
        others = [a for i, held in enumerate(dealt) if i != fold for a in held]
        network = Network(WIDTH)
        kept = first.with_name(f"fold-{fold}.pt")
        if kept.exists():
            network.take(torch.load(kept, weights_only=True))
        else:
            network = _train_articles(data, first, others)
            save(network, kept)
        read = read_articles(TorchEncoder(network), dealt[fold])
        _say(f"  fold {fold}: {figures(read)}")
        pairs += read
    pooled = figures(pairs)
    _say(f"pooled: {pooled}")
    return dict(pooled)


def _as_dict(recipe: Recipe) -> dict[str, float]:
    return {name: getattr(recipe, name) for name in recipe.__slots__}


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
