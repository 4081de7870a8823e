"""Lists of words and phrases to patterns that are searched only in a text that has one of their words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STEM = 3
"""Letters of a word with open ending that are looked for before the whole is."""

_RUN = re.compile(r"\w+")
_MAYBE_BLANK = re.compile(r"(?: |\\s)(?=[?*{])")
_PART = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|[()|]")
_WORD = re.compile(r"(?<![^ ])[a-z]+(?![^ ])")
_LETTERS = re.compile(r"[a-z]+(?![?*{])")


class Listed:
    r"""Any of the alternatives of a pattern as whole words, in any case, right after `before`.

    >>> found = Listed(r"so far|injur\w+").search("Two were INJURED.")
    >>> found[0] if found else None
    'INJURED'
    """

    __slots__ = ("_needles", "_pattern")

    def __init__(self, alternatives: str, *, before: str = "") -> None:
        self._pattern = re.compile(rf"\b{before}(?:{alternatives})\b", re.IGNORECASE)
        self._needles = needles(alternatives)

    def search(self, text: str) -> re.Match[str] | None:
        """The first of them in the text."""
        held = words_held(text)
        if held is not None and self._needles is not None and self._needles.isdisjoint(held):
            return None
        return self._pattern.search(text)


@lru_cache(maxsize=16)  # a clause is searched for many lists
def words_held(text: str) -> frozenset[str] | None:
    """The words of a text in small letters, and the first letters of each with a star.

    None where a letter beyond ASCII may stand for another one, as the long s does.

    >>> sorted(words_held("Ann died"))
    ['ann', 'ann*', 'die*', 'died']
    """
    found = _RUN.findall(text.lower())
    if not "".join(found).isascii():
        return None
    return frozenset(found).union([f"{word[:STEM]}*" for word in found])


def needles(alternatives: str) -> frozenset[str] | None:
    r"""One word of each alternative, in the form of `words_held`; None where one has no certain word.

    >>> sorted(needles(r"in the past|so far|injur\w+|remains?")), needles("(?:un)?likely")
    (['far', 'inj*', 'past', 'rem*'], None)
    """
    found = set()
    for one in map(str.lower, _split(alternatives)):
        word = max(_WORD.findall(one)[::-1], key=len, default="")
        letters = _LETTERS.match(one)
        if letters is not None and len(letters[0]) > max(len(word), STEM - 1):
            word = f"{letters[0][:STEM]}*"
        if not word:
            return None
        found.add(word)
    return frozenset(found)


def _split(alternatives: str) -> Iterator[str]:
    """The alternatives one by one, with a dot for whatever is no plain letter or blank in them."""
    made, depth, at = "", 0, 0
    alternatives = _MAYBE_BLANK.sub(".", alternatives).replace(r"\s", " ")
    for part in _PART.finditer(alternatives):
        made += alternatives[at : part.start()] if not depth else ""
        at = part.end()
        depth += (part[0] == "(") - (part[0] == ")")
        if part[0] == "|" and not depth:
            yield made
            made = ""
        elif not depth:
            made += "."
    yield made + alternatives[at:]
