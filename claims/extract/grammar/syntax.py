"""A sentence as words, with the finite verbs and the quoted speech among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extract.grammar.tokens import Token, tokens
from claims.extract.grammar.verbs import finite_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.model.span import Span

_CLAUSE = re.compile(  # "It's a good sign", not “It's a Wonderful Life”
    r"(?:I|We|It|You|They|He|She|There|That|This)"
    r"(?:[’'](?:m|s|re|ve|ll|d)|\s(?:am|is|are|was|were|have|has|had|will|can|did))\b[^A-Z]*"
)
_HYPHEN = re.compile(r"(?<=\s)-(?=\s)")
_SHORT_QUOTE = 4  # words; a longer quotation is speech and no name or nickname


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as words, which of them are finite verbs and which are quoted speech."""

    text: str
    words: tuple[Token, ...]
    lows: tuple[str, ...]  # in lower case but for acronyms, so that "WHO" is not "who"
    finite: tuple[bool, ...]
    speech: tuple[bool, ...]

    def of(self, start: int, stop: int) -> str:
        """The text of the words `start` to `stop`, the last not counted."""
        return self.text[self.words[start].start : self.words[stop - 1].end] if start < stop else ""

    def acts(self, start: int, stop: int) -> int | None:
        """The first finite verb outside speech among the words `start` to `stop`."""
        return next((i for i in range(start, stop) if self.finite[i] and not self.speech[i]), None)


def read(sentence: str, quotes: Sequence[Span]) -> Reading:
    """The sentence made ready; `quotes` are its quotations.

    >>> from claims.extract.grammar.tokens import quote_spans
    >>> r = read("Ann said no.", quote_spans("Ann said no."))
    >>> [r.words[i].text for i in range(4) if r.finite[i]]
    ['said']
    """
    return _read(sentence, tuple(quotes))


@lru_cache(maxsize=16)  # a sentence is read for its cues, for who acts and for who is meant
def _read(sentence: str, quotes: tuple[Span, ...]) -> Reading:
    words = _with_dashes(sentence)
    long = [q for q in quotes if _is_speech(q.of(sentence))]
    speech = _covered(words, long)
    named = _covered(words, quotes)
    shouted = sentence.isupper()
    return Reading(
        sentence,
        words,
        tuple(
            w.text if w.text.isupper() and len(w.text) > 1 and not shouted else w.lower
            for w in words
        ),
        tuple(f and not n for f, n in zip(finite_words(sentence), named, strict=True)),
        tuple(speech),
    )


def _with_dashes(sentence: str) -> tuple[Token, ...]:
    """The words and marks, a hyphen between blanks taken for the dash that it stands for: "Leeds (AP) - "."""
    words = tokens(sentence)
    if _HYPHEN.search(sentence) is None:
        return words
    return tuple(
        w._replace(text="–") if w.text == "-" and _HYPHEN.match(sentence, w.start) else w
        for w in words
    )


def _covered(words: Sequence[Token], spans: Sequence[Span]) -> list[bool]:
    """Which words lie in one of the spans."""
    found, at = [False] * len(words), 0
    if not spans:
        return found
    for i, word in enumerate(words):
        while at < len(spans) and spans[at].end <= word.start:
            at += 1
        found[i] = at < len(spans) and spans[at].start <= word.start
    return found


def _is_speech(quote: str) -> bool:
    inner = quote.strip('“”„«»「」『』" ')
    if _CLAUSE.fullmatch(inner):
        return True
    return len(inner.split()) > _SHORT_QUOTE or inner[-1:] in {",", ".", "!", "?"}
