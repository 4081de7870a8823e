"""What the encoder says of each word of an article, and the shape in which it says it.

The encoder itself is handed in, so that this room stays pure and a test can read with a table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from claims.extract.claim_weights import ClaimWeights
    from claims.extract.span_weights import SpanWeights
    from claims.extract.tag_weights import TagWeights

TAG = slice(0, 3)
"""Columns of the logits: outside a claim, first word of a claim, further word of it."""

KIND = slice(3, 10)
"""One column for each kind of claim, in the order of `KINDS`."""

KINDS = ("quantity", "event", "statement", "status", "rule", "ranking", "cause")

LEVEL = 10
"""That a desk must check it before printing (level 3 of the labelling guide)."""

SAID = 11
"""That somebody is credited with it, other than the article."""

DATED = slice(12, 15)
"""It depends on no date; on one in its own words; on one that stands elsewhere in the article."""

WEIGHT = 15
"""How much a word tells of its claim: the softmax over the claim's words weighs their logits."""

WORTHY = 16
"""That a sentence, read alone, is worth checking (averaged over its words)."""

FACTUAL = 17
"""That a sentence, read alone, holds a verifiable factual claim (averaged over its words)."""

WIDTH = 18
"""Columns of the logits."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """The words of an article in order: where each stands, in which sentence, and its logits.

    `starts`, `ends` and `sentence` have shape (words,), integers; `logits` has (words, WIDTH), floats.
    Offsets are code points of the article; `sentence` counts the sentences that were handed in.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    sentence: NDArray[np.int64]
    logits: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Layers:
    """How the encoder's views are weighed beside the rules' findings: of words, stretches, claims."""

    tags: TagWeights
    spans: SpanWeights
    claims: ClaimWeights


class Encoder(Protocol):
    """Reads sentences of one text."""

    @property
    def name(self) -> str:
        """Names the weights, for the record of a run: their version and the start of their digest."""

    @property
    def layers(self) -> Layers | None:
        """How its views are weighed beside the rules' findings, when that is known."""

    def read(self, text: str, sentences: Sequence[Span]) -> Reading:
        """The logits of every word of the sentences, in order."""


def sentence_logits(encoder: Encoder, sentence: str) -> tuple[float, float]:
    """(worth checking, factual) of a sentence that stands alone, as log-odds; 0, 0 without a word."""
    logits = encoder.read(sentence, [Span(0, len(sentence))]).logits
    if not len(logits):
        return 0.0, 0.0
    return float(logits[:, WORTHY].mean()), float(logits[:, FACTUAL].mean())


def log_softmax(logits: NDArray[np.floating]) -> NDArray[np.float64]:
    """Logits to log-probabilities over the last axis."""
    wide = logits.astype(np.float64)
    wide -= wide.max(-1, keepdims=True, initial=-np.inf)
    return np.asarray(wide - np.log(np.exp(wide).sum(-1, keepdims=True)))
