"""The stretches of each sentence that could be one claim, and the signs for and against each.

A stretch goes from a word where a claim may begin to one where it may end, by the scores of the words. What
tells of it as a whole - how many verbs it holds, whether a list of amounts goes on in it, how it is parted
from its neighbours - no score of a single word can say.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from claims.extract.span_words import DATES, KINDS, SORTS, Words
from claims.extract.tag_weights import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from claims.extract.span_words import Flags, Numbers, Places

    Count = Callable[[str], NDArray[np.float64]]

LEAST = 0.15
"""Below this chance no claim begins at a word, or ends before one."""

MOST = 2000
"""Stretches of one sentence; where there would be more, its words decide one by one."""

_COUNTS = {"verb": 5, "number": 5, "comma": 5}
_LENGTHS = (2, 4, 7, 12, 20, 30)
_SHORT_REPORT = 4  # words: "he told reporters"
_INNER = (
    *("and a verb", "relative", "subordinate", "participle"),
    *("listed", "joined", "apposition", "and a noun"),
)
_MOST_INNER = 3
_CLAUSES = 4
_NEIGHBOURS = (*CLASSES, "nothing")

FEATURES = (
    *("a stretch", "tags", "begins by its word", "ends by its word", "beginnings inside"),
    *(
        "kinds that differ",
        "kinds that differ, a word",
        "dates that differ",
        "dates that differ, a word",
    ),
    *("must be checked", "credited", "worth checking"),
    *(f"{name}: {n}" for name, most in _COUNTS.items() for n in range(most)),
    *(f"clauses begin inside: {n}" for n in range(_CLAUSES)),
    *(f"length: {n}" for n in range(len(_LENGTHS) + 1)),
    *(f"inside: {name}" for name in _INNER),
    *("first word", "first word, no verb", "numbers and verbs", "numbers, no verb"),
    *("a verb follows", "a verb follows none", "a verb follows none, first word"),
    *("a preposition follows", "ends in a leading word", "odd quotation mark", "open parenthesis"),
    *("reports", "reports, one verb", "reports, short", "relative clause inside to the end"),
    *("a clause begins", "a clause ends", "from clause to clause", "one clause"),
    *("begins with a listed amount", "begins with a joined amount", "begins with and an amount"),
    "begins with an amount after another",
    *(f"begins: {name}" for name in SORTS),
    *(f"begins without a verb: {name}" for name in SORTS),
    *(f"after: {name}" for name in _NEIGHBOURS),
    *(f"without a verb after: {name}" for name in _NEIGHBOURS),
    *(f"before: {name}" for name in _NEIGHBOURS),
)
"""What each column of a stretch means."""

REST = ("tag", "verb", "number", "word")
"""What each column of a word outside every claim means."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Stretches `[start, stop)` of words of a reading with their signs, and every word's signs as rest.

    `sentences` are the first word, and the one after the last, of each sentence whose stretches are listed.
    """

    starts: Places
    stops: Places
    signs: Numbers  # (stretches, FEATURES)
    rest: Numbers  # (words, REST)
    sentences: tuple[tuple[int, int], ...]


def find_stretches(words: Words, tags: Numbers) -> Stretches:
    """What could be claims among words, by their scores `tags` (words, 3)."""
    edges = np.nonzero(words.first)[0].tolist()
    begins, ends = tags[:, 1] > np.log(LEAST), np.append(tags[:, 2] < np.log1p(-LEAST), False)
    ends[edges] = True
    pairs: list[tuple[int, int]] = []
    listed: list[tuple[int, int]] = []
    for first, last in pairwise(edges):
        here = (first + np.nonzero(begins[first:last])[0]).tolist()
        there = (first + 1 + np.nonzero(ends[first + 1 : last + 1])[0]).tolist()
        if len(here) * len(there) <= MOST:
            pairs += [(i, j) for i in here for j in there if i < j]
            listed.append((first, last))
    starts, stops = np.array(pairs, np.int64).reshape(-1, 2).T
    flags = words.flags
    rest = np.column_stack([tags[:, 0], *(flags[name][:-1] for name in REST[1:])])
    return Stretches(starts, stops, _signs(words, tags, starts, stops), rest, tuple(listed))


def _signs(words: Words, tags: Numbers, i: Places, j: Places) -> Numbers:
    """One row for each stretch, one column for each of FEATURES."""

    def held(name: str) -> Numbers:
        return words.between(name, i, j)

    def inner(name: str) -> Numbers:
        return words.between(name, i + 1, j)

    bare = held("verb") == 0
    edge = len(CLASSES)
    before = np.where(words.first[i], edge, words.classes[i - 1])
    after = np.where(words.first[j], edge, np.append(words.classes, edge)[j])
    parts = [
        _scores(words, tags, i, j),
        *(_one_hot(held(name), most) for name, most in _COUNTS.items()),
        _one_hot(inner("clause"), _CLAUSES),
        _one_hot(np.searchsorted(_LENGTHS, j - i), len(_LENGTHS) + 1),
        *(np.minimum(inner(name), _MOST_INNER) for name in _INNER),
        _states(words, i, j, bare, held),
        *_parted(words.sorts[i], len(SORTS), bare),
        *_parted(before, edge + 1, bare),
        _one_hot(after, edge + 1),
    ]
    return np.column_stack(parts).astype(np.float64)


def _scores(words: Words, tags: Numbers, i: Places, j: Places) -> Numbers:
    """What the encoder says: of the stretch as a claim, of its edges, and whether its words agree."""
    size = j - i
    own = tags[i, 1] + words.between("inside", i + 1, j)
    goes_on = np.append(tags[:, 2], 0.0)[j]
    ends = np.where(words.first[j], 0.0, np.log(np.maximum(1e-6, -np.expm1(goes_on))))
    found = [np.ones(len(i)), own, tags[i, 1], ends, words.between("begins", i + 1, j)]
    for names, best in ((KINDS, "likeliest kind"), (DATES, "likeliest date")):
        agreed = np.max([words.between(name, i, j) for name in names], axis=0)
        lost = agreed - words.between(best, i, j)
        found += [lost, lost / size]
    found += [words.between(name, i, j) / size for name in ("level", "said", "worthy")]
    return np.column_stack(found)


def _states(words: Words, i: Places, j: Places, bare: Flags, held: Count) -> Numbers:
    """What is so of a stretch or not."""
    flags, start, end = words.flags, words.first[i], words.first[j]
    numbers, verbs, reports = held("number"), held("verb"), held("reports")
    verb_soon = ~end & flags["verb soon"][j] & bare
    begun, ended = flags["clause"][i], flags["clause ended"][j]
    return np.column_stack(
        [
            start,
            start & bare,
            (numbers > 1) & (verbs > 1),
            (numbers > 0) & bare,
            ~end & flags["verb"][j],
            verb_soon,
            verb_soon & start,
            ~end & flags["preposition"][j],
            flags["leads"][j - 1],
            held("quote") % 2 == 1,
            held("open") != held("close"),
            reports > 0,
            (reports > 0) & (verbs == 1),
            (reports > 0) & (j - i <= _SHORT_REPORT),
            end & (words.between("relative", i + 1, j) > 0),
            begun,
            ended,
            begun & ended,
            begun & ended & (words.between("clause", i + 1, j) == 0),
            flags["listed"][i],
            flags["joined"][i],
            flags["and an amount"][i],
            _behind_amount(words, i),
        ]
    )


def _behind_amount(words: Words, i: Places) -> Flags:
    """Whether a stretch begins with a further amount of the sentence."""
    flags = words.flags
    listed = flags["listed"][i] | flags["joined"][i] | flags["and an amount"][i]
    sentence = np.maximum.accumulate(np.where(words.first, np.arange(len(words.first)), 0))[i]
    found: Flags = listed & (words.between("number", sentence, i) > 0)
    return found


def _parted(which: Places, size: int, bare: Flags) -> tuple[Numbers, Numbers]:
    """One column for each, for all stretches and once more for those without a verb."""
    found = _one_hot(which, size)
    return found, found * bare[:, None]


def _one_hot(values: NDArray[np.integer] | Numbers, size: int) -> Numbers:
    """One column for each number from 0 on; the last stands for what is more."""
    found: Numbers = np.eye(size)[np.minimum(values, size - 1).astype(int)]
    return found
