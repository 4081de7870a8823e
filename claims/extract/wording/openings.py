"""What opens a sentence and holds for a later clause of it: a phrase, or the person of a fronted clause."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.extract.grammar.names import people
from claims.extract.grammar.tokens import tokens
from claims.extract.grammar.verbs import finite_from
from claims.extract.wording.fragments import has_main
from claims.extract.wording.gloss import put_in
from claims.extract.wording.loose_ends import loose_end
from claims.extract.wording.subjects import FRONTED, PRONOUNS, subject_of
from claims.model.span import Span

if TYPE_CHECKING:
    from claims.extract.speakers.place import Place
    from claims.extract.wording.story import Story

CLAUSAL = re.compile(
    r"\W*(?:When|While|If|Although|Though|Because|After|Before|Since|As (?!a result)|Until|However"
    r"|Also|Instead|Meanwhile|\w+ing|(?!(?:Only|Nearly|Roughly|Early|Family|Italy|July|Barely|Hardly)\b)\w+ly)\b"
)
"""Fronted words with a verb, or a link that says nothing alone."""

_LONGEST = 110  # characters
_JOINED = re.compile(r"(?:\b(?:and|but)|;)\s+$")
_JOINT = 8  # characters for "and", "but" and the spaces around them
_TIMED = re.compile(r"\d|\b(?:year|month|week|day|time|[A-Z][a-z]+day)s?\b")
_OUT_OF = re.compile(
    r"(?:(?:But|And|Yet)\s)?(?P<words>[Oo]f\s(?:the|its|his|her|their|these|those|some|about|\d)\b[^;:.!?“”\"]{2,140},)\s$"
)
_COUNT = re.compile(
    r"(?:(?:fewer|less|more)\sthan|at\sleast|about|some|only|nearly|almost)?\s?"
    r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|half|most|few|none|one|[a-z-]+ths?)\s"
    r"(?:(?:still|now|later|also)\s)?(?:do|did|is|are|was|were|has|have|had|will|would|could|can|remain|remained|survived|died|came|went|live)\b",
    re.IGNORECASE,
)
"""A number that is a whole subject, whose noun stands elsewhere: "fewer than 2,000 are left"."""

_OF_WHOM = re.compile(r"(?:who|whom|whose|which)\s")
_WITH_NAME = re.compile(r"\d\s(?:the\s)?[A-ZÀ-Þ]")  # "In December 1946 James Lee,"
_OWN_TIME = re.compile(
    r"\bthe\s(?:previous|following|next)\s[a-z]+|\b(?:day|week|month|year|decade)s?\s(?:later|earlier|before|after)\b"
)
"""A time of its own, counted from another."""

_COUNTED_ON = re.compile(
    r"(?:(?:In|On|By)\s[^,]{2,20},\s)?(?:[\w-]+\s){1,4}?(?:minute|hour|day|night|week|month|year|decade)s?\s"
    r"(?:after|before)\s(?P<clause>[^,“”\"]+)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\W*(?:When|While|As|After|Before|Since|Once|Until|Although|Though|If|Because)\s(?P<clause>[^“”\"]+),\s+$"
)


def opening_of(story: Story, place: Place, part: Span) -> str | None:
    """A phrase that opens the sentence and holds for a later clause joined by "and" or "but".

    Behind a semicolon a time does, but no place: "In Niamey the troops left; Ann Lee first refused". A
    bare count is joined by a comma: "Of the 10,000 soldiers, fewer than 2,000 are left".
    """
    text = story.article.text
    before = text[place.span.start : part.start]
    out_of = _OUT_OF.fullmatch(before) if _COUNT.match(part.of(text)) else None
    if out_of is not None:
        at = Span(out_of.start("words"), out_of.end("words"))
        return _told(story, at.shift(place.span.start))
    lead = FRONTED.match(before)
    if lead is None or len(lead[0]) > _LONGEST or CLAUSAL.match(before):
        return None
    told_of = _OF_WHOM.match(before, lead.end())  # "In May the council, which had no money,"
    if told_of or _WITH_NAME.search(lead[0]) or _OWN_TIME.search(part.of(text)):
        return None
    if not _JOINED.search(before[-_JOINT:]) or '"' in before or "“" in before:
        return None
    stays = _TIMED.search(lead[0]) or not before.rstrip().endswith(";")
    if not stays or not has_main(before[lead.end() :]):
        return None  # "one person in Lorvia and one in Leeds have died"
    return _told(story, Span(place.span.start, place.span.start + lead.end()))


def counts_on(clause: str) -> bool:
    """Whether a clause only tells how long before or after something its main clause was.

    >>> counts_on("Two years after the mill fell"), counts_on("Two years after the war he fell")
    (True, False)
    """
    timed = _COUNTED_ON.fullmatch(clause)
    if timed is None:
        return False
    words = tokens(timed["clause"])
    verb = finite_from(words, 0, len(words))
    ahead = words[1 : verb if verb is not None else len(words)]
    turns = any(w.lower in PRONOUNS for w in ahead) or (
        verb is not None and any(b.is_capital and not a.is_capital for a, b in pairwise(ahead))
    )
    return not turns


def _told(story: Story, span: Span) -> str | None:
    """The words of a span with their short names told, None where something in them stays open."""
    known = story.glosses_in(span)
    words = put_in(span.of(story.article.text), known, offset=span.start, plain=True).strip()
    words = words[:1].upper() + words[1:]
    return None if loose_end(words, settled=True) else words


def acting_ahead(before: str) -> str | None:
    """Who acts in a fronted clause, where nobody else is named before the main one.

    >>> acting_ahead("When Ann Lee landed in Leeds in 2011, ")
    'Ann Lee'
    >>> acting_ahead("When Ann Lee met Bo Chan, ") is None
    True
    """
    fronted = _WHEN.fullmatch(before)
    if fronted is None:
        return None
    clause = fronted["clause"]
    named = list(people(clause))
    subject = subject_of(clause, tokens(clause))
    if len(named) != 1 or subject is None:
        return None
    bare = subject.of(clause).rpartition(named[0].name)
    return named[0].name if bare[1] and not bare[2] else None
