"""A line to whether it is printed In Title Case, where capitals tell nothing of names."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SMALL = frozenset(
    "a an the and or but nor of in on at to for by from with as over into via vs than up out is".split()
)
_FEWEST = 4  # words that could be small
_STOPS = (".", "!", "”", '"', ":", ",", ";")


def is_title_case(line: str) -> bool:
    """Whether a line without a stop has a capital on every word but the smallest.

    >>> is_title_case("How Moscow Lost Its Grip on Kars"), is_title_case("Moscow lost its grip on Kars")
    (True, False)
    """
    if line.rstrip().endswith(_STOPS):
        return False
    words = [w for w in _WORD.findall(line) if w.lower() not in _SMALL]
    return len(words) >= _FEWEST and all(w[0].isupper() for w in words)
