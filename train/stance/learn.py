"""Examples to a trained network: losses and the optimiser's loop, from fixed seeds; and what it then says."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional
from torch.nn.attention import SDPBackend, sdpa_kernel

from claims.encoder.stance_encoder import LABELS, WEIGHT, WIDTH
from train.network import Network
from train.stance.batch import Example, padded, shuffled
from train.stance.lower import DEPTH, upper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from train.stance.lower import Lower

    Say = Callable[[str], None]
    Epoch = Callable[[random.Random], list[Example]]

HEADS = 3.0
"""How much faster than the rest the head learns, which begins with nothing."""

SMOOTHED = 0.05
AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one stage is trained. `batch` is the most tokens of one step, padding counted."""

    epochs: float
    rate: float
    batch: int = 1536
    masked: float = 0.05
    seed: int = 1


def fresh() -> Network:
    """The base weights under a new head; without dropout, whose random numbers cost a CPU much."""
    network = Network(WIDTH, dropout=0.0)
    network.load_base()
    return network


def teach(
    network: Network, epoch_of: Epoch, recipe: Recipe, say: Say, lower: Lower | None = None
) -> None:
    """Train in place; `epoch_of` gives the examples of one epoch; with `lower` the upper layers alone.

    The rate rises over the first 6 % of the steps and falls linearly. The embeddings stay as they are:
    they are half of the weights and learn little from so few pairs.
    """
    rng = random.Random(recipe.seed)
    torch.manual_seed(recipe.seed)
    network.train()
    optimiser = torch.optim.AdamW(_groups(network, lower), lr=recipe.rate, fused=True)
    steps = shuffled(epoch_of(rng), recipe.batch, rng)
    total = max(1, round(len(steps) * recipe.epochs))
    losses, begun = 0.0, time.monotonic()
    for step in range(total):
        if step and step % len(steps) == 0:
            say(f"  {step}/{total} steps, loss {losses / len(steps):.3f}, {_since(begun)} s")
            losses, again = 0.0, shuffled(epoch_of(rng), recipe.batch, rng)
            steps = (again * 2)[: len(steps)]
        done = step / total
        for group in optimiser.param_groups:
            rise = min(1.0, (done + 0.001) / 0.06) * (1 - done)
            group["lr"] = recipe.rate * group["share"] * max(0.02, rise)
        batch = steps[step % len(steps)]
        # The plain attention: on a CPU its way back takes three quarters of the fused one's time
        with torch.autocast("cpu", dtype=torch.bfloat16), sdpa_kernel(SDPBackend.MATH):
            if lower:
                states, mask = lower.batch(batch)
                logits = upper(network, states, mask)
            else:
                ids, mask = padded(batch, rng, recipe.masked)
                logits = network(ids, mask)
        losses += _step(network, optimiser, pooled(logits.float(), mask), batch)
    network.eval()
    say(f"  {total} steps in {_since(begun)} s")


def logits_of(
    network: Network, read: Sequence[Example], lower: Lower | None = None
) -> NDArray[np.float32]:
    """One row of logits a pair, in the order given."""
    found = np.zeros((len(read), len(LABELS)), np.float32)
    order = sorted(range(len(read)), key=lambda i: len(read[i].ids))
    network.eval()
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), AT_ONCE):
            rows = order[start : start + AT_ONCE]
            part = [read[i] for i in rows]
            given, mask = lower.batch(part) if lower else padded(part)
            logits = upper(network, given, mask) if lower else network(given, mask)
            found[rows] = pooled(logits.float(), mask).numpy()
    return found


def pooled(logits: Tensor, mask: Tensor) -> Tensor:
    """Logits of tokens to logits of pairs: a mean, weighed by the network's own column for it."""
    weighed = logits[..., WEIGHT].masked_fill(mask == 0, -1e4).softmax(-1)
    return (logits[..., : len(LABELS)] * weighed[..., None]).sum(1)


def _groups(network: Network, lower: Lower | None) -> list[dict[str, object]]:
    frozen = [network.words, network.places, network.types]
    if lower:
        frozen += [network.norm, *list(network.layers)[:DEPTH]]
    for part in frozen:
        part.requires_grad_(requires_grad=False)
    heads = set(map(id, network.heads.parameters()))
    return [
        {
            "params": [p],
            "weight_decay": 0.01 if p.ndim > 1 else 0.0,
            "share": HEADS if id(p) in heads else 1.0,
        }
        for p in network.parameters()
        if p.requires_grad
    ]


def _step(
    network: Network, optimiser: torch.optim.AdamW, said: Tensor, batch: Sequence[Example]
) -> float:
    wanted = torch.tensor([e.target for e in batch])
    loss = functional.cross_entropy(said, wanted, label_smoothing=SMOOTHED)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p.requires_grad], 1.0)
    optimiser.step()
    return loss.item()


def _since(begun: float) -> int:
    return round(time.monotonic() - begun)
