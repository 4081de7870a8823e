"""How a date outside a claim is told, to signs: its preposition, a verb of saying before it, the tenses.

"Since 1995" says less of the next claim than "on Friday"; the day on which somebody said something is not
the day of what happened; a claim in the present tense seldom depends on a day of old.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claims.extract.dates.date_features import tense

if TYPE_CHECKING:
    from claims.extract.dates.mentions import DateMention
    from claims.model.span import Span

_LEADS = frozenset(
    """in on since until till by of from to for between at during than before after and this last next
    early late end""".split()
)
_BETWEEN = frozenset("the early late mid at least".split())
_WORD = re.compile(r"[A-Za-z]+")
_LOOK = 30  # characters
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|wrote|stated|added|declared|confirmed|warned|admitted"
    r"|according\sto)\b(?:\s[\w’'-]+){0,3}(?:\s(?:on|in))?\s?(?:the\s)?\Z",
    re.IGNORECASE,
)
_SAYING_LOOK = 60  # characters
_MARK = re.compile(r"[,;:—()]")


def told_signs(text: str, mention: DateMention, way: str, *, attributed: bool) -> list[str]:
    """The word that leads to a date, and whether it is the day on which somebody said something.

    >>> from claims.extract.dates.mentions import DateMention
    >>> text = "he said on Friday"
    >>> told_signs(text, DateMention("2021-08-27", "Friday", 11, 17), "after", attributed=True)[0]
    'told with:on'
    """
    lead = _lead(text, mention)
    signs = [f"told with:{lead}", f"{way}, told with:{lead}"]
    if _SAYING.search(text, max(0, mention.start - _SAYING_LOOK), mention.start):
        credit = "attributed" if attributed else "plain"
        signs += ["day of saying", f"{way}, day of saying", f"day of saying & {credit}"]
    return signs


def _lead(text: str, mention: DateMention) -> str:
    """The preposition of a date, which may be the first word of the mention itself."""
    if text.startswith(("'s", "’s"), mention.end):
        return "genitive"
    own = mention.exact.partition(" ")[0].lower()
    if own in _LEADS:
        return own
    words = _WORD.findall(text, max(0, mention.start - _LOOK), mention.start)
    near = next((word.lower() for word in reversed(words) if word.lower() not in _BETWEEN), "")
    return near if near in _LEADS else "other"


def tense_signs(text: str, claim: str, mention: DateMention, sentence: Span, way: str) -> list[str]:
    """The tense of what is told with the date beside that of the claim."""
    own = clause_tense(claim)
    if way in {"before", "after"}:
        start, end = _clause(text, mention, sentence)
        return [f"{way}, {clause_tense(text[start:end])}>{own}"]
    return [f"then and now:{clause_tense(sentence.of(text))}>{own}"]


def _clause(text: str, mention: DateMention, sentence: Span) -> tuple[int, int]:
    """From the mark before a date to the one after it, in its sentence."""
    start = sentence.start
    for mark in _MARK.finditer(text, sentence.start, mention.start):
        start = mark.end()
    after = _MARK.search(text, mention.end, max(mention.end, sentence.end))
    return start, after.start() if after else sentence.end


@lru_cache(maxsize=1024)  # a sentence is asked for by each claim after it
def clause_tense(words: str) -> str:
    """`tense`, remembered.

    >>> clause_tense("The dam has broken")
    'perfect'
    """
    return tense(words)
