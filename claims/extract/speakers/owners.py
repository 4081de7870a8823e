"""A speaker told of by "whose" to a name with whose it is: "Laos, whose government"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.noun_phrases import speaker_in

if TYPE_CHECKING:
    from claims.extract.grammar.syntax import Reading

_PART = re.compile(
    r"\A(?:most|some|all|much|many|half|part)\sof\s(?:it|them)\s(?:to|from|in|by|at|with)\s"
)
"""What stands before whom a relative clause is about: "most of it to Lorvia, which"."""
_LEAST = 3  # words up to "whose", a comma among them


_WORDS_OF = re.compile(
    r"(?:an?|the)\s(?:[a-z-]+\s){0,2}(?:claim|charge|allegation|accusation|figure|version|account|assertion|suggestion)\s"
    r"(?=(?:the|its|his|her|their)\s|[A-ZÀ-Þ])"
)


def without_words(subject: str) -> str:
    """Who speaks of a claim that stands before: the ministry of "a claim the ministry disputes".

    >>> without_words("a claim the ministry"), without_words("the claim")
    ('the ministry', 'the claim')
    """
    return _WORDS_OF.sub("", subject, count=1) if _WORDS_OF.match(subject) else subject


def is_owned(r: Reading, start: int) -> bool:
    """Whether what begins at word `start` is told of somebody by "whose"."""
    return start > 0 and r.lows[start - 1] == "whose"


def with_owner(r: Reading, start: int, words: str) -> str | None:
    """The speaker in words that begin at word `start`, with whose it is where "whose" tells.

    >>> from claims.extract.grammar.syntax import read
    >>> with_owner(read("The law, whose text says it", ()), 4, "text")
    'text'
    """
    words = _PART.sub("", words)
    named = speaker_in(words)
    if named != words or start < _LEAST or not is_owned(r, start):
        return named
    at = end = start - 2
    if r.words[end].text != ",":
        return named
    while at and r.words[at - 1].is_word and r.words[at - 1].is_capital:
        at -= 1
    return f"{r.of(at, end)}’s {named}" if at < end else named
