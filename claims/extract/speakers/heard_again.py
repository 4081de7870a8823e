"""Persons named behind a preposition, where a place could stand, who speak by their last name elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.given_names import gender_of
from claims.extract.grammar.names import Person, is_body_word
from claims.extract.grammar.reporting_verbs import REPORTING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEHIND = re.compile(
    r"\b(?:to|of|for|from|with|by)\s([A-ZÀ-Þ][\w’-]{1,30})\s([A-ZÀ-Þ][\w-]{1,30})\b"
)
_SPEAKS = re.compile(
    r"\b(\w{1,30})\W{1,4}([A-ZÀ-Þ][\w-]{1,30})(?=\s(?:(?:has|had|also|later)\s)?([a-z]{2,20})\b)"
)


def heard_again(text: str) -> Iterator[Person]:
    """Each "to Ann Lee" of a text in which "Lee said" stands too.

    >>> [p.name for p in heard_again("A letter to Ann Lee came. Lee said it was late.")]
    ['Ann Lee']
    """
    alone = {
        found[2]
        for found in _SPEAKS.finditer(text)
        if found[3] in REPORTING and not found[1][:1].isupper()
    }
    for found in _BEHIND.finditer(text):
        if found[2] in alone and gender_of(found[1]) and not is_body_word(found[2]):
            yield Person(
                f"{found[1]} {found[2]}", "", sure=True, start=found.start(1), end=found.end()
            )
