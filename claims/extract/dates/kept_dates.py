"""Dates that only their own clause depends on: "since records began in 1965", ", who left in May 2023,"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.number_words import UNITS

if TYPE_CHECKING:
    from claims.extract.dates.mentions import DateMention
    from claims.model.span import Span

_BEGUN = re.compile(
    r"\b(?:since(?:\s(?!then\b)[a-zà-ž’'-]+){0,9}|(?:up|down)(?:\s\d[\d.,]*\s?(?:%|per\s?cent))?\sfrom(?:\s(?:[\d.,]*\d%?|[\w-]+)){0,4}"
    r"|(?:than|compared\s(?:with|to)|against)(?:\s(?:[\d.,]*\d%?|[\w-]+)){0,6})\s\Z",
    re.IGNORECASE,
)
_BACK = re.compile(r"the\s(?:(?:previous|preceding)\s\w+|\w+\sbefore)\Z|[\w\s]+\searlier\Z")
"""What is counted back, in small letters: "the previous evening", "two days earlier"."""

_IN_CLAUSE = re.compile(r"[a-z]\s\Z")
_BEGINS = re.compile(r"since\b", re.IGNORECASE)
_PLANNED = re.compile(r"\b(?:was|were|been)\s(?:promised|planned|scheduled)\sfor\s(?:the\s)?\Z")
_FOR = 9  # characters
_LEAD = 80  # characters before a date
_INNER = r"(?:[^,;:—–()]|,(?=\d{3}))*"
_ABOUT_WHOM = re.compile(
    rf",\s(?:(?:an?\s{_INNER}\s)?(?:who|whose|whom)\s{_INNER}|which\sha[ds]\s{_INNER}"
    rf"|(?:(?:only|just)\s)?(?:the|an?)\s{_INNER}\bsince\s{_INNER}),\s"
)
_HANGS = re.compile(r"(?:,\s(?:who|whose|which|where)|\bsince)\s[^,;:—–()\"“”]*\Z")
_HAD = re.compile(r"[^,]{0,60}(?:\A|,\s)(?:who|which|whose\s\w+)\shad\s")
"""A clause about somebody that tells of a time before that of its sentence."""

_STANDS = re.compile(
    r"(?:[^,]{0,60},\s)?(?:who|which)\s(?:\w+ly\s)?(?:is|are|(?!(?:was|has|does)\b)[a-z]+[^s\W]s)\s(?!(?:been|being)\b)"
)
"""What is so now: "which supplies a tenth of it"."""
_ITEM = re.compile(
    r"\b(?:an?|the)\s[^,;]*\b(?:that|who|which)\s[^,;]*,\s(?:[^,;]*,\s)?(?:and\s)?\Z"
)
"""What leads to the next item of a list, the first of which is told of by a clause of its own."""
_COUNTED_ON = re.compile(
    r"(?:just\s)?[\w-]+\s(?:years?|months?|weeks?|days?)\s(?:after|before)\s", re.IGNORECASE
)
_OUT = ("published in ", "released in ", "issued in ")
_YEAR = 4  # digits
_LASTED = re.compile(
    r"\b(?:years|decades)\slater\b|\blasted\b[^.;]{0,30}\b(?:years|decades)\b"
    r"|\b(?:(?:went|dragged|held)\son\sfor|[Oo]ver\sthe\s(?:next|following))\s[^.;]{0,20}\b(?:years|decades)\b"
)
_LONG = 400  # characters behind a date in which the story may leave it
_COUNTED = re.compile(
    r"\bthe\s(?:following|next|previous|preceding)\s(?:day|night|morning|evening|week|month|year)\b"
    r"|\b\w+\s(?:day|week|month|year)s?\s(?:later|earlier)\b"
    r"|\bthe\s(?:day|night|week|month|year)\s(?:before|after)\Z"
    r"|\w\s[\w-]+\s(?:day|week|month|year)s?\s(?:before|after)\s(?:the|his|her|its|their)\b"
    r"|\b(?:normally|usually|typically)\s[a-z]+s\b|\bon\sthe\s(?:second|third|fourth|fifth|sixth|seventh)(?:\sday)?\Z"
    r"|\b(?:last|previous)\s(?:season|term)\b"
    rf"|\bwhen\s(?:he|she)\swas\s(?:(?:just|only|about)\s)?(?:\d{{1,2}}|{'|'.join(UNITS)})\b(?!\s[a-z]+s\b)",
    re.IGNORECASE,
)
_COUNTING = "day week month year night morning evening normally usually typically on when season term".split()
"""One of which is in all that _COUNTED finds, and found faster."""


def holds_in_its_clause(text: str, mention: DateMention) -> bool:
    """Whether a date tells what something is measured from, which is no time of what is told next.

    >>> from claims.extract.dates.mentions import dates
    >>> text = "It is the hottest since records began in 1965. It fell in 1970."
    >>> [holds_in_its_clause(text, m) for m in dates(text, published=None)]
    [True, False]
    """
    before = text[max(0, mention.start - _LEAD) : mention.start]
    if is_measured_from(text, mention.start, mention.exact):
        return True
    if _BACK.match(mention.exact) and _IN_CLAUSE.search(before):
        return True
    # "elections were promised for July 1956"
    return " for " in before[-_FOR:] and _PLANNED.search(before) is not None


def is_measured_from(text: str, start: int, exact: str) -> bool:
    """Whether something is counted or held against the date `exact` at `start`.

    >>> is_measured_from("It is the hottest since 1965.", 24, "1965")
    True
    """
    before = text[max(0, start - _LEAD) : start]
    return _BEGINS.match(exact) is not None or _BEGUN.search(before) is not None


def is_left(text: str, mention: DateMention, part: Span) -> bool:
    """Whether years go by in the story between a date and `part`.

    >>> from claims.extract.dates.mentions import dates
    >>> from claims.model.span import Span
    >>> text = "War broke out in May 1979. It lasted nine years. Men died."
    >>> is_left(text, dates(text, published=None)[0], Span(49, 57))
    True
    """
    between = text[mention.end : min(part.start, mention.end + _LONG)]
    return ("years" in between or "decades" in between) and _LASTED.search(between) is not None


def is_of_aside(text: str, mention: DateMention, sentence: Span, part: Span) -> bool:
    """Whether a date stands in a clause about a person or thing that is closed before `part`."""
    if _HAD.match(text, part.start, part.end) or _STANDS.match(text, part.start, part.end):
        return True  # "In May Lee won, and Bo Chan, who had spent 58 days in prison, lost"
    if mention.end > part.start or _COUNTED_ON.match(text, part.start, part.end):
        return False
    ahead = text[sentence.start : part.start]
    item = text.startswith(("a ", "an "), part.start) and ahead.endswith((", ", ", and "))
    if item and ", and " in text[mention.end : sentence.end] and _ITEM.search(ahead):
        return True  # "driven by a war that began in May, a virus and a drought"
    for aside in _ABOUT_WHOM.finditer(text, sentence.start, part.start):
        if aside.start() < mention.start and mention.end < aside.end() <= part.start:
            return True
    return False


def hangs_behind(text: str, mention: DateMention, part: Span) -> bool:
    """Whether a date behind `part` stands in a relative clause: "30 fell, among them Bo, who won in 2014".

    >>> from claims.extract.dates.mentions import dates
    >>> from claims.model.span import Span
    >>> text = "Ann met Bo, who won in 2014"
    >>> hangs_behind(text, dates(text, published=None)[0], Span(0, 10))
    True
    """
    return mention.start >= part.end and _HANGS.search(text, part.end, mention.start) is not None


def is_of_document(text: str, mention: DateMention) -> bool:
    """Whether a year only tells when something came out: "by a count published in 1993"."""
    return len(mention.edtf) == _YEAR and text.endswith(_OUT, 0, mention.start)


def is_counted_on(words: str) -> bool:
    """Whether a clause tells its time from one that could not be read: "the following day", "last season".

    >>> is_counted_on("He was hurt the following day"), is_counted_on("He was hurt")
    (True, False)
    >>> is_counted_on("She scored four goals last season")
    True
    >>> is_counted_on("His father died when he was nine")
    True
    """
    low = words.lower()
    return any(map(low.__contains__, _COUNTING)) and _COUNTED.search(words) is not None
