"""An article to its headline and the day its story happened, as far as the opening tells."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from claims.extract.grammar.empty_it import IS_A_TIME
from claims.extract.grammar.reporting_verbs import REPORTING
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import AUXILIARIES, first_finite, is_finite
from claims.model.span import Span
from claims.text.datelines import dateline_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.extract.article import Article
    from claims.extract.grammar.tokens import Token

_LONGEST = 200  # characters
_LABEL = re.compile(
    r"^(?:(?:UPDATED?|BREAKING|EXCLUSIVE|Updated?|Breaking|Exclusive)\s?[:|–-]\s?)+"
)
_TAIL = re.compile(r"\s[|–—-]\s[^|–—]{1,40}$")
_BYLINE = re.compile(r"\W*(?:By|BY|Published|Updated|Posted|Reporting by|Words by)\s")
_FEWEST = 3  # words
OPENING = 3  # sentences
_SHORT_LEAD = 40  # characters
_LONG_LEAD = 340
_INTERVIEW = re.compile(r"\bWikinews\b|\binterviews?\b", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TOLD = frozenset(REPORTING) | frozenset(
    "published presented posted released issued aired heard told shown".split()
)
_SCENE = re.compile(rf"It\s{IS_A_TIME}")  # "It is half past five when Ann Lee opens the door"
_BREAK = re.compile(
    r",\s(?=(?:which|who|where|when|while|with|after|as|but|and\s\w+ed|saying|calling|according|\w+ing)\b)|\s(?=(?:when|after|while|because|where)\s)|;"
)


def headline_of(article: Article) -> Span:
    r"""The first line where it is a headline, else an empty span at the beginning.

    >>> from claims.extract.article import read_article
    >>> a = read_article("Bridge falls in Leeds\n\nA bridge fell.", published=None)
    >>> headline_of(a).of(a.text)
    'Bridge falls in Leeds'
    """
    text = article.text
    start = len(text[:_LONGEST]) - len(text[:_LONGEST].lstrip())
    end = text.find("\n", start, start + _LONGEST)
    if end < 0:
        return Span(0, 0)
    span = Span(start, end).trim(text)
    line = span.of(text)
    if line.endswith((".", "”", '"', ",", ":")) or len(line.split()) < _FEWEST:
        return Span(0, 0)
    return span


def headline_words(article: Article) -> str | None:
    r"""The headline without labels and the name of the paper, or None.

    >>> from claims.extract.article import read_article
    >>> headline_words(read_article("UPDATE: Bridge falls in Leeds\n\nIt fell.", published=None))
    'Bridge falls in Leeds'
    """
    words = _LABEL.sub("", headline_of(article).of(article.text))
    words = " ".join(_TAIL.sub("", words).split())
    return words if len(words.split()) >= _FEWEST and not words.endswith("?") else None


def lead_of(article: Article) -> Span | None:
    r"""The first sentence after headline and dateline, cut at a comma where it is long.

    >>> from claims.extract.article import read_article
    >>> a = read_article("Bridge falls now\n\nA bridge fell in Leeds in the early morning.", published=None)
    >>> lead_of(a).of(a.text)
    'A bridge fell in Leeds in the early morning'
    """
    after = headline_of(article).end
    for span in article.sentences:
        own = Span(dateline_end(article.text, span.start), span.end).trim(article.text)
        if span.start < after or span.end > article.body_end or not len(own):
            continue
        words = own.of(article.text)
        dates = sum(len(m.exact) for m in article.dates_in(own))
        bare = words[-1] not in ".!?”" and (
            len(words) < _SHORT_LEAD or _BYLINE.match(words) or first_finite(words) is None
        )
        if dates * 2 > len(words) or bare:
            continue  # a dateline or a byline
        return _shortened(article.text, own) if len(words) >= _SHORT_LEAD else None
    return None


def _shortened(text: str, lead: Span) -> Span | None:
    """A lead without its full stop and, where it is long, without what follows a late comma."""
    words = lead.of(text).rstrip(" .")
    if re.search(r"[“”\"?\n]", words) or not words[:1].isupper() or _SCENE.match(words):
        return None
    if len(words) > _LONG_LEAD:
        cuts = [m.start() for m in _BREAK.finditer(words, _SHORT_LEAD, _LONG_LEAD)]
        cuts = [at for at in cuts if not _is_broken(words[:at])]
        if not cuts:
            return None
        words = words[: cuts[-1]]
        if words.count("(") != words.count(")"):
            return None
    return Span(lead.start, lead.start + len(words))


def _is_broken(cut: str) -> bool:
    """Whether a lead cut here ends in a word or clause that wants more: ", including"; "found that this"."""
    if " " not in cut.rpartition(", ")[2]:
        return True
    before, that, rest = cut.rpartition(" that ")
    return bool(that and before) and first_finite(f"that {rest}") is None


def story_day(article: Article) -> str | None:
    """The one day (EDTF) named in the first sentences after headline and dateline, else None.

    >>> from claims.extract.article import read_article
    >>> story_day(read_article("A bridge fell on Saturday.", published="2021-08-31"))
    '2021-08-28'
    """
    for span in islice(_sentences(article), OPENING):
        found = article.dates_in(span)
        days = {m.edtf for m in found if _DAY.fullmatch(m.edtf)}
        if days:
            return days.pop() if len(days) == 1 else found[0].edtf
    return None


def lead_day(article: Article) -> str | None:
    """The one day (EDTF) of what the first sentence tells; None for two, or the day that it was told.

    >>> from claims.extract.article import read_article
    >>> a = read_article("A bridge is unsafe, says a report issued on Saturday.", published="2021-08-31")
    >>> story_day(a), lead_day(a)
    ('2021-08-28', None)
    """
    if is_talk(article):
        return None  # of the talk, and the first sentence may tell of anything
    for span in islice(_sentences(article), 1):
        found = article.dates_in(span)
        if len({m.edtf for m in found}) == 1 and _DAY.fullmatch(found[0].edtf):
            words = tokens(article.text[span.start : found[0].start])
            verb = next((i for i in range(len(words) - 1, -1, -1) if _is_act(words, i)), None)
            if verb is None or words[verb].lower not in _TOLD:
                return found[0].edtf
    return None


def is_talk(article: Article) -> bool:
    """Whether the headline tells of an interview."""
    return _INTERVIEW.search(headline_of(article).of(article.text)) is not None


def _is_act(words: Sequence[Token], i: int) -> bool:
    return words[i].lower in _TOLD or (is_finite(words, i) and words[i].lower not in AUXILIARIES)


def _sentences(article: Article) -> Iterator[Span]:
    """The sentences after headline and dateline."""
    after = headline_of(article).end
    for span in article.sentences:
        words = span.of(article.text).strip()
        if span.start < after or span.end > article.body_end or not words:
            continue
        found = article.dates_in(span)
        if _BYLINE.match(words) and words[-1] not in ".!?”":
            continue
        if not found or sum(len(m.exact) for m in found) * 2 <= len(words):  # no dateline
            yield span
