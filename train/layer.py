"""One linear layer, fitted to the end: what every last layer but the stretches' is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

STEPS = 300


def fit_layer(
    x: torch.Tensor,
    outputs: int,
    loss_of: Callable[[torch.Tensor], torch.Tensor],
    smoothing: float,
    power: float = 1.0,
) -> tuple[list[float], list[list[float]]]:
    """(bias, one row of weights for each output) of least loss, columns scaled while it is sought.

    With a `power` below 1 a column that is seldom more than nothing is held back more than a common one.
    """
    mean, scale = x.mean(0), x.std(0).clamp(min=1e-6) ** power
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
