"""The stance weights that ship with the product: claim and passage in one window, three probabilities.

Run by onnxruntime on one thread, one pair at a time: what one pair holds cannot move another's numbers.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.encoder.one_thread import one_thread
from claims.encoder.onnx_encoder import WEIGHTS as SHARED
from claims.encoder.onnx_encoder import load_tokenizer
from claims.encoder.words import FIRST, LAST
from claims.model.errors import DamagedData
from claims.model.evidence import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).with_name("stance_weights")

LABELS = (Label.SUPPORTS, Label.REFUTES, Label.NOT_ENOUGH_INFO)
WEIGHT = len(LABELS)
"""The network's column that says how much a token counts; those before it are the labels."""

WIDTH = WEIGHT + 1

LONGEST = 256
"""Tokens of one window, marks counted; what a passage has beyond them is not read."""

CLAIM = 96
"""Tokens of a claim; a longer one leaves too little of the window to the passage."""


class StanceEncoder:
    """Reads pairs with the weights of a folder: `stance.onnx` and `manifest.json`.

    Raises DamagedData when the weights are not those that the manifest names.
    """

    marks = True
    """It was taught on passages whose numbers are marked."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        weights = (folder / "stance.onnx").read_bytes()
        digest = hashlib.sha256(weights).hexdigest()
        if digest != manifest["sha256"]:
            raise DamagedData(f"{folder / 'stance.onnx'} is not what its manifest names; reinstall")
        self.name: str = f"{manifest['name']}-{digest[:8]}"
        self.threshold: float = manifest["threshold"]
        self.sided: float = manifest["sided"]
        self.temperature: float = manifest["temperature"]
        self._session = one_thread(weights)
        self._tokenizer = load_tokenizer(SHARED / "tokenizer.json")

    def read(self, pairs: Sequence[tuple[str, str]]) -> list[dict[Label, float]]:
        """The calibrated probability of each label for each (claim, passage)."""
        return [
            dict(zip(LABELS, map(float, softmax(row / self.temperature)), strict=True))
            for row in self.logits(pairs)
        ]

    def logits(self, pairs: Sequence[tuple[str, str]]) -> Iterator[NDArray[np.float32]]:
        """One row of logits a pair, before calibration."""
        for ids in windows(self._tokenizer, pairs):
            out: Any = self._session.run(["logits"], {"ids": np.array([ids], np.int64)})[0]
            yield pooled(np.asarray(out[0], np.float32))


def pooled(tokens: NDArray[np.float32]) -> NDArray[np.float32]:
    """Logits of tokens to logits of the pair: a mean, weighed by the network's own column for it."""
    weighed: NDArray[np.float32] = softmax(tokens[:, WEIGHT]) @ tokens[:, :WEIGHT]
    return weighed


def softmax(row: NDArray[np.float32]) -> NDArray[np.float32]:
    """Logits to shares that add up to one.

    >>> softmax(np.array([0.0, 0.0], np.float32)).tolist()
    [0.5, 0.5]
    """
    raised = np.exp(row - row.max())
    shares: NDArray[np.float32] = raised / raised.sum()
    return shares


def windows(
    tokenizer: Tokenizer, pairs: Sequence[tuple[str, str]], *, longest: int = LONGEST
) -> list[list[int]]:
    """Token ids of each pair: first mark, claim, last mark, passage, last mark."""
    claims = tokenizer.encode_batch([claim for claim, _ in pairs], add_special_tokens=False)
    passages = tokenizer.encode_batch([passage for _, passage in pairs], add_special_tokens=False)
    found = []
    for claim, passage in zip(claims, passages, strict=True):
        first = [FIRST, *claim.ids[:CLAIM], LAST]
        found.append([*first, *passage.ids[: longest - len(first) - 1], LAST])
    return found


def installed(folder: Path = WEIGHTS) -> bool:
    """Whether there are weights at all; without them the numbers alone decide."""
    return (folder / "manifest.json").exists()


@lru_cache(maxsize=1)
def shipped() -> StanceEncoder:
    """The weights that ship with the product, loaded once."""
    return StanceEncoder()
