"""The dates of an article that leave something out, each with the words that complete it."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.extract.wording.date_doubts import is_doubtful
from claims.extract.wording.date_words import missing
from claims.extract.wording.gloss import Gloss, How
from claims.model.span import Span
from claims.text.calendar_names import MONTH, MONTHS

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.extract.dates.mentions import DateMention

_NOW = re.compile(
    r"(?:earlier\s)?(?:today|tonight|tomorrow|yesterday|this|last|next|overnight|\w+\s\w+\sago)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:the|that)\s(?:same|following|next|previous|preceding|day|morning|afternoon|evening|night|week"
    r"|month|year)\b|.*\s(?:later|earlier|afterwards|after|before)$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\bto\s[a-z]+(?:\s\w+){0,4}\son\s$")
_MONTH = re.compile(rf"\b(?:{MONTH})\b")
_YEAR = re.compile(r"(?<![\d,.$€£])(?:19|20)\d\d(?![\d,%])")
_LAST_DAY = re.compile(r"(?:on\s)?last\s\w+day", re.IGNORECASE)
_THROUGH = re.compile(
    r"(?:\s(?:morning|afternoon|evening|night))?\s(?:through|into|to|until|till)\s(?:on\s)?|\s?[-–—]\s?"
)
_WEEKDAY = re.compile(r"(?:on\s)?[A-Z]\w+day", re.IGNORECASE)
_WEEK = timedelta(days=7)
_RECENT = timedelta(days=28)
_JUST = timedelta(days=2)
_SUNDAY = 7
_FAR = 300  # characters
_TOLD = re.compile(
    r",?\s(?:(?:at|in|during)\s(?:the\s)?[12]\d{3}\b|on\s(?:\d{1,2}\s)?(?:" + MONTH + r")\b)"
)
_SINCE = re.compile(r"\b(?:since|every|each)\s(?:year\s)?$", re.IGNORECASE)
_AND = " and "
_NEXT_DAY = re.compile(r"\d{1,2}(?!\d)")
_PARTS = 2  # hyphens of a full day
_SPAN = 24  # characters before a date that "since" stands in


def date_glosses(article: Article, *, day_first: bool = False) -> list[Gloss]:
    """A gloss for each weekday, "last year" or day without a year, none for a day somebody else speaks of.

    >>> from claims.extract.article import read_article
    >>> a = read_article("It fell on Monday.", published="2021-08-31")
    >>> [g.words for g in date_glosses(a)]
    ['August 30, 2021']
    >>> a = read_article("It was held on August 20-22. Ann Lee spoke on Saturday.", published="2021-08-31")
    >>> [g.words for g in date_glosses(a)]
    ['2021']
    """
    found: list[Gloss] = []
    before = 0  # where the last date ends
    days = _days_told(article)
    joined = {m.start - len(_AND) for m in article.dates if _NEXT_DAY.match(m.exact)}
    for mention in article.dates:
        last, before = before, mention.end
        if _goes_on(article.text, mention.end, joined):
            continue
        if _is_unsure(article, mention, last) or _is_told_beside(article.text, mention):
            continue
        if (
            _NOW.match(mention.exact)
            and article.quote_of(Span(mention.start, mention.end)) is not None
        ):
            continue  # the day it was said is another
        if (
            is_doubtful(article, mention)
            or _is_other_week(mention, days)
            or _ends_before(article, mention, last)
            or _is_kind_of_day(article.text, mention)
            or _is_of_other_year(article, mention)
        ):
            continue
        words = missing(_with_month(mention), mention.edtf, day_first=day_first)
        if words is not None:
            text = article.text[mention.end : mention.end + 2]
            end = mention.end + 2 * (text in {"'s", "’s"})
            found.append(Gloss(mention.start, end, words, How.AFTER, key=mention.edtf))
    return found


def _goes_on(text: str, end: int, joined: set[int]) -> bool:
    """Whether a word is joined to the date, or a second day, behind which both are told: "May 5 and 6"."""
    if text.startswith("-", end):
        return True  # "Halloween-themed"
    return end in joined and text.startswith(_AND, end)


def _with_month(mention: DateMention) -> str:
    """The words of a date, "6" of "May 5 and 6" with its month."""
    if not mention.exact.isdigit() or mention.edtf.count("-") < _PARTS:
        return mention.exact
    return f"{MONTHS[int(mention.edtf[5:7]) - 1]} {mention.exact}"


def _is_unsure(article: Article, mention: DateMention, last: int) -> bool:
    """Whether a date hangs on what is far away or not told: "the following day", "this week"."""
    if _COUNTED.match(mention.exact):
        between = article.text[last : mention.start]
        told = next((m for m in article.dates if m.end == last), None)
        if told is not None and _is_begun(article.text, told):
            return (
                True  # "Since 1983 they have marked birds and seen which come back the next year"
            )
        return len(between) > _FAR or "\n\n" in between
    if mention.exact.lower() == "last week" and _is_sunday(article.published):
        return True  # the seven days just over, or the week before
    if _LAST_DAY.fullmatch(mention.exact) and _is_just_over(mention.edtf, article.published):
        return True  # "last Thursday" on a Friday may be the one a week before
    if mention.exact.lower() == "this week":  # on a Monday it may be the one just over
        return mention.edtf.startswith(article.published or "-")
    to_come = _TO_DO.search(article.text[max(0, mention.start - 60) : mention.start])
    return (
        to_come is not None
        and mention.exact.endswith("day")
        and article.quote_of(Span(mention.start, mention.end)) is not None
    )


def _days_told(article: Article) -> frozenset[date]:
    """The days near publication that the article tells by number: "July 27-28"."""
    told: set[date] = set()
    for mention in article.dates:
        if not re.search(r"\d", mention.exact):
            continue
        try:
            published = date.fromisoformat((article.published or "")[:10])
            ends = [date.fromisoformat(end) for end in mention.edtf.split("/")]
        except ValueError:
            continue
        if timedelta() <= ends[-1] - ends[0] <= _WEEK and abs(published - ends[0]) <= _RECENT:
            told |= {ends[0] + timedelta(days=n) for n in range((ends[-1] - ends[0]).days + 1)}
    return frozenset(told)


def _ends_before(article: Article, mention: DateMention, last: int) -> bool:
    """Whether "Wednesday through Friday" would end before it begins: that Friday is to come."""
    if not _THROUGH.fullmatch(article.text[last : mention.start]):
        return False
    first = next((m for m in article.dates if m.end == last), None)
    return first is not None and mention.edtf < first.edtf


def _is_other_week(mention: DateMention, days: frozenset[date]) -> bool:
    """Whether a bare weekday may be one of the days told: of a fair of last month, say."""
    if not _WEEKDAY.fullmatch(mention.exact):
        return False
    try:
        day = date.fromisoformat(mention.edtf)
    except ValueError:
        return False
    return day not in days and any(d.weekday() == day.weekday() for d in days)


def _is_of_other_year(article: Article, mention: DateMention) -> bool:
    """Whether the sentence has named another year: "In the 2016 race he went on until June"."""
    if not _MONTH.search(mention.exact) or _COUNTED.match(mention.exact):
        return False  # "tried it in 2019; the others left the next February"
    at = bisect_right(article.sentences, mention.start, key=lambda s: s.start) - 1
    lead = article.text[article.sentences[max(0, at)].start : mention.start]
    years = set(_YEAR.findall(lead))
    return bool(years) and mention.edtf[:4] not in years


def _is_begun(text: str, mention: DateMention) -> bool:
    """Whether a date only tells when something began that goes on."""
    since = re.match(r"since\b", mention.exact, re.IGNORECASE)
    return bool(since or _SINCE.search(text[max(0, mention.start - _SPAN) : mention.start]))


def _is_sunday(published: str | None) -> bool:
    try:
        return date.fromisoformat((published or "")[:10]).isoweekday() == _SUNDAY
    except ValueError:
        return False


def _is_just_over(edtf: str, published: str | None) -> bool:
    """Whether a day is at most two days before publication."""
    try:
        past = date.fromisoformat((published or "")[:10]) - date.fromisoformat(edtf)
    except ValueError:
        return False
    return past <= _JUST


def _is_told_beside(text: str, mention: DateMention) -> bool:
    """Whether the words after say the year: "Eight years earlier, at the 1972 convention"."""
    if not re.search(r"\b(?:earlier|later|before|after)$", mention.exact):
        return False
    return _TOLD.match(text, mention.end) is not None


def _is_kind_of_day(text: str, mention: DateMention) -> bool:
    """Whether a weekday tells a kind of day: "the Sunday trade ban", "a Friday night"."""
    if re.fullmatch(r"Today|This (?:Week|Month|Year)", mention.exact) and re.search(
        r"[A-Z]\w*\s$", text[max(0, mention.start - 12) : mention.start]
    ):
        return True  # "USA Today"
    if not re.fullmatch(r"[A-Z]\w+day", mention.exact):
        return False
    before = text[max(0, mention.start - 11) : mention.start]
    after = re.match(r"\s([a-z]+)\s[a-z]", text[mention.end : mention.end + 30])
    if re.search(
        r"(?:\b(?:the|an?|every|each|that|same)|preceding|following|previous)\s$",
        before,
        re.IGNORECASE,
    ):
        return True
    dated = re.search(
        r"\b(?:on|last|this|late|early|by|since|until|of|from|next)\s$", before, re.IGNORECASE
    )
    return (
        after is not None
        and dated is None
        and after[1].endswith(("ing", "s"))
        and before[-2:-1].islower()
    )
