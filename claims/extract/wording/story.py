"""One article as a story: what its names and pronouns stand for, its headline and the day it tells of."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.extract.speakers.turns import Turns
from claims.extract.wording.asides import late_from, stems
from claims.extract.wording.coreference import find_glosses
from claims.extract.wording.date_words import date_words, day_first
from claims.extract.wording.entities import Entities, read_entities
from claims.extract.wording.gloss import Gloss, put_in
from claims.extract.wording.headline import (
    headline_of,
    headline_words,
    is_talk,
    lead_day,
    lead_of,
    story_day,
)
from claims.extract.wording.leads import shortened
from claims.extract.wording.loose_ends import loose_end
from claims.extract.wording.sources import behind_and
from claims.text.calendar_names import WEEKDAY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.extract.article import Article
    from claims.model.span import Span


_SELF = re.compile(r"(?:The following|(?:In )?[Tt]his (?:article|report|interview|series|is))\b")
"""A lead that tells of the article itself."""

_ONE = re.compile(r"(?:he|she|his|her|him)\b", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEKDAY = re.compile(r".*\wday")
_BESIDE = 20  # characters between a month and a day of it
_BARE_DAY = re.compile(rf"\b{WEEKDAY}\b(?!(?:[’']s)?\s\()(?!,?\s(?:[A-Z][a-z]+\s)?\d)")
"""A weekday that no date is told of: of two dates in a lead the other one would be taken for its own."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article with all that is known for its claims; read once, asked for every clause."""

    article: Article
    entities: Entities
    glosses: tuple[Gloss, ...]
    headline: str | None
    lead: Span | None
    opening: str | None  # the lead's words, its dates told
    day: str | None  # EDTF
    lead_day: str | None  # the same where the first sentence names it as its own
    day_first: bool
    topic: frozenset[str]  # the stems of headline and first sentence
    behind: Mapping[str, Sequence[int]]  # what stands behind "Leeds and"
    late: int  # where what the story is about may be left behind

    def glosses_in(self, span: Span) -> list[Gloss]:
        """The glosses that lie wholly in `span`."""
        found = []
        for i in range(
            bisect_left(self.glosses, span.start, key=lambda g: g.start), len(self.glosses)
        ):
            if self.glosses[i].start >= span.end:
                break
            if self.glosses[i].end <= span.end:
                found.append(self.glosses[i])
        return found

    def words_of(self, edtf: str) -> str | None:
        """A date in the article's own style."""
        return date_words(edtf, day_first=self.day_first)


def read_story(article: Article, turns: Turns | None = None) -> Story:
    r"""Read an article once for everything its claims may need to stand alone; `turns` if it is a talk.

    >>> from claims.extract.article import read_article
    >>> a = read_article("Bridge falls in Leeds\n\nIt fell on Monday.", published="2021-08-31")
    >>> story = read_story(a)
    >>> story.headline, story.day
    ('Bridge falls in Leeds', '2021-08-30')
    """
    entities = read_entities(article)
    style = day_first(article.text[: article.body_end])
    glosses = find_glosses(article, entities, day_first=style)
    glosses = _of_others(glosses, article.text, turns or Turns())
    headline, day, lead = headline_words(article), story_day(article), lead_of(article)
    is_news = headline is not None or day is not None  # a speech or a letter opens otherwise
    talk = headline is not None and is_talk(article)  # its lead may tell of anything
    opening = _told(article, glosses, lead) if is_news and not talk else None
    return Story(
        article=article,
        entities=entities,
        glosses=glosses,
        headline=headline,
        lead=lead,
        opening=opening,
        day=day,
        lead_day=lead_day(article),
        day_first=style,
        topic=_topic(article, lead),
        behind=behind_and(article.text),
        late=late_from(article.text, lead),
    )


def _of_others(glosses: tuple[Gloss, ...], text: str, turns: Turns) -> tuple[Gloss, ...]:
    """The glosses without those that take whoever speaks, or is spoken to, for a "he" or "she"."""
    kept = []
    for gloss in glosses:
        turn = turns.at(gloss.start) if gloss.key and _ONE.match(text, gloss.start) else None
        if turn is None or turn.speaker != gloss.key:
            kept.append(gloss)
    return tuple(kept)


def _topic(article: Article, lead: Span | None) -> frozenset[str]:
    """The stems of the headline and of the whole first sentence."""
    words = headline_of(article).of(article.text)
    if lead is not None:
        end = next((s.end for s in article.sentences if s.end >= lead.end), lead.end)
        words = f"{words} {article.text[lead.start : end]}"
    return stems(words)


def _told(article: Article, glosses: tuple[Gloss, ...], lead: Span | None) -> str | None:
    """The lead with its dates and names told, on one line; None when something in it stays open."""
    if lead is None:
        return None
    said = lead.of(article.text)
    if _SELF.match(said):
        return None
    own = [
        g
        for g in glosses
        if lead.start <= g.start and g.end <= lead.end and g.known < lead.start
        if not g.key or g.key not in said
    ]
    own = _once(own, article.text)
    words = " ".join(put_in(said, own, offset=lead.start, plain=True).split())
    if loose_end(words):
        return None
    words = words.translate(str.maketrans("", "", "[]"))
    short = shortened(words) or words
    return None if _BARE_DAY.search(short) else short


def _once(glosses: list[Gloss], text: str) -> list[Gloss]:
    """The glosses of one text, no day told twice, no year or week beside a day: "last July, on July 5"."""
    days = {g.key for g in glosses if _DAY.fullmatch(g.key)}
    kept: list[Gloss] = []
    for gloss in glosses:
        first, _, last = gloss.key.partition("/")
        week = bool(last) and any(first <= day <= last for day in days)
        near = [k for k in kept if gloss.start - k.end < _BESIDE]
        year = any(k.words[-4:] == gloss.words for k in near)
        same = bool(gloss.key) and any(k.key == gloss.key for k in kept)
        same = same and _WEEKDAY.fullmatch(text, gloss.start, gloss.end) is None
        if not (week or year or same):
            kept.append(gloss)
    return kept
