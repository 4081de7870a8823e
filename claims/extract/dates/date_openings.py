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
    from collections.abc import Iterator, Mapping, Sequence

    Places = Mapping[str, Sequence[int]]

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


def places(text: str, openings: frozenset[str]) -> Places:
    """Where each of these first words stands.

    >>> places("In May 1999 or May 2001", MONTH | DIGIT)
    {'may': [3, 15], '0': [7, 19]}
    """
    found: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        if not word[0].isalpha():
            word = _ANY_DIGIT if word.isdigit() else _ANY_MARK
        if word in openings:
            found.setdefault(word, []).append(match.start())
    return found


def matches(
    pattern: re.Pattern[str], openings: frozenset[str], text: str, found: Places
) -> Iterator[re.Match[str]]:
    r"""What `pattern.finditer` gives for a pattern that begins with one of `openings`.

    >>> found = places("In May 1999 or May 2001", MONTH)
    >>> [m[0] for m in matches(re.compile(r"May \d+"), MONTH, "In May 1999 or May 2001", found)]
    ['May 1999', 'May 2001']
    """
    at = 0
    for start in sorted(place for word in openings & found.keys() for place in found[word]):
        match = pattern.match(text, start) if start >= at else None
        if match is not None:
            at = match.end()
            yield match
