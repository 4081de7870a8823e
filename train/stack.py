"""The last layer: encoder and rules weighed together, fitted on claims that the encoder had not seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch.nn import functional

from claims.extract.article import read_article
from claims.extract.claim_weights import FEATURES, OUTPUTS, claim_features
from claims.extract.engine import refusal
from claims.extract.finding import Parts, parts_of
from claims.extract.kinds import kind_of
from claims.extract.reading import KINDS
from claims.extract.segment import viewed
from claims.extract.span_signs import find_stretches
from claims.extract.span_words import read_span_words
from claims.extract.speakers.place import Place, credit_of
from claims.extract.speakers.voices import find_speakers
from claims.extract.tag_weights import FEATURES as TAG_FEATURES
from claims.extract.tag_weights import read_tag_weights, tag_features
from claims.model.span import Span
from train.spans import fit_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from claims.extract.reading import Encoder, Reading
    from train.sets import LabelledArticle

    ClaimRow = tuple[tuple[float, ...], list[float]]


@dataclass(frozen=True, slots=True, eq=False)
class WordRows:
    """The words of an article that the encoder has not seen: what the layers read, and their tags."""

    text: str
    reading: Reading
    parts: list[Parts]
    features: NDArray[np.float64]
    tags: NDArray[np.int64]


HELD = 0.5
"""Share of a gold claim that must lie in one sentence."""

SMOOTHING = 0.01
"""L2 penalty on the weights, whose columns are scaled to unit variance while they are fitted."""

TAG_SMOOTHING = 0.001
"""The same for the tags, of which there are ten times as many rows."""

STEPS = 300


def rows_of(
    encoder: Encoder, found: Sequence[LabelledArticle]
) -> tuple[list[ClaimRow], list[WordRows]]:
    """What the layers learn from in articles that the encoder has not seen."""
    claims = [row for article in found for row in claim_rows(encoder, article)]
    return claims, [word_rows(encoder, article) for article in found]


def fit_layers(rows: Sequence[tuple[list[ClaimRow], list[WordRows]]]) -> dict[str, Any]:
    """The layers, as they are stored beside the encoder."""
    words = [row for _, tags in rows for row in tags]
    tags = fit_tags(words)
    scores = read_tag_weights(tags).scores
    found = []
    for row in words:
        own = scores(row.features)
        cut = [part.clauses for part in row.parts]
        verbs = {verb for part in row.parts for verb in part.verbs}
        signs = read_span_words(row.text, row.reading, own, cut, verbs)
        found.append((find_stretches(signs, own), row.tags))
    return {
        "tags": tags,
        "spans": fit_spans(found),
        "claims": fit_claims([row for claims, _ in rows for row in claims]),
    }


def claim_rows(encoder: Encoder, article: LabelledArticle) -> list[ClaimRow]:
    """(features, targets) of the gold claims of an article that the encoder has not seen.

    A target is 1 or 0 for each of OUTPUTS.
    """
    read = read_article(article.text, published=article.published)
    speakers = find_speakers(read)
    kept = [i for i, s in enumerate(read.sentences) if s.of(read.text).strip()]
    reading = encoder.read(read.text, [read.sentences[i] for i in kept])
    made = []
    for i in kept:
        span = read.sentences[i]
        inside = [(g, part) for g in article.gold if (part := _shared(span, g)) is not None]
        parts = tuple(part for _, part in inside)
        place = Place(span.trim(read.text), span.of(read.text).strip(), speakers.voices[i], parts)
        for gold, part in inside:
            found = viewed(reading, part)
            if found is None:
                continue
            setting, _ = credit_of(read, speakers, place, part)
            words = part.of(read.text)
            own = {m.edtf for m in read.dates_in(part)}
            wanted = [float(gold["kind"] == kind) for kind in KINDS]
            wanted.append(float(bool(gold["dates"]) and not own & set(gold["dates"])))
            wanted.append(float(bool(gold.get("speaker"))))
            features = claim_features(found, kind_of(words, setting), setting, words)
            made.append((features, wanted))
    return made


def word_rows(encoder: Encoder, article: LabelledArticle) -> WordRows:
    """Every word of an article that the encoder has not seen."""
    read = read_article(article.text, published=article.published)
    kept = [i for i, s in enumerate(read.sentences) if refusal(read, s) is None]
    reading = encoder.read(read.text, [read.sentences[i] for i in kept])
    tags = np.zeros(len(reading.starts), np.int64)
    for gold in sorted(article.gold, key=lambda g: int(g["start"])):
        start, stop = np.searchsorted(reading.starts, (gold["start"], gold["end"]))
        tags[start:stop] = 2
        tags[start : start + 1][: stop - start] = 1
    parts = [parts_of(read, i) for i in kept]
    features = tag_features(read.text, reading, [part.clauses for part in parts])
    return WordRows(read.text, reading, parts, features, tags)


def fit_claims(rows: Sequence[ClaimRow]) -> dict[str, Any]:
    """The weights of claims as they are stored beside the encoder."""
    x = torch.tensor([features for features, _ in rows], dtype=torch.float64)
    y = torch.tensor([wanted for _, wanted in rows], dtype=torch.float64)
    kinds = len(KINDS)

    def loss(out: torch.Tensor) -> torch.Tensor:
        total = functional.cross_entropy(out[:, :kinds], y[:, :kinds].argmax(1))
        return total + functional.binary_cross_entropy_with_logits(out[:, kinds:], y[:, kinds:])

    bias, weights = _fit(x, len(OUTPUTS), loss, SMOOTHING)
    return {"features": list(FEATURES), "bias": bias, "weights": weights}


def fit_tags(rows: Sequence[WordRows]) -> dict[str, Any]:
    """The weights of tags as they are stored beside the encoder."""
    x = torch.tensor(np.concatenate([row.features for row in rows]))
    y = torch.tensor(np.concatenate([row.tags for row in rows]))
    bias, weights = _fit(x, 3, lambda out: functional.cross_entropy(out, y), TAG_SMOOTHING)
    columns = [list(column) for column in zip(*weights, strict=True)]
    return {"features": list(TAG_FEATURES), "bias": bias, "weights": columns}


def _fit(
    x: torch.Tensor, outputs: int, loss_of: Callable[[torch.Tensor], torch.Tensor], smoothing: float
) -> tuple[list[float], list[list[float]]]:
    """(bias, one row of weights for each output) of least loss, columns scaled while it is sought."""
    mean, scale = x.mean(0), x.std(0).clamp(min=1e-6)
    scaled = (x - mean) / scale
    weights = torch.zeros(outputs, x.shape[1], dtype=torch.float64, requires_grad=True)
    bias = torch.zeros(outputs, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=STEPS, line_search_fn="strong_wolfe")

    def step() -> torch.Tensor:
        optimiser.zero_grad()
        total = loss_of(scaled @ weights.T + bias) + smoothing * weights.square().sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimiser.step(step)
    plain = (weights / scale).detach()
    shift = (bias - plain @ mean).detach()
    return (
        [round(float(b), 5) for b in shift],
        [[round(float(w), 5) for w in row] for row in plain],
    )


def _shared(sentence: Span, gold: dict[str, Any]) -> Span | None:
    start, end = max(sentence.start, gold["start"]), min(sentence.end, gold["end"])
    held = end - start >= HELD * (gold["end"] - gold["start"])
    return Span(start, end) if held else None
