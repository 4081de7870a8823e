"""Text that every store and stream can take: no lone surrogates.

They come out of JSON escapes and broken PDFs, are no characters (Unicode 3.9, D75) and have no UTF-8 form.
"""

from __future__ import annotations

import re

LONE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def sound(text: str) -> str:
    r"""`text` with U+FFFD in the place of each surrogate, so that its length stays the same.

    >>> sound("A\ud800B") == "A\N{REPLACEMENT CHARACTER}B"
    True
    """
    return LONE.sub(REPLACEMENT, text)
