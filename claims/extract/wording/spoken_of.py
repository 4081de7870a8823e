"""Persons as they are spoken of in turn, and the one whose life is told, the hero of an obituary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.speakers.lives import life_told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.article import Article
    from claims.extract.wording.entities import Entities


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody spoken of: by name, or by a noun such as "the driver"; "" when not known who."""

    name: str
    pronoun: str | None
    sentence: int
    at: int
    leads: bool  # the subject of its sentence


def hero_of(article: Article, entities: Entities) -> Seen | None:
    r"""The person whose life an obituary tells, as first named; None in any other article.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.wording.entities import read_entities
    >>> text = "Ann Lee, baker, dies at 91\n\nAnn Lee died on Monday. She was 91."
    >>> article = read_article(text, published=None)
    >>> hero_of(article, read_entities(article)).pronoun
    'she'
    """
    life = life_told(article)
    figure = entities.figure_of(tuple(life.name.split())) if life is not None else None
    if life is None or figure is None:
        return None
    return Seen(figure.name, "she" if life.gender == "f" else "he", 0, life.start, leads=True)


def is_meant(hero: Seen, seen: Sequence[Seen], *, since: int, here: int | None) -> bool:
    """Whether a pronoun means the hero: nobody else that it fits has led from the sentence `since` on.

    `here` is the number of a sentence in which others are named before the pronoun.

    >>> hero = Seen("Ann Lee", "she", 0, 0, leads=True)
    >>> is_meant(hero, [Seen("Eva Roth", "she", 4, 90, leads=True)], since=4, here=None)
    False
    """
    others = (s for s in seen if s.name != hero.name and s.pronoun in {hero.pronoun, None})
    return not any(s.sentence >= since and (s.leads or s.sentence == here) for s in others)
