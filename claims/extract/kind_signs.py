"""The words of a claim to signs of its kind: the form of its verb, how it begins, what it speaks of.

Closed lists and endings, no tagger. A layer weighs the signs beside the encoder's view (kind_weights.py).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.extract.grammar.reporting_verbs import FOUND, PARTICIPLES, REPORTING
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import BE, MODALS, finite_words, is_adverb
from claims.extract.kind_words import (
    CLASSES,
    FIRST,
    GOES_ON,
    HELD,
    NO_GOING,
    NO_TOP,
    NUMBERS,
    STANDS,
    STATIVE,
    THINKS,
    TOP,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claims.extract.grammar.tokens import Token

_VERBS = (
    *("is", "is doing", "is done", "was", "was doing", "was done"),
    *("has", "has been", "has done", "had", "had done", "modal", "does", "reports", "finds"),
    *("stands", "thinks", "goes on", "contracted", "present", "past", "none"),
)
_OPENINGS = (*dict.fromkeys(FIRST.values()), "number", "doing", "done", "name", "something else")

SIGNS = (
    *(f"verb: {name}" for name in _VERBS),
    *(f"begins: {name}" for name in _OPENINGS),
    *(f"holds: {name}" for name in HELD),
    *("verb early", "verb late", "two verbs", "three verbs"),
    *("no number", "number early", "number late", "number behind a verb", "two numbers"),
    *("a year", "per cent", "currency", "score"),
    *("reports early", "reports late", "ends in a report", "reports that", "reports and acts"),
    *("according to", "according to, late"),
    *(
        "superlative",
        "quotation",
        "begins in a quotation",
        "colon",
        "parenthesis",
        "name of two words",
    ),
    *("ends in an infinitive", "participle behind a comma"),
    *("four words", "eight words", "over twenty words"),
)
"""What each sign means, in order."""

_PLACE = {name: i for i, name in enumerate(SIGNS)}
_BY_LIST = {
    **dict.fromkeys(GOES_ON, "goes on"),
    **dict.fromkeys(THINKS, "thinks"),
    **dict.fromkeys(STANDS, "stands"),
    **dict.fromkeys(("do", "does", "did"), "does"),
    **dict.fromkeys(MODALS, "modal"),
}
_HOLDS = {word: tuple(f"holds: {name}" for name in names) for word, names in CLASSES.items()}
_GOING = re.compile(r"\w{2,}ing$")
_DONE = re.compile(
    r"\w{2,}(?:ed|en)$|(?:shot|held|found|sent|made|brought|left|set|born|hit|cut|put|met|paid|sold"
    r"|struck|won|done|torn|shut|caught|told|read|led|lost|bought|begun|known|shown|built|said|kept)$"
)
_NUMERAL = re.compile(r"\d[\d.,]*(?:st|nd|rd|th|s|m|km|%)?$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_SCORE = re.compile(r"\d\s?[-–]\s?\d")
_PARTICIPLE = re.compile(r",\s\w{3,}ing\b")
_EARLY, _LATE = 0.34, 0.67  # of the claim's words
_NEAR = 4  # words
_LONG_WORD = 6  # letters
_TAIL = 10  # words
_SHORT, _MIDDLE, _LONG = 4, 8, 20  # words
_SEVERAL = 2


def kind_signs(clause: str) -> list[int]:
    """The places in SIGNS of the signs that a claim shows, in order.

    >>> [SIGNS[i] for i in kind_signs("Oslo is a city")]
    ['verb: is', 'begins: name', 'holds: role', 'verb early', 'no number', 'four words']
    """
    words = tokens(clause)
    if not words:
        return []
    lower = [word.lower for word in words]
    verbs = [i for i, finite in enumerate(finite_words(clause)) if finite]
    found = {f"verb: {_form(lower, verbs)}", f"begins: {_opening(words)}"}
    found.update(*[_HOLDS[word] for word in lower if word in _HOLDS])
    found.update(_numbers(clause, lower, verbs), _reports(clause, lower, verbs))
    found.update(_shape(words, verbs), _marks(clause, lower), _phrases(lower))
    return sorted(_PLACE[name] for name in found)


def _form(lower: Sequence[str], verbs: Sequence[int]) -> str:
    """The form of the first finite verb, in the words of _VERBS."""
    if not verbs:
        return "none"
    word = lower[verbs[0]]
    behind = [
        w for w in lower[verbs[0] + 1 : verbs[0] + 1 + _NEAR] if w != "not" and not is_adverb(w)
    ]
    after, next_but_one = (*behind, "", "")[:2]
    if word in BE:
        return ("was" if word in {"was", "were"} else "is") + _aspect(after)
    if word in {"has", "have", "had"}:
        return _perfect("had" if word == "had" else "has", after, next_but_one)
    if word in REPORTING and word not in MODALS:
        return "finds" if REPORTING[word].stance == FOUND else "reports"
    listed = _BY_LIST.get(word)
    if listed is not None or "'" in word:
        return listed or "contracted"
    return "present" if word.endswith("s") else "past"


def _perfect(word: str, after: str, next_but_one: str) -> str:
    """Whether "has" or "had" stands alone, with what has been, or with what is done."""
    if after == "been":
        return "had done" if word == "had" and _DONE.match(next_but_one) else "has been"
    return f"{word} done" if _DONE.match(after) else word


def _aspect(after: str) -> str:
    """What follows "is" or "was": an act that goes on, one that is done, or neither."""
    if after in STATIVE:
        return ""
    if _GOING.match(after) and after not in NO_GOING:
        return " doing"
    return " done" if _DONE.match(after) else ""


def _opening(words: Sequence[Token]) -> str:
    """What a claim begins with, in the words of _OPENINGS."""
    first = words[0].lower
    listed = FIRST.get(first)
    if listed is not None:
        return listed
    if _is_number(first):
        return "number"
    if _GOING.match(first) and first not in NO_GOING:
        return "doing"
    if words[0].is_capital:
        return "name"
    return "done" if _DONE.match(first) else "something else"


def _is_number(word: str) -> bool:
    return word in NUMBERS or (word[0].isdigit() and _NUMERAL.match(word) is not None)


def _numbers(clause: str, lower: Sequence[str], verbs: Sequence[int]) -> Iterable[str]:
    """Where the claim's numbers stand, years apart, and what they count."""
    numbers = [i for i, word in enumerate(lower) if _is_number(word)]
    places = [i for i in numbers if not _YEAR.match(lower[i])]
    if len(places) < len(numbers):
        yield "a year"
    if "%" in clause or "percent" in clause or "per cent" in clause:
        yield "per cent"
    if "$" in clause or "£" in clause or "€" in clause:
        yield "currency"
    if ("-" in clause or "–" in clause) and _SCORE.search(clause):
        yield "score"
    if not places:
        yield "no number"
        return
    if places[0] < len(lower) * _EARLY:
        yield "number early"
    if places[-1] >= len(lower) * _LATE:
        yield "number late"
    if any(0 < place - verb <= _NEAR for place in places for verb in verbs):
        yield "number behind a verb"
    if len(places) >= _SEVERAL:
        yield "two numbers"


