"""The noun phrase right before ", who" or ", which": what a relative clause is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.people_nouns import HUMANS
from claims.extract.grammar.tokens import tokens
from claims.extract.wording.candidates import NO_NAMES
from claims.extract.wording.given_names import goes_by
from claims.extract.wording.noun_phrases import noun_end
from claims.text.calendar_names import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.grammar.tokens import Token

_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'.-]*|\d{4})(?:\s(?:(?:of|the|de|van|von|al|bin|for|and)\s){0,2}(?:[A-ZÀ-Þ][\w’'.-]*|\d{4}))*"
    r"(?:\s\([A-Z][\w&-]+\))?$"
)
_DETERMINERS = frozenset(
    "a an the his her its their another this one two three four five six".split()
)
_KIN = re.compile(
    r"\b(?:an?|the|another)\s(?:[\w-]+\s){0,2}(?:niece|nephew|sons?|daughters?|brother|sister|wife|husband|widow"
    r"|widower|mother|father|parents?|aunt|uncle|cousin|grandson|granddaughter|friends?|relatives?|children"
    r"|child)\sof\s[^,;.]*$"
)
"""Whose niece somebody is: "a niece of his opponent Ann Lee, who" may be about either."""
_COMMON_NOUN = re.compile(
    r"\b(?:character|costume|version|edition|film|show|book|song|album|series|game|model|brand)\s$"
)
_PREPOSITIONS = frozenset("in at on for from with".split())
_MAY_ACT = re.compile(r"^[a-z]{2,}(?<![su'’i])s$")
"""A word that may be a verb no list knows, in the middle of what seems one noun with its adjectives."""
_BACK = 10  # words
_JOINS = re.compile(r"\b(?:of|in|at|for|from|near|and|or|to|with|by|between)\s$")
_IN_A_LIST = re.compile(
    r"\b(?:of|in|at|for|from|near|and|or|to|with|by|between)\s(?:the|an?)\s(?:[\w’'-]+\s){1,3}$"
)
"""Before the last of two: "a pact between the bank and the group Lime, which" may be about the pact."""


_DEGREES = re.compile(r"\d\s?°?[CF]\Z")
"""The sign of a measure, which is no name: "dropped to -14.6C"."""


def thing_before(text: str) -> str | None:
    """The name or noun phrase that ends `text`; None when it could be more than one thing.

    >>> [thing_before(t) for t in ("The firm closed a mill,", "a mill in Leeds,", "It was shut,")]
    ['a mill', None, None]
    """
    tail = text.rstrip(" ,(—–")[-160:]
    name = _NAME.search(tail)
    if name and _DEGREES.search(tail):
        return None
    if name:
        return _name_before(tail, name)
    words = tokens(tail)
    if not words or not words[-1].is_word:
        return None
    start = _start(words)
    if start is None or (
        start and words[start - 1].lower in {"of", "and", "or", "as", "than", "in"}
    ):
        return None
    return tail[words[start].start :]


def _name_before(tail: str, name: re.Match[str]) -> str | None:
    """The name that ends the text, unless the clause may be about what stands before the name."""
    first, _, others = name[0].partition(" ")
    if others and name.start() == 0 and first.lower() in _PREPOSITIONS:
        return others  # "In Leeds, which"
    before = tail[: name.start()]
    article = re.search(r"\b([Tt]he)\s$", before)
    left = before[: article.start()] if article else before
    unsure = (
        _IN_A_LIST.search(left)
        or first.lower() in NO_NAMES  # "Together, the crimes"
        or name[0].isdigit()  # "on March 10th 2023, the largest"
        or _JOINS.search(left)  # "a mill in Leeds, which"
        or (article is None and _COMMON_NOUN.search(left))  # "the character Abe Lime, which"
        or re.search(r"[A-Z][\w’'-]*,\s$", left)  # "Leeds, England, which"
        or first.lower() in CALENDAR
        or (
            " of " in name[0] and goes_by(name[0]) is not None
        )  # "Ann Lee of the Lime Trust, which"
    )
    if unsure:
        return None
    return f"the {name[0]}" if article else name[0]


def _start(words: Sequence[Token]) -> int | None:
    """Where the noun phrase at the end begins, by its determiner."""
    for k in range(len(words) - 1, max(-1, len(words) - _BACK), -1):
        if k < len(words) - 1 and _MAY_ACT.search(words[k].text):
            return None  # "the coating repels water"
        if words[k].lower in _DETERMINERS:
            return k if k < len(words) - 1 and noun_end(words, k + 1) == len(words) else None
        if not words[k].is_word:
            return None
    return None


_OF_BODY = re.compile(
    r"\s(?:of|at|from|with)\s(?:the\s)?[A-Z][\w’'-]*(?:\s(?:of|for|and|the|[A-Z][\w’'-]*))*\Z"
)


def person_before(text: str, names: Sequence[str]) -> str | None:
    """The person that ends `text`: one of `names`, or a noun such as "the driver".

    >>> person_before("It hit the mayor, Ann Lee,", ["Ann Lee"]), person_before("It hit a wall,", [])
    ('Ann Lee', None)
    """
    tail = text.rstrip(" ,(—–")
    named = next((n for n in names if tail.endswith(n)), None)
    if named is None:  # "Ann Lee of the University of Leeds, who"
        tail = _OF_BODY.sub("", tail)
        named = next((n for n in names if tail.endswith(n)), None)
    if named is not None:
        return None if _KIN.search(tail[-160:].removesuffix(named)) else named
    thing = thing_before(text)
    if thing is None:
        return None
    head = (
        re.split(r"\s(?:of|in|at|for|on|from)\s", thing, maxsplit=1)[0].rsplit(" ", 1)[-1].lower()
    )
    return thing if head in HUMANS or head.removesuffix("s") in HUMANS else None
