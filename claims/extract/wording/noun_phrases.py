"""Noun phrases that begin with an article or a demonstrative, with the noun they are about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.grammar.names import TITLES, is_body_word
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import is_adverb, is_finite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

_DETERMINERS = frozenset("a an the this that these those another".split())
_OWNERS = frozenset("his her its their our my your".split())
PREPOSITIONS = frozenset(
    """of in on at by for with from to into onto over under after before during about against between
    near around through via without within across among toward towards since until than per as upon
    outside inside behind beyond despite following including""".split()
)
_STOPS = PREPOSITIONS | frozenset(
    """and or but nor so yet if because while although though when where who which whose whom that he
    she it they we i you there here not also then too now still both all is are""".split()
)
_NOT_SIMPLE = PREPOSITIONS | frozenset("the a an its his her their".split())
_OF_NAME = re.compile(r"([A-ZÀ-Þ][\w’'-]+)\s(?:of|for)\s(?:the\s)?(?=[A-ZÀ-Þ])")
_LONGEST = 8  # words before the noun


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `[first, stop)`, the noun last; `end` includes one phrase with a preposition after it."""

    first: int
    stop: int
    end: int
    head: str
    definite: bool

    @property
    def is_plain(self) -> bool:
        """Whether it is just the determiner and the noun: "the man"."""
        return self.stop - self.first == 2  # noqa: PLR2004 - determiner and noun


def noun_phrases(words: Sequence[Token]) -> list[Phrase]:
    """The phrases of one sentence in order, none inside another.

    >>> from claims.extract.grammar.tokens import tokens
    >>> words = tokens("The old mill near the river was sold to a bank.")
    >>> [" ".join(w.text for w in words[p.first : p.end]) for p in noun_phrases(words)]
    ['The old mill near the river', 'the river', 'a bank']
    """
    found: list[Phrase] = []
    i = 0
    while i < len(words):
        if words[i].lower not in _DETERMINERS:
            i += 1
            continue
        stop = noun_end(words, i + 1)
        if stop == i + 1:
            i += 1
            continue
        low = words[i].lower
        head = words[stop - 1].lower.removesuffix("'s").rstrip("'")
        found.append(
            Phrase(i, stop, _with_tail(words, stop), head, low not in {"a", "an", "another"})
        )
        i = stop
    return found


def noun_end(words: Sequence[Token], start: int) -> int:
    """Where the run of words that can be one noun with its adjectives ends."""
    k = start
    while k < len(words) and k - start < _LONGEST:
        word = words[k]
        if not word.is_word or word.lower in _STOPS or word.lower in _DETERMINERS:
            break
        if word.lower in _OWNERS or (k > start and (is_adverb(word.lower) or is_finite(words, k))):
            break
        if k > start and word.lower.endswith("ing") and not word.is_capital and len(word.text) > 5:  # noqa: PLR2004 - "killing 12"
            break
        k += 1
        if word.lower.endswith(("'s", "s'")) and k < len(words) and words[k].lower in _STOPS:
            break
    return k


def _with_tail(words: Sequence[Token], stop: int) -> int:
    """The end with one phrase such as "of the bank" or "in Leeds"."""
    if stop >= len(words) or words[stop].lower not in {
        "of",
        "in",
        "at",
        "on",
        "for",
        "against",
        "near",
        "between",
    }:
        return stop
    at = stop + 1
    if at < len(words) and words[at].lower.endswith("ing") and words[at].text.islower():
        return stop  # "cleared a judge of taking bribes"
    if at < len(words) and words[at].lower in _DETERMINERS:
        at += 1
    end = noun_end(words, at)
    return end if end > at else stop


def is_simple(phrase: str) -> bool:
    """Whether a phrase is a noun or a name and nothing that hangs on it: "groups oppose the plan".

    >>> is_simple("The Union of Bakers"), is_simple("Efforts to save the mill"), is_simple("Lee of Leeds")
    (True, False, False)
    """
    return _NOT_SIMPLE.isdisjoint(w.lower for w in tokens(_OF_NAME.sub(_joined, phrase))[1:])


def _joined(of_name: re.Match[str]) -> str:
    """The name of a body or office without what joins its words: "Guild of Weavers"."""
    low = of_name[1].lower()
    return f"{of_name[1]} " if low in TITLES or is_body_word(low) else of_name[0]
