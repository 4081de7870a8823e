"""W3C Web Annotation selectors: position and quote (https://www.w3.org/TR/annotation-model/#selectors)."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model.span import Span

CONTEXT = 32
"""Characters of prefix and suffix kept on each side, as Hypothesis does."""


@dataclass(frozen=True, slots=True)
class Selector:
    """TextPositionSelector and TextQuoteSelector of one stretch of text, together."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


def select(text: str, span: Span) -> Selector:
    """The selectors of `span` in `text`.

    >>> select("He said so.", Span(3, 7))
    Selector(start=3, end=7, exact='said', prefix='He ', suffix=' so.')
    """
    return Selector(
        start=span.start,
        end=span.end,
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )
