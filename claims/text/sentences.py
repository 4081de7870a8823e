"""Text to sentences that tile it: nothing lost, nothing twice, white space after its sentence.

Two kinds of evidence cut a text: line breaks (`line_breaks`) and full stops (`full_stops`). Both
give cut positions only, so the spans tile by construction. Time is linear in the text's length.
"""

from __future__ import annotations

from itertools import pairwise

from claims.model.span import Span
from claims.text.full_stops import ends_in
from claims.text.line_breaks import paragraph_starts


def sentence_spans(text: str) -> tuple[Span, ...]:
    r"""The sentences of `text` as spans that tile it; none for the empty text.

    White space before the first sentence belongs to it.

    >>> text = "Gov. Lee left the U.S. in 2018. He won.\n"
    >>> [span.of(text) for span in sentence_spans(text)]
    ['Gov. Lee left the U.S. in 2018. ', 'He won.\n']
    """
    if not text:
        return ()
    borders = [0, *paragraph_starts(text), len(text)]
    cuts = [0]
    for start, end in pairwise(borders):
        cuts += ends_in(text, start, end)
        cuts.append(end)
    return tuple(Span(start, end) for start, end in pairwise(cuts))
