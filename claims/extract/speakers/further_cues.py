"""Cues that only tell more of the cue before them, so that nobody is credited twice or wrongly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.lead_ins import PRONOUNS
from claims.extract.grammar.roles import is_document, is_speaker_like
from claims.extract.speakers.source_phrases import SOURCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.speakers.cues import Cue
    from claims.model.span import Span

_QUOTE = re.compile(r"[\"“”]")
_MARK = re.compile(r"[;:—–“”\"()]|[,.](?!\d)")


def adds_nothing(sentence: str, before: Sequence[Cue], cue: Cue) -> bool:
    """Whether a cue of a sentence says no more than those `before` it.

    >>> from claims.extract.speakers.cues import find_cues
    >>> text = "It fell, according to a study of 31 mills published in May."
    >>> [cue.speaker for cue in find_cues(text)]
    ['a study of 31 mills']
    """
    return bool(before) and (
        _ends(sentence, before[-1], cue) or _tells_of(sentence, before[-1], cue)
    )


def _ends(sentence: str, last: Cue, cue: Cue) -> bool:
    """Whether a colon only ends what a cue before it began: "Ann Lee said in May: “No”"."""
    if cue.end - cue.start != 1 or not last.after:
        return False
    return _QUOTE.search(sentence[last.end : cue.start]) is None


def _tells_of(sentence: str, last: Cue, cue: Cue) -> bool:
    """Whether a cue only tells of the source before it: "according to a study published in May"."""
    if last.stance != SOURCE or last.after or cue.relative:
        return False
    return _MARK.search(sentence, last.end, cue.start) is None


def can_go_on(cue: Cue, quotes: Sequence[Span]) -> bool:
    """Whether the speaker of a cue can be that of a further verb: a name, a pronoun, one who speaks.

    >>> from claims.extract.speakers.cues import find_cues
    >>> can_go_on(find_cues("The bank said it fell.")[0], ())
    True
    """
    who = cue.speaker
    if any(q.start <= cue.start < q.end for q in quotes):
        return False  # "the two are “closer than they admit” and ruled it out"
    bare = who.partition(" ")[2] if who.startswith(("The ", "A ", "An ")) else who
    return (
        any(word[:1].isupper() for word in bare.split())
        or who.lower() in PRONOUNS
        or is_speaker_like(who)
        or is_document(who)
    )
