"""How old somebody is or was, told in one of many ways, to one way of telling it.

"Aged 71, the judge died", "the judge was 71 when he died" and "the judge died at the age of 71" are one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ONE_OF_THEM = "of one of several"
"""The standing of an age that may be another's: "the 17-year-old victim" is told from other victims by it."""

_SURE: frozenset[str] = frozenset()
_AGE = r"(?P<age>\d{1,3})"
_NO_HOUR = r"(?:2[5-9]|[3-9]\d|1[01]\d)\b"
"""Behind a bare "at", what can be no hour of the day."""
_WHO = r"(?P<who>(?:The |the |[A-Z])[^,;:()\d]{1,60}?)"
_WHEN = re.compile(
    rf"^{_WHO} (?:is|was) (?:only |just )?(?:aged )?{_AGE}(?: years old| years of age)?"
    r" when (?:he|she) (?P<rest>[^,;:]+?)(?P<end>[.\s]*)$"
)
_FIRST = re.compile(
    rf"^(?:At the age of|At (?={_NO_HOUR})|Aged)(?: only| just)? ?{_AGE},? {_WHO}"
    r" (?P<rest>[a-z][^;:]+?)(?P<end>[.\s]*)$"
)
_LAST = re.compile(
    rf"^(?P<said>[^;:]*\b(?:died|dies|killed|dead|married|won|became|retired|resigned|elected|appointed)\b"
    rf"[^,;:\d]{{0,40}}?),? (?:at (?={_NO_HOUR})|aged (?:only |just )?){_AGE}"
    r"(?=[,.]| (?:on|in)\b|$)(?P<end>.*)$"
)
_DIED = re.compile(
    r"(?:has )?(?:died|passed away|was (?:shot |found )?(?:dead|killed)|was shot)\b[^,]*$"
)
_NAME = r"(?P<who>[Tt]he (?:[a-z-]+ )?[a-z-]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)"
_APPOSED = re.compile(
    rf"\b{_NAME}(?:, (?:(?:now|who is|(?P<then>then|who was)) )?(?:aged )?(?P<a>\d{{1,3}})"
    r"(?: years old)?(?:,(?!\d)|\.$)"
    r"|, an? (?P<b>\d{1,3})-year-old\b[^,;:]*[,.]| \((?P<c>\d{1,3})\)(?= [a-z]))(?P<rest>[^;:]*)"
)
_BEFORE = re.compile(
    r"\b[Tt]he (?P<age>\d{1,3})-year-old (?P<who>[a-z]+)\b(?! (?:[A-Z]|of |from |in |who |whose |with |and ))"
)
_OLDEST = 120


def aged_last(text: str) -> str:
    """A sentence that tells an age with something done, with the age behind it; others as they are.

    >>> aged_last("The judge was 71 when he died."), aged_last("Aged 71, the judge died.")
    ('The judge died at the age of 71.', 'The judge died at the age of 71.')
    >>> aged_last("The judge died aged 71 in May.")
    'The judge died at the age of 71 in May.'
    """
    if not any(sign in text for sign in _SIGNS):
        return text
    if match := _WHEN.match(text) or _FIRST.match(text):
        who, rest = match["who"], match["rest"]
        return f"{who[0].upper()}{who[1:]} {rest} at the age of {match['age']}{match['end']}"
    if match := _LAST.match(text):
        return f"{match['said']} at the age of {match['age']}{match['end']}"
    return text


_SIGNS = ("when ", "At ", " at ", "ged ")


def ages(sentence: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each age that a sentence tells in passing, as a sentence of its own with its standing.

    >>> [told for told, _ in ages("The victim, aged 17, was found dead.")]
    ['The victim was 17 years old.', 'The victim was 17.', 'The victim was found dead at the age of 17.']
    >>> list(ages("Police met the 17-year-old girl."))
    [('The girl was 17 years old.', frozenset({'of one of several'}))]
    """
    last = aged_last(sentence)
    if last != sentence:
        yield last, _SURE
    for match in _APPOSED.finditer(sentence):
        age = match["a"] or match["b"] or match["c"]
        who = match["who"][0].upper() + match["who"][1:]
        if int(age) > _OLDEST:
            continue
        standing = frozenset([ONE_OF_THEM]) if match["then"] else _SURE
        yield f"{who} was {age} years old.", standing
        yield f"{who} was {age}.", standing
        rest = match["rest"].strip(" .,")
        if _DIED.match(rest):
            yield f"{who} {rest} at the age of {age}.", _SURE
    for match in _BEFORE.finditer(sentence):
        yield f"The {match['who']} was {match['age']} years old.", frozenset([ONE_OF_THEM])
