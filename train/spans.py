"""The layer over stretches: a semi-Markov model fitted on articles that the encoder had not seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from claims.extract.span_signs import FEATURES, REST, Stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Places = NDArray[np.int64]

SNAP = 3
"""Words by which the edge of a marked claim may miss the nearest stretch's; else its sentence is left out."""

SMOOTHING = 5.0
"""L2 penalty on the weights, whose columns are scaled while they are fitted, rare ones least."""

LEAST_SCALE = 0.3
STEPS = 80
_START = {"tags": 1.0}  # the words' own scores, summed, are where the search begins


LEANINGS = {
    "a stretch": -0.1,
    "word outside": -0.15,
    "number: 2": -1.0,
    "number: 3": -1.5,
    "number: 4": -2.0,
    "numbers and verbs": -0.6,
}
"""Added to what was fitted: two amounts in one claim cost more than a border at the wrong place.

Likelihood counts every wrong border alike; a claim with its neighbour's amount has a wrong one, too. A little
off every stretch, and off every word outside, covers more of what must be checked. Chosen on five folds
(docs/decisions/0004-encoder.md).
"""


@dataclass(frozen=True, slots=True, eq=False)
class _Lattice:
    """The stretches of many sentences side by side: places are counted from each sentence's beginning."""

    sizes: Places  # words of each sentence
    sentence: Places  # of each stretch
    starts: Places
    stops: Places
    word_sentence: Places  # of each word
    word_place: Places
    signs: Numbers
    rest: Numbers
    marked: Numbers  # 1 for each stretch that is a marked claim
    free: Numbers  # 1 for each word outside them


def fit_spans(read: Sequence[tuple[Stretches, NDArray[np.int64]]]) -> dict[str, Any]:
    """The weights as they are stored beside the encoder, from stretches and the marked tags of words."""
    lattice = _lattice(read)
    scale = np.sqrt((lattice.signs**2).mean(0)).clip(LEAST_SCALE)
    rest_scale = np.sqrt((lattice.rest**2).mean(0)).clip(LEAST_SCALE)
    signs, rest = lattice.signs / scale, lattice.rest / rest_scale
    start = np.array([_START.get(name, 0.0) for name in FEATURES]) * scale
    rest_start = np.array([_START.get(name + "s", 0.0) for name in REST]) * rest_scale
    first = torch.tensor(np.concatenate([start, rest_start]))
    weights = first.clone().requires_grad_()
    optimiser = torch.optim.LBFGS([weights], max_iter=STEPS, line_search_fn="strong_wolfe")

    def step() -> torch.Tensor:
        now = weights.detach().numpy()
        claims, outside = signs @ now[: len(FEATURES)], rest @ now[len(FEATURES) :]
        total, chosen, left = _posterior(lattice, claims, outside)
        loss = total - lattice.marked @ claims - lattice.free @ outside
        slope = [signs.T @ (chosen - lattice.marked), rest.T @ (left - lattice.free)]
        away = weights.detach() - first
        weights.grad = torch.tensor(np.concatenate(slope)) + 2 * SMOOTHING * away
        return torch.tensor(loss) + SMOOTHING * away.square().sum()

    optimiser.step(step)
    found = weights.detach().numpy()
    leaned = found[: len(FEATURES)] / scale + [LEANINGS.get(name, 0.0) for name in FEATURES]
    left = found[len(FEATURES) :] / rest_scale + [
        LEANINGS.get(f"{name} outside", 0.0) for name in REST
    ]
    return {
        "features": list(FEATURES),
        "weights": [round(float(w), 5) for w in leaned],
        "rest_features": list(REST),
        "rest": [round(float(w), 5) for w in left],
    }


