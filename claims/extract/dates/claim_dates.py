"""A clause in its article to the dates that the claim depends on, and why these.

Dates in the clause itself win. Without one, the options are weighed against each other where the encoder
has a view of the claim (`option_weights`); else a score over named features says whether it leans on a
date outside it (`date_weights`), and which one follows from a fixed order.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from claims.extract.dates.asides import only_compares
from claims.extract.dates.date_features import Asked, candidate_features, clause_features
from claims.extract.dates.date_options import Viewed, date_options
from claims.extract.dates.date_weights import BIAS, OUTSIDE
from claims.extract.dates.kept_dates import is_counted_on
from claims.extract.dates.pointed_back import date_pointed_to, day_gone_on
from claims.extract.dates.timeline import candidates
from claims.extract.dates.told_under import told_beside, told_under
from claims.extract.dates.trailing_clauses import (
    counted_behind,
    counted_from_event,
    told_at_end,
    told_from,
    told_when,
)
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.article import Article
    from claims.extract.dates.mentions import DateMention
    from claims.extract.dates.option_weights import OptionWeights
    from claims.extract.dates.timeline import Timeline

LIKELY = 0.4
"""From this probability on a claim is taken to depend on a date outside it (best F1 on training articles)."""

_NAMED_AFTER = re.compile(r"\s[A-Z]")
_COUNTED_FROM = re.compile(r"\b(?:anniversary of|since|years after)(?: the)?\s\Z")
_COUNTED_SIZE = 24  # characters
"""What stands before a year that time is counted from, whatever it names."""

_START = attrgetter("start")
_YEAR_LENGTH = 4
_MONTH_LENGTH = 7
_CARRIED = frozenset(["carried", "earlier"])
_PROPERTY = frozenset(["apposition", "kind:status"])
_ORDER = ("before", "carried", "lead", "news", "earlier", "after", "month", "published")
"""Which date a claim depends on if it does: measured better than a trained ranking (0.80 against 0.79)."""

_UNDER = "it stands under that date as a heading"
_COUNTED = "counted from the date of the clause before it"
_REASONS = {
    "before": "the sentence says so before the clause",
    "after": "the sentence says so after the clause",
    "carried": "the paragraph is at that date",
    "earlier": "the last date named before the paragraph",
    "news": "the last day of the news named before",
    "lead": "the day of the main event",
    "month": "true as of the month of publication",
    "published": "true as of publication",
}


_WAYS = {
    "before": "the sentence says so before the clause",
    "after": "the sentence says so after the clause",
    "last": "the last date named before the sentence",
    "second": "the last date but one named before the sentence",
    "older": "a date named earlier in the article",
    "published": "true as of publication",
    "month": "true as of the month of publication",
    "year": "true as of the year of publication",
}


@dataclass(frozen=True, slots=True)
class ClaimDates:
    """The dates a claim depends on, where they come from, and how sure that is."""

    edtf: tuple[str, ...]
    role: str  # own, none, or a role of `timeline.Candidate`
    probability: float
    reason: str


def claim_dates(timeline: Timeline, article: Article, part: Span, *, kind: str) -> ClaimDates:
    """The dates that the claim at `part` depends on.

    `kind` is the kind of claim, empty when unknown.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.dates.timeline import read_timeline
    >>> article = read_article("The dam broke on Saturday.", published="2021-08-31")
    >>> whole = article.sentences[0]
    >>> timeline = read_timeline(article, published="2021-08-31")
    >>> claim_dates(timeline, article, whole, kind="event").edtf
    ('2021-08-28',)
    """
    sure = _told(timeline, article, part, timeline.sentence_at(part.start))
    if sure is not None:
        return sure
    asked = _asked(timeline, article, part, kind)
    found = candidates(timeline, article.sentences[asked.ordinal], part)
    if not found:
        return ClaimDates((), "none", 0.0, "no date to depend on")
    best = min(found, key=lambda one: min(map(_ORDER.index, one.roles)))
    names = (*clause_features(asked), *candidate_features(timeline, found, best))
    weight = BIAS + sum(OUTSIDE.get(name, 0.0) for name in names)
    probability = 1 / (1 + math.exp(-weight))
    if _PROPERTY.issubset(names):
        return ClaimDates((), "none", 1.0, "a standing property in apposition")
    if probability < LIKELY:
        return ClaimDates((), "none", 1 - probability, "it stands without a date")
    role = best.roles[0]
    if not _holds_on(best.edtf, role, news=timeline.lead is not None):
        return ClaimDates((), "none", 1 - probability, "that date holds in its own sentence only")
    counted = told_from(article.text, article.sentences[asked.ordinal], part, best.edtf)
    reason = _COUNTED if counted else _REASONS[role]
    return ClaimDates((counted or best.edtf,), role, probability, reason)


def weighed_dates(viewed: Viewed, weights: OptionWeights) -> ClaimDates:
    """The same where the encoder has a view of the claim: its options are weighed against each other."""
    sure = _told(viewed.timeline, viewed.article, viewed.found.span, viewed.ordinal)
    if sure is not None:
        return sure
    asked = (viewed.article, viewed.timeline, viewed.ordinal)
    pointed = date_pointed_to(*asked) or day_gone_on(*asked)
    if pointed is not None:
        return ClaimDates((pointed,), "last", 1.0, _WAYS["last"])
    sentences = viewed.article.sentences
    before = sentences[viewed.ordinal - 1] if viewed.ordinal else Span(0, 0)
    event = counted_from_event(viewed.article, before, viewed.found.span)
    if event is not None:
        told = (event,) if event else ()
        return ClaimDates(told, "before" if told else "none", 1.0, "counted from an event")
    option, chance = weights.choose(date_options(viewed))
    if option is None or option.edtf is None:
        return ClaimDates((), "none", chance, "it stands without a date")
    sentence = viewed.article.sentences[viewed.ordinal]
    counted = told_from(viewed.article.text, sentence, viewed.found.span, option.edtf)
    reason = _COUNTED if counted else _WAYS[option.way]
    return ClaimDates((counted or option.edtf,), option.way, chance, reason)


def _told(timeline: Timeline, article: Article, part: Span, ordinal: int) -> ClaimDates | None:
    """The dates in the clause itself, and the heading's where those only tell what it is compared with."""
    own = own_dates(article, part)
    under = told_under(timeline, article, part, ordinal)
    if not own and under is not None:
        return ClaimDates((under,), "carried", 1.0, _UNDER)
    if not own:
        beside = told_beside(timeline, article, part, ordinal)
        if beside:
            return ClaimDates((beside,), "before", 1.0, _WAYS["before"])
        if is_counted_on(part.of(article.text)):
            return ClaimDates((), "none", 1.0, "it is counted from a date that is not told")
        return None
    compared = all(only_compares(article.text, m) for m in article.dates_in(part))
    both = (under, *own) if under is not None and compared else own
    return ClaimDates(both, "own", 1.0, "the clause says so")


