"""The network of the stances: the base, told by an embedding of its own which text is the passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.encoder.stance_encoder import WIDTH
from claims.encoder.words import LAST
from train.network import LAYERS, Network

if TYPE_CHECKING:
    from torch import Tensor


class PairNetwork(Network):
    """Token ids of claim and passage to logits a token.

    What follows the first closing mark is the passage. The base was made for one text at a time, but
    keeps the embedding for a second from what it was made of, which is learnt on.
    """

    def embedded(self, ids: Tensor) -> Tensor:
        """Words, places, and whether a token belongs to the claim or to the passage."""
        ends = (ids == LAST).long()
        second = (ends.cumsum(1) - ends).clamp(max=1)[..., None].to(self.types.weight.dtype)
        kind = self.types.weight[0] + second * (self.types.weight[1] - self.types.weight[0])
        found: Tensor = self.words(ids) + self.places.weight[: ids.shape[1]] + kind
        return found


def fresh() -> PairNetwork:
    """The base weights under a new head; without dropout, whose random numbers cost a CPU much."""
    network = PairNetwork(WIDTH, dropout=0.0, layers=LAYERS)
    network.load_base()
    return network
