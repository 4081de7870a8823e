"""A clause such as "two days after a court had banned it", told behind its main clause, to its own date.

The date before it is that of the main clause; what the clause tells of was so much earlier or later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.extract.dates.anchored_dates import shifted
from claims.extract.dates.calendar_words import count_of, pattern

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.model.span import Span

_TRAILING = pattern(
    r"(?:just\s|only\s|barely\s|exactly\s)?{N:n}\s(?P<unit>years?|decades?|months?|fortnights?|weeks?|days?)"
    r"\s(?P<which>after|before)\s(?!that\b|this\b|which\b)",
    any_case=True,
)
_AFTER_EVENT = pattern(
    r"(?:just\s|only\s|barely\s)?(?:the|{N:n})\s(?P<unit>years?|months?|weeks?|days?|night|morning)"
    r"\s(?P<which>after|before)\s(?:the|his|her|its|their|that)\s(?P<noun>[a-z]{4,})(?=[,;.]|$|\s(?:of|in|at|he|she|it|they|the)\s)",
    any_case=True,
)
_STEM = 4  # letters
_MARKS = ",—–-("
_LEADS = frozenset("and but or then that".split())
_LEAST_WORDS = 3
_LOOK = 400  # characters


def counted_from_event(article: Article, before: Span, part: Span) -> str | None:
    """The date of a clause that begins "the day after the signing": "" where no date of that is told.

    None where the clause begins otherwise. `before` is the sentence before, which may tell of the event.

    >>> from claims.extract.article import read_article
    >>> from claims.model.span import Span
    >>> text = "It was signed on 29 July 1987. The day after the signing, men struck."
    >>> article = read_article(text, published=None)
    >>> counted_from_event(article, Span(0, 30), Span(31, len(text)))
    '1987-07-30'
    """
    match = _AFTER_EVENT.match(article.text, part.start, part.end)
    if match is None:
        return None
    stem = match["noun"].lower()[:_STEM]
    told = {m.edtf for m in article.dates_in(before)}
    words = before.of(article.text).lower().split()
    if len(told) != 1 or not any(word.startswith(stem) for word in words):
        return ""
    count = count_of(match["n"]) if match["n"] else 1
    unit = "day" if match["unit"] in {"night", "morning"} else match["unit"]
    return shifted(told.pop(), unit, count if match["which"].lower() == "after" else -count) or ""


def told_from(text: str, sentence: Span, part: Span, edtf: str) -> str | None:
    """The date of a trailing clause whose main clause is of the date `edtf`, None if it is no such clause.

    >>> from claims.model.span import Span
    >>> text = "The site was restored today, two days after a court had banned it."
    >>> told_from(text, Span(0, 66), Span(29, 65), "2007-03-09")
    '2007-03-07'
    """
    match = _TRAILING.match(text, part.start, part.end)
    if match is None:
        return None
    before = text[max(sentence.start, part.start - _LOOK) : part.start].rstrip()
    words = before.rstrip(_MARKS).split()
    if len(words) < _LEAST_WORDS or before[-1] in ';:.!?”"' or words[-1].lower() in _LEADS:
        return None
    sign = -1 if match["which"].lower() == "after" else 1
    return shifted(edtf, match["unit"], sign * count_of(match["n"]))
