"""The real engine with a network in it, held against gold claims article by article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.encoder.onnx_encoder import as_layers
from claims.extract.engine import How, extract
from claims.extract.finding import ByEncoder
from claims.extract.scoring import score_pairs
from claims.model.record import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from train.export import TorchEncoder
    from train.sets import LabelledArticle

    Rows = list[dict[str, Any]]
    Read = tuple[Rows, Rows, Rows]


def read_articles(
    encoder: TorchEncoder, found: Iterable[LabelledArticle], layers: dict[str, Any]
) -> list[Read]:
    """(gold, predicted, passages that are no claims) of each article, by these layers."""
    encoder.layers = as_layers(layers)
    how = How(ByEncoder(encoder), encoder.layers.claims)
    return [
        (
            list(article.gold),
            [
                plain(claim)
                for claim in extract(
                    article.text,
                    document=article.name,
                    published=article.published,
                    run="train",
                    how=how,
                ).claims
            ],
            list(article.no_claims),
        )
        for article in found
    ]


def figures(read: list[Read]) -> dict[str, float | int | None]:
    """The figures of `citetrail eval`, pooled."""
    return score_pairs([(gold, found) for gold, found, _ in read], [nots for *_, nots in read])