def _reports(clause: str, lower: Sequence[str], verbs: Sequence[int]) -> Iterable[str]:
    """Where the claim's own words say that somebody says something."""
    if "ccording to" in clause:
        yield "according to"
        if clause.rfind("ccording to") > len(clause) / 3:
            yield "according to, late"
    told = [i for i in verbs if lower[i] in REPORTING] or [
        i for i, word in enumerate(lower[:-1]) if word in PARTICIPLES
    ]
    if not told:
        return
    if told[0] < len(lower) * _EARLY:
        yield "reports early"
    if told[-1] >= len(lower) * _LATE:
        yield "reports late"
    if told[-1] >= len(lower) - _NEAR:
        yield "ends in a report"
    if "that" in lower[told[0] + 1 : told[0] + _NEAR]:
        yield "reports that"
    if not set(verbs) <= set(told):
        yield "reports and acts"


def _shape(words: Sequence[Token], verbs: Sequence[int]) -> Iterable[str]:
    """How long the claim is, how many verbs it has and where they stand."""
    size, count = len(words), len(verbs)
    if verbs and verbs[0] < size * _EARLY:
        yield "verb early"
    if verbs and verbs[0] >= size * _LATE:
        yield "verb late"
    if count >= _SEVERAL:
        yield "two verbs" if count == _SEVERAL else "three verbs"
    if words[0].is_capital and size > 1 and words[1].is_capital:
        yield "name of two words"
    if size <= _MIDDLE:
        yield "four words" if size <= _SHORT else "eight words"
    if size > _LONG:
        yield "over twenty words"


def _phrases(lower: Sequence[str]) -> Iterable[str]:
    """Whether a record or the most of a sort is spoken of, and an act that is yet to be done."""
    if "record" in lower or any(
        word in TOP or (word.endswith("est") and len(word) >= _LONG_WORD and word not in NO_TOP)
        for i, one in enumerate(lower)
        if one == "the"
        for word in lower[i + 1 : i + 3]
    ):
        yield "superlative"
    if any(one == "to" and behind.isalpha() for one, behind in pairwise(lower[-_TAIL:])):
        yield "ends in an infinitive"


def _marks(clause: str, lower: Sequence[str]) -> Iterable[str]:
    """The marks in a claim that tell of a quotation, a list or an aside."""
    if '"' in clause or "“" in clause or "”" in clause:
        yield "quotation"
        if lower[0] in {'"', "“"}:
            yield "begins in a quotation"
    if ":" in clause:
        yield "colon"
    if "(" in clause:
        yield "parenthesis"
    if "ing" in clause and _PARTICIPLE.search(clause):
        yield "participle behind a comma"
