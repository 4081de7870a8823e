"""An obituary to the person whose life it tells: the headline says who died, and the text opens with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.grammar.names import people

if TYPE_CHECKING:
    from claims.extract.article import Article

_DEATH = re.compile(
    r"\b(?:dies|died|dead at|obituary|passes away)\b|\b1[89]\d\d\s?[-–]\s?(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
_LONGEST = 200  # characters of a headline
_OPENING = 3  # sentences behind it
_NEAR = 1500  # characters in which the pronouns of the person are looked for
_WOMAN = re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE)
_MAN = re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE)
_MOSTLY = 3
"""How many times more often one pronoun must stand there than the other."""


@dataclass(frozen=True, slots=True)
class Life:
    """A person by name, "m" or "f", and where the text first names them."""

    name: str
    gender: str
    start: int


def life_told(article: Article) -> Life | None:
    r"""The person whose life an obituary tells; None for any other article.

    >>> from claims.extract.article import read_article
    >>> text = "Ann Lee, baker, dies at 91\n\nAnn Lee died on Monday. She was 91."
    >>> life_told(read_article(text, published=None))
    Life(name='Ann Lee', gender='f', start=28)
    """
    line, found, _ = article.text[: _LONGEST + 1].partition("\n")
    if not found or _DEATH.search(line) is None:
        return None
    behind = [s for s in article.sentences if s.start >= len(line)][:_OPENING]
    for span in behind:
        for person in people(span.of(article.text)):
            if re.search(rf"\b{re.escape(person.name.split()[-1])}\b", line):
                start = span.start + person.start
                gender = _gender(article.text[start : min(start + _NEAR, article.body_end)])
                return Life(person.name, gender, start) if gender else None
    return None


def _gender(text: str) -> str:
    woman, man = len(_WOMAN.findall(text)), len(_MAN.findall(text))
    if woman > _MOSTLY * man:
        return "f"
    return "m" if man > _MOSTLY * woman else ""
