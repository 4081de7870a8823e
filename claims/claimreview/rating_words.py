"""A publisher's rating words to our verdicts, by a table; words that are not in it stay unmapped.

Numbers of other publishers are not read: 4 of 6 is "false" at one desk and "mostly true" at the next.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

from claims.model.fact_check import Axis

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TABLE = "rating_words.yml"
_OPENING = re.compile(r"\s*[.:;!(|–—]\s*|\s+-\s+|\n")
_TURNS = re.compile(
    r"\b(?:but|however|although|though|except|pero|aunque|mas|porém|embora|mais|cependant|aber|jedoch"
    r"|ma|però|maar)\b"
)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Meaning:
    """Our verdict, its place on the truth axis if it has one, and by which part of the table.

    `by` is `words`, `first words`, the host of a publisher with words of its own, or null.
    """

    axis: Axis
    verdict: str | None = None
    number: int | None = None
    by: str | None = None


UNMAPPED = Meaning(Axis.UNMAPPED)


@dataclass(frozen=True, slots=True)
class RatingWords:
    """The table: our labels with their number, words at large, and words of single publishers."""

    numbers: Mapping[str, int | None]
    at_large: Mapping[str, str]
    of_hosts: Mapping[str, Mapping[str, str]]

    def meaning(self, rating: str | None, *, host: str | None = None) -> Meaning:
        """What the rating says, in our words.

        >>> words = rating_words()
        >>> words.meaning("FALSE!").number, words.meaning("Engañoso").axis.value
        (1, 'off')
        >>> words.meaning("Four Pinocchios", host="www.washingtonpost.com").by
        'washingtonpost.com'
        >>> words.meaning("False. The minister never said so.").by
        'first words'
        >>> words.meaning("Reker never said so").verdict
        """
        text = (rating or "")[:_LONGEST]
        whole = plain(text)
        if not whole:
            return UNMAPPED
        own = self._own(whole, host)
        if own:
            return own
        if whole in self.at_large:
            return self._told(self.at_large[whole], "words")
        first = plain(_OPENING.split(text.strip(), maxsplit=1)[0])
        if first in self.at_large and first != whole and not _TURNS.search(text.casefold()):
            return self._told(self.at_large[first], "first words")
        return UNMAPPED

    def _own(self, whole: str, host: str | None) -> Meaning | None:
        for name in _parents(host):
            verdict = self.of_hosts.get(name, {}).get(whole)
            if verdict:
                return self._told(verdict, name)
        return None

    def _told(self, verdict: str, by: str) -> Meaning:
        number = self.numbers[verdict]
        return Meaning(Axis.OFF if number is None else Axis.TRUTH, verdict, number, by)


def _parents(host: str | None) -> Iterator[str]:
    """The host and what it is a part of: `www.a.example` gives itself and `a.example`."""
    labels = (host or "").lower().split(".")
    for start in range(len(labels) - 1):
        yield ".".join(labels[start:])


def plain(words: str) -> str:
    """Words as they are looked up: small, one space between, no punctuation around or between.

    >>> plain("  Não_é-bem assim! "), plain("झूठ ।")
    ('não é bem assim', 'झूठ')
    """
    text = unicodedata.normalize("NFKC", words).casefold()
    kept = "".join(c if unicodedata.category(c)[0] in "LMN" or c == "'" else " " for c in text)
    return " ".join(kept.split())


@lru_cache(maxsize=1)
def rating_words() -> RatingWords:
    """The table that ships with the product.

    >>> rating_words().numbers["Mostly false"]
    2
    """
    read: dict[str, Any] = yaml.safe_load(
        files("claims.claimreview").joinpath(_TABLE).read_text(encoding="utf-8")
    )
    numbers = {one["label"]: one.get("number") for one in read["verdicts"]}
    at_large = {
        plain(word): one["label"]
        for one in read["verdicts"]
        for line in (*one["words"], one["label"])
        for word in line.split(";")
    }
    of_hosts = {
        host: {plain(word): verdict for word, verdict in one["words"].items()}
        for one in read["publishers"]
        for host in one["hosts"]
    }
    return RatingWords(numbers, at_large, of_hosts)
