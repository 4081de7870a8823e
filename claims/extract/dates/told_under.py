"""A claim under a heading that is a date, as in a chronicle of days, to whether it is told of that date."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from claims.extract.dates.kept_dates import is_counted_on
from claims.extract.dates.tenses import tense

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.extract.dates.timeline import Timeline
    from claims.model.span import Span

_SIMPLE = frozenset(["past", "was", "passive", "ing"])
_PRESENT = frozenset(["present", "perfect"])
_DAY = 10  # characters of a date
_ADJUNCT = re.compile(r"(?:with|against|by|after|before|despite)\s")
_JOINED = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?,?\s(?:and|but)\s")
_LATER = re.compile(r"(?:later|then|subsequently|eventually|afterwards|since)\b")
_START = attrgetter("start")


def told_under(timeline: Timeline, article: Article, part: Span, ordinal: int) -> str | None:
    r"""The date of the heading that `part`, in the sentence `ordinal`, is told under.

    None where the text has gone on to another day since, or the clause tells of more than that day.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.dates.timeline import read_timeline
    >>> from claims.model.span import Span
    >>> text = "Floods\n\nMay 4\nIt rained.\n\nMay 5\nThe dam broke."
    >>> article = read_article(text, published="2021-08-31")
    >>> timeline = read_timeline(article, published="2021-08-31")
    >>> told_under(timeline, article, Span(33, 46), 4)
    '2021-05-05'
    """
    under, words = timeline.sections.get(ordinal), part.of(article.text)
    if under is None or is_counted_on(words):
        return None
    shown = tense(words)
    if timeline.in_present and shown == "none":
        begins = article.sentences[ordinal].trim(article.text).start
        shown = "present" if part.start == begins else shown  # a verb that no list knows
    if shown == "none" and part.start > article.sentences[ordinal].start and _ADJUNCT.match(words):
        shown = "past"  # "…, with nine abstentions"
    if shown not in (_SIMPLE | _PRESENT if timeline.in_present else _SIMPLE):
        return None
    for i in reversed(range(bisect_left(timeline.mentions, part.start, key=_START))):
        mention = timeline.mentions[i]
        if mention.edtf == under or timeline.sections.get(timeline.ordinals[i]) != under:
            break
        if i not in timeline.kept and len(mention.edtf) >= min(len(under), _DAY):
            return None
    return under


def told_beside(timeline: Timeline, article: Article, part: Span, ordinal: int) -> str | None:
    """The day of the clause that `part` is joined to by "and": "It shut that evening and the guests left".

    >>> from claims.extract.article import read_article
    >>> from claims.extract.dates.timeline import read_timeline
    >>> from claims.model.span import Span
    >>> article = read_article("It shut on May 3, 1999 and the guests left.", published=None)
    >>> told_beside(read_timeline(article, published=None), article, Span(27, 42), 0)
    '1999-05-03'
    """
    at = bisect_left(timeline.mentions, part.start, key=_START) - 1
    if at < 0 or at in timeline.kept or timeline.ordinals[at] != ordinal:
        return None
    told, text = timeline.mentions[at], article.text
    if _JOINED.fullmatch(text, told.end, part.start) is None or len(told.edtf) != _DAY:
        return None
    if told.edtf > (timeline.published or "9") or _LATER.match(text, part.start):
        return None
    return told.edtf if tense(part.of(text)) in _SIMPLE - {"ing"} else None
