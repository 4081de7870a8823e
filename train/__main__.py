"""One command rebuilds the weights: `python -m train DATA`. Seeds are fixed; the CPU is enough."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from claims.encoder.onnx_encoder import WEIGHTS, OnnxEncoder
from claims.extract.reading import WIDTH
from train import sets
from train.card import write_card
from train.crossval import figures, read_articles
from train.export import TorchEncoder, export
from train.network import Network, base_folder, mean_of, save
from train.sentences import leave_one_speech_out, sentence_figures
from train.stack import fit_layers, see
from train.stages import (
    Material,
    load_material,
    train_articles,
    train_sentences,
    train_written,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from train.crossval import Read
    from train.sets import LabelledArticle


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, cross-validate, export, score, and write the model card."""
    options = _options(arguments)
    torch.set_num_threads(options.threads)
    material = load_material(options.data, options.left_out)
    first = options.work / "sentences.pt"
    _made(first, "stage 1: sentences", lambda: train_sentences(material, _say))
    then = options.work / "written.pt"
    _made(then, "stage 2: written texts", lambda: train_written(first, material, _say))
    scores: dict[str, object] = {}
    options.out.mkdir(parents=True, exist_ok=True)
    pooled, layers, folds = _cross_validate(then, material, options.folds)
    scores |= pooled
    (options.out / "layers.json").write_text(json.dumps(layers, indent=1) + "\n", encoding="utf-8")
    if options.speeches and material.factual:
        scores["PoliClaim, one speech left out"] = _speeches(options.data, then)
    network = _made(
        options.work / "articles.pt",
        "stage 3: all articles",
        lambda: train_articles(then, material, material.articles, material.more, _say),
    )
    export(mean_of([*folds, network]), options.out)
    shutil.copyfile(base_folder() / "tokenizer.json", options.out / "tokenizer.json")
    write_card(options.out, data=options.data, scores=scores)
    if material.worthy:
        held = sets.check_worthy(options.data, "dev")
        scores["ClaimBuster dev"] = sentence_figures(OnnxEncoder(options.out), held)
        write_card(options.out, data=options.data, scores=scores)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    parser.add_argument("data", type=Path, help="the data folder")
    parser.add_argument("--out", type=Path, default=WEIGHTS, help="where the weights go")
    parser.add_argument(
        "--work",
        type=Path,
        default=Path("train/kept"),
        help="what the stages hand on; a stage whose weights are there is not trained again",
    )
    parser.add_argument(
        "--folds", type=int, nargs="*", default=[0, 1, 2, 3, 4], help="which of 5, two at least"
    )
    parser.add_argument("--no-speeches", dest="speeches", action="store_false")
    parser.add_argument(
        "--leave-out",
        dest="left_out",
        choices=["checkworthiness", "policlaim", "unlabelled"],
        nargs="*",
        default=[],
        help="sets to train without; their head then says nothing",
    )
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args(arguments)


def _cross_validate(
    then: Path, material: Material, chosen: Sequence[int]
) -> tuple[dict[str, dict[str, object]], dict[str, Any], list[Network]]:
    """Pooled figures over the chosen folds of either part, last layers fitted on all, and the networks.

    Each fold is read by a network, and judged by last layers, that have not seen it. The articles with
    labels of our own are dealt likewise, so that the last layers learn from them as well.
    """
    dealt = sets.folds(material.articles)
    more = sets.folds(material.more)
    networks, encoders, seen = [], {}, {}
    for fold in chosen:
        marked, ours = _without(fold, dealt), _without(fold, more)
        network = _made(
            then.with_name(f"fold-{fold}.pt"),
            f"stage 3: without fold {fold}",
            partial(train_articles, then, material, marked, ours, _say),
        )
        networks.append(network)
        encoders[fold] = TorchEncoder(network)
        seen[fold] = see(encoders[fold], [*dealt[fold], *more[fold]])
    parts = {
        "articles, five folds": dealt,
        "articles with labels of our own, five folds": more,
        "of these the unread, five folds": [[a for a in fold if _closed(a)] for fold in more],
    }
    pairs: dict[str, list[Read]] = {name: [] for name in parts}
    for fold in chosen:
        layers = fit_layers([one for other in chosen if other != fold for one in seen[other]])
        for name, part in parts.items():
            pairs[name] += read_articles(encoders[fold], part[fold], layers)
            _say(f"  {name}, up to fold {fold}: {figures(pairs[name])}")
    pooled = {name: dict(figures(read)) for name, read in pairs.items() if read}
    return pooled, fit_layers([one for read in seen.values() for one in read]), networks


def _closed(article: LabelledArticle) -> bool:
    """Whether it is one of those that nobody reads while rules are written: every fourth, from the third on.

    Until 2026-11-27 these were all with odd numbers; half of them were opened then.
    """
    return int(article.name.rpartition("-")[2]) % 4 == 3  # noqa: PLR2004 - every fourth


def _without(fold: int, dealt: Sequence[Sequence[LabelledArticle]]) -> list[LabelledArticle]:
    return [article for i, held in enumerate(dealt) if i != fold for article in held]


def _speeches(data: Path, first: Path) -> dict[str, float]:
    """The figures with one speech left out at a time, or those that an earlier run left."""
    path = first.with_name("speeches.json")
    if not path.exists():
        _say("PoliClaim, one speech left out at a time")
        found = leave_one_speech_out(data, first, _say)
        path.write_text(json.dumps(found), encoding="utf-8")
    kept: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return kept


def _made(path: Path, words: str, make: Callable[[], Network]) -> Network:
    """The network that an earlier run left there, else a new one, which is kept."""
    if path.exists():
        network = Network(WIDTH)
        network.load_state_dict(torch.load(path, weights_only=True))
        return network
    _say(words)
    network = make()
    save(network, path)
    return network


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
