"""Clauses that tell of other things than the story: they share hardly a word with its opening.

What the story is about would be no help to them: "In 2015 the rules were changed" is no part of a bus crash.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.model.span import Span

if TYPE_CHECKING:
    from claims.extract.dates.mentions import DateMention
    from claims.extract.kinds import Setting
    from claims.extract.wording.story import Story

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5  # letters by which two words are taken for one
_SMALL = frozenset(
    """that this with from have been were they their there which also said says would could about more than
    when what after before other some such into over only most many while these those year years people
    according told reported""".split()
)
_FEW = 2  # words shared with the opening
_OLDER = 7  # days before the story's own
_HALF = 0.5
_GOES_ON = re.compile(
    r"\b(?:since|from|until|after|of|ago|(?:founded|established|launched)\sin)\s(?:the\s)?(?:\w+\s)?$",
    re.IGNORECASE,
)
"""Before a date that only tells how long something has been so."""
_BEHIND = 20  # characters
_LAST = re.compile(r"(?:earlier\s)?(?:in\s)?(?:last|this)\s(?:week|month|year)", re.IGNORECASE)
_EARLY = 4  # characters
_LATE = 2  # paragraphs
_POINTS = re.compile(
    r"\b(?:[Tt]h(?:e|is|at|ese|ose)\s[a-z]|(?:he|she|it|they|his|her|its|their)\b)|\A(?:He|She|It|They|His|Her|Its)\b"
)


def is_aside(story: Story, part: Span, setting: Setting) -> bool:
    r"""Whether a clause's sentence tells of a time before the story, or of another matter, in other words.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.kinds import Setting
    >>> from claims.extract.wording.story import read_story
    >>> text = "A bus fell off a bridge in Harz on Monday.\n\nIn May, Ann Lee sold a mill. The bus was old."
    >>> story = read_story(read_article(text, published="2021-08-31"))
    >>> [is_aside(story, s, Setting()) for s in story.article.sentences]
    [False, True, False]
    """
    span = _sentence(story, part)
    shared = len(stems(span.of(story.article.text)) & story.topic)
    if shared > _FEW:
        return False
    dates = story.article.dates_in(span)
    opens = any(m.start - span.start < _EARLY and _LAST.fullmatch(m.exact) for m in dates)
    if opens or any(_is_older(story, m) for m in dates):
        return True
    said = setting.attributed or setting.has_cue
    points = _POINTS.search(part.of(story.article.text))
    return not (said or shared or points) and part.start >= story.late


def late_from(text: str, lead: Span | None) -> int:
    r"""Where the third paragraph behind the first sentence begins; the text's end where there is none.

    >>> late_from("It fell.\n\nOne.\n\nTwo.", Span(0, 8))
    16
    """
    at = lead.end if lead is not None else 0
    for _ in range(_LATE):
        found = text.find("\n\n", at)
        if found < 0:
            return len(text)
        at = found + 2
    return at


def is_retold(story: Story, part: Span, around: str) -> bool:
    """Whether a clause of the first sentence, with the words it hangs on, tells half of the headline."""
    if story.headline is None or story.lead is None or not story.lead.overlap(part):
        return False
    wanted = stems(story.headline)
    own = stems(f"{around} {part.of(story.article.text)}")
    return len(wanted & own) >= _HALF * len(wanted)


@lru_cache(maxsize=64)  # the sentences of an article are asked for by every clause
def stems(text: str) -> frozenset[str]:
    """The first letters of the words that tell something.

    >>> sorted(stems("The bridges had been closed"))
    ['bridg', 'close']
    """
    words = (w.lower() for w in _WORD.findall(text))
    return frozenset(w[:_STEM] for w in words if w not in _SMALL)


def _sentence(story: Story, part: Span) -> Span:
    spans = story.article.sentences
    at = bisect_right(spans, part.start, key=lambda s: s.start) - 1
    return Span(spans[at].start, max(spans[at].end, part.end)) if at >= 0 else part


def _is_older(story: Story, mention: DateMention) -> bool:
    """Whether a date lies more than a week before the story."""
    told, day = _end(mention.edtf), _end(story.day or story.article.published or "")
    if told is None or day is None or (day - told).days <= _OLDER:
        return False
    before = story.article.text[max(0, mention.start - _BEHIND) : mention.start]
    return not (mention.exact.lower().startswith("since") or _GOES_ON.search(before))


def _end(edtf: str) -> date | None:
    """The last day of a date: "1987", "2021-08", "198X", "2021-08-01/2021-08-03"."""
    last = edtf.rstrip("~?%").split("/")[-1].replace("X", "9")
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![^T])", last)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 12)
    try:
        return date(year, month, int(match[3] or monthrange(year, month)[1]))
    except ValueError:
        return None
