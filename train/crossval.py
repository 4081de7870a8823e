"""The real engine with a network in it, held against gold claims article by article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.extract.engine import How, extract
from claims.extract.finding import ByEncoder
from claims.extract.scoring import score_pairs
from claims.model.record import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.extract.reading import Encoder
    from train.sets import LabelledArticle

    Pair = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def read_articles(encoder: Encoder, found: Iterable[LabelledArticle]) -> list[Pair]:
    """(gold, predicted) rows of each article."""
    how = How(ByEncoder(encoder))
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
        )
        for article in found
    ]


def figures(pairs: list[Pair]) -> dict[str, float | int | None]:
    """The figures of `citetrail eval`, pooled."""
    return score_pairs(pairs)
