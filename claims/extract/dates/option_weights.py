"""The signs of a claim's options to the date that it depends on: one weight for each sign.

A conditional logit: the chance of an option among all of the claim is the softmax of its sums. Fitted on
claims that the encoder had not seen (train/dates.py).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import repeat
from operator import mul
from typing import TYPE_CHECKING, Any

from claims.model.errors import DamagedData

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.extract.dates.date_options import Option

LIKELY = 0.33
"""From this chance on a date is given (best F1 over the articles that the weights were tried on)."""


@dataclass(frozen=True, slots=True)
class OptionWeights:
    """A weight for each sign; a sign without one says nothing."""

    weights: Mapping[str, float]

    def choose(self, options: Sequence[Option]) -> tuple[Option | None, float]:
        """The likeliest date and its chance; None, and the chance of that, where it is too little.

        >>> from claims.extract.dates.date_options import Option
        >>> options = [Option(None, "", {"none": 1.0}), Option("2021-08-28", "last", {"last": 1.0})]
        >>> OptionWeights({"last": 1.0}).choose(options)[0].edtf
        '2021-08-28'
        >>> OptionWeights({"none": 3.0}).choose(options)[0] is None
        True
        """
        chances = self._chances(options)
        best = max(range(1, len(options)), key=chances.__getitem__, default=0)
        if best and chances[best] >= LIKELY:
            return options[best], chances[best]
        return None, 1 - sum(chances[1:])

    def _chances(self, options: Sequence[Option]) -> list[float]:
        sums = [
            sum(map(mul, one.signs.values(), map(self.weights.get, one.signs, repeat(0.0))))
            for one in options
        ]
        most = max(sums)
        shares = [math.exp(total - most) for total in sums]
        whole = sum(shares)
        return [share / whole for share in shares]


def read_option_weights(given: Mapping[str, Any]) -> OptionWeights:
    """Weights as they are stored beside the encoder. Raises DamagedData when a weight is no number.

    >>> read_option_weights({"last": 1}).weights
    {'last': 1.0}
    """
    try:
        return OptionWeights({str(name): float(weight) for name, weight in given.items()})
    except (AttributeError, TypeError, ValueError) as error:
        raise DamagedData("the weights of dates cannot be read; reinstall") from error
