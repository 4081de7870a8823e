"""Text to sentences that tile it: nothing lost, nothing twice, white space after its sentence.

Three kinds of evidence cut a text: line breaks (`line_breaks`), full stops (`full_stops`) and words that
begin sentences where a full stop is missing (`run_ons`). All give cut positions only, so the spans tile
by construction. Time is linear in the text's length.
"""

from __future__ import annotations

from itertools import pairwise

from claims.model.span import Span
from claims.text.full_stops import ends_in
from claims.text.line_breaks import paragraph_starts
from claims.text.run_ons import run_on_starts


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
        cuts += sorted({*ends_in(text, start, end), *run_on_starts(text, start, end)})
        cuts.append(end)
    return tuple(Span(start, end) for start, end in pairwise(cuts))