def _holds_on(edtf: str, role: str, *, news: bool) -> bool:
    """Whether a date goes on into the next sentences: a day does in a report of the news.

    An analysis that names no day near its publication walks about in time, and a bare month or year
    tells no more than its own sentence.
    """
    if role not in _CARRIED:
        return True
    return news and ("/" in edtf or len(edtf) > _MONTH_LENGTH)


def _asked(timeline: Timeline, article: Article, part: Span, kind: str) -> Asked:
    ordinal = timeline.sentence_at(part.start)
    return Asked(
        words=part.of(article.text),
        kind=kind,
        quoted=article.quote_of(part) is not None,
        numbers=len(article.quantities_in(part)),
        ordinal=ordinal,
        opens_sentence=part.start <= article.sentences[ordinal].trim(article.text).start + 1,
    )


def own_dates(article: Article, part: Span) -> tuple[str, ...]:
    """The dates in the clause, or the one right before a clause with "when".

    A year that only names something yields to a date that tells when, and "next month" to the day in it.
    """
    own = article.dates_in(part)
    if not own:
        sentence = article.sentences[
            max(0, bisect_right(article.sentences, part.start, key=_START) - 1)
        ]
        beside = told_when(article, part) or told_at_end(article, sentence, part)
        return (beside,) if beside else ()
    counted = counted_behind(article, part) if _are_years(own) else None
    tells = [m for m in own if _tells_when(article.text, m)]
    found = dict.fromkeys([*([counted] if counted else []), *(m.edtf for m in tells or own)])
    return tuple(one for one in found if not any(_holds(one, other) for other in found))


def _are_years(mentions: Sequence[DateMention]) -> bool:
    """Whether no day or month is told, as in "a day after voters chose it, the first since 1994"."""
    return all(len(m.edtf) <= _YEAR_LENGTH for m in mentions)


def _tells_when(text: str, mention: DateMention) -> bool:
    """Whether a date is more than a part of a name, or time is counted from what it names."""
    named = len(mention.exact) <= _YEAR_LENGTH and _NAMED_AFTER.match(text, mention.end)
    before = text[max(0, mention.start - _COUNTED_SIZE) : mention.start]
    return not named or _COUNTED_FROM.search(before) is not None


def _holds(wide: str, narrow: str) -> bool:
    """Whether one date lies within another that is less exact.

    >>> _holds("2021-08", "2021-08-28"), _holds("2021-08-23/2021-08-29", "2021-08-29")
    (True, True)
    """
    if wide == narrow or "/" in narrow:
        return False
    first, _, last = wide.partition("/")
    if last:
        return len(first) == len(last) == len(narrow) and first <= narrow <= last
    return narrow.startswith(f"{wide}-")
