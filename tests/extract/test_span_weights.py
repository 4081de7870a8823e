"""Scores of stretches to the claims of each sentence."""

import numpy as np
import pytest

from claims.extract.span_signs import FEATURES, REST, Stretches
from claims.extract.span_weights import SpanWeights, read_span_weights
from claims.model.errors import DamagedData

STORED = {
    "features": list(FEATURES),
    "weights": [0.0] * len(FEATURES),
    "rest_features": list(REST),
    "rest": [0.0] * len(REST),
}


def chosen(scores, outside, sentences):
    """The claims out of stretches with these scores; the first weight counts them alone."""
    pairs = list(scores)
    weights = SpanWeights(np.eye(1, len(FEATURES))[0], np.eye(1, len(REST))[0])
    signs = np.zeros((len(pairs), len(FEATURES)))
    signs[:, 0] = list(scores.values())
    rest = np.zeros((len(outside), len(REST)))
    rest[:, 0] = outside
    starts, stops = np.array(pairs, int).reshape(-1, 2).T
    return weights.choose(Stretches(starts, stops, signs, rest, tuple(sentences)))


ROWS = [
    ("two beat the whole", {(0, 2): 1.0, (2, 4): 1.0, (0, 4): 1.5}, [0] * 4, [(0, 2), (2, 4)]),
    ("the whole beats two", {(0, 2): 1.0, (2, 4): 1.0, (0, 4): 2.5}, [0] * 4, [(0, 4)]),
    ("nothing beats a poor one", {(0, 4): -1.0}, [0] * 4, []),
    ("words outside count", {(0, 4): -1.0}, [-1] * 4, [(0, 4)]),
    ("a gap is left out", {(0, 1): 1.0, (2, 4): 1.0}, [0] * 4, [(0, 1), (2, 4)]),
    ("they never overlap", {(0, 3): 1.0, (2, 4): 1.1}, [0] * 4, [(2, 4)]),
    ("no stretch at all", {}, [0] * 4, []),
]


@pytest.mark.parametrize(("why", "scores", "outside", "expect"), ROWS)
def test_the_best_sum_wins(why, scores, outside, expect):
    assert chosen(scores, outside, [(0, 4)]) == {0: expect}, why


def test_each_sentence_has_its_own():
    made = chosen({(0, 2): 1.0, (2, 4): 1.0, (3, 4): 3.0}, [0] * 4, [(0, 2), (2, 4)])
    assert made == {0: [(0, 2)], 2: [(3, 4)]}


@pytest.mark.parametrize(
    "changed",
    [
        {"weights": [0.0]},
        {"rest": [0.0]},
        {"features": ["other"] * len(FEATURES)},
        {"rest_features": ["other"] * len(REST)},
    ],
)
def test_weights_of_another_version_are_refused(changed):
    assert len(read_span_weights(STORED).weights) == len(FEATURES)
    with pytest.raises(DamagedData, match="reinstall"):
        read_span_weights(STORED | changed)
