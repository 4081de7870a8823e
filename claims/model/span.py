"""Half-open stretches `[start, end)` of a text, counted in Unicode code points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end]`. Raises ValueError when start is negative or end lies before start.

    >>> Span(2, 5).of("0123456789")
    '234'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        """The same stretch, `by` characters later."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """How many characters both cover.

        >>> Span(0, 5).overlap(Span(3, 9))
        2
        """
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def trim(self, text: str) -> Span:
        """The span without white space at its ends (empty at its start when it holds nothing else).

        >>> Span(0, 6).trim("  ab  ")
        Span(start=2, end=4)
        """
        piece = text[self.start : self.end]
        words = piece.strip()
        if len(words) == len(piece) == self.end - self.start:
            return self
        if not words:
            return Span(self.start, self.start)
        start = self.start + len(piece) - len(piece.lstrip())
        return Span(start, start + len(words))


def tiles(spans: Iterable[Span], length: int) -> bool:
    """Whether the spans cover `[0, length)` in order, with no gap, overlap or empty span.

    >>> tiles([Span(0, 2), Span(2, 5)], 5), tiles([Span(0, 2), Span(3, 5)], 5)
    (True, False)
    """
    at = 0
    for span in spans:
        if span.start != at or span.end == at:
            return False
        at = span.end
    return at == length
