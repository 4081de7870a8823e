"""What pronouns tell of the only person of a sentence, where nobody else can be meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.extract.grammar.names import Person
    from claims.extract.speakers.cast import Cast
    from claims.model.span import Span

PERSONAL = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
"""Pronouns for one person, and what each tells."""

FIRST = re.compile(r"\W*(He|She|His|Her)\b")
"""A sentence that a pronoun opens."""

PRONOUN = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_OWNED_ROLE = re.compile(  # "Her lawyer, Bo Chan", who is not she
    r"\b(?:[Hh]is|[Hh]er)\s(?:[\w’'-]+\s){0,3}[\w’'-]+,?\s$"
)
_TO_ANOTHER = re.compile(  # "Ann Lee told him", who is not she
    r",?\s(?:(?:has|had|also|later|then|\w+ly)\s)?(?:(?:called|dubbed|labell?ed)\sher\b"
    r"(?!\s(?:own|mother|father|son|daughter|husband|wife|brother|sister|lawyer|mum|dad|boss|doctor)\b)"
    r"|[a-z]+\s(?:to\s)?(?:him\b|her(?=[.,;:]|$|\s(?:that|to|if|whether|about|in|on|at|for)\b)))"
)
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*)*")
_SHORT = re.compile(r"\b[A-ZÀ-Þ][\w-]+\b(?![’']s\b)")
_AHEAD = re.compile(  # "She studied under Bo Chan", "In 1966 she married Bo Chan", who is not she
    r"\W*(?:(?:In|By|At|On|From|After|Since|During|Until)\b[^,.;]{1,30},?\s)?(?:[Hh]e|[Ss]he)\s(?!.*[,;])"
)
_OFFICE = 80  # characters before a name in which "his" or "her" makes it another's


def learn_from(
    sentence: str,
    quotes: Sequence[Span],
    found: Sequence[Person],
    cast: Cast,
    alone: str | None,
) -> str | None:
    """Note the gender that a sentence tells of its only person, or of `alone`, told of last; gives the next.

    What somebody says tells nothing of the one who says it.

    >>> from claims.extract.grammar.names import people
    >>> from claims.extract.speakers.cast import Cast
    >>> cast, text = Cast(), "Bo Chan, it is true, sold his mill."
    >>> learn_from(text, (), tuple(people(text)), cast, None), cast.gender("Bo Chan")
    ('Bo Chan', 'm')
    """
    names = {cast.fullest(p.name) for p in found} | set(_by_last_name(sentence, cast))
    if names:
        alone = next(iter(names)) if len(names) == 1 else None
    owned = any(_OWNED_ROLE.search(sentence, max(0, p.start - _OFFICE), p.start) for p in found)
    if alone is None or owned:
        return alone
    inside = bool(found) and all(any(q.start <= p.start < q.end for q in quotes) for p in found)
    words = _kept(sentence, quotes, found, inside=inside)
    if found and _AHEAD.match(words[: found[0].start]) and names == {cast.fullest(found[0].name)}:
        return None
    genders = {PERSONAL[m.lower()] for m in PRONOUN.findall(words)}
    if len(genders) == 1 and (names or FIRST.match(words)):
        cast.learn(alone, next(iter(genders)))
    return alone


def _by_last_name(sentence: str, cast: Cast) -> Iterator[str]:
    """The persons whom a sentence tells of by one word alone."""
    for word in _SHORT.findall(sentence):
        full = cast.fullest(word)
        if full != word and cast.is_person(full):
            yield full


def _kept(sentence: str, quotes: Sequence[Span], found: Sequence[Person], *, inside: bool) -> str:
    """The words in quotations, or else those outside; nothing of "Ann Lee told him"."""
    kept = list(" " * len(sentence) if inside else sentence)
    for quote in quotes:
        for i in range(quote.start, quote.end):
            kept[i] = sentence[i] if inside else " "
    for person in found:
        other = _TO_ANOTHER.match(sentence, person.end)
        if other is not None:
            kept[other.start() : other.end()] = " " * (other.end() - other.start())
    return "".join(kept)


def acts_on_another(sentence: str, start: int) -> bool:
    """Whether who is named at `start` acts on "him" or "her", who is somebody else.

    >>> acts_on_another("Krogh later called him mild", 0), acts_on_another("Krogh said his mill fell", 0)
    (True, False)
    """
    name = _CAPITALS.match(sentence, start)
    return name is not None and _TO_ANOTHER.match(sentence, name.end()) is not None
