"""Signs that no reader sees (no width, a direction, control codes) to blanks, place by place."""

from __future__ import annotations

import re

UNSEEN = "\\x00-\\x08\\x0e-\\x1b\\x7f\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff"
"""Their ranges, for use inside a character class."""

_UNSEEN = re.compile(f"[{UNSEEN}]")


def without_unseen(text: str) -> str:
    r"""`text` of the same length with a blank for each sign that cannot be seen.

    >>> without_unseen("Two men\u200b died.\u200f")
    'Two men  died. '
    """
    return _UNSEEN.sub(" ", text)
