"""A sentence or clause to the values of its check-worthiness features, each under its key.

A value says what was found (a count, or log-odds); its strength is what the feature's weight is
multiplied with, so that the second of a kind counts for less than the first.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from claims.extract.dates.mentions import dates
from claims.extract.grammar.listed_words import STEM, words_held
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import first_finite
from claims.extract.quantities.mentions import quantities

SIGNS = {
    "named": re.compile(
        r"\b[A-ZÀ-Þ][\w’'-]{1,40}(?:\s(?:of\s|the\s)?[A-ZÀ-Þ][\w’'-]{1,40})+"  # bounded: linear time
    ),
    "quotes": re.compile(r"[“”\"]"),
    "money": re.compile(r"[$€£₹]\s?\d"),
}
"""What no list of words can say, by key of the feature."""

_RUN = re.compile(r"\w+")
_ANY_DAY = "2000-01-01"  # whether a date is there does not depend on the day
_FEW_WORDS = 5
_MANY = 2
_MANY_NUMBERS = 3
_SUREST = 4.0


@dataclass(frozen=True, slots=True)
class Value:
    """What was found, and how strongly it counts."""

    value: float
    strength: float


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a sentence or clause beside its words.

    `numbers` and `dated` say what was found in it already; they are read from its words when None.
    `worthy` is the encoder's log-odds that it is worth checking, `level` the probability that a desk must
    check it before printing; None where no encoder has read it.
    """

    numbers: int | None = None
    dated: bool | None = None
    worthy: float | None = None
    level: float | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """The words of a feature as one pattern, and how they begin, in the form of `words_held`.

    `begins` is empty where there are no words, and null where it tells nothing.
    """

    pattern: re.Pattern[str]
    begins: frozenset[str] | None

    def is_absent(self, held: frozenset[str] | None) -> bool:
        """Whether a text of these words, as `words_held` gives them, surely has none of its words."""
        return held is not None and self.begins is not None and self.begins.isdisjoint(held)


@lru_cache(maxsize=256)  # both profiles have the same words
def sought(words: tuple[str, ...]) -> Sought:
    """Words made ready to be looked for; a star at the end of one stands for any ending."""
    return Sought(_pattern(words), _begins(words))


def counted(key: str, words: Sought, text: str) -> Value | None:
    """How often the words (or signs) of a feature stand in the text, as far as that matters.

    >>> counted("harm", sought(("died", "injur*")), "Two died, three were injured and one died later")
    Value(value=2.0, strength=1.5)
    """
    signs = SIGNS.get(key)
    found = _count(signs, text) if signs else 0
    if words.begins != frozenset() and not words.is_absent(words_held(text)):
        found += _count(words.pattern, text)
    if not found:
        return None
    found = min(_MANY, found)
    return Value(float(found), 0.5 + 0.5 * found)


def other_values(text: str, known: Known) -> dict[str, Value]:
    """The features that are no matter of words: numbers, dates, length, and what the encoder says.

    >>> sorted(other_values("Forty men", Known(numbers=1)))
    ['no_clause', 'numbers', 'short']
    """
    found: dict[str, Value] = {}
    if known.worthy is not None:
        found["model"] = Value(round(known.worthy, 3), known.worthy)
    if known.level is not None and known.worthy is not None:
        found["level"] = Value(round(known.level, 3), log_odds(known.level))
    numbers = len(quantities(text)) if known.numbers is None else known.numbers
    if numbers:
        found["numbers"] = Value(float(numbers), 0.7 + 0.3 * min(_MANY_NUMBERS, numbers))
    if known.dated or (known.dated is None and dates(text, published=_ANY_DAY)):
        found["dated"] = Value(1.0, 1.0)
    few = islice((w for w in tokens(text) if w.is_word), _FEW_WORDS)
    length = sum(1 for _ in few)
    if length < _FEW_WORDS:
        found["short"] = Value(float(length), 1.0)
    if first_finite(text) is None:
        found["no_clause"] = Value(1.0, 1.0)
    return found


def log_odds(probability: float) -> float:
    """The log-odds of a probability, kept within what a single judgement may weigh.

    >>> log_odds(0.5), log_odds(1.0)
    (0.0, 4.0)
    """
    inside = min(1 - 1e-9, max(1e-9, probability))
    return max(-_SUREST, min(_SUREST, math.log(inside / (1 - inside))))


def _begins(words: tuple[str, ...]) -> frozenset[str] | None:
    """How the words begin, in the form of `words_held`; None when that tells nothing."""
    found = set()
    for word in words:
        run = _RUN.match(word.lower())
        starred = run is not None and word[run.end() :].startswith("*")
        if run is None or not run[0].isascii() or (starred and len(run[0]) < STEM):
            return None
        found.add(f"{run[0][:STEM]}*" if starred else run[0])
    return frozenset(found)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, as whole words; a star at the end of one stands for any ending.

    The month is no "may", and the country no "us".
    """
    any_of = "|".join(
        re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"\s").replace("'", "[’']")
        for word in words
    )
    return re.compile(rf"(?<!\w)(?!(?-i:May|US)(?!\w))(?:{any_of})(?!\w)", re.IGNORECASE)


def _count(pattern: re.Pattern[str], text: str) -> int:
    if pattern.search(text) is None:
        return 0  # as mostly
    return sum(1 for _ in islice(pattern.finditer(text), _MANY))
