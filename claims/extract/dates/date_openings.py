"""A text to the places of the words with which a date can begin.

Each pattern of a date is tried at the places of its own first words only, not at every character.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import (
    CENTURIES,
    COUNTS,
    FEASTS,
    MONTHS,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ANY_DIGIT, _ANY_MARK = "0", "’"

DIGIT = frozenset([_ANY_DIGIT])
MARK = frozenset([_ANY_MARK])
"""The apostrophe of "’90s"."""

MONTH = frozenset([*MONTHS, *(month[:3] for month in MONTHS), "sept"])
DAY = frozenset(WEEKDAYS)
FEAST = frozenset(re.split(r"\W", feast)[0] for feast in FEASTS)
SEASON = frozenset(SEASONS)
ORDINAL = DIGIT | frozenset(word for word in ORDINALS if word.isalpha())
NTH = frozenset("first second third fourth last final".split())
CENTURY = frozenset(re.split(r"\W", word)[0] for word in CENTURIES)
COUNT = DIGIT | frozenset(COUNTS)
NEAR = frozenset("last this next".split())
"""How a date near the present one begins."""

_WORD = re.compile(r"(?<!\w)[^\W\d_]+|(?<![A-Za-z0-9_])(?:\d|[’'‘](?=\d))")


class Places:
    """Where each of the first words `openings` stands in a text.

    >>> found = Places("In May 1999 or May 2001", MONTH | DIGIT)
    >>> found.of(MONTH), found.of(MONTH | DIGIT)
    ([3, 15], [3, 7, 15, 19])
    """

    __slots__ = ("_by_openings", "_by_word")

    def __init__(self, text: str, openings: frozenset[str]) -> None:
        self._by_word: dict[str, list[int]] = {}
        self._by_openings: dict[frozenset[str], list[int]] = {}
        for match in _WORD.finditer(text):
            word = match[0].casefold()
            if not word[0].isalpha():
                word = _ANY_DIGIT if word.isdigit() else _ANY_MARK
            if word in openings:
                self._by_word.setdefault(word, []).append(match.start())

    def of(self, openings: frozenset[str]) -> Sequence[int]:
        """The places of some of the first words, in order; many patterns ask for the same ones."""
        found = self._by_openings.get(openings)
        if found is None:
            found = sorted(
                at for word in openings & self._by_word.keys() for at in self._by_word[word]
            )
            self._by_openings[openings] = found
        return found


def matches(
    pattern: re.Pattern[str], openings: frozenset[str], text: str, found: Places
) -> Iterator[re.Match[str]]:
    r"""What `pattern.finditer` gives for a pattern that begins with one of `openings`.

    >>> found = Places("In May 1999 or May 2001", MONTH)
    >>> [m[0] for m in matches(re.compile(r"May \d+"), MONTH, "In May 1999 or May 2001", found)]
    ['May 1999', 'May 2001']
    """
    at = 0
    for start in found.of(openings):
        match = pattern.match(text, start) if start >= at else None
        if match is not None:
            at = match.end()
            yield match
