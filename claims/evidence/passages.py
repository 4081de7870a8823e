"""A snapshot's text as passages: runs of whole sentences within one paragraph, with its heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.model.span import Span
from claims.sources.query import key_terms
from claims.text.boilerplate import body_end
from claims.text.line_breaks import with_line_feeds
from claims.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CHARS = 480
"""A passage is closed before it grows beyond this: about three newspaper sentences, a quotable length.

`benchmarks/windows.py` holds it against others; docs/evidence.md has the table."""

HEADING_CHARS = 60
"""A line up to this long without a full stop is a heading; alone it would be no passage."""

ENDS = (
    '.!?:;)"\N{HORIZONTAL ELLIPSIS}\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}'
)


def passage_spans(text: str) -> Iterator[Span]:
    r"""Spans of passages in order, trimmed; they hold every sentence of the body once.

    >>> text = "One fell. Two rose.\n\nThree."
    >>> [span.of(text) for span in passage_spans(text)]
    ['One fell. Two rose.', 'Three.']
    """
    open_at: Span | None = None
    read = with_line_feeds(text)
    body = read[: body_end(read)]
    for whole in sentence_spans(body):
        sentence = whole.trim(body)
        if not sentence:
            continue
        if open_at and _goes_on(body, open_at, sentence):
            open_at = Span(open_at.start, sentence.end)
        else:
            if open_at:
                yield open_at
            open_at = sentence
    if open_at:
        yield open_at


def _goes_on(text: str, before: Span, sentence: Span) -> bool:
    """Whether a sentence joins the open passage: within a paragraph, or under its heading."""
    same_paragraph = "\n" not in text[before.end : sentence.start]
    heading = len(before) <= HEADING_CHARS and text[before.end - 1] not in ENDS
    return (same_paragraph or heading) and sentence.end - before.start <= MAX_CHARS


def nearest_sentence(claim: str, passage: str) -> str:
    r"""The sentence of a passage that shares most key terms with a claim, for showing in little room.

    A heading is shown only when it shares more than every sentence under it.

    >>> nearest_sentence("15,051 soldiers died", "It was cold. In all 15,051 died. Then it rained.")
    'In all 15,051 died.'
    >>> nearest_sentence("Nobody won", "End\nThe last troops left in February.")
    'The last troops left in February.'
    """
    wanted = {term.lower() for term in key_terms(claim)}
    sentences = [span.trim(passage).of(passage) for span in sentence_spans(passage)]
    return max(
        sentences,
        key=lambda s: (
            len(wanted & {term.lower() for term in key_terms(s)}),
            s.endswith(tuple(ENDS)),
        ),
        default="",
    )
