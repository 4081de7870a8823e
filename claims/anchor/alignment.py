"""A quote and a stretch of a page that shares its words to the exact place that stands for the quote."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from claims.anchor.tokens import Tokens

ADDED, LOST = 1, 2
"""What a token costs that came or went between two matching pieces, where a matching character earns 1."""

NARROW, WIDE = 1, 12
"""Tokens on each side of a stretch, beside half as many as the quote has, that are aligned as well.

Wide takes in what an insertion pushed away; narrow keeps to one of two places that stand close together.
"""

SENTENCE_ENDS = frozenset({".", "!", "?", "..."})


class Piece(NamedTuple):
    """A common run: its first token in the quote and in the page, how many tokens, how many characters."""

    old: int
    new: int
    tokens: int
    size: int


def aligned(
    quote: Tokens, page: Tokens, stretch: tuple[int, int], *, room: int
) -> tuple[int, int] | None:
    """The tokens of `page` in and around `stretch` that stand for the quote, as `(first, after)`.

    >>> from claims.anchor.tokens import tokens
    >>> page = tokens("Then he said that 9 men died. So it goes.")
    >>> page.words[slice(*aligned(tokens("that 7 men died."), page, (1, 7), room=WIDE))]
    ('that', '9', 'men', 'died', '.')
    """
    beside = len(quote) // 2 + room
    low, high = max(0, stretch[0] - beside), min(len(page), stretch[1] + beside)
    pieces = _best_run(_pieces(quote, page, (low, high)))
    if not pieces:
        return None
    first, last = pieces[0], pieces[-1]
    trail = len(quote) - last.old - last.tokens
    return _before(page, first.new, first.old, low), _behind(
        page, last.new + last.tokens, trail, high
    )


def _pieces(quote: Tokens, page: Tokens, part: tuple[int, int]) -> list[Piece]:
    """Common runs of the quote and the tokens `part` of the page, in order and whatever their case."""
    low, high = part
    old = [word.casefold() for word in quote.words]
    new = [word.casefold() for word in page.words[low:high]]
    return [
        Piece(op.src_start, low + op.dest_start, n, sum(map(len, old[op.src_start : op.src_end])))
        for op in LCSseq.opcodes(old, new)
        if op.tag == "equal" and (n := op.src_end - op.src_start)
    ]


def _best_run(pieces: list[Piece]) -> list[Piece]:
    """The neighbouring pieces that earn most, after what lies between them in either text is paid for.

    A stray "the" far off that the common run picked up costs more than it earns.
    """
    best = earned = 0
    begin = chosen_begin = chosen_end = 0
    for at, piece in enumerate(pieces):
        if at:
            last = pieces[at - 1]
            added, lost = piece.new - last.new - last.tokens, piece.old - last.old - last.tokens
            earned -= ADDED * added + LOST * lost
        if earned <= 0:
            begin, earned = at, 0
        earned += piece.size
        if earned > best:
            best, chosen_begin, chosen_end = earned, begin, at + 1
    return pieces[chosen_begin:chosen_end]


def _before(page: Tokens, first: int, lead: int, low: int) -> int:
    """As many tokens more as the quote has before its first match, within the sentence."""
    while lead and first > low and page.words[first - 1] not in SENTENCE_ENDS:
        first, lead = first - 1, lead - 1
    return first


def _behind(page: Tokens, after: int, trail: int, high: int) -> int:
    """The same behind its last match."""
    while trail and after < high and page.words[after - 1] not in SENTENCE_ENDS:
        after, trail = after + 1, trail - 1
    return after
