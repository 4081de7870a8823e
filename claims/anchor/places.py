"""A quote and a text to the places that may hold it, best first, whatever the least score may be.

Cheapest first: the very place, the very characters, the same words however typed, and only then the
stretches that share words with the quote. `claims.anchor.reanchor` says which place is good enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from claims.anchor import nearness
from claims.anchor.alignment import NARROW, SENTENCE_ENDS, WIDE, aligned
from claims.anchor.candidates import LONGEST, sharing, spelled_alike, verbatim
from claims.anchor.differences import differences
from claims.anchor.tokens import Tokens, tokens
from claims.model.selector import CONTEXT
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claims.anchor.differences import Differences
    from claims.anchor.nearness import Sought

SETTLED = 0.98
"""A place of the very words with this score needs no other place beside it."""

CLOSE = 40
LETTERS = 8
"""Within how many characters of a place how many of the context's are looked for, to set its edges."""

EDGE = 3
FEW = 20
"""Tokens of prefix and suffix that tell where the quote should be, and at how many places of them."""

SLIP = 0.02
"""Share of the quote that a longer place must keep beyond a shorter one inside it."""

ROOM = 2
BETWEEN = 30
"""How much longer than the quote the words between its old neighbours may be: so many times, and tokens."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote may stand: `alike` is how alike the words are, `score` weighs context in as well."""

    span: Span
    alike: float
    score: float


def places(sought: Sought, text: str) -> list[Place]:
    """Every place worth a look, best first; among equals the first in the text.

    >>> from claims.anchor.nearness import Sought
    >>> places(Sought("some years later"), "Many years later, he faced it")[0].span
    Span(start=0, end=16)
    """
    if not sought.exact.strip():
        return list(_points(sought, text)) if not sought.exact else []
    found = {place.span: place for place in _settled(sought, text)}
    if found:
        return list(found.values())
    exact = {s: 1.0 for s in verbatim(sought, text) if whole_words(sought, text, s)}
    page, quote = tokens(text), tokens(sought.exact)
    for span, spaced_alike in spelled_alike(quote, page, sought.start or 0):
        if span in exact:
            continue
        same = spaced_alike or not differences(sought.exact, span.of(text)).changes
        if same and whole_words(sought, text, span):
            exact[span] = 1.0
    ranked = _ranked(sought, text, exact.items())
    if (ranked and ranked[0].score >= SETTLED) or len(quote) > LONGEST:
        return ranked
    near = {
        span: differences(sought.exact, span.of(text))
        for span in _near(sought, quote, page, text)
        if not any(span.overlap(other) for other in exact)
    }
    for span, change in list(near.items()):
        inner = _without_strangers(text, span, change)
        if inner not in near:
            near[inner] = differences(sought.exact, inner.of(text))
    tight = {span: change.alike for span, change in near.items() if not _loose(span, near)}
    return _ranked(sought, text, {**tight, **exact}.items())


def _without_strangers(text: str, span: Span, change: Differences) -> Span:
    """The place without whole sentences or lines at its ends that the quote has not."""
    start, end = span.start, span.end
    first, last = change.hunks[:1], change.hunks[-1:]
    if len(change.hunks) > 1 and first[0].op == "insert":
        after = start + len(first[0].new)
        if _breaks(first[0].new, text[after : end - len(text[after:end].lstrip())]):
            start = after
    if len(change.hunks) > 1 and last[0].op == "insert":
        before = end - len(last[0].new)
        kept = text[start:before].rstrip()
        if _breaks(kept, text[start + len(kept) : before]):
            end = start + len(kept)
    return Span(start, end).trim(text)


def _breaks(before: str, gap: str) -> bool:
    """Whether a sentence or a line ends where `before` does; `gap` is the white space that follows."""
    return before[-1:] in SENTENCE_ENDS or "\n" in gap


def _loose(span: Span, near: dict[Span, Differences]) -> bool:
    """Whether another place inside this one keeps as much of the quote and is as much alike."""
    return any(
        other != span
        and span.contains(other)
        and change.kept >= near[span].kept - SLIP
        and change.alike >= near[span].alike
        for other, change in near.items()
    )


def whole_words(sought: Sought, text: str, span: Span) -> bool:
    """Whether the words at both ends of `span` are as whole or as cut as the quote's own ends.

    >>> from claims.anchor.nearness import Sought
    >>> whole_words(Sought("15,051 men", prefix="all "), "now 215,051 men", Span(5, 15))
    False
    """
    ahead, behind = text[max(0, span.start - CONTEXT) : span.start], text[span.end :][:CONTEXT]
    begun = sought.prefix if sought.prefix or sought.start == 0 else None
    return _same_end(begun, sought.exact, ahead, at_start=True) and _same_end(
        sought.suffix or None, sought.exact, behind, at_start=False
    )


