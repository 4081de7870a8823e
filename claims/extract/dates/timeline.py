"""An article's sentences in order to the day or period the story is at, and a clause's candidate dates.

The day of the main event is the first day of the news that the text names; a date of old stays in force
until the next one, and the last day of the news is kept beside it for the return from a flashback.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extract.dates.asides import only_describes
from claims.extract.dates.calendar_words import full_date
from claims.extract.dates.kept_dates import holds_in_its_clause
from claims.extract.dates.sections import read_sections, tells_in_present
from claims.text.datelines import dateline_end

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.extract.article import Article
    from claims.extract.dates.mentions import DateMention
    from claims.model.span import Span

NEAR_DAYS = 31
"""A day at most this long before publication can be the day of the news itself."""

_OPENING = 8
_DATELINE = 80  # characters before a day in it
_NAME_AFTER = re.compile(r"\s[A-Z]")
_BARE_YEAR = re.compile(r"\d{4}\Z")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that a clause may depend on, the ways the article leads to it, and how far back it stands."""

    edtf: str
    roles: tuple[str, ...]  # before, after, carried, earlier, news, lead, month, published
    distance: int  # sentences back
    exact: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The dates of an article in order, each with its sentence, and the day of its main event."""

    mentions: tuple[DateMention, ...]
    ordinals: tuple[int, ...]  # the sentence of each mention
    paragraphs: tuple[int, ...]  # the paragraph of each sentence
    starts: tuple[int, ...]  # where each sentence begins
    last_news: tuple[int | None, ...]  # the last mention of a day of the news, up to each mention
    lead: int | None  # the mention that names the day of the main event
    kept: frozenset[int]  # the mentions that tell of nothing but their own clause
    sections: Mapping[int, str]  # what `read_sections` says
    in_present: bool  # what `tells_in_present` says
    published: str | None

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that `place` stands in."""
        return max(0, bisect_left(self.starts, place + 1) - 1)


def read_timeline(article: Article, *, published: str | None) -> Timeline:
    """The dates that tell when things happened, in text order.

    >>> from claims.extract.article import read_article
    >>> text = "The dam broke on Saturday. In 1998 it was built."
    >>> timeline = read_timeline(read_article(text, published="2021-08-31"), published="2021-08-31")
    >>> [m.edtf for m in timeline.mentions], timeline.lead
    (['2021-08-28', '1998'], 0)
    """
    starts = tuple(s.start for s in article.sentences)
    paragraphs: list[int] = []
    for span in article.sentences:
        new = bool(paragraphs) and article.starts_paragraph(span.trim(article.text))
        paragraphs.append((paragraphs[-1] if paragraphs else 0) + new)
    sections = read_sections(article, published=published)
    mentions = tuple(
        m
        for m in article.dates
        if _tells_when(article.text, m)
        or sections.get(bisect_left(starts, m.start + 1) - 1) == m.edtf
    )
    ordinals = tuple(bisect_left(starts, m.start + 1) - 1 for m in mentions)
    last: list[int | None] = []
    for i, mention in enumerate(mentions):
        last.append(i if _is_news(mention, published) else last[-1] if last else None)
    return Timeline(
        mentions=mentions,
        ordinals=ordinals,
        paragraphs=tuple(paragraphs),
        starts=starts,
        last_news=tuple(last),
        lead=_lead(mentions, published),
        kept=frozenset(i for i, m in enumerate(mentions) if holds_in_its_clause(article.text, m)),
        sections=sections,
        in_present=tells_in_present(article, sections),
        published=published,
    )


def _tells_when(text: str, mention: DateMention) -> bool:
    """Not a dateline, an aside or a year that only names something, as in "the 2020 Games"."""
    line_start = mention.start == 0 or text[mention.start - 1] == "\n"
    if line_start and text[mention.end : mention.end + 3].lstrip(" \u00a0")[:1] in {"\n", ""}:
        return False
    line = text.rfind("\n", 0, mention.start) + 1
    if mention.start - line < _DATELINE and dateline_end(text, line) >= mention.end:
        return False
    if only_describes(text, mention.start, mention.end):
        return False
    return not (_BARE_YEAR.match(mention.exact) and _NAME_AFTER.match(text, mention.end))


def days_apart(edtf: str, published: str | None) -> int | None:
    """Days from the first day of `edtf` to publication, None where either names no day.

    >>> days_apart("2021-08-28", "2021-08-31")
    3
    """
    first, last = full_date(edtf), full_date(published)
    return (last - first).days if first and last else None


def _is_news(mention: DateMention, published: str | None) -> bool:
    days = days_apart(mention.edtf, published)
    return days is not None and 0 <= days <= NEAR_DAYS


def _lead(mentions: tuple[DateMention, ...], published: str | None) -> int | None:
    return next((i for i, m in enumerate(mentions[:_OPENING]) if _is_news(m, published)), None)


def candidates(timeline: Timeline, sentence: Span, part: Span) -> tuple[Candidate, ...]:
    """The dates outside `part` that it may depend on, the nearest first, each date once.

    >>> from claims.extract.article import read_article
    >>> from claims.model.span import Span
    >>> text = "The dam broke on Saturday. Nobody was hurt."
    >>> timeline = read_timeline(read_article(text, published="2021-08-31"), published="2021-08-31")
    >>> candidates(timeline, Span(27, 43), Span(27, 42))[0].roles
    ('carried', 'news', 'lead')
    """
    here = timeline.sentence_at(part.start)
    roles: dict[str, list[str]] = {}
    first: dict[str, tuple[int, str]] = {}  # how far back and as what a date is met first
    for role, i in _by_role(timeline, sentence, part, here):
        mention = timeline.mentions[i]
        roles.setdefault(mention.edtf, []).append(role)
        first.setdefault(mention.edtf, (abs(here - timeline.ordinals[i]), mention.exact))
    for role, edtf in _of_publication(timeline.published):
        roles.setdefault(edtf, []).append(role)
        first.setdefault(edtf, (0, ""))
    return tuple(Candidate(edtf, tuple(names), *first[edtf]) for edtf, names in roles.items())


@lru_cache(maxsize=64)  # asked for every claim of an article
def _of_publication(published: str | None) -> tuple[tuple[str, str], ...]:
    day = full_date(published)
    return (("published", day.isoformat()), ("month", f"{day:%Y-%m}")) if day else ()


def _by_role(timeline: Timeline, sentence: Span, part: Span, here: int) -> list[tuple[str, int]]:
    first = bisect_left(timeline.mentions, sentence.start, key=lambda m: m.start)
    inside = []
    for i in range(first, len(timeline.mentions)):
        if timeline.mentions[i].start >= sentence.end:
            break
        inside.append(i)
    found = [("before", i) for i in reversed(inside) if timeline.mentions[i].end <= part.start][:1]
    found += [("after", i) for i in inside if timeline.mentions[i].start >= part.end][:1]
    if first:
        same = timeline.paragraphs[timeline.ordinals[first - 1]] == timeline.paragraphs[here]
        found.append(("carried" if same else "earlier", first - 1))
        last = timeline.last_news[first - 1]
        if last is not None:
            found.append(("news", last))
    if timeline.lead is not None and timeline.lead < first:
        found.append(("lead", timeline.lead))
    return found
