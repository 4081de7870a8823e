"""Dates that were resolved against the tense around them, and words such as "today" that tell no day.

A word put in after "until Monday" is worse than none where that Monday may be the next one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import AUXILIARIES, PAST, is_finite
from claims.model.span import Span
from claims.text.calendar_names import MONTH

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.extract.dates.mentions import DateMention

_NO_DAY = re.compile(
    r"overnight|(?:(?:earlier|later)\s)?(?:in\sthe\syear|the\syear)|(?:on\s)?this\s(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"(?:\sof)?\s(?:the|that)\s(?:same|following|next|previous|preceding)\syear\b"
)
_LOCALLY = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?,?\s\(?local\stime\b")
_ALMOST_A_WEEK = 6  # days: "Friday, local time" may be the day after publication elsewhere
_MONTH_OF = re.compile(rf"\b(?:{MONTH})\sof\s$")
_SAME_YEAR = re.compile(r"(?:in\s|of\s)?(?:the\ssame|that)\s(?:same\s)?year", re.IGNORECASE)
_WORDS = r"(?:\s(?!(?:to|be|been|due|expected|open|closed|\w+ing)\b)[\w’'-]+)"
_NOWADAYS = re.compile(
    rf"\b(?:(?:is|are|has|have){_WORDS}{{1,6}}|(?:lives?|stands?|remains?|belongs?|covers?|counts?|numbers?"
    rf"|makes?|used|known|sold|spoken|called){_WORDS}{{0,6}})\s$"
)
_IS_NOW = re.compile(
    r",?\s(?:it|he|she|they|there|the\s\w+)\s(?:is|are|has|have)\s(?!been\b|to\b|\w+ed\b)"
)
_UNTIL = re.compile(
    r"\b(?:until|till)\s(?:(?:at\sleast|the|end|middle|beginning|of|early|late|mid|about|around|\d\d?"
    r"|a\.m\.|p\.m\.|noon|midnight|on)[\s-]){0,5}$",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"(?:\b(?:will|shall|would|may|might|must)(?!\s(?:\w+\s)?have\b)|[’']ll"
    r"|\b(?:is|are|was|were)\s(?:(?:then|now|also|only|still)\s)?to(?!\shave\b)"
    r"|\b(?:due|expected|planned|scheduled)\s(?:to|for|from|on|at|in|by)(?!\shave\b)"
    r"|\b(?:set|likely|hop(?:es?|ed|ing)|plans?|wants?|intends?|promis(?:es|ed))\sto)"
    r"\b(?:(?!\b(?:was|were|had|and|but|which|who|that|when)\b)[^,;:.“”\"]){0,80}$"
)
_AIMED = re.compile(
    r"\b(?:for|until|till|to|by|before|from|after|through|between|and)\s(?:the\s(?:end|beginning|middle)\sof\s|at\sleast\s|next\s)?$"
)
_PAST_NEXT = re.compile(r"\s(?:was|were|had|[a-z]+ed)\b")
_MONTH = re.compile(rf"\b(?:{MONTH})\b")
_YEAR = re.compile(r"\d{4}")
_SINCE = re.compile(r"\bsince\s(?:the\s(?:end|beginning|middle)\sof\s)?$", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:next|tomorrow|coming)\b", re.IGNORECASE)
_CLOSE = len("next on ")
_OWNS = ("’s", "'s")
_NEAR = 300  # characters looked at before a date


def is_doubtful(article: Article, mention: DateMention) -> bool:
    """Whether the words around a date speak against the day it was resolved to.

    >>> from claims.extract.article import read_article
    >>> a = read_article("It drove overnight. It fell on Friday.", published="2021-08-31")
    >>> [is_doubtful(a, m) for m in a.dates]
    [True, False]
    """
    at = bisect_right(article.sentences, mention.start, key=lambda s: s.start) - 1
    start = max(article.sentences[max(0, at)].start, mention.start - _NEAR)
    lead = article.text[start : mention.start]
    after = article.text[mention.end : mention.end + 40]
    if mention.exact.lower().endswith(("this year", "last year", "next year")):
        return False
    locally = _LOCALLY.match(after) and _is_week_ago(mention, article.published)
    if (
        locally
        or _NO_DAY.fullmatch(mention.exact)
        or _OF_ANOTHER.match(after)
        or _MONTH_OF.search(lead)
    ):
        return True
    if mention.exact.lower() == "today":
        return _NOWADAYS.search(lead) is not None or _IS_NOW.match(after) is not None
    if _SAME_YEAR.fullmatch(mention.exact):
        return _has_two_years(article, mention)
    own = re.match(r"(?:since|until|till|by|from|for|on|in)\s", mention.exact, re.IGNORECASE)
    lead += own[0] if own else ""
    side = _side(mention.edtf, article.published)
    if side < 0 and any(p.search(lead) for p in (_UNTIL, _TO_COME)):
        return True
    return (side > 0 and _is_over(lead, mention, after)) or _is_of_relative_year(
        article, mention, start
    )


def _is_week_ago(mention: DateMention, published: str | None) -> bool:
    """Whether a weekday is that of the day after publication."""
    try:
        past = date.fromisoformat((published or "")[:10]) - date.fromisoformat(mention.edtf)
    except ValueError:
        return False
    return mention.exact.endswith("day") and past.days == _ALMOST_A_WEEK


def _side(edtf: str, published: str | None) -> int:
    """-1 for a date before publication, 1 for one after it, 0 for one that may be either."""
    ends = [end for end in edtf.rstrip("~?%").split("/") if end[:1].isdigit() and "W" not in end]
    if not published or not ends:
        return 0
    if ends[-1] < published[: len(ends[-1])]:
        return -1
    return int(ends[0] > published[: len(ends[0])])


def _is_over(lead: str, mention: DateMention, after: str) -> bool:
    """Whether a date resolved to one to come stands in words of the past: "since", "woke it on"."""
    if _SINCE.search(lead):
        return True
    if _UNTIL.search(lead):
        return _MONTH.search(mention.exact) is not None and _PAST_NEXT.match(after) is not None
    if _AIMED.search(lead) or _NEXT.search(mention.exact) or _NEXT.search(lead[-_CLOSE:]):
        return False
    if mention.exact.endswith(_OWNS) or after.startswith(_OWNS):
        return True  # "because of Monday's report"
    words = tokens(lead)
    verb = next((i for i in range(len(words) - 1, -1, -1) if is_finite(words, i)), None)
    if verb is None or _TO_COME.search(lead) or re.search(r"\bto\s[a-z]+[^,;:.]*$", lead):
        return False
    return words[verb].lower in PAST - AUXILIARIES or words[verb].lower.endswith("ed")


def _has_two_years(article: Article, mention: DateMention) -> bool:
    """Whether the dates right before "the same year" lie in more years than one."""
    near = article.dates_in(Span(max(0, mention.start - _NEAR), mention.start))
    return len({m.edtf[:4] for m in near}) > 1


def _is_of_relative_year(article: Article, mention: DateMention, start: int) -> bool:
    """Whether the sentence has spoken of another year as such: "Next year's race is on April 20"."""
    if not _MONTH.search(mention.exact):
        return False
    told = article.dates_in(Span(start, mention.start))
    years = {m.edtf for m in told if _YEAR.fullmatch(m.edtf) and "year" in m.exact.lower()}
    return bool(years) and mention.edtf[:4] not in years
