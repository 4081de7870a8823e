"""The layer of kinds, fitted on views of claims that the encoder had not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch.nn import functional

from claims.extract.kind_weights import COLUMNS, NUMBERS
from claims.extract.reading import KINDS
from train.layer import fit_layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.kind_weights import KindView

SMOOTHING = 0.01
"""L2 penalty on the weights of scaled columns; of seven pairs with POWER all were within 0.002."""

POWER = 0.5
"""Columns are divided by this power of their deviation, so that a rare sign weighs little."""


def fit_kinds(
    views: Sequence[KindView], wanted: torch.Tensor, counts: torch.Tensor
) -> dict[str, Any]:
    """The weights as they are stored beside the encoder.

    `wanted` are places in KINDS; `counts`, of mean 1, say what each row counts.
    """
    x = torch.zeros(len(views), len(COLUMNS), dtype=torch.float64)
    for row, view in enumerate(views):
        x[row, : len(NUMBERS)] = torch.tensor(view.numbers, dtype=torch.float64)
        x[row, [len(NUMBERS) + mark for mark in view.marks]] = 1.0

    def loss(out: torch.Tensor) -> torch.Tensor:
        return (functional.cross_entropy(out, wanted, reduction="none") * counts).mean()

    bias, weights = fit_layer(x, len(KINDS), loss, SMOOTHING, POWER)
    rows = [list(row) for row in zip(*weights, strict=True)]
    return {"columns": list(COLUMNS), "bias": bias, "weights": rows}
