"""Untouched words whose neighbours changed to whether they now say something else.

"the bridge is safe" still stands in "it is not true that the bridge is safe", and "15" in "15 billion".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from claims.anchor.differences import Change, Differences, Hunk
from claims.anchor.said import negates, number, written_out
from claims.anchor.tokens import is_word, tokens
from claims.model.selector import CONTEXT

if TYPE_CHECKING:
    from claims.anchor.nearness import Sought
    from claims.model.span import Span

NEIGHBOURS = 4
"""Words on each side, in the quote's own sentence, that may turn it."""

BESIDE = 48
KEPT = 0.6
"""Share of the other neighbours that must still be there; else the quote stands in other company."""

MINUS = re.compile(r"(?:^|\s)[-−–]$")
"""A dash right before a number, with room before it."""

SENTENCE_SIGNS = frozenset(".!?;:")


@dataclass(frozen=True, slots=True)
class Side:
    """The words on one side in the quote's own sentence; `whole` when the sentence does not run on."""

    words: tuple[str, ...]
    whole: bool


def with_neighbours(inside: Differences, sought: Sought, text: str, span: Span) -> Differences:
    """What changed in the words at `span`, and beside them, where it turns them.

    >>> from claims.anchor.differences import differences
    >>> from claims.anchor.nearness import Sought
    >>> from claims.model.span import Span
    >>> sought, now = Sought("safe", "The bridge is "), "The bridge is not safe"
    >>> with_neighbours(differences("safe", "safe"), sought, now, Span(18, 22)).changes[0].value
    'negation'
    """
    before = text[max(0, span.start - BESIDE) : span.start]
    after = text[span.end : span.end + BESIDE]
    for kept, found, last in ((sought.prefix, before, True), (sought.suffix, after, False)):
        old, new = _side(kept, last=last), _side(found, last=last)
        kind = _kind(sought.exact, old, new, last=last) if kept.strip() else None
        if (
            last
            and sought.exact[:1].isdigit()
            and bool(MINUS.search(kept)) != bool(MINUS.search(found))
        ):
            kind = Change.NUMBER
        if kind and kind not in inside.changes:
            was, now = (" ".join(_close(side.words, last=last)) for side in (old, new))
            beside = (Hunk("replace", was, now),)
            own = inside.hunks if inside.changes else ()
            kinds = {kind, *inside.changes}
            return replace(
                inside,
                hunks=(*beside, *own) if last else (*own, *beside),
                changes=tuple(one for one in Change if one in kinds),
            )
    return inside


def _kind(exact: str, old: Side, new: Side, *, last: bool) -> Change | None:
    if _denied(old, new, last=last):
        return Change.NEGATION
    quote = tokens(exact).words
    edge = (quote[0] if last else quote[-1]) if quote else ""
    one, other = (side.words[-1:] if last else side.words[:1] for side in (old, new))
    if edge[:1].isdigit() and tuple(map(number, one)) != tuple(map(number, other)):
        return Change.NUMBER
    return None


def _denied(old: Side, new: Side, *, last: bool) -> bool:
    """Whether a denial came or went among the neighbours that the quote still has.

    A sentence that runs on beyond the kept context may have had a denial there.
    """
    one, other = (
        written_out(side.words)[::-1] if last else written_out(side.words) for side in (old, new)
    )
    others = {word for word in one[:NEIGHBOURS] if is_word(word) and not negates(word)}
    if not others & set(other) or len(others & set(other)) <= KEPT * len(others) - 1:
        return False
    for op in Indel.opcodes(one, other):
        beyond = op.src_start == len(one) and not old.whole
        if op.tag == "equal" or beyond:
            continue
        if any(map(negates, one[op.src_start : min(op.src_end, NEIGHBOURS)])):
            return True
        if any(map(negates, other[op.dest_start : min(op.dest_end, NEIGHBOURS)])):
            return True
    return False


def _close(words: tuple[str, ...], *, last: bool) -> tuple[str, ...]:
    return words[-NEIGHBOURS:] if last else words[:NEIGHBOURS]


def _side(context: str, *, last: bool) -> Side:
    """The words of the context that share a sentence with the quote."""
    found = tokens(context)
    breaks = [at for at, word in enumerate(found.words) if word in SENTENCE_SIGNS]
    line = context.rfind("\n") + 1 if last else context.find("\n")
    edge = bisect_left(found.starts, line if line >= 0 else len(context))
    words = (
        found.words[max([edge, *(at + 1 for at in breaks)]) :]
        if last
        else found.words[: min([edge, *breaks])]
    )
    return Side(words, whole=len(words) < len(found) or len(context) < CONTEXT)
