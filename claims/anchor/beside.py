"""Untouched words whose neighbours changed to whether they now say something else.

"the bridge is safe" still stands in "it is not true that the bridge is safe", and "15" in "15 billion".
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claims.anchor.differences import Change, Differences, Hunk, negates, number
from claims.anchor.tokens import is_word, tokens

if TYPE_CHECKING:
    from claims.anchor.nearness import Sought
    from claims.model.span import Span

NEIGHBOURS = 4
"""Words on each side, in the quote's own sentence, that may turn it."""

BESIDE = 48
KEPT = 0.6
"""Share of the other neighbours that must still be there; else the quote stands in other company."""

SENTENCE_SIGNS = frozenset(".!?;:")


def turned(sought: Sought, text: str, span: Span) -> Differences | None:
    """What changed beside the words at `span` that turns them; None when nothing did.

    >>> from claims.anchor.nearness import Sought
    >>> from claims.model.span import Span
    >>> turned(Sought("safe", "The bridge is "), "The bridge is not safe", Span(18, 22)).changes[0].value
    'negation'
    """
    before, after = (
        text[max(0, span.start - BESIDE) : span.start],
        text[span.end : span.end + BESIDE],
    )
    for kept, found, last in ((sought.prefix, before, True), (sought.suffix, after, False)):
        old, new = _sentence(kept, last=last), _sentence(found, last=last)
        kind = _kind(sought.exact, old, new, last=last) if kept.strip() else None
        if kind:
            was, now = (" ".join(_close(words, last=last)) for words in (old, new))
            return Differences((Hunk("replace", was, now),), (kind,), 1.0, 1.0)
    return None


def _kind(exact: str, old: tuple[str, ...], new: tuple[str, ...], *, last: bool) -> Change | None:
    was, now = _close(old, last=last), _close(new, last=last)
    came = {w.casefold() for w in now if negates(w)} - {w.casefold() for w in old}
    went = {w.casefold() for w in was if negates(w)} - {w.casefold() for w in new}
    others = {w for w in was if is_word(w) and not negates(w)}
    if (came or went) and len(others & set(new)) > KEPT * len(others) - 1 and others & set(new):
        return Change.NEGATION
    quote = tokens(exact).words
    edge = (quote[0] if last else quote[-1]) if quote else ""
    one, other = (words[-1:] if last else words[:1] for words in (old, new))
    if edge[:1].isdigit() and tuple(map(number, one)) != tuple(map(number, other)):
        return Change.NUMBER
    return None


def _close(words: tuple[str, ...], *, last: bool) -> tuple[str, ...]:
    return words[-NEIGHBOURS:] if last else words[:NEIGHBOURS]


def _sentence(context: str, *, last: bool) -> tuple[str, ...]:
    """The words of the context that share a sentence with the quote."""
    whole = tokens(context)
    breaks = [at for at, word in enumerate(whole.words) if word in SENTENCE_SIGNS]
    line = context.rfind("\n") + 1 if last else context.find("\n")
    edge = bisect_left(whole.starts, line if line >= 0 else len(context))
    if last:
        return whole.words[max([edge, *(at + 1 for at in breaks)]) :]
    return whole.words[: min([edge, *breaks])]
