"""When a piece of a sentence holds: a stretch of time that has ended, a date that stands right before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.model.span import Span

_DATED = re.compile(
    r"\b((?:in|on|by|at|during)\s(?:the\s)?(?:(?!(?:in|on|by|at|during)\s)\w+\s){0,5}\w*\d[\w,]*),?\s\Z",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(?:since|until|from)\s(?:\w+,?\s){0,4}\w*\d\w*,\s\Z|\bago,\s\Z")
_TELLS_OF = re.compile(r"\b(?:history|histories|book|study|film|novel|chronicle|account|record)\b")
"""What tells of years long past, and is not past itself."""
_LOOK = 48  # characters
_YEAR = 4
_UNTIL = "until "


def has_ended(article: Article, part: Span) -> bool:
    """Whether a piece tells a stretch of years that was over before publication.

    >>> from claims.extract.article import read_article
    >>> from claims.model.span import Span
    >>> text = "the head of the bank from 1986 to 1989"
    >>> [has_ended(read_article(text, published=day), Span(0, 38)) for day in ("2021-08-31", "1988")]
    [True, False]
    """
    words, published = part.of(article.text), article.published
    if (
        _TELLS_OF.search(words)
        or published is None
        or not (" until " in words or " to " in words or "between " in words)
    ):
        return False
    for mention in article.dates_in(part):
        until = article.text[max(part.start, mention.start - len(_UNTIL)) : mention.start] == _UNTIL
        last = mention.edtf.partition("/")[2] or (mention.edtf if until else "")
        if last[:_YEAR].isdigit() and last[:_YEAR] < published[:_YEAR]:
            return True
    return False


def when_before(text: str, part: Span) -> str | None:
    """The date right before a clause that goes on from it: "took over in May 1979, when prices rose".

    >>> from claims.model.span import Span
    >>> when_before("Lee took over in May 1979, when prices rose", Span(27, 43))
    'In May 1979,'
    """
    if not text.startswith("when ", part.start):
        return None
    dated = _DATED.search(text[max(0, part.start - _LOOK) : part.start])
    return f"{dated[1][:1].upper()}{dated[1][1:].rstrip(',')}," if dated is not None else None


def since_before(text: str, part: Span) -> bool:
    """Whether a clause tells what was so at a bound of time: "open since May 1979, when prices rose".

    >>> from claims.model.span import Span
    >>> since_before("open since May 1979, when prices rose", Span(21, 37))
    True
    """
    ahead = text[max(0, part.start - _LOOK) : part.start]
    return text.startswith("when ", part.start) and _BOUND.search(ahead) is not None
