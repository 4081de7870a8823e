"""Days counted from the present, in a quotation, to the day on which it was said.

"Today" in somebody's words is the day that the article has just named for them, not its publication.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from claims.extract.dates.calendar_words import full_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claims.extract.dates.mentions import DateMention
    from claims.model.span import Span

_FROM_NOW = re.compile(
    r"yesterday|today|tonight|tomorrow|(?:earlier\s)?this\s(?:morning|afternoon|evening)"
    r"|last\s(?:night|evening)",
    re.IGNORECASE,
)
_NEAR = 900
"""Characters before the quotation in which its day is looked for."""

_NEWS = 31  # days before publication
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_START = attrgetter("start")


def as_said(
    mentions: Sequence[DateMention], quotes: Sequence[Span], published: str | None
) -> tuple[DateMention, ...]:
    """The mentions in order, those in quotations counted from the day that stands before them.

    >>> from claims.extract.dates.mentions import dates
    >>> from claims.model.span import Span
    >>> text = 'On Saturday she wrote: "Today we flew"'
    >>> found = dates(text, published="2021-08-31")
    >>> [m.edtf for m in as_said(found, [Span(23, 38)], "2021-08-31")]
    ['2021-08-28', '2021-08-28']
    """
    today = full_date(published)
    if today is None:
        return tuple(mentions)
    made: list[DateMention] = []
    for mention in mentions:
        at = bisect_right(quotes, mention.start, key=_START) - 1
        inside = at >= 0 and mention.end <= quotes[at].end
        if inside and _FROM_NOW.fullmatch(mention.exact):
            made.append(_counted(mention, _day_before(made, quotes[at], today), today))
        else:
            made.append(mention)
    return tuple(made)


def _day_before(made: Sequence[DateMention], quote: Span, today: date) -> date | None:
    """The last day of the news named before a quotation."""
    for one in reversed(made):
        if quote.start - one.start > _NEAR:
            break
        day = full_date(one.edtf) if _DAY.match(one.edtf) else None
        if one.end <= quote.start and day is not None and 0 <= (today - day).days <= _NEWS:
            return day
    return None


def _counted(mention: DateMention, day: date | None, today: date) -> DateMention:
    own = full_date(mention.edtf)
    if day is None or own is None:
        return mention
    return replace(mention, edtf=(day + (own - today)).isoformat())
