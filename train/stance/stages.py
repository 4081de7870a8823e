"""The stages: everyday inference, then general sets, then health and climate fold by fold.

Each later stage plays earlier sets again. What the folds have learnt is averaged weight by weight into
the network that ships: they begin from the same weights, and each has seen four fifths of what the
average has seen (Wortsman et al. 2022, "Model soups", arXiv 2203.05482).
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import torch

from train.stance.batch import examples
from train.stance.learn import Recipe, teach
from train.stance.network import fresh
from train.stance.pairs import REFUTES, SUPPORTS, UNSURE
from train.stance.turned import turned

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tokenizers import Tokenizer

    from train.stance.batch import Example
    from train.stance.learn import Epoch, Say
    from train.stance.lower import Lower
    from train.stance.network import PairNetwork
    from train.stance.pairs import Pair

    Shares = Mapping[str, tuple[float, float]]

INFERENCE = Recipe(epochs=1, rate=2e-4)
INFERENCE_PAIRS = 90_000
GENERAL = Recipe(epochs=2, rate=2e-4)
FOLD = Recipe(epochs=5, rate=4e-4, batch=1024)
ALONE = Recipe(epochs=5, rate=3e-4, batch=1024)

IN_GENERAL: Shares = {
    "citation_integrity": (0.8, 0.8),
    "factcheck_gpt": (0.25, 0.08),
    "wice": (0.5, 0.5),
    "snli": (0.01, 0.01),
}
IN_FOLD: Shares = {
    "healthver": (1.0, 1.0),
    "climate_fever": (0.3, 0.07),
    "citation_integrity": (0.12, 0.12),
    "factcheck_gpt": (0.05, 0.02),
    "wice": (0.08, 0.08),
}
"""Of each set, the share of its pairs with a stance, and without, that one epoch sees."""

LONG = 420
"""Characters of a passage from which on a pair of cited papers is seen more seldom: it costs more time."""

SELDOM = 0.1

TURNED = 0.15
"""How often a supported claim is shown turned round, and so refuted."""

TURNED_OF = ("healthver", "citation_integrity", "climate_fever")


class Stages:
    """Trains one stage after the other with one tokenizer; a stage without examples changes nothing."""

    def __init__(
        self, tokenizer: Tokenizer, say: Say, *, device: str = "cpu", more: float = 1.0
    ) -> None:
        self._tokenizer, self._say = tokenizer, say
        self._device, self._more = device, more

    def inference(self, pairs: Sequence[Pair]) -> PairNetwork:
        """Everyday sentences, from the base weights."""
        return self._taught(fresh(), lambda _: examples(pairs, self._tokenizer), INFERENCE)

    def general(self, first: PairNetwork, pairs: Sequence[Pair]) -> PairNetwork:
        """Cited papers, fact checks and encyclopaedia."""
        return self._taught(first, self._epoch(pairs, IN_GENERAL), GENERAL)

    def fold(self, second: PairNetwork, pairs: Sequence[Pair], lower: Lower) -> PairNetwork:
        """Health and climate, the other sets played again; `pairs` are without those held out."""
        return self._taught(second, self._epoch(pairs, IN_FOLD), FOLD, lower)

    def alone(self, pairs: Sequence[Pair]) -> PairNetwork:
        """One set alone, from the base weights: a baseline that the stages are held against."""
        return self._taught(fresh(), lambda _: examples(pairs, self._tokenizer), ALONE)

    def _epoch(self, pairs: Sequence[Pair], shares: Shares) -> Epoch:
        """What one epoch sees: a share of every set, drawn anew each time."""
        kept = [p for p in pairs if p.source in shares]
        read = self._read(kept)
        rng = random.Random(5)
        turns = {i: t for i, p in enumerate(kept) if (t := _turned(p, rng))}
        opposite = dict(zip(turns, self._read(list(turns.values())), strict=True))

        def epoch(rng: random.Random) -> list[Example]:
            drawn = [i for i, pair in enumerate(kept) if rng.random() < _share(pair, shares)]
            return [
                opposite[i] if i in opposite and rng.random() < TURNED else read[i] for i in drawn
            ]

        return epoch

    def _read(self, pairs: Sequence[Pair]) -> list[Example]:
        return examples(pairs, self._tokenizer)

    def _taught(
        self, network: PairNetwork, epoch_of: Epoch, recipe: Recipe, lower: Lower | None = None
    ) -> PairNetwork:
        recipe = replace(recipe, epochs=recipe.epochs * self._more)
        if epoch_of(random.Random(0)):
            teach(network.to(self._device), epoch_of, recipe, self._say, lower)
        return network


def _share(pair: Pair, shares: Shares) -> float:
    share = shares[pair.source][pair.target == UNSURE]
    if pair.source == "citation_integrity" and len(pair.passage) >= LONG:
        return share * SELDOM
    return share


def _turned(pair: Pair, rng: random.Random) -> Pair | None:
    """The pair with its claim turned round, and so refuted, where that is simple."""
    if pair.source not in TURNED_OF or pair.target != SUPPORTS:
        return None
    claim = turned(pair.claim, rng)
    return replace(pair, claim=claim, target=REFUTES) if claim else None


def average(networks: Sequence[PairNetwork]) -> PairNetwork:
    """The network whose every weight is the mean of theirs."""
    states = [n.cpu().state_dict() for n in networks]
    made = fresh()
    made.load_state_dict(
        {name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]}
    )
    return made.eval()
