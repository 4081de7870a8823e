"""Whom "the company" or "the island" takes up: the one name that the sentences before have for it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.evidence.quantity.naming import runs
from claims.evidence.quantity.subjects import goes_on, is_several
from claims.evidence.quantity.wording import concepts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.evidence.quantity.statement import Statement
    from claims.evidence.quantity.wording import Word

_BODIES = concepts(
    """company firm bank airline club team university college school hospital clinic museum charity union
    party retailer carmaker bakery chain group organisation manufacturer operator insurer brewery
    newspaper broadcaster orchestra foundation ship ferry vessel tanker trawler""".split()
)
_PLACES = concepts(
    """island country city town village nation volcano mountain lake river glacier port
    municipality""".split()
)
_THE = re.compile(r"\b(?:[Tt]he|[Tt]his) $")
_LED = re.compile(
    r"\b(?:in|at|of|from|for|to|near|on|by|with|as|off|over|outside|across|against|like|than) (?:the )?$"
)
_LED_BY = re.compile(r"\b(?:by|from|with|to|into|near|like|than|against|as) (?:the )?$")
"""What leads to another such place: "The Orla is fed by the Temse"."""
_FARTHEST, _NEAR = 2, 16


def taken_up(said: Sequence[Statement]) -> Iterator[Statement]:
    """The sentences of a passage, in which "the company" may also be read as the name it takes up.

    >>> from claims.evidence.quantity.statement import statement
    >>> def last(*texts):
    ...     told = list(taken_up([statement(t, published=None) for t in texts]))[-1]
    ...     return [(w.concept, w.alias) for w in told.words][:1]
    >>> last("Dalcom had a bad year.", "The company lost 40 ships.")
    [('company', 'dalcom')]
    >>> last("Dalcom sued Airtrans in May.", "The company lost 40 ships.")
    [('company', '')]
    """
    for at, one in enumerate(said):
        before = said[max(0, at - _FARTHEST) : at]
        words = [w for word in one.words for w in _read(word, one, before)]
        yield replace(one, words=tuple(words))


def _read(word: Word, said: Statement, before: Sequence[Statement]) -> Iterator[Word]:
    """A word as it is, or once for each part of the name that it takes up."""
    place = word.concept in _PLACES
    definite = not word.name and (place or word.concept in _BODIES)
    if not definite or not _THE.search(said.plain[: word.start]) or goes_on(said.plain, word.end):
        yield word
        return
    name = _only_name(word, before, place=place)
    if not name or {w.concept for w in name} & {w.concept for w in said.words}:
        yield word
    else:
        yield from (replace(word, alias=w.concept) for w in name)


def _only_name(word: Word, before: Sequence[Statement], *, place: bool) -> list[Word]:
    """The one name of the nearest sentence before that has any, where nothing else can be meant."""
    for said in reversed(before):
        named = [*_opening(said), *runs(said.words, said.plain)]
        if not named:
            if any(w.concept == word.concept for w in said.words):
                return []
            continue
        fit = [run for run in named if _acts(run, said)]
        if place and (not fit or any(_LED_BY.search(_ahead(run, said)) for run in named)):
            fit = named
        others = any(w.concept == word.concept and not _is_called(w, fit, said) for w in said.words)
        return fit[0] if len(fit) == 1 and not others else []
    return []


def _opening(said: Statement) -> list[list[Word]]:
    """A first word that may be a name."""
    first = min(said.words, key=lambda w: w.start, default=None)
    if first is None or not first.alias or said.plain[: first.start].strip():
        return []
    if is_several(first.text) and any(w.name for w in said.words):  # "Passengers sued Airtrans"
        return []
    return [[replace(first, concept=first.alias, name=True)]]


def _acts(run: Sequence[Word], said: Statement) -> bool:
    return _LED.search(_ahead(run, said)) is None


def _ahead(run: Sequence[Word], said: Statement) -> str:
    return said.plain[max(0, run[0].start - _NEAR) : run[0].start]


def _is_called(word: Word, names: Sequence[Sequence[Word]], said: Statement) -> bool:
    """Whether a sentence says that the one named is such a thing: "Dalcom is a phone company"."""
    return any(
        re.fullmatch(
            r"(?:,| is| was) (?:an?|the|one of the) (?:[^,;:.]* )?",
            said.plain[run[-1].end : word.start],
        )
        for run in names
        if run[-1].end < word.start
    )
