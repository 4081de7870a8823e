"""Which pairs a network sees, how often and how fast it learns: all together, or one set alone.

Every network begins from the base weights and learns with all its layers: first what was written to be
read and the tables of the quantity engine, then these with everything else.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from train.stance.batch import examples
from train.stance.learn import Recipe, teach
from train.stance.network import fresh
from train.stance.pairs import UNSURE

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from tokenizers import Tokenizer

    from train.stance.batch import Example
    from train.stance.learn import Epoch, Say
    from train.stance.network import PairNetwork
    from train.stance.pairs import Pair

FIRST = Recipe(epochs=3, rate=2e-4, batch=1024)
TOGETHER = Recipe(epochs=3, rate=1.5e-4, batch=1024, seed=2)
ALONE = Recipe(epochs=5, rate=2e-4, batch=1024)

SHARES = {
    "healthver": (1.0, 1.0),
    "climate_fever": (0.6, 0.12),
    "citation_integrity": (0.35, 0.5),
    "written": (0.4, 0.4),
    "pairs": (1.0, 1.0),
    "trials": (1.0, 1.0),
    "tables": (1.0, 1.0),
    "mixed": (1.0, 1.0),
    "news": (1.0, 1.0),
}
"""Of each set, the share of its pairs with a stance, and without, that one epoch sees. Factcheck-GPT and
WiCE, nearest to what a desk reads, are not learned from: they tell what the network does on others' pairs."""

FIRST_SEEN = frozenset({"written", "trials", "tables"})

LONG = 420
"""Characters of a passage from which on a pair of cited papers is seen more seldom: it costs more time."""

SELDOM = 0.05


class Lessons:
    """Trains networks with one tokenizer on one device; `more` times as many epochs, given the time."""

    def __init__(
        self, tokenizer: Tokenizer, say: Say, *, device: str = "cpu", more: float = 1.0
    ) -> None:
        self._tokenizer, self._say = tokenizer, say
        self._device, self._more = device, more

    def together(self, pairs: Sequence[Pair]) -> PairNetwork:
        """What is seen first, then all at once, a share of each in every epoch, drawn anew."""
        read = self._read(pairs)
        shares = [_share(p) for p in pairs]
        begun = [e for e, p in zip(read, pairs, strict=True) if p.source in FIRST_SEEN]

        def epoch(rng: random.Random) -> list[Example]:
            return [e for e, share in zip(read, shares, strict=True) if rng.random() < share]

        network = self._taught(fresh(), lambda _: begun, FIRST)
        return self._taught(network, epoch, TOGETHER)

    def alone(self, pairs: Sequence[Pair]) -> PairNetwork:
        """One set alone: a baseline that the sets together are held against."""
        read = self._read(pairs)
        return self._taught(fresh(), lambda _: read, ALONE)

    def _read(self, pairs: Sequence[Pair]) -> list[Example]:
        return examples(pairs, self._tokenizer)

    def _taught(self, network: PairNetwork, epoch_of: Epoch, recipe: Recipe) -> PairNetwork:
        network = network.to(self._device)
        teach(network, epoch_of, replace(recipe, epochs=recipe.epochs * self._more), self._say)
        return network


def _share(pair: Pair) -> float:
    share = SHARES[pair.source][pair.target == UNSURE]
    if pair.source == "citation_integrity" and len(pair.passage) >= LONG:
        return share * SELDOM
    return share
