"""Examples to a trained network: batches, losses and the optimiser's loop, from fixed seeds."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from claims.extract.reading import DATED, FACTUAL, KIND, LEVEL, SAID, TAG, WEIGHT, WORTHY
from train.soft import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from torch import Tensor, nn

    from train.examples import Example

MASK = 103
"""The tokenizer's [MASK], which stands for a word now and then so that no one word is leant on."""

HEADS = 3.0
"""How much faster than the rest the heads learn."""

BEGIN_WEIGHT = 2.0
"""First words of claims are rare beside the others, and merging two claims is the usual error."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one stage is trained. `batch` is the most tokens of one step, padding counted."""

    epochs: float
    rate: float
    batch: int
    masked: float = 0.0
    seed: int = 1


def fit(
    network: nn.Module,
    steps_of: Callable[[random.Random], list[list[Example]]],
    recipe: Recipe,
    say: Callable[[str], None],
) -> None:
    """Train in place; `steps_of` gives the batches of one epoch.

    The rate rises over the first 6 % of the steps and falls linearly; the heads, which begin with
    nothing, learn three times as fast. The weights are those of the last step, not an average.
    Mixed precision (bfloat16) where the processor has it; the losses themselves are always the CPU's.
    """
    rng = random.Random(recipe.seed)
    torch.manual_seed(recipe.seed)
    network.train()
    batches = steps_of(rng)
    total = max(1, round(len(batches) * recipe.epochs))
    optimiser = _optimiser(network, recipe.rate)
    losses, begun = 0.0, time.monotonic()
    for step in range(total):
        if step and step % len(batches) == 0:
            say(f"  {step}/{total} steps, loss {losses / len(batches):.4f}, {_since(begun)} s")
            losses, batches = 0.0, _again(steps_of, rng, len(batches))
        _set_rate(optimiser, recipe.rate, step / total)
        losses += _step(network, optimiser, batches[step % len(batches)], rng, recipe.masked)
    network.eval()
    say(f"  {total} steps in {_since(begun)} s")


def batches(examples: Sequence[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    """Examples of like length together, at most `size` tokens a batch with padding."""
    order = sorted(examples, key=lambda e: len(e.ids) + rng.random() * 12)
    held: list[Example] = []
    for example in order:
        if held and len(example.ids) * (len(held) + 1) > size:
            yield held
            held = []
        held.append(example)
    if held:
        yield held


def _again(
    steps_of: Callable[[random.Random], list[list[Example]]], rng: random.Random, count: int
) -> list[list[Example]]:
    """Another epoch's batches, as many as the first had, since the schedule counts steps."""
    made = steps_of(rng)
    return (made * 2)[:count]


def _optimiser(network: nn.Module, rate: float) -> torch.optim.AdamW:
    groups = [
        {
            "params": [p],
            "weight_decay": 0.01 if p.ndim > 1 else 0.0,
            "share": HEADS if name.startswith("heads") else 1.0,
        }
        for name, p in network.named_parameters()
    ]
    return torch.optim.AdamW(groups, lr=rate, fused=True)


def _set_rate(optimiser: torch.optim.AdamW, rate: float, done: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = (
            rate * group["share"] * max(0.02, min(1.0, (done + 0.001) / 0.06) * (1 - done))
        )


def _step(
    network: nn.Module,
    optimiser: torch.optim.AdamW,
    batch: Sequence[Example],
    rng: random.Random,
    masked: float,
) -> float:
    ids, mask = padded(batch, rng, masked)
    device = next(network.parameters()).device
    with torch.autocast(device.type, dtype=torch.bfloat16):
        logits = network(ids.to(device), mask.to(device))
    loss = loss_of(logits.float().cpu(), batch)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return loss.item()


def padded(
    batch: Sequence[Example], rng: random.Random | None = None, masked: float = 0.0
) -> tuple[Tensor, Tensor]:
    """Token ids and mask of a batch, shape (batch, tokens)."""
    width = max(len(e.ids) for e in batch)
    ids = torch.zeros(len(batch), width, dtype=torch.long)
    mask = torch.zeros(len(batch), width)
    for row, example in enumerate(batch):
        given = [
            MASK if rng and b and rng.random() < masked else i
            for i, b in zip(example.ids, example.begins, strict=True)
        ]
        ids[row, : len(given)] = torch.tensor(given)
        mask[row, : len(given)] = 1
    return ids, mask


def loss_of(logits: Tensor, batch: Sequence[Example]) -> Tensor:
    """The sum of the losses of every head that the batch has targets for; a batch is of one sort."""
    if batch[0].tags is not None:
        return _tag_loss(logits, batch) + _span_loss(logits, batch)
    head, column = ("worthy", WORTHY) if batch[0].worthy is not None else ("factual", FACTUAL)
    means = torch.stack(
        [
            logits[row, : len(e.ids), column][torch.tensor(e.begins)].mean()
            for row, e in enumerate(batch)
        ]
    )
    wanted = torch.tensor([getattr(e, head) * 0.96 + 0.02 for e in batch])
    return functional.binary_cross_entropy_with_logits(means, wanted)


def _tag_loss(logits: Tensor, batch: Sequence[Example]) -> Tensor:
    """Cross-entropy against the shares of every word's tags, first words counting more."""
    wanted = torch.zeros(*logits.shape[:2], 3)
    for row, example in enumerate(batch):
        if example.tags is not None:
            wanted[row, : len(example.tags)] = torch.from_numpy(example.tags)
    counted = wanted * torch.tensor([1.0, BEGIN_WEIGHT, 1.0])
    said = torch.log_softmax(logits[..., TAG], -1)
    return -(counted * said).sum() / counted.sum()


def _span_loss(logits: Tensor, batch: Sequence[Example]) -> Tensor:
    """Kind, level, claimant and dates of the claims, from their words as the engine weighs them."""
    spans = [(row, e, span) for row, e in enumerate(batch) for span in e.spans]
    if not spans:
        return logits.sum() * 0.0
    whole = []
    for row, example, span in spans:
        words = logits[row, span.start : span.end]
        words = words[torch.tensor(example.begins[span.start : span.end])]
        whole.append((words * torch.softmax(words[:, WEIGHT], 0)[:, None]).sum(0))
    found = torch.stack(whole)
    wanted = torch.from_numpy(np.stack([span.views for *_, span in spans]))
    kinds, must, said, dated = VIEWS
    yes_no = functional.binary_cross_entropy_with_logits
    return (
        0.4 * functional.cross_entropy(found[:, KIND], wanted[:, kinds])
        + 0.2 * yes_no(found[:, LEVEL], wanted[:, must])
        + 0.3 * yes_no(found[:, SAID], wanted[:, said])
        + 0.5 * functional.cross_entropy(found[:, DATED], wanted[:, dated])
    )


def _since(begun: float) -> int:
    return round(time.monotonic() - begun)
