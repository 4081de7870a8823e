"""Two states of a page to whether a quote moved in it, or only the things around it came and went."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claims.anchor import nearness
from claims.anchor.tokens import tokens
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.anchor.nearness import Sought

SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?]+(?=\S)[^\n.!?]*)*[.!?]*")
LANDMARK = 20
"""Characters of letters and digits that a sentence must have to be told from others."""

DRIFT = 400
PART = 20
"""How far a quote may drift because of what came and went above it, in characters and as a part of the
page, when the old page is not at hand."""

IN_PLACE = 0.8
BETWEEN = 600
"""Characters of an advert or a box that may have been put between the quote and its old neighbour."""


def moved(old: str, was: Span, new: str, now: Span) -> bool:
    r"""Whether the quote changed its place among the sentences that stand in both texts.

    >>> page = "One is the first of them.\nTwo is the second of them.\nThree is the third of them.\n"
    >>> moved(page, Span(0, 25), "Buy this! " + page, Span(10, 35))
    False
    >>> moved(page, Span(0, 25), page[26:] + page[:26], Span(54, 79))
    True
    """
    if was == now:
        return False
    own = _paragraph(old, was)
    there = _landmarks(new)
    pairs = [
        (place, there[key])
        for key, place in _landmarks(old).items()
        if key in there and not own.start <= place < own.end
    ]
    pairs.sort()
    in_order = _longest_rise([new_at for _, new_at in pairs])
    above = [new_at for old_at, new_at in pairs if old_at < was.start and new_at < now.start]
    below = [new_at for old_at, new_at in pairs if old_at >= was.end and new_at >= now.end]
    return _longest_rise(above) + _longest_rise(below) < in_order


def moved_by_context(sought: Sought, text: str, now: Span) -> bool:
    """The same from the selectors alone: by how far it stands off, and where its old neighbours are.

    >>> from claims.anchor.nearness import Sought
    >>> moved_by_context(Sought("won", "he ", ".", start=3), "Advert. he won.", Span(11, 14))
    False
    """
    if sought.start in {None, now.start}:
        return False
    sides = (
        (
            nearness.before(sought, text, now),
            sought.prefix,
            text[max(0, now.start - BETWEEN) : now.start],
        ),
        (nearness.after(sought, text, now), sought.suffix, text[now.end : now.end + BETWEEN]),
    )
    lost = [(words, close) for near, words, close in sides if near is not None and near < IN_PLACE]
    for words, close in lost:
        if words.strip() and words.strip() not in close and words.strip() in text:
            return True
    return abs(now.start - (sought.start or 0)) > max(DRIFT, len(text) // PART)


def _paragraph(text: str, span: Span) -> Span:
    """The line that holds the span, unless it is most of the text."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = Span(start, len(text) if end < 0 else end)
    return line if 2 * len(line) <= len(text) else span


def _landmarks(text: str) -> dict[str, int]:
    """Sentences that stand once in the text, spelled alike, with where they begin."""
    once: dict[str, int] = {}
    again: set[str] = set()
    for found in SENTENCE.finditer(text):
        key = "".join(tokens(found.group()).words).casefold()
        if len(key) < LANDMARK or key in again:
            continue
        if key in once:
            again.add(key)
            del once[key]
        else:
            once[key] = found.start()
    return once


def _longest_rise(places: Sequence[int]) -> int:
    """How many of the places can be kept so that they stand in rising order."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
