"""The int8 weights that ship with the product, run by onnxruntime on one thread of the CPU.

One window is read at a time: no padding, and what one window holds cannot move another's numbers.
"""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from tokenizers import Tokenizer

from claims.encoder.one_thread import one_thread
from claims.encoder.words import read_words
from claims.extract.claim_weights import read_weights
from claims.extract.reading import Layers
from claims.extract.span_weights import read_span_weights
from claims.extract.tag_weights import read_tag_weights
from claims.model.errors import DamagedData

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from claims.extract.reading import Reading
    from claims.model.span import Span

WEIGHTS = Path(__file__).with_name("weights")


class OnnxEncoder:
    """Reads articles with the weights of a folder: `encoder.onnx`, `tokenizer.json`, `manifest.json`.

    Raises DamagedData when the weights are not those that the manifest names.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        manifest = _object(folder / "manifest.json")
        weights = (folder / "encoder.onnx").read_bytes()
        digest = hashlib.sha256(weights).hexdigest()
        if digest != manifest["sha256"]:
            raise DamagedData(
                f"{folder / 'encoder.onnx'} is not what its manifest names; reinstall"
            )
        self.name: str = f"{manifest['name']}-{digest[:8]}"
        self._session = one_thread(weights)
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")
        self.layers = read_layers(folder / "layers.json")

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """The logits of every word of the sentences, in order."""
        return read_words(self._tokenizer, self._run, text, sentences)

    def _run(self, ids: list[int]) -> NDArray[np.float32]:
        out: Any = self._session.run(["logits"], {"ids": np.array([ids], np.int64)})[0]
        return np.asarray(out[0], np.float32)


def read_layers(path: Path) -> Layers | None:
    """The last layers stored at `path`; None where there are none (while they are being trained)."""
    if not path.exists():
        return None
    return as_layers(_object(path))


def as_layers(stored: Mapping[str, Any]) -> Layers:
    """Layers as they are stored. Raises DamagedData when they are of another version."""
    return Layers(
        read_tag_weights(stored["tags"]),
        read_span_weights(stored["spans"]),
        read_weights(stored["claims"]),
    )


def _object(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return read


def load_tokenizer(path: Path) -> Tokenizer:
    """The word-piece tokenizer, without padding and truncation."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


@lru_cache(maxsize=1)
def shipped() -> OnnxEncoder:
    """The encoder that ships with the product, loaded once."""
    return OnnxEncoder()
