"""Examples to a trained network: losses and the optimiser's loop, from fixed seeds; and what it then says."""

from __future__ import annotations

import math
import random
import re
import time
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional
from torch.nn.attention import SDPBackend, sdpa_kernel

from claims.encoder.stance_encoder import LABELS, WEIGHT
from train.stance.batch import Example, padded, shuffled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from train.stance.network import PairNetwork

    Say = Callable[[str], None]
    Epoch = Callable[[random.Random], list[Example]]

HEADS = 2.0
"""How much faster than the uppermost layer the head learns."""

DECAY = 0.85
"""The rate of each layer as a share of that of the one above: the lower, the more general."""

FRAMES = 0.4
"""The same for what lies below all layers."""

SMOOTHED = 0.05
AT_ONCE = 16
TOLD = 5
"""How often a training says how far it is."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one stage is trained. `batch` is the most tokens of one step, padding counted."""

    epochs: float
    rate: float
    batch: int = 1536
    masked: float = 0.05
    seed: int = 1


def teach(network: PairNetwork, epoch_of: Epoch, recipe: Recipe, say: Say) -> None:
    """Train in place; `epoch_of` gives the examples of one epoch.

    The rate rises over the first 6 % of the steps and falls linearly. The embeddings of words and places
    stay as they are: they are half of the weights and learn little from so few pairs.
    """
    rng = random.Random(recipe.seed)
    torch.manual_seed(recipe.seed)
    network.train()
    optimiser = torch.optim.AdamW(_groups(network), lr=recipe.rate, fused=True)
    steps = _steps(epoch_of, recipe, rng)
    losses, begun, told = 0.0, time.monotonic(), max(1, len(steps) // TOLD)
    for step, batch in enumerate(steps):
        done = step / len(steps)
        for group in optimiser.param_groups:
            rise = min(1.0, (done + 0.001) / 0.06) * (1 - done)
            group["lr"] = recipe.rate * group["share"] * max(0.02, rise)
        with _cheaply(network):
            ids, mask = _there(network, padded(batch, rng, recipe.masked))
            logits = network(ids, mask)
        losses += _step(network, optimiser, pooled(logits.float(), mask), batch)
        if (step + 1) % told == 0:
            say(f"  {step + 1}/{len(steps)} steps, loss {losses / told:.3f}, {_since(begun)} s")
            losses = 0.0
    network.eval()


@contextmanager
def _cheaply(network: PairNetwork) -> Iterator[None]:
    """Half as many bits; on a CPU also the plain attention, whose way back takes less time there."""
    kind = network.heads.weight.device.type
    attention = sdpa_kernel(SDPBackend.MATH) if kind == "cpu" else nullcontext()
    with torch.autocast(kind, dtype=torch.bfloat16), attention:
        yield


def _there(network: PairNetwork, given: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
    """Ids and mask on the device of the network."""
    device = network.heads.weight.device
    return given[0].to(device), given[1].to(device)


def _steps(epoch_of: Epoch, recipe: Recipe, rng: random.Random) -> list[list[Example]]:
    """The batches of all epochs, the last of them in part where the recipe asks for a part."""
    epochs = [shuffled(epoch_of(rng), recipe.batch, rng) for _ in range(math.ceil(recipe.epochs))]
    steps = [batch for epoch in epochs for batch in epoch]
    return steps[: max(1, round(len(steps) * recipe.epochs / len(epochs)))]


def logits_of(network: PairNetwork, read: Sequence[Example]) -> NDArray[np.float32]:
    """One row of logits a pair, in the order given."""
    found = np.zeros((len(read), len(LABELS)), np.float32)
    order = sorted(range(len(read)), key=lambda i: len(read[i].ids))
    network.eval()
    with torch.inference_mode(), _cheaply(network):
        for start in range(0, len(order), AT_ONCE):
            rows = order[start : start + AT_ONCE]
            part = [read[i] for i in rows]
            ids, mask = _there(network, padded(part))
            found[rows] = pooled(network(ids, mask).float(), mask).cpu().numpy()
    return found


def pooled(logits: Tensor, mask: Tensor) -> Tensor:
    """Logits of tokens to logits of pairs: a mean, weighed by the network's own column for it."""
    weighed = logits[..., WEIGHT].masked_fill(mask == 0, -1e4).softmax(-1)
    return (logits[..., : len(LABELS)] * weighed[..., None]).sum(1)


def _groups(network: PairNetwork) -> list[dict[str, object]]:
    for part in (network.words, network.places):
        part.requires_grad_(requires_grad=False)
    return [
        {
            "params": [weight],
            "weight_decay": 0.01 if weight.ndim > 1 else 0.0,
            "share": _share(name, len(network.layers)),
        }
        for name, weight in network.named_parameters()
        if weight.requires_grad
    ]


def _share(name: str, layers: int) -> float:
    """How fast a weight learns beside those of the uppermost layer."""
    if name.startswith("heads"):
        return HEADS
    layer = re.match(r"layers\.(\d+)", name)
    return DECAY ** (layers - 1 - int(layer[1])) if layer else FRAMES


def _step(
    network: PairNetwork, optimiser: torch.optim.AdamW, said: Tensor, batch: Sequence[Example]
) -> float:
    wanted = torch.tensor([e.target for e in batch], device=said.device)
    loss = functional.cross_entropy(said, wanted, label_smoothing=SMOOTHED)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
    optimiser.step()
    return loss.item()


def _since(begun: float) -> int:
    return round(time.monotonic() - begun)
