"""Pairs to what the network reads: tokens, batches of like length, padding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from claims.encoder.stance_encoder import windows
from claims.evidence.quantity.marked import marked

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from tokenizers import Tokenizer
    from torch import Tensor

    from train.stance.pairs import Pair

LONGEST = 128
"""Tokens of a pair in training, marks counted; what ships reads longer ones."""

MASK = 103
"""The tokenizer's [MASK], which stands for a token now and then so that no one word is leant on."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair as the network reads it, and the weight of each label."""

    ids: tuple[int, ...]
    target: tuple[float, float, float]


def examples(
    pairs: Sequence[Pair], tokenizer: Tokenizer, *, longest: int = LONGEST
) -> list[Example]:
    """The pairs as tokens, the numbers of the passage marked as where the weights are used."""
    shown = [(p.claim, marked(p.claim, p.passage)) for p in pairs]
    read = windows(tokenizer, shown, longest=longest)
    return [Example(tuple(ids), p.target) for ids, p in zip(read, pairs, strict=True)]


def shuffled(read: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of like length, at most `size` tokens each with padding, in any order."""
    found = list(_batches(read, size, rng))
    rng.shuffle(found)
    return found


def padded(
    batch: Sequence[Example], rng: random.Random | None = None, masked: float = 0.0
) -> tuple[Tensor, Tensor]:
    """Token ids and mask of a batch, shape (batch, tokens)."""
    width = max(len(e.ids) for e in batch)
    ids = torch.zeros(len(batch), width, dtype=torch.long)
    mask = torch.zeros(len(batch), width)
    for row, example in enumerate(batch):
        given = [MASK if rng and i > MASK and rng.random() < masked else i for i in example.ids]
        ids[row, : len(given)] = torch.tensor(given)
        mask[row, : len(given)] = 1
    return ids, mask


def _batches(read: Sequence[Example], size: int, rng: random.Random) -> Iterator[list[Example]]:
    held: list[Example] = []
    for example in sorted(read, key=lambda e: len(e.ids) + rng.random() * 12):
        if held and (len(example.ids) + 12) * (len(held) + 1) > size:
            yield held
            held = []
        held.append(example)
    if held:
        yield held
