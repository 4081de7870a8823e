"""A sentence's frames to plain ones: "made 52 arrests of …", "has a capacity of …", "at a price of …".

Each frame is looked for only where one of its words stands, and replaced wherever it is found.
"""

from __future__ import annotations

from claims.evidence.quantity.frames_counts import COUNTS
from claims.evidence.quantity.frames_deeds import ACTS, BURNED, burned
from claims.evidence.quantity.frames_sums import SUMS

_FRAMES = (*ACTS, *COUNTS, *SUMS)
_FIRE, _AREA = ("ire", "laze", "lames"), (" hectares", " acres", " square ")


def framed(text: str) -> str:
    """A sentence with its frames told in the plain way.

    >>> framed("Police made 52 arrests of drivers in the course of 2013.")
    'Police arrested 52 drivers in 2013.'
    >>> framed("At 31 December 2013 the arena has room for 900 people.")
    'At the end of 2013 the arena holds 900 people.'
    """
    for words, pattern, instead in _FRAMES:
        for word in words:
            if word in text:
                text = pattern.sub(instead, text)
                break
    if any(word in text for word in _FIRE) and any(word in text for word in _AREA):
        text = BURNED.sub(burned, text)
    return text
