"""What the lower layers answer to each pair, worked out once: the folds train the upper layers alone.

Half of the time of training is saved, and the layers that all folds share stay the same, so that the
average of the folds is taken over their upper layers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from train.network import SIZE
from train.stance.batch import padded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from train.stance.batch import Example
    from train.stance.network import PairNetwork

DEPTH = 3
"""Layers that the folds leave as they are, of six: half of the time of training."""

AT_ONCE = 16


class Lower:
    """The embeddings and first `DEPTH` layers of a network, and their answers to what was read before."""

    def __init__(self, network: PairNetwork) -> None:
        self._network = network.eval()
        self._kept: dict[tuple[int, ...], Tensor] = {}

    def batch(self, read: Sequence[Example]) -> tuple[Tensor, Tensor]:
        """Hidden states (batch, tokens, SIZE) and their mask."""
        self._learn([e for e in read if e.ids not in self._kept])
        width = max(len(e.ids) for e in read)
        device = self._network.heads.weight.device
        states = torch.zeros(len(read), width, SIZE, device=device)
        mask = torch.zeros(len(read), width, device=device)
        for row, example in enumerate(read):
            states[row, : len(example.ids)] = self._kept[example.ids].float()
            mask[row, : len(example.ids)] = 1
        return states, mask

    def _learn(self, new: list[Example]) -> None:
        new.sort(key=lambda e: len(e.ids))
        net = self._network
        device = net.heads.weight.device
        for start in range(0, len(new), AT_ONCE):
            part = new[start : start + AT_ONCE]
            ids, mask = (given.to(device) for given in padded(part))
            with torch.inference_mode(), torch.autocast(device.type, dtype=torch.bfloat16):
                x = net.norm(net.embedded(ids))
                found = through(net, x, mask, layers=(0, DEPTH)).to(torch.bfloat16)
            for row, example in enumerate(part):
                self._kept[example.ids] = found[row, : len(example.ids)].clone()


def through(network: PairNetwork, x: Tensor, mask: Tensor, *, layers: tuple[int, int]) -> Tensor:
    """Hidden states through some of the layers."""
    bias = ((1.0 - mask) * -1e4)[:, None, None, :].to(x.dtype)
    for layer in list(network.layers)[slice(*layers)]:
        x = layer(x, bias)
    return x


def upper(network: PairNetwork, states: Tensor, mask: Tensor) -> Tensor:
    """The answers of the lower layers to logits of tokens."""
    logits: Tensor = network.heads(
        through(network, states, mask, layers=(DEPTH, len(network.layers)))
    )
    return logits
