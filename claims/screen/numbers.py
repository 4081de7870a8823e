"""The numbers and dates that a comparison speaks of, found where they stand in the claim and the passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.quantities.mentions import quantities
from claims.screen.pieces import Line, Mark, piece

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = {"agrees": Mark.AGREES, "clashes": Mark.CLASHES}
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_SIDE = re.compile(r"(claim|passage): ([^;]+)")


def marked(text: str, *, side: str, agreement: str, arithmetic: str | None) -> Line:
    """`text` with the numbers marked that the arithmetic names on this side (claim or passage).

    >>> how = "claim: 15,000; passage: 14,000; 1,000 less"
    >>> [p.words for p in marked("It was 14,000 then.", side="passage", agreement="clashes", arithmetic=how)]
    ['It was ', '14,000', ' then.']
    """
    mark = MARKS.get(agreement)
    if mark is None or not arithmetic:
        return (piece(text),)
    named = [said for where, said in _SIDE.findall(arithmetic) if where == side]
    spans = sorted(set(_spans(text, named)))
    parts, at = [], 0
    for start, end in spans:
        if start < at:
            continue
        if text[at:start]:
            parts.append(piece(text[at:start]))
        parts.append(piece(text[start:end], mark))
        at = end
    if text[at:]:
        parts.append(piece(text[at:]))
    return tuple(parts)


def _spans(text: str, named: list[str]) -> Iterator[tuple[int, int]]:
    figures = {figure for said in named for figure in _FIGURE.findall(said)}
    values = {_value(figure) for figure in figures}
    for match in _FIGURE.finditer(text):
        if match[0] in figures or _value(match[0]) in values:
            yield match.span()
    for found in quantities(text[:LONGEST]):
        if found.value in values and not _FIGURE.search(found.exact):
            yield found.start, found.end


LONGEST = 6000


def _value(figure: str) -> float | None:
    try:
        return float(figure.replace(",", ""))
    except ValueError:
        return None
