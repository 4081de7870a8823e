"""Text to words and punctuation marks with their places, and where quotations run."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from typing import NamedTuple

from claims.model.span import Span

_TOKEN = re.compile(r"\b[A-Z]/[A-Z]\b|\w+(?:[.,]\d+)*(?:['’\-]\w+)*|\.\.\.|--|[^\w\s]")
_MARK = re.compile(r'["“”„«»「」『』\n]')
_OPEN = "“„«「『"
_CLOSE = "”»"
_PAIRS = {"„": "“", "»": "«", "「": "」", "『": "』"}
"""Marks that do not close everywhere what they close here."""


class Token(NamedTuple):
    """One word or mark at `[start, end)`; `lower` has straight apostrophes."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it begins like a word or a number."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


_token = partial(tuple.__new__, Token)  # one of four, made without a call of Python's own


def tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of `text` in order.

    >>> [t.text for t in tokens("It isn't 15,000 , he said.")]
    ['It', "isn't", '15,000', ',', 'he', 'said', '.']
    >>> [t.text for t in tokens("Lime A/S")]
    ['Lime', 'A/S']
    """
    return _read(text.rstrip())


@lru_cache(maxsize=512)  # a sentence is looked at from several sides, with and without its end
def _read(text: str) -> tuple[Token, ...]:
    found: list[Token] = []
    end = 0
    lower = text.lower() if text.isascii() else None  # else a letter may get longer
    for word in _TOKEN.findall(text):  # only white space stands between two of them
        start = text.find(word, end)
        end = start + len(word)
        low = word.lower().replace("’", "'") if lower is None else lower[start:end]
        found.append(_token((word, low, start, end)))
    return tuple(found)


def quote_spans(text: str) -> tuple[Span, ...]:
    """Where double-quoted speech runs, marks included; a paragraph's end closes an open quote.

    >>> [s.of('He said "no" and left.') for s in quote_spans('He said "no" and left.')]
    ['"no"']
    """
    found: list[Span] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark == "\n":
            if opened is not None:
                found.append(Span(opened, at))
            opened = None
        elif opened is None:
            turned = (
                mark == "»"
                and text[at + 1 : at + 2].isalnum()
                and not text[max(0, at - 1) : at].strip()
            )
            opened = at if mark == '"' or mark in _OPEN or turned else None
        elif mark == '"' or mark in _CLOSE or mark == _PAIRS.get(text[opened]):
            found.append(Span(opened, at + 1))
            opened = None
    if opened is not None:
        found.append(Span(opened, len(text)))
    return tuple(found)
