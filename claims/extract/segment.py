"""The encoder's word scores to claim spans: the best way to tile each sentence into claims and rest.

Viterbi over outside, first word and further word of a claim, as in BIO tagging; two offsets move the
balance between recall and precision. They were chosen on the cross-validated training articles.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from claims.extract.reading import DATED, KIND, LEVEL, SAID, TAG, WEIGHT, Reading
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

OUTSIDE = -0.5
"""Added to the log-probability of standing outside every claim."""

BEGIN = -0.5
"""Added to the log-probability of beginning a claim: fewer, longer ones."""

SHORTEST = 8
"""Characters; what is shorter is a stray word."""

_END_MARKS = ".,;:—–-!(… \n\t\u00a0"


@dataclass(frozen=True, slots=True)
class Found:
    """A claim span `[start, end)` of the article with the encoder's views of it, as probabilities.

    What only the encoder can tell is empty or null where the rules found the claim.
    """

    span: Span
    kinds: tuple[float, ...] = ()  # in the order of `reading.KINDS`
    level: float = 0.5  # that a desk must check it
    said: float | None = None  # that somebody is credited with it
    carried: float | None = None  # that it depends on a date that stands elsewhere in the article


def segment(
    text: str, reading: Reading, *, outside: float = OUTSIDE, begin: float = BEGIN
) -> dict[int, list[Found]]:
    """The claims of each sentence of a reading, by number of sentence, in order.

    >>> import numpy as np
    >>> logits = np.zeros((3, 18)); logits[:, 0] = 9; logits[1, 1] = 19; logits[2, 2] = 19
    >>> read = Reading(np.array([0, 4, 9]), np.array([3, 8, 13]), np.zeros(3, int), logits)
    >>> [f.span.of("Oh, they left") for f in segment("Oh, they left", read)[0]]
    ['they left']
    """
    scores = _log_softmax(reading.logits[:, TAG])
    scores[:, 0] += outside
    scores[:, 1] += begin
    found: dict[int, list[Found]] = {}
    for sentence, places in groupby(range(len(reading.starts)), lambda i: int(reading.sentence[i])):
        words = list(places)
        first = words[0]
        tags = _best_tags(scores[first : words[-1] + 1].tolist())
        found[sentence] = [
            made
            for start, stop in _runs(tags)
            if (made := _found(text, reading, first + start, first + stop)) is not None
        ]
    return found


def _best_tags(scores: Sequence[Sequence[float]]) -> list[int]:
    """The likeliest tags of a sentence, where no claim goes on that has not begun."""
    outside, begin, inside = scores[0][0], scores[0][1], -math.inf
    back: list[tuple[int, int]] = []
    for o, b, i in scores[1:]:
        best, from_any = max((outside, 0), (begin, 1), (inside, 2))
        held, from_claim = (begin, 1) if begin >= inside else (inside, 2)
        back.append((from_any, from_claim))
        outside, begin, inside = best + o, best + b, held + i
    tag = max((outside, 0), (begin, 1), (inside, 2))[1]
    tags = [tag]
    for from_any, from_claim in reversed(back):
        tag = from_claim if tag == 2 else from_any  # noqa: PLR2004 - the third column
        tags.append(tag)
    return tags[::-1]


def _runs(tags: Sequence[int]) -> list[tuple[int, int]]:
    """Where each claim begins and stops, in words of the sentence."""
    starts = [i for i, tag in enumerate(tags) if tag == 1]
    return [
        (start, next((i for i in range(start + 1, len(tags)) if tags[i] < 2), len(tags)))  # noqa: PLR2004 - not inside
        for start in starts
    ]


def _found(text: str, reading: Reading, start: int, stop: int) -> Found | None:
    """The claim of words `[start, stop)` without marks at its end; None when hardly anything is left."""
    a, b = int(reading.starts[start]), int(reading.ends[stop - 1])
    while b > a and text[b - 1] in _END_MARKS:
        b -= 1
    if b - a < SHORTEST:
        return None
    words = reading.logits[start:stop]
    whole = np.array(_softmax(words[:, WEIGHT])) @ words
    return Found(
        span=Span(a, b),
        kinds=tuple(_softmax(whole[KIND])),
        level=_logistic(whole[LEVEL]),
        said=_logistic(whole[SAID]),
        carried=_softmax(whole[DATED])[2],
    )


def _log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    wide = logits.astype(np.float64)
    wide -= wide.max(-1, keepdims=True)
    return np.asarray(wide - np.log(np.exp(wide).sum(-1, keepdims=True)))


def _softmax(logits: NDArray[np.float32]) -> list[float]:
    return [float(x) for x in np.exp(_log_softmax(logits))]


def _logistic(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(-float(logit)))
