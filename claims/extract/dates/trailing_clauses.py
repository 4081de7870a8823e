"""A clause such as "two days after a court had banned it", told behind its main clause, to its own date.

The date before it is that of the main clause; what the clause tells of was so much earlier or later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.dates.anchored_dates import shifted
from claims.extract.dates.asides import only_compares
from claims.extract.dates.calendar_words import count_of, pattern
from claims.extract.grammar.verbs import first_finite
from claims.model.span import Span

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.extract.dates.mentions import DateMention

_TRAILING = pattern(
    r"(?:just\s|only\s|barely\s|exactly\s)?{N:n}\s(?P<unit>years?|decades?|months?|fortnights?|weeks?|days?)"
    r"\s(?P<which>after|before)\s(?!that\b|this\b|which\b)",
    any_case=True,
)
_FOLLOWS = re.compile(
    r"when\s|(?:the|a)\s(?:year|month|day|week|spring|summer|autumn|winter)\s(?:(?:in|on)\swhich|when|that)\s"
    r"|(?P<doing>(?!(?:including|according|following|during|being|meaning|saying|adding)\b)[a-z]+ing\b)"
)
_WHEN = len("when ")
_AFTER_EVENT = pattern(
    r"(?:just\s|only\s|barely\s)?(?:the|{N:n})\s(?P<unit>years?|months?|weeks?|days?|night|morning)"
    r"\s(?P<which>after|before)\s(?:the|his|her|its|their|that)\s(?P<noun>[a-z]{4,})(?=[,;.]|$|\s(?:of|in|at|he|she|it|they|the)\s)",
    any_case=True,
)
_ASIDE = re.compile(
    r",\s(?P<words>[^,;:—–()]{3,80}?)(?:\s(?:who|which|that)\s[^,;:—–()]{3,80})?,\s(?:(?:on|in|at)\s)?"
)
_STEM = 4  # letters
_MARKS = ",—–-("
_LEADS = frozenset("and but or then that".split())
_LEAST_WORDS = 3
_NEAR = 50  # characters of a date
_LOOK = 400  # characters


def told_when(article: Article, part: Span) -> str | None:
    """The date that a clause with "when" or a participle stands right behind.

    "In November 2001, when a jet came down"; "on Saturday, killing 24".

    >>> from claims.extract.article import read_article
    >>> from claims.model.span import Span
    >>> told_when(read_article("It fell in May 2001, when Bo left.", published=None), Span(21, 33))
    '2001-05'
    """
    begins = part.start - _WHEN * article.text.endswith("when ", 0, part.start)
    follows = _FOLLOWS.match(article.text, begins)
    told = _right_before(article, begins) if follows is not None else None
    if told is None or follows is None:
        return None
    if follows["doing"] and (_is_start(article.text, told) or only_compares(article.text, told)):
        return None
    return told.edtf


def counted_behind(article: Article, part: Span) -> str | None:
    """The date of a clause such as "a day after voters chose …" right behind the date it is counted from."""
    if _TRAILING.match(article.text, part.start, part.end) is None:
        return None
    told = _right_before(article, part.start)
    start = max(0, part.start - _LOOK)
    if told is None:
        return None
    return told_from(article.text, Span(start, part.end), part, told.edtf)


def _right_before(article: Article, at: int) -> DateMention | None:
    """The date that only a comma parts from a clause that begins at `at`."""
    before = article.text[max(0, at - 2) : at].rstrip(" ,")
    end = max(0, at - 2) + len(before)
    near = article.dates_in(Span(max(0, end - _NEAR), end))
    return next((m for m in near if m.end == end), None)


def _is_start(text: str, mention: DateMention) -> bool:
    """Whether something has gone on since the date: "has led it since 1994, winning four votes"."""
    lead = text[max(0, mention.start - len("since ")) : mention.start]
    return (lead + mention.exact).lower().startswith(("since", "from"))


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


def told_at_end(article: Article, sentence: Span, part: Span) -> str | None:
    """The date that ends a sentence, for the clause before an aside: "It won B, the best, on May 3".

    >>> from claims.extract.article import read_article
    >>> from claims.model.span import Span
    >>> text = "The bank cut its mark to B, the lowest of all, on May 3 1999."
    >>> told_at_end(read_article(text, published=None), Span(0, len(text)), Span(0, 26))
    '1999-05-03'
    """
    own = article.dates_in(sentence)
    words = sentence.trim(article.text)
    if not own or part.start != words.start or own[0].start < part.end:
        return None
    last = own[-1]
    aside = _ASIDE.fullmatch(article.text, part.end, last.start)
    ended = article.text[last.end : words.end] in {"", "."}
    return last.edtf if aside and ended and first_finite(aside["words"]) is None else None
