"""Texts to vectors and codes of their meaning, from a table of one small vector a word piece.

The table was taught to say what a large encoder says of whole sentences (`train/meaning.py`), so that a
million passages are read in minutes and a query costs nothing.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from claims.encoder.onnx_encoder import WEIGHTS, load_tokenizer
from claims.model.errors import DamagedData

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

AT_ONCE = 256
"""Texts whose pieces are added up together: what is gathered fits the processor's cache."""


class MeaningTable:
    """Reads with `meaning.npz`, as `meaning.json` names it; the word pieces are the encoder's.

    Raises DamagedData when the table is not the one that is named.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        named = json.loads((folder / "meaning.json").read_text(encoding="utf-8"))
        path = folder / "meaning.npz"
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest != named["sha256"]:
            raise DamagedData(f"{path} is not what its manifest names; reinstall")
        with np.load(path, allow_pickle=False) as held:
            self._rows = held["rows"].astype(np.float32) * held["scale"].astype(np.float32)[:, None]
        self.name = f"{named['name']}-{digest[:8]}"
        self.size = int(self._rows.shape[1])
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One vector of length 1 a text; nothing but zeros for a text without a known piece."""
        made = [self._some(texts[at : at + AT_ONCE]) for at in range(0, len(texts), AT_ONCE)]
        return np.concatenate(made) if made else np.zeros((0, self.size), np.float32)

    def codes(self, texts: Sequence[str]) -> NDArray[np.uint8]:
        """The signs of the vectors, eight to a byte: what is stored of a passage."""
        return np.packbits(self.vectors(texts) > 0, axis=1)

    def _some(self, texts: Sequence[str]) -> NDArray[np.float32]:
        found = self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
        ids = [code.ids for code in found]
        lengths = np.array([len(one) for one in ids], np.int64)
        sums = np.zeros((len(texts), self.size), np.float32)
        held = lengths > 0
        if held.any():
            flat = np.fromiter((i for one in ids for i in one), np.int64, int(lengths.sum()))
            starts = np.concatenate([[0], np.cumsum(lengths[held])[:-1]])
            sums[held] = np.add.reduceat(self._rows[flat], starts, axis=0)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.where(norms > 0, norms, 1), np.float32)


@lru_cache(maxsize=1)
def shipped_meaning() -> MeaningTable:
    """The table that ships with the product, loaded once."""
    return MeaningTable()