def _lattice(read: Sequence[tuple[Stretches, NDArray[np.int64]]]) -> _Lattice:
    """All sentences whose marked claims are among their stretches, or near them."""
    rows: dict[str, list[Any]] = {name: [] for name in _Lattice.__slots__}
    for found, tags in read:
        for first, last in found.sentences:
            own = np.nonzero((found.starts >= first) & (found.starts < last))[0]
            pairs = list(zip(found.starts[own].tolist(), found.stops[own].tolist(), strict=True))
            wanted = _snapped(_marked(tags, first, last), pairs)
            if wanted is None:
                continue
            number = len(rows["sizes"])
            rows["sizes"].append(last - first)
            rows["sentence"].append(np.full(len(own), number))
            rows["starts"].append(found.starts[own] - first)
            rows["stops"].append(found.stops[own] - first)
            rows["signs"].append(found.signs[own])
            rows["word_sentence"].append(np.full(last - first, number))
            rows["word_place"].append(np.arange(last - first))
            rows["rest"].append(found.rest[first:last])
            rows["marked"].append(np.array([pair in wanted for pair in pairs], float))
            free = np.ones(last - first)
            for a, b in wanted:
                free[a - first : b - first] = 0.0
            rows["free"].append(free)
    sizes = np.array(rows.pop("sizes"))
    return _Lattice(sizes=sizes, **{name: np.concatenate(parts) for name, parts in rows.items()})


def _marked(tags: NDArray[np.int64], first: int, last: int) -> list[tuple[int, int]]:
    """The marked claims of a sentence as runs of words."""
    begins = [i for i in range(first, last) if tags[i] == 1]
    return [
        (a, next((i for i in range(a + 1, last) if tags[i] != 2), last))  # noqa: PLR2004 - goes on
        for a in begins
    ]


def _snapped(
    wanted: Sequence[tuple[int, int]], pairs: Sequence[tuple[int, int]]
) -> set[tuple[int, int]] | None:
    """The claims with their edges moved to the nearest ones of a stretch; None where one is too far."""
    starts, stops = {a for a, _ in pairs}, {b for _, b in pairs}
    made: set[tuple[int, int]] = set()
    end = -1
    for a, b in wanted:
        start = min(starts, key=lambda i, a=a: (abs(i - a), i), default=None)
        stop = min(stops, key=lambda i, b=b: (abs(i - b), i), default=None)
        if start is None or stop is None or max(abs(start - a), abs(stop - b)) > SNAP:
            return None
        if start < end or (start, stop) not in pairs:
            return None
        made.add((start, stop))
        end = stop
    return made


def _posterior(
    lattice: _Lattice, claims: Numbers, outside: Numbers
) -> tuple[float, Numbers, Numbers]:
    """The sum of the sentences' log-partitions, and how likely each stretch and each word outside is."""
    count, most = len(lattice.sizes), int(lattice.sizes.max())
    free = np.zeros((count, most))
    free[lattice.word_sentence, lattice.word_place] = outside
    ahead, behind = np.full((2, count, most + 1), -np.inf)
    ahead[:, 0] = 0.0
    behind[np.arange(count), lattice.sizes] = 0.0
    s, a, b = lattice.sentence, lattice.starts, lattice.stops
    by_stop = [np.nonzero(b == place)[0] for place in range(most + 1)]
    by_start = [np.nonzero(a == place)[0] for place in range(most + 1)]
    for place in range(1, most + 1):
        ahead[:, place] = ahead[:, place - 1] + free[:, place - 1]
        k = by_stop[place]
        np.logaddexp.at(ahead[:, place], s[k], ahead[s[k], a[k]] + claims[k])
    for place in range(most - 1, -1, -1):
        behind[:, place] = np.logaddexp(behind[:, place], behind[:, place + 1] + free[:, place])
        k = by_start[place]
        np.logaddexp.at(behind[:, place], s[k], behind[s[k], b[k]] + claims[k])
    total = ahead[np.arange(count), lattice.sizes]
    chosen = np.exp(ahead[s, a] + claims + behind[s, b] - total[s])
    w, place = lattice.word_sentence, lattice.word_place
    left = np.exp(ahead[w, place] + outside + behind[w, place + 1] - total[w])
    return float(total.sum()), chosen, left
