"""One command asks the larger networks anew: `python -m train.teacher DATA --device cuda`.

Two trainings of one base read debate sentences and the written texts, no article, so that what they say
may be learned from whatever fold is held out. A graphics card takes some minutes, a CPU most of a day.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from claims.encoder.onnx_encoder import load_tokenizer
from claims.extract.reading import WIDTH
from train import sets
from train.fit import Recipe
from train.network import base_folder
from train.soft import LABELS, Soft, digest, save_soft
from train.stages import learn_sentences, learn_written, load_material
from train.teacher.network import LargeNetwork
from train.teacher.say import said_of, said_of_sentences
from train.unlabelled import unlabelled

if TYPE_CHECKING:
    from collections.abc import Sequence

RECIPES = (
    (Recipe(2, 5e-5, 2048, masked=0.03, seed=1), Recipe(4, 1e-4, 2048, masked=0.08, seed=2)),
    (Recipe(2, 4e-5, 2048, masked=0.03, seed=11), Recipe(4, 8e-5, 2048, masked=0.08, seed=12)),
)
"""Of each network, how it learns from sentences and then from written texts."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Train the larger networks from labels alone and write down what they say."""
    options = _options(arguments)
    material = load_material(options.data, options.left_out, soft=Soft.none())
    if not material.worthy:
        sys.exit("the larger networks learn from debate sentences first: none are here")
    networks: list[LargeNetwork] = []
    sentences = []
    for of_sentences, of_texts in RECIPES:
        network = LargeNetwork(WIDTH)
        network.load_base()
        network.to(options.device)
        learn_sentences(network, material, of_sentences, _say)
        sentences.append(said_of_sentences(network, material.worthy))
        learn_written(network, material, of_texts, _say)
        networks.append(network)
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    texts = [*material.written, *_without_labels(options.data, options.left_out)]
    soft = Soft(
        sum(sentences) / len(sentences),
        digest(*(s.text for s in sets.check_worthy(options.data, "train"))),
        {digest(text.text): said_of(networks, text, tokenizer) for text in texts},
    )
    save_soft(soft, options.out)
    return 0


def _without_labels(data: Path, left_out: Sequence[str]) -> list[sets.LabelledArticle]:
    return [] if "unlabelled" in left_out else unlabelled(data)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m train.teacher", description=__doc__)
    parser.add_argument("data", type=Path, help="the data folder")
    parser.add_argument("--out", type=Path, default=LABELS, help="where their word goes")
    parser.add_argument("--device", type=torch.device, default="cpu", help="cpu, cuda")
    parser.add_argument(
        "--leave-out", dest="left_out", choices=["unlabelled"], nargs="*", default=[]
    )
    return parser.parse_args(arguments)


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
