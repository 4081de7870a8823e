"""A claim under a heading that is a date, as in a chronicle of days, to whether it is told of that date."""

from __future__ import annotations

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
    if shown not in (_SIMPLE | _PRESENT if timeline.in_present else _SIMPLE):
        return None
    for i in reversed(range(bisect_left(timeline.mentions, part.start, key=_START))):
        mention = timeline.mentions[i]
        if mention.edtf == under or timeline.sections.get(timeline.ordinals[i]) != under:
            break
        if i not in timeline.kept and len(mention.edtf) >= min(len(under), _DAY):
            return None
    return under
