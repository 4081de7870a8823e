"""How near the words around a place are to the words around the quote, each from 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from claims.anchor.tokens import is_word, tokens

if TYPE_CHECKING:
    from claims.model.span import Span

QUOTE, PREFIX, SUFFIX, POSITION = 50, 20, 20, 2
"""What each part weighs in the score; a part that is not known drops out."""


BETTER_SIDE = 0.6
"""An advert beside the quote spoils one side; the other still speaks for it."""


SLACK = 8
"""Characters beyond the length of the kept context that are read, for white space that came in."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A quote to be found again: `start` is None where its old place is not known."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


def before(sought: Sought, text: str, span: Span) -> float | None:
    """How alike the words before `span` are to the prefix; None when there is none."""
    kept = " ".join(sought.prefix.split())
    found = " ".join(text[max(0, span.start - len(sought.prefix) - SLACK) : span.start].split())
    return Indel.normalized_similarity(kept, found[-len(kept) :]) if kept else None


def after(sought: Sought, text: str, span: Span) -> float | None:
    """How alike the words after `span` are to the suffix; None when there is none."""
    kept = " ".join(sought.suffix.split())
    found = " ".join(text[span.end : span.end + len(sought.suffix) + SLACK].split())
    return Indel.normalized_similarity(kept, found[: len(kept)]) if kept else None


def around(sought: Sought, text: str, span: Span) -> float | None:
    """How much of the quote's company is there, the better side counting more; None when not known."""
    known = [n for n in (before(sought, text, span), after(sought, text, span)) if n is not None]
    return BETTER_SIDE * max(known) + (1 - BETTER_SIDE) * min(known) if known else None


def between(sought: Sought, text: str, span: Span) -> float:
    """How much of the company is there on the worse side; 0 where one is not known."""
    return min(before(sought, text, span) or 0.0, after(sought, text, span) or 0.0)


def beside_same_word(sought: Sought, text: str, span: Span) -> bool:
    """Whether the nearest word on one side is the same: what a bare number counts is told by it.

    >>> from claims.model.span import Span
    >>> sought = Sought("31", prefix="Passengers 212, crew ", suffix=".")
    >>> beside_same_word(sought, "Passengers 31, crew 212.", Span(11, 13))
    False
    """
    ahead = text[max(0, span.start - len(sought.prefix) - SLACK) : span.start]
    behind = text[span.end : span.end + len(sought.suffix) + SLACK]
    before = _words(sought.prefix)[-1:], _words(ahead)[-1:]
    after = _words(sought.suffix)[:1], _words(behind)[:1]
    sides = [(was, now) for was, now in (before, after) if was]
    return not sides or any(was == now for was, now in sides)


def _words(context: str) -> list[str]:
    return [word.casefold() for word in tokens(context).words if is_word(word)]


def score(sought: Sought, text: str, span: Span, alike: float) -> float:
    """The whole score of a place whose words are `alike` to the quote, from 0 to 1.

    >>> from claims.model.span import Span
    >>> score(Sought("won", prefix="He ", start=3), "He won.", Span(3, 6), 1.0)
    1.0
    """
    parts = [(QUOTE, alike)]
    for weight, near in ((PREFIX, before(sought, text, span)), (SUFFIX, after(sought, text, span))):
        if near is not None:
            parts.append((weight, near))
    if sought.start is not None:
        parts.append((POSITION, 1 - min(1.0, abs(span.start - sought.start) / max(1, len(text)))))
    return sum(weight * part for weight, part in parts) / sum(weight for weight, _ in parts)
