"""A text under dates as headings, a chronicle of days, to the date that each sentence is told under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import full_date, month_number
from claims.extract.dates.tenses import tense
from claims.text.calendar_names import MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claims.extract.article import Article
    from claims.extract.dates.mentions import DateMention
    from claims.model.span import Span

_BESIDE = re.compile(r"(?:(?:day|week|month|year) (?:\d+|[a-z]+)|[^\w])*", re.IGNORECASE)
"""What a heading may hold beside its date: "Day 2 (Tuesday):"."""

_OPENS = 4  # characters before the date that a line opens with, as of a list
_PARTED = re.compile(r"\)?\s?[:–—]\s|\)?\s-\s")
_MONTH_LINE = re.compile(rf"\W{{0,4}}(?P<m>{MONTH})(?=\s*[:–—]|\s-\s|\s*\Z)", re.IGNORECASE)
_YEARS_LINE = re.compile(
    r"\W{0,4}(?P<y>1\d{3}|20\d\d)\s?[-–/]\s?(?P<c>\d\d)?(?P<last>\d\d)\W*", re.ASCII
)
_ENDED = re.compile(r"[.!?:;,…][\"”’')]*\s*\Z")
_LONGEST = 80  # characters of a heading
_FEWEST = 2
_Head = tuple[
    int, str, bool
]  # the number of its sentence, its date, whether it is a line of its own


def read_sections(article: Article, *, published: str | None) -> dict[int, str]:
    r"""The date of the heading that each sentence stands under, by the number of the sentence.

    >>> from claims.extract.article import read_article
    >>> text = "Floods\n\nMay 4\nThe dam broke.\n\nMay 5\nIt rained.\n\nThe dam\nIt is old."
    >>> read_sections(read_article(text, published="2021-08-31"), published="2021-08-31")
    {1: '2021-05-04', 2: '2021-05-04', 3: '2021-05-05', 4: '2021-05-05'}
    """
    heads = list(_heads(article))
    if len({told for _, told, _ in heads}) < _FEWEST:
        return {}
    months = _years_of_months([told for _, told, _ in heads], published)
    found: dict[int, str] = {}
    for order, (ordinal, _, alone) in enumerate(heads):
        end = heads[order + 1][0] if order + 1 < len(heads) else len(article.sentences)
        if months[order] is not None:
            last = _last(article, ordinal, end, alone=alone)
            found |= dict.fromkeys(range(ordinal, last), months[order] or "")
    return found


def tells_in_present(article: Article, sections: Mapping[int, str]) -> bool:
    """Whether most sentences under headings tell what happened in the present: "Work begins."."""
    told = [tense(article.sentences[i].of(article.text)) for i in sections]
    past = sum(one in {"past", "was", "passive"} for one in told)
    return told.count("present") > past


def _heads(article: Article) -> Iterator[_Head]:
    for ordinal, span in enumerate(article.sentences):
        line = span.trim(article.text)
        if not article.starts_paragraph(line):
            continue
        words = line.of(article.text)
        told = article.dates_in(line) if len(line) <= _LONGEST else article.dates_in(_start(line))
        month, years = _MONTH_LINE.match(words), _YEARS_LINE.fullmatch(words)
        if years is not None and years["y"] < (years["c"] or years["y"][:2]) + years["last"]:
            yield ordinal, f"{years['y']}/{years['c'] or years['y'][:2]}{years['last']}", True
        elif month is not None and not told:
            alone = _BESIDE.fullmatch(words, month.end()) is not None
            yield ordinal, f"-{month_number(month['m']):02}", alone
        elif told and article.is_paragraph(span) and _is_alone(article.text, line, told):
            yield ordinal, told[0].edtf, True
        elif told and told[0].start <= line.start + _OPENS and _is_parted(article.text, told[0]):
            yield ordinal, told[0].edtf, False


def _is_parted(text: str, told: DateMention) -> bool:
    return _PARTED.match(text, told.end) is not None


def _start(line: Span) -> Span:
    return type(line)(line.start, line.start + _LONGEST)


def _is_alone(text: str, line: Span, told: Sequence[DateMention]) -> bool:
    """Whether a line holds nothing but one date."""
    if len(told) > 1:
        return False
    before, after = text[line.start : told[0].start], text[told[0].end : line.end]
    return all(_BESIDE.fullmatch(part) is not None for part in (before, after))


def _last(article: Article, ordinal: int, end: int, *, alone: bool) -> int:
    """The first sentence that is no longer under the heading at `ordinal`, at most `end`."""
    for i in range(ordinal + 1, end):
        span = article.sentences[i].trim(article.text)
        if not alone and article.starts_paragraph(span):
            return i
        title = len(span) <= _LONGEST and not _ENDED.search(span.of(article.text))
        if title and i > ordinal + 1 and article.is_paragraph(article.sentences[i]):
            return i
    return end


def _years_of_months(told: Sequence[str], published: str | None) -> list[str | None]:
    """The dates of headings, months alone with their years: the last one is the latest that had begun."""
    today = full_date(published)
    found: list[str | None] = [*told]
    year, after = (today.year, today.month) if today else (0, 0)
    for i in reversed(range(len(told))):
        if not told[i].startswith("-"):
            continue
        month = int(told[i][1:])
        year -= month > after
        after = month
        found[i] = f"{year:04}-{month:02}" if today else None
    return found
