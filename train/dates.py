"""Claims that the encoder had not seen, with the dates that they were given, to weights of the signs.

A conditional logit over the options of each claim without a date of its own; where a claim was given
several dates, any of them is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch

from claims.extract.dates.claim_dates import own_dates
from claims.extract.dates.date_options import Option, Viewed, date_options
from claims.extract.dates.timeline import read_timeline
from claims.extract.speakers.place import Place, credit_of
from claims.extract.speakers.voices import find_speakers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.extract.article import Article
    from claims.extract.segment import Found
    from train.sets import LabelledArticle

COVERED = 0.8
"""Share of a marked claim that a found one must hold to learn from it, as in the scoring."""

SMOOTHING = 6.0
"""L2 penalty on the weights beside the summed loss (chosen on five folds)."""

SCORED = 2.0
"""What a claim of the labels that are scored counts beside one of our own (chosen on five folds)."""

STEPS = 100
_LEAST = 0.002
"""Weights that are smaller are left out."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of one claim, which of them are right, and how much it counts."""

    options: Sequence[Option]
    right: Sequence[bool]
    weight: float = 1.0


def date_rows(
    article: Article, labelled: LabelledArticle, found: Mapping[int, Sequence[Found]]
) -> list[Asked]:
    """The options of each marked claim that a found one covers; `found` by number of sentence."""
    weight = 1.0 if labelled.ours else SCORED
    timeline = read_timeline(article, published=article.published)
    speakers = find_speakers(article)
    made = []
    for ordinal, claims in found.items():
        span = article.sentences[ordinal]
        own, parts = span.of(article.text).strip(), tuple(claim.span for claim in claims)
        place = Place(span.trim(article.text), own, speakers.voices[ordinal], parts)
        for claim in claims:
            wanted = [g["dates"] for g in labelled.gold if _covers(claim, g)]
            if not wanted or own_dates(article, claim.span):
                continue
            setting, _ = credit_of(article, speakers, place, claim.span)
            options = date_options(Viewed(article, timeline, claim, setting))
            made += [
                Asked(options, [_right(one, dates) for one in options], weight) for dates in wanted
            ]
    return [one for one in made if any(one.right)]


def _right(option: Option, dates: Sequence[str]) -> bool:
    return option.edtf in dates if option.edtf is not None else not dates


def _covers(claim: Found, gold: Mapping[str, Any]) -> bool:
    held: int = min(claim.span.end, gold["end"]) - max(claim.span.start, gold["start"])
    return held >= COVERED * (gold["end"] - gold["start"])


def fit_dates(rows: Sequence[Asked]) -> dict[str, float]:
    """The weights as they are stored beside the encoder."""
    names = sorted({name for row in rows for one in row.options for name in one.signs})
    signs = _signs(rows, {name: i for i, name in enumerate(names)})
    of_row = torch.tensor([i for i, row in enumerate(rows) for _ in row.options])
    right = torch.tensor([one for row in rows for one in row.right], dtype=torch.bool)
    counts = torch.tensor([row.weight for row in rows], dtype=torch.float64)
    weights = torch.zeros(len(names), dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def step() -> torch.Tensor:
        optimiser.zero_grad()
        sums = (signs @ weights.unsqueeze(1)).squeeze(1)
        good = sums.masked_fill(~right, -1e9)
        loss = (counts * (_whole(sums, of_row) - _whole(good, of_row))).sum()
        total: torch.Tensor = loss + SMOOTHING * weights.square().sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimiser.step(step)
    found = zip(names, weights.detach().tolist(), strict=True)
    return {name: round(weight, 4) for name, weight in found if abs(weight) >= _LEAST}


def _signs(rows: Sequence[Asked], column: Mapping[str, int]) -> torch.Tensor:
    """One row for each option, one column for each sign."""
    options = [one for row in rows for one in row.options]
    places = [(i, column[name]) for i, one in enumerate(options) for name in one.signs]
    values = [value for one in options for value in one.signs.values()]
    return torch.sparse_coo_tensor(
        torch.tensor(places).T, values, (len(options), len(column)), dtype=torch.float64
    ).coalesce()


def _whole(sums: torch.Tensor, of_row: torch.Tensor) -> torch.Tensor:
    """The logarithm of the summed exponentials of each row's options."""
    rows = int(of_row.max()) + 1
    most = torch.full((rows,), -torch.inf, dtype=torch.float64)
    most = most.scatter_reduce(0, of_row, sums.detach(), "amax")
    shares = torch.exp(sums - most[of_row])
    return most + torch.log(torch.zeros_like(most).index_add(0, of_row, shares))
