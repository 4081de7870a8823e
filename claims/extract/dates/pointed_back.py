"""A sentence that opens with "That storm" or "By midnight" to the date that the story is at before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.extract.article import Article
    from claims.extract.dates.timeline import Timeline

_OPENS = re.compile(
    r"\W*That (?:[a-z-]+ )?(?:attack|bombing|blast|explosion|shooting|raid|crash|accident|disaster|fire|blaze"
    r"|storm|tornado|hurricane|typhoon|cyclone|earthquake|quake|tsunami|flood|eruption|outbreak|epidemic|war"
    r"|battle|riot|strike|election|vote|referendum|ballot|race|match|game|final|tournament|summit|meeting"
    r"|visit|trial|verdict|ruling|robbery|theft|murder|killing) (?!is\b|will\b|has\b|would\b|may\b)[a-z]"
)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_GOES_ON = re.compile(
    r"(?:(?:Just |Shortly |Soon )?(?:By|At|Around|About|After|Before|Until|From|Towards?)"
    r" (?:(?:about|around|just) )?(?:midnight|noon|midday|dawn|daybreak|sunrise|sunset|dusk|nightfall"
    rf"|first light|lunchtime|mid-(?:morning|afternoon)|(?:\d{{1,2}}|{_SMALL})(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?"
    r"| o[’']clock)|\d{1,2}[:.]\d\d|half past \w+)(?! (?:on|in|each|every|yesterday|today)\b)"
    r"|(?:Moments|Minutes|Hours|Within (?:minutes|hours)|\w+ (?:minutes|hours?)) (?:later|afterwards))\b"
)
"""An hour that needs a day told before it: "By midnight", "At 3.40am", "Two hours later"."""
_BY = re.compile(
    r"\bwithin (?:the hour|hours|minutes)\b"
    r"|\bby (?:nightfall|midnight|dawn|daybreak|dusk|noon|midday|sunset|the evening)\b"
)
_DAY = 10  # characters
_TRIED = 4  # mentions of dates


def day_gone_on(article: Article, timeline: Timeline, ordinal: int) -> str | None:
    """The day of an hour such as "By midnight", told before it in its paragraph; None without.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.dates.timeline import read_timeline
    >>> article = read_article("It rained on May 3, 1999. By midnight the dam broke.", published=None)
    >>> day_gone_on(article, read_timeline(article, published=None), 1)
    '1999-05-03'
    """
    span = article.sentences[ordinal].trim(article.text)
    text = article.text
    if not _GOES_ON.match(text, span.start, span.end) and not _BY.search(
        text, span.start, span.end
    ):
        return None
    at = bisect_left(timeline.ordinals, ordinal)
    if not at or (at < len(timeline.ordinals) and timeline.ordinals[at] == ordinal):
        return None  # nothing before it, or it tells a date itself
    last = next(
        (i for i in reversed(range(max(0, at - _TRIED), at)) if i not in timeline.kept), None
    )
    if last is None:
        return None
    before = timeline.mentions[last]
    same = timeline.paragraphs[ordinal] == timeline.paragraphs[timeline.ordinals[last]]
    return before.edtf if same and len(before.edtf) == _DAY else None


def date_pointed_to(article: Article, timeline: Timeline, ordinal: int) -> str | None:
    """The date that what a sentence opens with has in the one before; None where it is not told so.

    >>> from claims.extract.article import read_article
    >>> from claims.extract.dates.timeline import read_timeline
    >>> article = read_article("It was hit by a storm in May 1999. That storm killed 36.", published=None)
    >>> date_pointed_to(article, read_timeline(article, published=None), 1)
    '1999-05'
    """
    span = article.sentences[ordinal]
    if not ordinal or _OPENS.match(article.text, span.start, span.end) is None:
        return None
    if timeline.paragraphs[ordinal] != timeline.paragraphs[ordinal - 1]:
        return None
    at = bisect_left(timeline.ordinals, ordinal)
    if at < len(timeline.ordinals) and timeline.ordinals[at] == ordinal:
        return None  # it tells a date itself
    before = timeline.mentions[at - 1] if at and timeline.ordinals[at - 1] == ordinal - 1 else None
    return before.edtf if before is not None else None
