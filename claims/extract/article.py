"""One article read once: its sentences, quotations, dates and numbers, with look-ups by place."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from claims.extract.dates.mentions import DateMention, dates
from claims.extract.dates.said_dates import as_said
from claims.extract.grammar.tokens import quote_spans
from claims.extract.quantities.mentions import quantities
from claims.extract.quantities.number_values import dots_part_thousands
from claims.extract.quantities.shared_money import by_sums_told
from claims.extract.skipping.headings import loose_lines
from claims.model.span import Span
from claims.text.boilerplate import body_end
from claims.text.link_marks import without_marks
from claims.text.sentences import sentence_spans
from claims.text.shouting import calm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

from claims.model.claim import Quantity

LONGEST = 3000
"""Characters; what is longer is a list or a table and no sentence."""

CREDIT = 160
"""Characters; longer no picture's credit is."""

_COUNTED = re.compile(r"\b(?:ago(?:\s(?:today|(?:this|last)\s\w+))?|later|earlier)\Z")
"""What ends a date that is told by a count: "forty years ago today"."""

MOSTLY = 0.5

_BREAKS = frozenset(
    "\n\r\x0b\x0c\x85\u2028\u2029"
)  # some crawled texts break lines with other signs

_START = attrgetter("start")
_PLACE = attrgetter("start", "end")
_Item = TypeVar("_Item", DateMention, Quantity)


@dataclass(frozen=True, slots=True)
class Article:
    """A text with everything found in it; all offsets count from its beginning."""

    text: str
    body_end: int
    sentences: tuple[Span, ...]
    quotes: tuple[Span, ...]
    dates: tuple[DateMention, ...]
    quantities: tuple[Quantity, ...]
    published: str | None = None  # EDTF
    loose: Mapping[int, bool] = field(default_factory=dict)  # what `loose_lines` says

    def dates_in(self, span: Span) -> tuple[DateMention, ...]:
        """The dates that lie wholly in `span`."""
        return tuple(_within(self.dates, span))

    def quantities_in(self, span: Span) -> tuple[Quantity, ...]:
        """The numbers that lie wholly in `span`."""
        return tuple(_within(self.quantities, span))

    def quote_of(self, span: Span) -> int | None:
        """The number of the quotation that holds most of `span`, or None."""
        at = max(0, bisect_left(self.quotes, (span.start, span.end), key=_PLACE) - 1)
        for i in range(at, min(len(self.quotes), at + 3)):
            if self.quotes[i].start >= span.end:
                break
            if self.quotes[i].overlap(span) > MOSTLY * len(span):
                return i
        return None

    def is_quoted(self, span: Span) -> bool:
        """Whether the whole of `span` lies in one quotation."""
        i = self.quote_of(span)
        return i is not None and self.quotes[i].contains(span)

    def starts_paragraph(self, span: Span) -> bool:
        """Whether nothing but white space stands between the line's beginning and `span`."""
        before = self.text[max(0, span.start - 2) : span.start]
        return span.start == 0 or not _BREAKS.isdisjoint(before)

    def rest_of_line(self, span: Span) -> str:
        """What follows the span in its line, up to the length of a credit."""
        if not _BREAKS.isdisjoint(self.text[span.end - 3 : span.end]):
            return ""
        return self.text[span.end : span.end + CREDIT].partition("\n")[0]

    def is_paragraph(self, span: Span) -> bool:
        """Whether the span is a whole line of its own."""
        ends = span.end >= len(self.text) or not _BREAKS.isdisjoint(
            self.text[span.end - 3 : span.end]
        )
        return self.starts_paragraph(span) and ends


def read_article(text: str, *, published: str | None) -> Article:
    """`text` with its sentences, quotations, dates and numbers up to where boilerplate begins.

    >>> len(read_article("Ann left. Bob stayed.", published=None).sentences)
    2
    """
    end = body_end(text)
    body = text[:end]
    quotes = quote_spans(body)
    sentences = sentence_spans(text)
    plain = without_marks(text)
    spoken = "".join(calm(span.of(plain)) for span in sentences)[:end]
    mentions = as_said(dates(spoken, published=published), quotes, published)
    if spoken != body:
        mentions = tuple(replace(m, exact=body[m.start : m.end]) for m in mentions)
    fixed = [Span(m.start, m.end) for m in mentions if not _counts(m)]
    dots = dots_part_thousands(body)
    numbers = tuple(
        q if plain == text else replace(q, exact=text[q.start : q.end])
        for span in sentences
        if span.end <= end and len(span) <= LONGEST
        for q in quantities(span.of(plain), offset=span.start, dots=dots)
        if not _covered(Span(q.start, q.end), fixed)
    )
    numbers = by_sums_told(numbers, body)
    loose = loose_lines(text, sentences)
    return Article(text, end, sentences, quotes, mentions, numbers, published, loose)


def _counts(mention: DateMention) -> bool:
    """Whether a date is told by a number of years or days that is a quantity too."""
    return _COUNTED.search(mention.exact) is not None


def _covered(span: Span, others: Sequence[Span]) -> bool:
    at = bisect_left(others, span)
    return any(o.overlap(span) for o in others[max(0, at - 1) : at + 2])


def _within(items: Sequence[_Item], span: Span) -> list[_Item]:
    found = []
    for i in range(bisect_left(items, span.start, key=_START), len(items)):
        if items[i].start >= span.end:
            break
        if items[i].end <= span.end:
            found.append(items[i])
    return found
