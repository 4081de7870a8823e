"""The place that "there" means, where one place alone was named in its sentence or the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.wording.gloss import Gloss, How
from claims.text.calendar_names import CALENDAR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.extract.article import Article
    from claims.model.span import Span

_THERE = re.compile(
    r"(?<![\w’'-])(?<!out )(?<!over )(?<!up )(?<!down )(?<!are )(?<!is )(?<!hello )there"
    r"(?=[.,;:)”\"]|\s(?:in|on|at|for|with|by|since|until|from|during|after|before|and|but|as|to|last|this"
    r"|yesterday|today|now|then|alone|(?:a|one|two|three|four|five|six|ten|many|some)\s(?:year|month|week|day)s?)\b|$)"
)
"""The adverb of place: not "there are", nor "out there"."""

_PLACE = re.compile(
    r"\b(?:in|into|near|throughout|across)\s(?:nearby\s|neighbou?ring\s)?(?P<name>(?:the\s)?[A-Z][\w’'-]+(?:\s(?:of\s)?[A-Z][\w’'-]+){0,3})"
)
_FAR = 300  # characters


def there_glosses(article: Article) -> Iterator[Gloss]:
    """A gloss for each "there" whose place is sure.

    >>> from claims.extract.article import read_article
    >>> a = read_article("Troops were stationed in Lorvia, and 300 died there.", published=None)
    >>> [g.words for g in there_glosses(a)]
    ['in Lorvia']
    """
    before: Span | None = None
    for span in article.sentences:
        sentence = span.of(article.text)
        for match in _THERE.finditer(sentence):
            at = span.start + match.start()
            own = _places(article.text, span.start, at)
            if not own and before is not None and "\n\n" not in article.text[before.end : at]:
                own = _places(article.text, before.start, before.end)
            if len({name for _, name in own}) == 1 and at - own[-1][0] <= _FAR:
                place, name = own[-1]
                end = span.start + match.end()
                yield Gloss(at, end, f"in {name}", How.AFTER, known=place, key=name)
        before = span


def _places(text: str, start: int, end: int) -> list[tuple[int, str]]:
    return [
        (m.start(), m["name"])
        for m in _PLACE.finditer(text, start, end)
        if not CALENDAR & {w.lower() for w in m["name"].split()}
    ]
