"""The encoder's word scores to claim spans: the best way to tile each sentence into claims and rest.

Viterbi over outside, first word and further word of a claim, as in BIO tagging, where nothing that sees
whole stretches has chosen (`span_weights`); two offsets move the balance between recall and precision.
They were chosen on the cross-validated training articles.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from claims.extract.reading import (
    DATED,
    KIND,
    KINDS,
    LEVEL,
    SAID,
    TAG,
    WEIGHT,
    WORTHY,
    Reading,
    log_softmax,
)
from claims.extract.rejoined import rejoined
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

OUTSIDE = 0.0
"""Added to the log-probability of standing outside every claim."""

BEGIN = 0.0
"""Added to the log-probability of beginning a claim: fewer, longer ones."""

SHORTEST = 8
"""Characters; what is shorter is a stray word."""

NEAR = 4
"""Claims on either side of one that tell whether somebody speaks there."""

_LEAST = 1e-4  # of a probability, before its logarithm is taken
_STATEMENT = KINDS.index("statement")
_FIRST_PERSON = re.compile(
    r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e|I['’](?:m|ve|d)|[Ww]e['’](?:re|ve|d)|[Oo]urs|[Mm]yself)\b"
)

_LIST_MARK = re.compile(r"[•‣◦▪●∙⁃*·–—-]\s+")
_OPENED = re.compile(r"(?:^|\s)((?:A|An|The)\s)\Z")  # an article that opens a sentence
_WHERE = re.compile(r"where\s")
_REST_OF_NUMBER = re.compile(r"(?<=\d)(?:[.,:]\d+)+(?:[^\W\d]+\b)?")
_JOINING = frozenset(["and", "or", "but"])
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
    dated: tuple[float, ...] = ()  # no date, one of its own words, one from elsewhere
    worthy: float | None = None  # log-odds that its words, read alone, are worth checking
    around: tuple[float, float, float] = (0.0, 0.0, 0.0)  # what is so of the claims beside it


def segment(
    text: str,
    reading: Reading,
    scores: NDArray[np.float64] | None = None,
    chosen: Mapping[int, Sequence[tuple[int, int]]] | None = None,
) -> dict[int, list[Found]]:
    """The claims of each sentence of a reading, by number of sentence, in order.

    `scores` (words, 3) are log-probabilities of the tags; the reading's own when they are not given.
    `chosen` are claims as runs of words, by the first word of their sentence, where something that sees
    more than words has chosen.

    >>> import numpy as np
    >>> logits = np.zeros((3, 18)); logits[:, 0] = 9; logits[1, 1] = 19; logits[2, 2] = 19
    >>> read = Reading(np.array([0, 4, 9]), np.array([3, 8, 13]), np.zeros(3, int), logits)
    >>> [f.span.of("Oh, they left") for f in segment("Oh, they left", read)[0]]
    ['they left']
    """
    if scores is None:
        scores = log_softmax(reading.logits[:, TAG])
    offsets = np.array([OUTSIDE, BEGIN, 0.0])
    found: dict[int, list[Found]] = {}
    for sentence, places in groupby(range(len(reading.starts)), lambda i: int(reading.sentence[i])):
        words = list(places)
        first = words[0]
        runs = chosen.get(first) if chosen is not None else None
        if runs is None:
            tags = _best_tags((scores[first : words[-1] + 1] + offsets).tolist())
            runs = [(first + start, first + stop) for start, stop in _runs(tags)]
        runs = rejoined(text, reading, runs)
        ends = [int(reading.starts[start]) for start, _ in runs[1:]] + [
            int(reading.ends[words[-1]])
        ]
        found[sentence] = [
            made
            for run, until in zip(runs, ends, strict=False)
            if (made := _found(text, reading, *run, until=until)) is not None
        ]
    return beside(text, found)


def beside(text: str, found: Mapping[int, Sequence[Found]]) -> dict[int, list[Found]]:
    """The claims of a text, each with the means over up to NEAR claims before it and behind it.

    Of the log-odds that somebody is credited, of the log-chance of a statement, and of first persons:
    in an answer or a speech, claims are somebody's whatever their own words are.
    """
    order = [one for claims in found.values() for one in claims]
    views = [
        (
            _odds(0.5 if one.said is None else one.said),
            _log(one.kinds[_STATEMENT] if one.kinds else 0.0),
            float(_FIRST_PERSON.search(one.span.of(text)) is not None),
        )
        for one in order
    ]
    made = iter(
        replace(one, around=_mean(views[max(0, i - NEAR) : i] + views[i + 1 : i + 1 + NEAR]))
        for i, one in enumerate(order)
    )
    return {sentence: [next(made) for _ in claims] for sentence, claims in found.items()}


def _mean(rows: Sequence[tuple[float, float, float]]) -> tuple[float, float, float]:
    if not rows:
        return 0.0, 0.0, 0.0
    said, statement, first = (sum(column) / len(rows) for column in zip(*rows, strict=True))
    return said, statement, first


def _log(probability: float) -> float:
    return math.log(max(_LEAST, probability))


def _odds(probability: float) -> float:
    return _log(probability) - _log(1.0 - probability)


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


def _found(text: str, reading: Reading, start: int, stop: int, *, until: int) -> Found | None:
    """The claim of words `[start, stop)`; None when hardly anything is left.

    Without marks or "and" at its end, and without "where" before it: what follows stands by itself. A number
    at its end is whole, unless something else stands there from `until` on.
    """
    start += stop - start > 1 and _WHERE.match(text, int(reading.starts[start])) is not None
    last = text[int(reading.starts[stop - 1]) : int(reading.ends[stop - 1])]
    stop -= stop - start > 1 and last.lower() in _JOINING
    a, b = int(reading.starts[start]), int(reading.ends[stop - 1])
    mark = _LIST_MARK.match(text, a, b)
    opened = _OPENED.search(text[max(0, a - 5) : a])
    a = mark.end() if mark else a - len(opened[1]) if opened else a
    while b > a and text[b - 1] in _END_MARKS:
        b -= 1
    if b > a and text[b - 1] == ")" and "(" not in text[a:b]:
        b -= 1  # "risk (ratio 1.22)"
    rest = _REST_OF_NUMBER.match(text, b)
    b = rest.end() if rest and rest.end() <= until else b
    return _viewed(Span(a, b), reading.logits[start:stop]) if b - a >= SHORTEST else None


def _viewed(span: Span, words: NDArray[np.float32]) -> Found:
    shares = _softmax(words[:, WEIGHT].tolist())
    whole = (np.array(shares) @ words).tolist()
    return Found(
        span=span,
        kinds=_softmax(whole[KIND]),
        level=_logistic(whole[LEVEL]),
        said=_logistic(whole[SAID]),
        dated=_softmax(whole[DATED]),
        worthy=float(words[:, WORTHY].sum()) / len(words),
    )


def _softmax(logits: Sequence[float]) -> tuple[float, ...]:
    """As plain numbers: a claim has too few of them for arrays to pay."""
    most = max(logits)
    shares = [math.exp(logit - most) for logit in logits]
    total = sum(shares)
    return tuple(share / total for share in shares)


def _logistic(logit: float) -> float:
    return 1.0 / (1.0 + math.exp(-logit))
