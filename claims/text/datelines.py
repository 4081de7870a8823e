"""The place, day and agency that a report may open with to where its words begin."""

from __future__ import annotations

import re

_DATELINE = re.compile(
    r"\s*(?:(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+)(?:[ ,/]+[\w.'’-]+){0,7}?\s?(?:\([^()\n]{2,40}\)\s?)?"
    r"|[A-ZÀ-Þ][\w.'’-]+(?:[ ,/]+[\w.'’-]+){0,6}?\s?\([^()\n]{2,40}\)\s?)[-–—]{1,2}\s(?=[A-ZÀ-Þ\"“‘\d])"
    r"|\s*[A-ZÀ-Þ]{3}[A-ZÀ-Þ .'’-]{0,30}:\s(?=[A-ZÀ-Þ][a-zà-þ])"
)


def dateline_end(text: str, start: int = 0) -> int:
    """Where the words begin behind a dateline at `start`; `start` itself without one.

    >>> dateline_end("LEEDS, May 3 (Reuters) - A bridge fell."), dateline_end("A bridge fell.")
    (25, 0)
    """
    match = _DATELINE.match(text, start)
    return match.end() if match is not None else start
