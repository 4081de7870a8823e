"""Whether a place on a page is in a note of correction, which repeats words that were taken back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.model.span import Span

_PIECE = r"article|story|report|piece|post|page|headline|column|item|analysis|graphic|caption"
_MENDED = (
    r"amended|corrected|updated|edited|revised|clarified|misstated|misidentified|incorrectly|wrongly|mistakenly"
    r"|erroneously|originally|initially|previously"
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
SENTENCE_END = re.compile(r"[.!?][\"”’»)]*\s+")
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
    line = text[max(start, span.start - REACH) : span.start]
    if not any(map(str.isalnum, SENTENCE_END.split(line)[-1])):
        return False  # a sentence of its own is not one that the note repeats
    above = text[:start].rstrip()
    heading = above[above.rfind("\n") + 1 :]
    head = f"{heading}\n" if len(heading) <= HEADING and span.start - start < REACH else ""
    return NOTE.search(head + line) is not None
