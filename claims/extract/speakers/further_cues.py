"""Cues that only tell more of the cue before them, so that nobody is credited twice or wrongly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.speakers.source_phrases import SOURCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.extract.speakers.cues import Cue

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
