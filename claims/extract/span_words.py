"""The words of a reading to flags and scores of each and their sums: what tells of any stretch at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from claims.extract.grammar.number_words import UNITS
from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.reading import DATED, KIND, LEVEL, SAID, WORTHY, Reading, log_softmax
from claims.extract.tag_weights import CLASSES, class_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from claims.model.span import Span

    Flags = NDArray[np.bool_]
    Numbers = NDArray[np.float64]
    Places = NDArray[np.int64]

SORTS = (
    *("relative", "subordinator", "preposition", "that", "determiner", "verb", "-ing", "-ed"),
    *("number", "capital", "quote", "pronoun", "other"),
)
"""What a stretch can begin with."""

_LISTS = {
    "relative": "who which where whose when",
    "subordinator": "while because although though before after as if since until unless whereas once",
    "preposition": """in on at by for with from of to into about over under between during against among
        around through without within near off per despite following according due including amid""",
    "determiner": "a an the this these those his her its their our my your some any no",
    "that": "that",
    "quote": '" “',
    "pronoun": "he she it they we i",
}
_SORT_OF = {word: SORTS.index(n) for n, words in _LISTS.items() for word in words.split()}
_VERB = SORTS.index("verb")
_AMOUNTS = frozenset(UNITS) - {"one", "zero"} | frozenset("dozens hundreds thousands half".split())
_JOINERS = frozenset(["and", "or", "but", "plus", ";"])
_SHORTEST_ING = 5
KINDS = tuple(f"kind {k}" for k in range(KIND.stop - KIND.start))
DATES = tuple(f"dated {k}" for k in range(DATED.stop - DATED.start))


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Of each word the flags, its sort and its class; and of every flag and score the sum up to each word."""

    flags: dict[str, Flags]  # each with one place more, for the end
    sorts: Places
    classes: Places
    sums: Numbers  # one row for each place, one column for each of `names`
    names: dict[str, int]
    first: Flags  # of its sentence; the end is one, too

    def between(self, name: str, start: Places, stop: Places) -> Numbers:
        """The sum of a flag or score over the words `[start, stop)`."""
        total = self.sums[:, self.names[name]]
        found: Numbers = total[stop] - total[start]
        return found


def read_span_words(
    text: str,
    reading: Reading,
    tags: Numbers,
    clauses: Sequence[Sequence[Span]],
    verbs: Collection[int],
) -> Words:
    """What the words of a reading are, with the scores `tags` (words, 3) of claims at each.

    `clauses` are the rules' of each sentence; finite verbs begin at the offsets `verbs` of the text.
    """
    starts = reading.starts.tolist()
    own = [text[a:b] for a, b in zip(starts, reading.ends.tolist(), strict=True)]
    signs = np.array([_signs(word) for word in own], np.int64).reshape(len(own), 5)
    finite = np.array([start in verbs for start in starts], bool)
    first = np.ones(len(own) + 1, bool)
    first[1:-1] = reading.sentence[1:] != reading.sentence[:-1]
    classes = np.array([*map(class_of, own)], np.int64)
    flags = _flags(signs, classes, finite, first[:-1])
    flags |= _clause_flags(reading, clauses)
    views = {"inside": tags[:, 2], "begins": np.exp(tags[:, 1])} | _views(reading)
    scores = np.column_stack([*(flag[:-1] for flag in flags.values()), *views.values()])
    free = (signs[:, 0] > _VERB) | (signs[:, 0] == SORTS.index("determiner"))
    return Words(
        flags=flags,
        sorts=np.where(finite & free, _VERB, signs[:, 0]),
        classes=classes,
        sums=np.concatenate([np.zeros((1, scores.shape[1])), np.cumsum(scores, 0)]),
        names={name: i for i, name in enumerate((*flags, *views))},
        first=first,
    )


@lru_cache(maxsize=4096)  # most words of a text are of a few thousand
def _signs(word: str) -> tuple[int, bool, bool, bool, bool]:
    """The sort of a word; whether it is an amount, joins, reports; whether it is a word at all.

    >>> SORTS[_signs("Which")[0]], SORTS[_signs("killing")[0]], _signs("seven")[1], _signs("said")[3]
    ('relative', '-ing', True, True)
    """
    lower = word.lower()
    amount = lower[:1].isdigit() or lower in _AMOUNTS
    sort = _SORT_OF.get(lower)
    if sort is None:
        if lower.endswith("ing") and len(lower) >= _SHORTEST_ING:
            name = "-ing"
        elif lower.endswith("ed"):
            name = "-ed"
        elif amount:
            name = "number"
        else:
            name = "capital" if word[:1].isupper() else "other"
        sort = SORTS.index(name)
    return sort, amount, lower in _JOINERS, lower in REPORTING, word[:1].isalnum()


def _views(reading: Reading) -> dict[str, Numbers]:
    """The encoder's views word by word: of kinds, of dates, the likeliest of each, its weight."""
    kinds, dates = log_softmax(reading.logits[:, KIND]), log_softmax(reading.logits[:, DATED])
    found = dict(zip(KINDS, kinds.T, strict=True)) | dict(zip(DATES, dates.T, strict=True))
    found |= {"likeliest kind": kinds.max(1), "likeliest date": dates.max(1)}
    for name, column in (("level", LEVEL), ("said", SAID), ("worthy", WORTHY)):
        found[name] = reading.logits[:, column].astype(np.float64)
    return found


def _flags(signs: Places, classes: Places, finite: Flags, first: Flags) -> dict[str, Flags]:
    """What each word is, alone and beside its neighbours, with a place for the end."""
    mark = {name: classes == i for i, name in enumerate(CLASSES)}
    sort = {name: signs[:, 0] == i for i, name in enumerate(SORTS)}
    number, joins = signs[:, 1] > 0, signs[:, 2] > 0
    joint = mark["and"] | mark["or"] | mark["but"]
    last = np.roll(first, -1)
    after_comma = np.roll(mark[","], 1) & ~first
    found = {
        "verb": finite,
        "verb soon": finite | (mark[","] & np.roll(finite, -1) & ~last),
        "number": number,
        "word": signs[:, 4] > 0,
        "comma": mark[","],
        "quote": mark["quote"],
        "open": mark["("],
        "close": mark[")"],
        "preposition": sort["preposition"],
        "leads": sort["preposition"] | sort["determiner"] | sort["that"],
        "reports": finite & (signs[:, 3] > 0),
        "and a verb": joint & np.roll(finite, -1) & ~last,
        "relative": after_comma & sort["relative"] & ~mark["when"],
        "subordinate": sort["subordinator"] & ~first,
        "participle": after_comma & sort["-ing"],
        "apposition": after_comma & (sort["determiner"] | sort["capital"]),
        "and a noun": np.roll(mark["and"] | mark["or"], 1) & ~first & ~finite,
        "listed": after_comma & number,
        "joined": np.roll(joins, 1) & ~first & number,
        "and an amount": joint & np.roll(number, -1) & ~last,
    }
    return {name: np.append(flag, False) for name, flag in found.items()}


def _clause_flags(reading: Reading, clauses: Sequence[Sequence[Span]]) -> dict[str, Flags]:
    """Where the rules' clauses begin and where they have just ended."""
    begins, ends = np.zeros((2, len(reading.starts) + 1), bool)
    spans = [clause for of_sentence in clauses for clause in of_sentence]
    begins[np.searchsorted(reading.starts, [s.start for s in spans])] = True
    ends[np.searchsorted(reading.starts, [s.end for s in spans])] = True
    return {"clause": begins, "clause ended": ends}
