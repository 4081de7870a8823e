"""The last layer: encoder and rules weighed together, fitted on claims that the encoder had not seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch.nn import functional

from claims.extract.article import read_article
from claims.extract.claim_features import claim_features
from claims.extract.claim_weights import CREDITED
from claims.extract.engine import refusal, surely_said
from claims.extract.finding import parts_of
from claims.extract.kind_weights import kind_view
from claims.extract.kinds import kind_of
from claims.extract.reading import KINDS
from claims.extract.segment import segment
from claims.extract.span_signs import find_stretches
from claims.extract.span_weights import read_span_weights
from claims.extract.span_words import read_span_words
from claims.extract.speakers.credit_signs import credit_signs
from claims.extract.speakers.place import Place, credit_of
from claims.extract.speakers.voices import find_speakers
from claims.extract.tag_weights import FEATURES as TAG_FEATURES
from claims.extract.tag_weights import read_tag_weights, tag_features
from train.dates import SCORED, date_rows, fit_dates
from train.kinds import fit_kinds
from train.layer import fit_layer
from train.spans import fit_spans

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from claims.extract.article import Article
    from claims.extract.finding import Parts
    from claims.extract.kind_weights import KindView
    from claims.extract.reading import Encoder, Reading
    from claims.extract.segment import Found
    from claims.extract.span_signs import Stretches
    from claims.model.span import Span
    from train.sets import LabelledArticle

    ClaimRow = tuple[tuple[float, ...], KindView, dict[str, Any], float]
    """Features, the view of its kind, the marked claim that is to be told from them, what it counts."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """An article as an encoder that has not learned from it reads it, with the marked tags of its words."""

    labelled: LabelledArticle
    article: Article
    kept: list[int]  # the sentences that are read
    reading: Reading
    parts: list[Parts]
    features: NDArray[np.float64]
    tags: NDArray[np.int64]


COVERED = 0.8
"""Share of a marked claim that a found one must hold to learn from it, as in the scoring."""

SMOOTHING = 0.01
"""L2 penalty on the weights, whose columns are scaled to unit variance while they are fitted."""

TAG_SMOOTHING = 0.001
"""The same for the tags, of which there are ten times as many rows."""


def see(encoder: Encoder, found: Sequence[LabelledArticle]) -> list[Seen]:
    """Articles that the encoder has not learned from, as the layers learn from them."""
    return [_seen(encoder, article) for article in found]


def _seen(encoder: Encoder, labelled: LabelledArticle) -> Seen:
    article = read_article(labelled.text, published=labelled.published)
    kept = [i for i, s in enumerate(article.sentences) if refusal(article, s) is None]
    reading = encoder.read(article.text, [article.sentences[i] for i in kept])
    tags = np.zeros(len(reading.starts), np.int64)
    for gold in sorted(labelled.gold, key=lambda g: int(g["start"])):
        start, stop = np.searchsorted(reading.starts, (gold["start"], gold["end"]))
        tags[start:stop] = 2
        tags[start : start + 1][: stop - start] = 1
    parts = [parts_of(article, i) for i in kept]
    features = tag_features(article.text, reading, [part.clauses for part in parts])
    return Seen(labelled, article, kept, reading, parts, features, tags)


def fit_layers(seen: Sequence[Seen]) -> dict[str, Any]:
    """The layers, as they are stored beside the encoder: each learns from what those before it find."""
    tags = fit_tags(seen)
    scores = [read_tag_weights(tags).scores(one.features) for one in seen]
    laid = [_stretches(one, own) for one, own in zip(seen, scores, strict=True)]
    spans = fit_spans([(found, one.tags) for found, one in zip(laid, seen, strict=True)])
    choose = read_span_weights(spans).choose
    rows, asked = [], []
    for one, own, laid_out in zip(seen, scores, laid, strict=True):
        found = segment(one.article.text, one.reading, own, choose(laid_out))
        rows += claim_rows(one, found)
        by_ordinal = {one.kept[number]: claims for number, claims in found.items()}
        asked += date_rows(one.article, one.labelled, by_ordinal)
    claims = {**fit_claims(rows), "dates": fit_dates(asked)}
    return {"tags": tags, "spans": spans, "claims": claims}


def _stretches(seen: Seen, scores: NDArray[np.float64]) -> Stretches:
    cut = [part.clauses for part in seen.parts]
    verbs = {verb for part in seen.parts for verb in part.verbs}
    words = read_span_words(seen.article.text, seen.reading, scores, cut, verbs)
    return find_stretches(words, scores)


def claim_rows(seen: Seen, found: Mapping[int, Sequence[Found]]) -> list[ClaimRow]:
    """One row for each marked claim that a found one covers."""
    read, weight = seen.article, 1.0 if seen.labelled.ours else SCORED
    speakers = find_speakers(read)
    made = []
    for number, claims in found.items():
        ordinal = seen.kept[number]
        span = read.sentences[ordinal]
        parts = tuple(claim.span for claim in claims)
        own = span.of(read.text).strip()
        before = speakers.voices[ordinal - 1] if ordinal else None
        place = Place(span.trim(read.text), own, speakers.voices[ordinal], parts, before)
        for claim in claims:
            said = surely_said(claim)
            setting, credit = credit_of(read, speakers, place, claim.span, said=said)
            words = claim.span.of(read.text)
            features = claim_features(claim, kind_of(words, setting), setting, words)
            view = kind_view(features, claim, words)
            every = (*features, *credit_signs(place, credit, claim.span))
            covered = [g for g in seen.labelled.gold if _covers(claim.span, g)]
            made += [(every, view, gold, weight) for gold in covered]
    return made


def fit_claims(rows: Sequence[ClaimRow]) -> dict[str, Any]:
    """The weights of claims as they are stored beside the encoder."""
    x = torch.tensor([features for features, *_ in rows], dtype=torch.float64)
    said = torch.tensor([[float(bool(gold.get("speaker")))] for _, _, gold, _ in rows]).double()
    counts = torch.tensor([weight for *_, weight in rows], dtype=torch.float64)
    counts /= counts.mean()

    def loss(out: torch.Tensor) -> torch.Tensor:
        return functional.binary_cross_entropy_with_logits(out, said, weight=counts[:, None])

    bias, weights = fit_layer(x, 1, loss, SMOOTHING)
    wanted = torch.tensor([KINDS.index(gold["kind"]) for _, _, gold, _ in rows])
    kinds = fit_kinds([view for _, view, _, _ in rows], wanted, counts)
    return {"features": list(CREDITED), "bias": bias[0], "weights": weights[0], "kinds": kinds}


def fit_tags(rows: Sequence[Seen]) -> dict[str, Any]:
    """The weights of tags as they are stored beside the encoder."""
    x = torch.tensor(np.concatenate([row.features for row in rows]))
    y = torch.tensor(np.concatenate([row.tags for row in rows]))
    bias, weights = fit_layer(x, 3, lambda out: functional.cross_entropy(out, y), TAG_SMOOTHING)
    columns = [list(column) for column in zip(*weights, strict=True)]
    return {"features": list(TAG_FEATURES), "bias": bias, "weights": columns}


def _covers(span: Span, gold: dict[str, Any]) -> bool:
    held: int = min(span.end, gold["end"]) - max(span.start, gold["start"])
    return held >= COVERED * (gold["end"] - gold["start"])
