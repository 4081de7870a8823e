"""The encoder's tags of words and the signs around them, weighed together by one layer.

A claim tends to begin at a clause, after a comma, at "which"; what the rules' clauses and the words on
either side say is added to the encoder's scores by multinomial logistic regression, fitted on words
that the encoder had not seen (train/stack.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.extract.reading import TAG, Reading, log_softmax
from claims.model.errors import DamagedData

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from claims.model.span import Span

CLASSES = (
    *",;:.()",
    *("dash", "quote", "and", "but", "or", "which", "who", "that", "when", "where"),
    *("subordinator", "-ing", "-ed", "number", "word"),
)
"""What a word can be to its neighbours."""

_SUBORDINATORS = frozenset("whose while because although after before as if including with".split())
_MARKS = dict.fromkeys("—–-", "dash") | dict.fromkeys('"“”', "quote")
_PLACES = {name: i for i, name in enumerate(CLASSES)}
_SHORTEST_ING = 5

FEATURES = (
    *("outside", "begins", "inside"),
    *("outside before", "begins before", "inside before"),
    *("outside after", "begins after", "inside after"),
    *("a clause begins", "in a clause", "first word", "last word", "a clause begins next"),
    *(f"is {name}" for name in CLASSES),
    *(f"after {name}" for name in CLASSES),
    *(f"before {name}" for name in CLASSES),
)
"""What each column means: log-probabilities by the encoder, then signs that are there or not."""


@dataclass(frozen=True, slots=True, eq=False)
class TagWeights:
    """`weights` (FEATURES, 3) and `bias` (3): outside, first word, further word of a claim."""

    weights: NDArray[np.float64]
    bias: NDArray[np.float64]

    def scores(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log-probabilities of the three tags, shape (words, 3)."""
        return log_softmax(features @ self.weights + self.bias)


def tag_features(
    text: str, reading: Reading, clauses: Sequence[Sequence[Span]]
) -> NDArray[np.float64]:
    """One row for each word of a reading, one column for each of FEATURES.

    `clauses` are the rules' clauses of each sentence that was read, in offsets of the text.
    """
    count = len(reading.starts)
    tags = log_softmax(reading.logits[:, TAG])
    first = np.ones(count, bool)
    first[1:] = reading.sentence[1:] != reading.sentence[:-1]
    last = np.roll(first, -1) if count else first
    begins, inside = np.zeros(count, bool), np.zeros(count, bool)
    for clause in (c for of_sentence in clauses for c in of_sentence):
        start, stop = np.searchsorted(reading.starts, (clause.start, clause.end))
        inside[start:stop] = True
        begins[start : start + 1] = True
    places = zip(reading.starts.tolist(), reading.ends.tolist(), strict=True)
    classes = np.eye(len(CLASSES), dtype=bool)[[class_of(text[a:b]) for a, b in places]].reshape(
        count, len(CLASSES)
    )
    signs = np.column_stack([begins, inside, first, last, np.roll(begins, -1)])
    return np.column_stack(
        [
            tags,
            _before(tags, first),
            _after(tags, last),
            signs,
            classes,
            _before(classes, first),
            _after(classes, last),
        ]
    ).astype(np.float64)


def _before(rows: NDArray[Any], first: NDArray[np.bool_]) -> NDArray[Any]:
    """The row of the word before, nothing for the first of a sentence."""
    return np.where(first[:, None], 0, np.roll(rows, 1, axis=0))


def _after(rows: NDArray[Any], last: NDArray[np.bool_]) -> NDArray[Any]:
    """The row of the word after, nothing for the last of a sentence."""
    return np.where(last[:, None], 0, np.roll(rows, -1, axis=0))


@lru_cache(maxsize=4096)  # most words of a text are of a few thousand
def class_of(word: str) -> int:
    """The place in CLASSES of a word.

    >>> [CLASSES[class_of(w)] for w in (",", "Which", "killing", "-", "40", "men")]
    [',', 'which', '-ing', 'dash', 'number', 'word']
    """
    lower = word.lower()
    known = _PLACES.get(_MARKS.get(lower, lower))
    if known is not None:
        return known
    if lower in _SUBORDINATORS:
        name = "subordinator"
    elif lower.endswith("ing") and len(lower) >= _SHORTEST_ING:
        name = "-ing"
    elif lower.endswith("ed"):
        name = "-ed"
    else:
        name = "number" if lower[:1].isdigit() else "word"
    return _PLACES[name]


def read_tag_weights(given: Mapping[str, Any]) -> TagWeights:
    """Weights as they are stored beside the encoder. Raises DamagedData when they do not fit."""
    weights, bias = np.array(given["weights"], float), np.array(given["bias"], float)
    if tuple(given["features"]) != FEATURES or weights.shape != (len(FEATURES), *bias.shape):
        raise DamagedData("the weights of tags are of another version than the program; reinstall")
    return TagWeights(weights, bias)
