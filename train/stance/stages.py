"""The stages: cited papers alone, then general sets, then health and climate fold by fold.

Each later stage plays earlier sets again. What the folds have learnt is averaged weight by weight into
the network that ships: they begin from the same weights, and each has seen four fifths of what the
average has seen (Wortsman et al. 2022, "Model soups", arXiv 2203.05482).
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import torch

from train.stance.batch import examples
from train.stance.learn import Recipe, fresh, teach

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tokenizers import Tokenizer

    from train.network import Network
    from train.stance.learn import Epoch, Say
    from train.stance.lower import Lower
    from train.stance.pairs import Pair

    Shares = Mapping[str, float]

PAPERS = Recipe(epochs=1.5, rate=1e-4)
GENERAL = Recipe(epochs=1.5, rate=1e-4)
FOLD = Recipe(epochs=3.4, rate=3e-4, batch=1024)
ALONE = Recipe(epochs=4, rate=1e-4)

IN_PAPERS: Shares = {"citation_integrity": 0.5}
IN_GENERAL: Shares = {"factcheck_gpt": 1.0, "wice": 1.0, "citation_integrity": 0.2}
IN_FOLD: Shares = {
    "healthver": 1.0,
    "climate_fever": 0.5,
    "citation_integrity": 0.1,
    "factcheck_gpt": 0.08,
    "wice": 0.2,
}
UNSURE_SHARE: Shares = {"climate_fever": 0.2, "factcheck_gpt": 0.3}
"""Share of a set's pairs without stance that one epoch sees; they outnumber the others there."""


class Stages:
    """Trains one stage after the other with one tokenizer; a stage without examples changes nothing."""

    def __init__(self, tokenizer: Tokenizer, say: Say) -> None:
        self._tokenizer, self._say = tokenizer, say

    def papers(self, pairs: Sequence[Pair]) -> Network:
        """Citation-Integrity alone, from the base weights."""
        return self._taught(fresh(), self._epoch(pairs, IN_PAPERS), PAPERS)

    def general(self, first: Network, pairs: Sequence[Pair]) -> Network:
        """Fact checks and encyclopaedia beside it."""
        return self._taught(first, self._epoch(pairs, IN_GENERAL), GENERAL)

    def fold(self, second: Network, pairs: Sequence[Pair], lower: Lower) -> Network:
        """Health and climate, the other sets played again; `pairs` are without those held out."""
        return self._taught(second, self._epoch(pairs, IN_FOLD), FOLD, lower)

    def alone(self, pairs: Sequence[Pair]) -> Network:
        """One set alone, from the base weights: a baseline that the stages are held against."""
        return self._taught(fresh(), self._epoch(pairs, {p.source: 1.0 for p in pairs}), ALONE)

    def _epoch(self, pairs: Sequence[Pair], shares: Shares) -> Epoch:
        """What one epoch sees: a share of every set, drawn anew each time."""
        kept = [p for p in pairs if p.source in shares]
        read = list(zip(kept, examples(kept, self._tokenizer), strict=True))

        def share(pair: Pair) -> float:
            unsure = UNSURE_SHARE.get(pair.source, 1.0) if pair.target[2] == 1.0 else 1.0
            return shares[pair.source] * unsure

        return lambda rng: [example for pair, example in read if rng.random() < share(pair)]

    def _taught(
        self, network: Network, epoch_of: Epoch, recipe: Recipe, lower: Lower | None = None
    ) -> Network:
        if epoch_of(random.Random(0)):
            teach(network, epoch_of, recipe, self._say, lower)
        return network


def average(networks: Sequence[Network]) -> Network:
    """The network whose every weight is the mean of theirs."""
    states = [n.state_dict() for n in networks]
    made = fresh()
    made.load_state_dict(
        {name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]}
    )
    return made.eval()
