"""Stored selectors and a text to the one place where the quote stands now, or none.

No place at all is better than a wrong one: the shorter the quote, the more of it, and of the words
around it, must still be there.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from claims.anchor import nearness
from claims.anchor.correction_notes import in_note
from claims.anchor.nearness import Sought
from claims.anchor.places import places

if TYPE_CHECKING:
    from claims.anchor.places import Place

LEAST = 0.6
"""How alike a long quote must be with half of its context in place."""

SHORTER = 0.4
FADES = 35
"""What a quote of no length must have beyond LEAST, and after how many characters that fades away."""

CONTEXT_COUNTS = 0.3
"""How far the least likeness moves between no context in place and all of it."""

NEARLY = 0.8
"""How alike altered words in the old place must be, where the very words stand elsewhere."""

OWN_COMPANY = 0.8
"""How alike the words before a place must be for words cited from a note of correction itself."""

IN_PLACE = 0.9
LEAST_IN_PLACE = 0.5
"""How alike the words between both old neighbours must be: there no other place is in question."""

WORTH_SHOWING = 0.5
"""How alike words must be to be shown to a person who looks for a quote."""

SPEAKS_FOR_ITSELF = 40
"""Letters and digits of a quote that needs no context when its very words stand there."""

COMPANY = 0.75
"""Context that a quote of almost no length needs even when its very words stand there."""


def reanchor(sought: Sought, text: str, then: str | None = None) -> Place | None:
    """Where the quote stands in `text` now, or None when no place is sure enough; `then` is the old page.

    >>> from claims.anchor.nearness import Sought
    >>> sought = Sought("15,051 men died at Termez", prefix="The report says ", suffix=" in 1989.")
    >>> reanchor(sought, "The report says 15,051 men died in Termez in 1989.").span
    Span(start=16, end=41)
    >>> reanchor(sought, "The men of Termez live in peace.")
    """
    good = [
        place
        for place in places(sought, text)
        if good_enough(sought, text, place)
        and not (then is not None and _another(sought, text, place, then))
    ]
    if any(place.alike >= 1 for place in good):
        good = [
            place for place in good if place.alike >= _beside_the_very_words(sought, text, place)
        ]
    return good[0] if good else None


def _beside_the_very_words(sought: Sought, text: str, place: Place) -> float:
    """How alike altered words must be where the very words stand elsewhere too.

    A short quote stands in many places: between its old neighbours it is the same one, altered.
    """
    short = _letters(sought.exact) < SPEAKS_FOR_ITSELF
    return LEAST_IN_PLACE if short and _in_place(sought, text, place) else NEARLY


def _in_place(sought: Sought, text: str, place: Place) -> bool:
    return nearness.between(sought, text, place.span) >= IN_PLACE


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))


def _another(sought: Sought, text: str, place: Place, then: str) -> bool:
    """Whether other words than the quote's stood on the old page as often: they are not the quote altered."""
    if place.alike >= 1 or _in_place(sought, text, place):
        return False
    words = place.span.of(text)
    return then.count(words) >= text.count(words)


def nearest(quote: str, text: str) -> Place | None:
    """The words of `text` nearest to a quote, for a person to confirm; None when nothing is near.

    >>> nearest("16,000 soldiers died", "In all, 15,051 soldiers died there.").span
    Span(start=8, end=28)
    """
    found = places(Sought(quote), text)
    return found[0] if found and found[0].alike >= WORTH_SHOWING else None


def good_enough(sought: Sought, text: str, place: Place) -> bool:
    """Whether a place may be taken for the quote's own."""
    if not sought.exact:
        return bool(sought.prefix or sought.suffix)
    if _repeated(sought, text, place) or _counts_others(sought, text, place):
        return False
    size = _letters(sought.exact)
    around = nearness.around(sought, text, place.span)
    if place.alike < 1:
        in_place = _in_place(sought, text, place)
        return place.alike >= min(least_alike(size, around), LEAST_IN_PLACE if in_place else 1.0)
    if around is None or place.span.start == sought.start:
        return True
    return around >= COMPANY * (1 - size / SPEAKS_FOR_ITSELF)


def _counts_others(sought: Sought, text: str, place: Place) -> bool:
    """Whether a bare number stands beside other words than it did: in another row of a table, say."""
    bare = not any(map(str.isalpha, sought.exact))
    return bare and place.alike >= 1 and not nearness.beside_same_word(sought, text, place.span)


def _repeated(sought: Sought, text: str, place: Place) -> bool:
    """Whether a note of correction repeats the words, which have gone from their own place."""
    before = nearness.before(sought, text, place.span)
    return (before is None or before < OWN_COMPANY) and in_note(text, place.span)


def least_alike(size: int, around: float | None) -> float:
    """How alike altered words must be, by the quote's letters and digits and the context in place.

    >>> round(least_alike(10, 1.0), 2), round(least_alike(200, 1.0), 2), round(least_alike(200, 0.0), 2)
    (0.75, 0.45, 0.75)
    """
    shorter = SHORTER * math.exp(-size / FADES)
    known = 0.5 if around is None else around
    return LEAST + shorter + CONTEXT_COUNTS * (0.5 - known)
