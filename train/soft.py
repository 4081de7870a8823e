"""What two larger networks say of texts and sentences: soft targets for the small one.

Hinton et al. 2015, "Distilling the Knowledge in a Neural Network" (arXiv 1503.02531). `labels/soft.npz`
holds the numbers alone; the texts are those of `labels/written.jsonl` and of the data folder, and are
known by the digest of their words. `python -m train.teacher DATA` makes the file anew.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LABELS = Path(__file__).parent / "labels" / "soft.npz"

SHARE = 0.8
"""How much of a target is the larger networks' word, the rest being the label's, where there is one.

By five folds, of marked claims: kinds right 0.810 with half and three epochs, 0.821 with 0.8 and five
(docs/decisions/0004-encoder.md).
"""

TENTHS = 10.0
"""Log-odds are kept as whole tenths, in one byte each."""

VIEWS = (slice(0, 7), 7, 8, slice(9, 12))
"""Places of a claim's kinds, of "must be checked", of "somebody says so" and of its date in its row."""


@dataclass(frozen=True, slots=True, eq=False)
class SoftText:
    """What is said of a text: of each token and of each stretch that is taken for a claim.

    `tags` (tokens, 2): log-odds of "first word" and "further word" against "outside". `spans` (claims, 2):
    code points. `views` (claims, 12): log-shares of kinds, two log-odds, log-shares of the date.
    """

    tags: Floats
    spans: NDArray[np.int64]
    views: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Soft:
    """All that the larger networks say; nothing where the file is not there."""

    sentences: Floats  # log-odds that a debate sentence is worth checking, in the set's order
    of_sentences: str
    texts: dict[str, SoftText]

    @classmethod
    def none(cls) -> Soft:
        """Nothing said of anything."""
        return cls(np.zeros(0, np.float32), "", {})

    def worthy(self, sentences: Sequence[str], labels: Sequence[bool]) -> list[float]:
        """The label of each sentence, softened where these are the sentences that were read."""
        if self.of_sentences != digest(*sentences):
            return [float(label) for label in labels]
        said = 1 / (1 + np.exp(-self.sentences))
        mixed = (1 - SHARE) * np.asarray(labels, np.float32) + SHARE * said
        return [float(share) for share in mixed]


def load_soft(path: Path = LABELS) -> Soft:
    """Read the file."""
    if not path.exists():
        return Soft.none()
    with np.load(path, allow_pickle=False) as file:
        kept = {name: file[name] for name in file.files}
    texts = {}
    token = claim = 0
    for name, tokens, claims in zip(kept["texts"], kept["tokens"], kept["claims"], strict=True):
        texts[name.decode()] = SoftText(
            _wide(kept["tags"][token : token + tokens]),
            kept["spans"][claim : claim + claims].astype(np.int64),
            _wide(kept["views"][claim : claim + claims]),
        )
        token, claim = token + tokens, claim + claims
    return Soft(_wide(kept["sentences"]), kept["of_sentences"].item().decode(), texts)


def save_soft(soft: Soft, path: Path = LABELS) -> None:
    """Write the file."""
    rows = list(soft.texts.values())
    np.savez_compressed(
        path,
        allow_pickle=False,
        sentences=_narrow(soft.sentences),
        of_sentences=np.bytes_(soft.of_sentences),
        texts=np.array([name.encode() for name in soft.texts]),
        tokens=np.array([len(row.tags) for row in rows], np.int32),
        claims=np.array([len(row.spans) for row in rows], np.int32),
        tags=_narrow(np.concatenate([row.tags for row in rows])),
        spans=np.concatenate([row.spans for row in rows]).astype(np.int32),
        views=_narrow(np.concatenate([row.views for row in rows])),
    )


def digest(*texts: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the texts.

    >>> digest("A text.")
    '11da6a6d9696dc5d'
    """
    total = hashlib.sha256()
    for text in texts:
        total.update(text.encode() + b"\0")
    return total.hexdigest()[:16]


def tag_shares(tags: Floats) -> Floats:
    """Log-odds (tokens, 2) to shares (tokens, 3) of outside, first word, further word."""
    wide = np.concatenate([np.zeros((len(tags), 1), np.float32), tags], 1)
    return _softmax(wide)


def view_shares(views: Floats) -> Floats:
    """Rows of a claim's views to shares of the same shape."""
    kinds, must, said, dated = VIEWS
    found = np.empty_like(views)
    found[:, kinds] = _softmax(views[:, kinds])
    found[:, must] = 1 / (1 + np.exp(-views[:, must]))
    found[:, said] = 1 / (1 + np.exp(-views[:, said]))
    found[:, dated] = _softmax(views[:, dated])
    return found


def _softmax(rows: Floats) -> Floats:
    raised = np.exp(rows - rows.max(1, keepdims=True, initial=-np.inf))
    shares: Floats = raised / raised.sum(1, keepdims=True)
    return shares


def _wide(tenths: Iterable[int]) -> Floats:
    return np.asarray(tenths, np.float32) / np.float32(TENTHS)


def _narrow(values: Floats) -> NDArray[np.int8]:
    return np.clip(np.round(values * TENTHS), -127, 127).astype(np.int8)
