"""A sentence to what it leaves out because it was told before: "There are two", "The costs had"."""

from __future__ import annotations

import re

_ELLIPSIS = re.compile(
    r"\W*(?:[^\W\d][\w’'-]*\s){1,4}(?P<verb>had|has|have|did|do|does|was|were|is|are|will|would|could|can)"
    r"(?:\s(?:not|too))?\W*"
)
"""A verb whose other half was said before: "The costs had"."""
_ALONE = re.compile(
    r"(?:(?:[A-Z][a-z]+|By \d{4}|In \d{4})(?:\s\[[^\]]*\])?,?\s)?[Tt]here\s(?:are|were|is|was)\s"
    r"(?:only\s|still\s|now\s|just\s|but\s)?"
    r"(?:about\s|some\s|around\s|nearly\s|almost\s|over\s|more\sthan\s|at\sleast\s)?"
    r"(?P<count>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[\d,]+|more|fewer|none|many)"
    r"(?:\sof\s(?P<them>them|these|those)\b.*|,\ssa(?:ys|id)\s.*|\W*)"
    r"|(?P<part>Some|Most|Much|All|None|Half|Many|Part|Few)\sof\s(?P<all>that|this|it|them|these|those)\s"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|went|came)\b.*"
    r"|(?P<first>[Oo]ne),\san?\s[^,]*,\s.*"
    r"|(?P<one>[Oo]ne)\s(?!has\b)[a-z]{2,}[^su\W]s\s"
    r"(?:in|on|at|near|over|above|under|outside|inside|the|a|an)\s[^,]*"
)
"""A count without its noun: "Today there are two", "One hangs in Leeds"."""
_ELLIPTIC = re.compile(
    r"(?P<those>[Tt]hose|[Tt]hat)\s(?:of|in|for|from)\s|[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)*[’']s?\s"
    r"(?:is|are|was|were|has|had|rose|fell|grew)\b"
)
"""What leaves out the noun told before: "Those of the union rose", "India’s were up"."""


def left_out(text: str) -> str | None:
    """What stays open where a noun or verb was told before: "those" of "Those of the union"; else None.

    >>> left_out("Those of the union rose"), left_out("The costs had"), left_out("It fell")
    ('what “those” refers to', 'what “had” stands for', None)
    """
    if (short := _ELLIPSIS.fullmatch(text)) is not None:
        return f"what “{short['verb']}” stands for"
    word = None
    if (count := _ALONE.fullmatch(text)) is not None:
        kinds = ("all", "them", "first", "count", "one")
        word = next(count[kind] for kind in kinds if count[kind]).lower()
    elif (gap := _ELLIPTIC.match(text)) is not None:
        word = (gap["those"] or "").lower() or gap[0].rpartition(" ")[0]
    return f"what “{word}” refers to" if word is not None else None
