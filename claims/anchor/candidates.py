"""A quote and a page to the few stretches that may hold it: exact ones, and those that share its words.

Both looks take time in proportion to the page, whatever it repeats.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from heapq import nsmallest
from itertools import accumulate
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import Indel

from claims.anchor.tokens import is_word
from claims.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.anchor.nearness import Sought
    from claims.anchor.tokens import Tokens

MANY = 300
"""Exact places looked at from the beginning, and from the old place on; a page with more is no prose."""

SHORTLIST = 16
"""Stretches that share words with the quote and are aligned with it."""

SHARED = 0.3
"""Share of the quote's characters whose words a stretch must have to be looked at."""

LONGEST = 20_000
"""Tokens of a quote beyond which only its very words are looked for: the alignment would take too long."""

STEPS = 20
"""So many degrees of sharing are told apart; within one the stretch nearer to the old place goes first."""

FEW_WORDS = 12
ALIKE = 0.7
"""In a quote of few words, a word this near to one of them counts for it: a typo must not hide it."""

SHORTEST = 3
"""Letters of a word of the quote that a misspelled one may stand for: "in" is near everything."""


def verbatim(sought: Sought, text: str) -> Iterator[Span]:
    """Places of the very characters, those nearest to the old place when there are very many.

    >>> from claims.anchor.nearness import Sought
    >>> [s.start for s in verbatim(Sought("ana"), "bananas")]
    [1, 3]
    """
    whole = sought.prefix + sought.exact + sought.suffix
    at = text.find(whole) if whole != sought.exact else -1
    if at >= 0:
        start = at + len(sought.prefix)
        yield Span(start, start + len(sought.exact))
    yield from _occurrences(sought.exact, text, sought.start or 0)


def spelled_alike(quote: Tokens, page: Tokens, near: int) -> Iterator[tuple[Span, bool]]:
    """Places of the same letters and signs from word to word, however they are typed and spaced.

    With each goes whether it is spaced alike as well. `near` is the character to look around.
    """
    joined = "".join(page.words)
    offsets = list(accumulate(map(len, page.words), initial=0))
    middle = offsets[min(bisect_left(page.starts, near), len(page))]
    for found in _occurrences("".join(quote.words), joined, middle):
        first, after = bisect_left(offsets, found.start), bisect_left(offsets, found.end)
        if (offsets[first], offsets[after]) == (found.start, found.end):
            yield page.span(first, after), page.words[first:after] == quote.words


def sharing(quote: Tokens, page: Tokens, near: int | None) -> list[tuple[int, int]]:
    """The stretches of `page`, as tokens `(first, after)`, that share most of the quote's words; best first.

    A window a quarter longer than the quote runs over the page; of the windows that end within one width
    of the page the best is kept. `near` is the character where the quote stood; null where nobody knows.
    """
    wanted = Counter(word.casefold() for word in quote.words if is_word(word))
    whole = sum(len(word) * count for word, count in wanted.items())
    if not whole or len(quote) > LONGEST:
        return []
    stands_for = _stands_for(wanted, page)
    width = len(quote) + len(quote) // 4 + 2
    best: dict[int, tuple[float, int, int]] = {}
    for shared, first, last in _windows(stands_for, wanted, page, width):
        if shared >= SHARED * whole:
            old = best.get(last // width)
            if old is None or shared > old[0]:
                best[last // width] = (shared, first, last + 1)

    def order(found: tuple[float, int, int]) -> tuple[float, int]:
        far = 0 if near is None else abs(page.starts[found[1]] - near)
        return (-round(STEPS * found[0] / whole), far)

    return [(first, after) for _, first, after in nsmallest(SHORTLIST, best.values(), key=order)]


def _occurrences(wanted: str, text: str, near: int) -> list[Span]:
    """Where `wanted` stands, overlapping too: MANY from the beginning on, as many from `near` on."""
    found: dict[int, None] = {}
    for begin in (0, max(0, near - len(wanted) * 2)):
        at = begin - 1
        for _ in range(MANY):
            at = text.find(wanted, at + 1) if wanted else -1
            if at < 0:
                break
            found[at] = None
    return [Span(at, at + len(wanted)) for at in found]


def _stands_for(wanted: Counter[str], page: Tokens) -> dict[str, str]:
    """The page's words that count for a word of the quote: page word to quote word in small letters."""
    stands = {}
    known: dict[str, str] = {}
    words = [word for word in wanted if len(word) >= SHORTEST]
    for word in set(page.words):
        low = word.casefold()
        if low in wanted:
            stands[word] = low
        elif wanted.total() <= FEW_WORDS and word[:1].isalpha() and words:
            known[word] = low
    for word, low in known.items():
        found = process.extractOne(
            low, words, scorer=Indel.normalized_similarity, score_cutoff=ALIKE
        )
        if found:
            stands[word] = found[0]
    return stands


def _windows(
    stands_for: dict[str, str], wanted: Counter[str], page: Tokens, width: int
) -> Iterator[tuple[float, int, int]]:
    """What a window that ends at each telling token shares with the quote: `(characters, first, last)`."""
    held: Counter[str] = Counter()
    inside: deque[tuple[int, str]] = deque()
    shared = 0
    for at, token in enumerate(page.words):
        word = stands_for.get(token)
        if word is None:
            continue
        inside.append((at, word))
        held[word] += 1
        if held[word] <= wanted[word]:
            shared += len(word)
        while at - inside[0][0] >= width:
            _, gone = inside.popleft()
            if held[gone] <= wanted[gone]:
                shared -= len(gone)
            held[gone] -= 1
        yield shared, inside[0][0], at
