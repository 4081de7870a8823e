"""Whether a place on a page is in a note of correction, which repeats words that were taken back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.model.span import Span

_PIECE = r"article|story|report|piece|post|page|headline|column|item|analysis|graphic|caption"
_MENDED = (
    r"amended|corrected|updated|edited|revised|clarified|changed|said|stated|reported|gave|claimed|misstated"
    r"|misidentified|incorrectly|wrongly|mistakenly|erroneously"
)
NOTE = re.compile(
    r"\b(?:earlier|previous|prior|original|initial|first)\s+versions?\s+of\s+(?:this|the|our)\b"
    rf"|\bthis\s+(?:{_PIECE})\s+(?:\w+\s+){{0,3}}?(?:{_MENDED})\b"
    r"|\bwe\s+(?:wrongly|incorrectly|mistakenly|erroneously)\b"
    r"|^\W*(?:corrections?(?:\s+and\s+clarifications?)?|clarifications?|erratum|retraction)"
    r"(?:\b[^\n:]{0,30}:|\s*\n|\s*[—–-]\s)"
    r"|\b(?:früheren?|ursprünglichen?)\s+(?:version|fassung)\b"
    r"|\bversion\s+(?:précédente|antérieure|initiale)\b|\bversión\s+(?:anterior|previa|original)\b"
    r"|\btidlige?re\s+(?:versjon|version)\b|\btidigare\s+version\b",
    re.IGNORECASE | re.MULTILINE,
)
REACH = 400
"""Characters of a note that are read before the words it repeats."""

HEADING = 60
"""Characters at most of a line that only heads the note below it."""


def in_note(text: str, span: Span) -> bool:
    r"""Whether the words at `span` stand in a note of correction.

    >>> from claims.model.span import Span
    >>> page = "It rained.\nAn earlier version of this article said that it snowed."
    >>> in_note(page, Span(55, 65)), in_note(page, Span(0, 10))
    (True, False)
    """
    start = text.rfind("\n", 0, span.start) + 1
    above = text[:start].rstrip()
    heading = above[above.rfind("\n") + 1 :]
    head = f"{heading}\n" if len(heading) <= HEADING and span.start - start < REACH else ""
    return NOTE.search(head + text[max(start, span.start - REACH) : span.start]) is not None