def _same_end(kept: str | None, exact: str, found: str, *, at_start: bool) -> bool:
    """Whether the token at one end of the quote runs on in the same way as it did.

    A word may be whole now that was cut, or be cut where nothing is known; a number may not.
    """
    edge = exact[: 2 * CONTEXT] if at_start else exact[-2 * CONTEXT :]
    inside, there = _run_on(edge, found, at_start=at_start)
    if kept is None:
        return not (there and _has_digit(inside + there))
    kept = kept[-CONTEXT:] if at_start else kept[:CONTEXT]
    held, then = _run_on(edge, kept, at_start=at_start)
    if kept and then == kept:  # the word is cut by the context's own end
        return there.endswith(then) if at_start else there.startswith(then)
    return then == there or not (there or _has_digit(held + then))


def _has_digit(word: str) -> bool:
    """Whether it is a number or part of one: numbers are never taken for cut words."""
    return any(map(str.isdigit, word))


def _run_on(exact: str, beside: str, *, at_start: bool) -> tuple[str, str]:
    """A token that stands on both sides of an end of the quote: its part inside, and its part beside."""
    text = beside + exact if at_start else exact + beside
    cut = len(beside) if at_start else len(exact)
    whole = tokens(text)
    for start, end in zip(whole.starts, whole.ends, strict=True):
        if start < cut < end:
            parts = text[start:cut], text[cut:end]
            return (parts[1], parts[0]) if at_start else parts
    return "", ""


def _settled(sought: Sought, text: str) -> Iterator[Place]:
    """The old place, when the words and all around them still stand there."""
    if sought.start is None or not text.startswith(sought.exact, sought.start):
        return
    span = Span(sought.start, sought.start + len(sought.exact))
    score = nearness.score(sought, text, span, 1.0)
    if score >= SETTLED and whole_words(sought, text, span):
        yield Place(span, 1.0, score)


def _points(sought: Sought, text: str) -> Iterator[Place]:
    """Where a quote of no words may stand: wherever its prefix ends and its suffix begins."""
    beside = sought.prefix + sought.suffix
    at = text.find(beside)
    while at >= 0 and at <= len(text):
        point = at + len(sought.prefix)
        yield Place(Span(point, point), 1.0, 1.0)
        at = text.find(beside, at + 1)


def _ranked(sought: Sought, text: str, found: Iterable[tuple[Span, float]]) -> list[Place]:
    """The places, each a span and how alike its words are, by score; equal scores by likeness, then place."""
    ranked = [
        Place(span, alike, nearness.score(sought, text, span, alike)) for span, alike in found
    ]
    return sorted(ranked, key=lambda p: (-round(p.score, 6), -p.alike, p.span))


def _near(sought: Sought, quote: Tokens, page: Tokens, text: str) -> set[Span]:
    """Places that share words with the quote, or stand where it should."""
    stretches = sharing(quote, page, sought.start)
    begins, ends = _context_edges(sought, page)
    here = [(first, min(len(page), first + len(quote))) for first in begins if first < len(page)]
    here += [(max(0, after - len(quote)), after) for after in ends]
    spans = [page.span(*stretch) for stretch in here]
    for first in begins:
        after = next((at for at in ends if at >= first), first)
        if first < after <= first + ROOM * len(quote) + BETWEEN:
            spans.append(page.span(first, after))
    stretches += here
    if sought.start is not None:
        stretches.append(page.within(Span(sought.start, sought.start + len(sought.exact))))
    found = {aligned(quote, page, s, room=room) for s in stretches for room in (NARROW, WIDE)} - {
        None
    }
    return {*spans, *(_fitted(sought, text, page.span(*place)) for place in found if place)}


def _context_edges(sought: Sought, page: Tokens) -> tuple[list[int], list[int]]:
    """The tokens after which the prefix ends, and those at which the suffix begins, a few of each."""
    before, after = tokens(sought.prefix), tokens(sought.suffix)
    near = sought.start or 0
    head = Tokens(before.words[-EDGE:], before.starts[-EDGE:], before.ends[-EDGE:])
    tail = Tokens(after.words[:EDGE], after.starts[:EDGE], after.ends[:EDGE])
    begins = [page.within(s)[1] for s in islice(_telling(head, page, near), FEW)]
    ends = [page.within(s)[0] for s in islice(_telling(tail, page, near), FEW)]
    return sorted(set(begins)), sorted(set(ends))


def _telling(context: Tokens, page: Tokens, near: int) -> Iterator[Span]:
    """Places of a piece of context that is long enough to be told from others."""
    return (
        (span for span, _ in spelled_alike(context, page, near))
        if len(context) >= EDGE
        else iter(())
    )


def _fitted(sought: Sought, text: str, span: Span) -> Span:
    """The place from where the prefix ends to where the suffix begins, when they stand close by."""
    start, end = span.start, span.end
    tail, head = sought.prefix.strip()[-LETTERS:], sought.suffix.strip()[:LETTERS]
    begins = [at + len(tail) for at in _near_to(tail, text, start - len(tail))]
    start = min(begins, key=lambda at: abs(at - start), default=start)
    ends = [at for at in _near_to(head, text, end) if at > start]
    end = min(ends, key=lambda at: abs(at - end), default=end)
    return Span(min(start, end), end).trim(text)


def _near_to(words: str, text: str, place: int) -> Iterator[int]:
    """Where a few characters of context stand within reach of `place`."""
    at = max(0, place - CLOSE) - 1
    while len(words) >= LETTERS and (at := text.find(words, at + 1, place + CLOSE)) >= 0:
        yield at
