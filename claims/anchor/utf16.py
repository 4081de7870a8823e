"""Offsets in code points, as stored, to offsets in UTF-16 units, as browsers count, and back.

https://www.w3.org/TR/annotation-model/#text-position-selector leaves the unit to the user agent; script
in a browser counts UTF-16 units, in which an emoji is two.
"""

from __future__ import annotations

import re

_WIDE = re.compile("[\U00010000-\U0010ffff]")


def to_utf16(text: str, offset: int) -> int:
    """The offset in UTF-16 units of the code point at `offset`.

    >>> to_utf16("l😃rem", 2)
    3
    """
    if text.isascii():
        return offset
    return offset + sum(1 for _ in _WIDE.finditer(text, 0, offset))


def from_utf16(text: str, units: int) -> int:
    """The code point at a place in UTF-16 units; one in the middle of a pair goes to its beginning.

    >>> from_utf16("l😃rem", 3), from_utf16("l😃rem", 2)
    (2, 1)
    """
    if text.isascii():
        return min(units, len(text))
    wide = 0
    for found in _WIDE.finditer(text):
        if found.start() + wide + 1 >= units:
            return min(units - wide, found.start())
        wide += 1
    return min(units - wide, len(text))
