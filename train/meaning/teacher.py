"""The base encoder as teacher: sentences and single word pieces to its vectors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnxruntime
import torch

from claims.encoder.onnx_encoder import load_tokenizer
from train.export import export
from train.network import LAYERS, SIZE, WORDS, Network, base_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

FIRST, LAST = 101, 102
LONGEST = 96
"""Tokens of a sentence that are read."""


class Teacher:
    """all-MiniLM-L6-v2 as published, in int8: the mean of its last layer is what a text means."""

    def __init__(self, work: Path) -> None:
        folder = work / "teacher"
        if not (folder / "encoder.onnx").exists():
            network = Network(SIZE, layers=LAYERS)
            network.load_base()
            with torch.no_grad():  # heads that hand the last layer through
                network.heads.weight.copy_(torch.eye(SIZE))
                network.heads.bias.zero_()
            export(network, folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(folder / "encoder.onnx"), options)
        self.tokenizer = load_tokenizer(base_folder() / "tokenizer.json")

    def sentences(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One vector of length 1 a sentence."""
        codes = self.tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return np.stack([self._mean(code.ids[: LONGEST - 2]) for code in codes])

    def pieces(self) -> NDArray[np.float32]:
        """One vector of length 1 for every word piece alone."""
        return np.stack([self._mean([piece]) for piece in range(WORDS)])

    def _mean(self, ids: Sequence[int]) -> NDArray[np.float32]:
        given = np.array([[FIRST, *ids, LAST]], np.int64)
        mean = self._session.run(None, {"ids": given})[0][0].mean(0)
        return np.asarray(mean / np.linalg.norm(mean), np.float32)
