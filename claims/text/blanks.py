"""A text with one blank for each run of blanks, and the places of the text as it was given."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_BLANK = " \\t\\u00a0\\u2009\\u202f"
_TWO = re.compile(rf"[{_BLANK}]{{2}}")
_RUN = re.compile(rf"(?<![\d{_BLANK}])[{_BLANK}]{{2,}}|[{_BLANK}]{{2,}}(?![\d{_BLANK}])")
"""None between two digits: the columns of a table are no number."""


@dataclass(frozen=True, slots=True)
class Squeezed:
    """`text` is the shorter one; `place` leads from it back."""

    text: str
    _from: tuple[int, ...] = ()
    _lost: tuple[int, ...] = (0,)

    def place(self, at: int) -> int:
        """Where a place of the shorter text stands in the one that was given."""
        return at + self._lost[bisect_right(self._from, at)]


def squeezed(text: str) -> Squeezed:
    r"""`text` with one blank for each run of them; line breaks stay.

    >>> short = squeezed("5   million  euros")
    >>> short.text, short.place(2), short.place(10)
    ('5 million euros', 4, 13)
    """
    if _TWO.search(text) is None:
        return Squeezed(text)  # as most texts
    pieces, begins, lost, last = [], [], [0], 0
    for run in _RUN.finditer(text):
        pieces.append(text[last : run.start()] + " ")
        last = run.end()
        lost.append(lost[-1] + len(run[0]) - 1)
        begins.append(run.start() + 1 - lost[-2])
    if not pieces:
        return Squeezed(text)
    return Squeezed("".join(pieces) + text[last:], tuple(begins), tuple(lost))
