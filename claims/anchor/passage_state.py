"""Stored selectors, the page then and the page now to the state of the cited passage.

present, moved, altered, gone, unmeasured: with where it stands, how sure that is, a word diff and the
kinds of change. What changes elsewhere on the page is no change; an altered number or negation is
never called present.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.anchor.beside import with_neighbours
from claims.anchor.candidates import LONGEST
from claims.anchor.differences import MATERIAL, Change, Differences, Hunk, differences
from claims.anchor.order import moved, moved_by_context
from claims.anchor.reanchor import reanchor
from claims.anchor.tokens import tokens
from claims.model.citation import PassageState
from claims.model.so_many import so_many
from claims.model.span import Span

if TYPE_CHECKING:
    from claims.anchor.nearness import Sought
    from claims.anchor.places import Place


@dataclass(frozen=True, slots=True)
class PassageLook:
    """What one look found: `start` and `end` are null when the words stand nowhere or nobody could look."""

    state: PassageState
    start: int | None
    end: int | None
    score: float
    hunks: tuple[Hunk, ...]
    changes: tuple[Change, ...]
    reasons: tuple[str, ...]

    @property
    def material(self) -> bool:
        """Whether a number, a negation or a name changed: what a reader should know at once."""
        return bool(MATERIAL & set(self.changes))


def look(sought: Sought, now: str | None, then: str | None = None) -> PassageLook:
    """The state of the passage on the page `now`; `then` is the page it was cut from, when kept.

    >>> from claims.anchor.nearness import Sought
    >>> found = look(Sought("15,000 men died", "Over ", " there", 5), "Over 13,000 men died there")
    >>> found.state.value, found.start, found.end, [change.value for change in found.changes]
    ('altered', 5, 20, ['number'])
    """
    if now is None or not now.strip():
        return _nothing(PassageState.UNMEASURED, "there was no text to look at")
    place = reanchor(sought, now, then)
    if place is None and len(tokens(sought.exact)) > LONGEST:
        return _nothing(
            PassageState.UNMEASURED, "the quote is too long to be compared word by word"
        )
    if place is None:
        return _nothing(PassageState.GONE, "no words on the page are near enough to the quote")
    change = differences(sought.exact, place.span.of(now))
    change = with_neighbours(change, sought, now, place.span)
    return _altered(place, change) if change.changes else _standing(sought, now, place, then)


def _nothing(state: PassageState, why: str) -> PassageLook:
    return PassageLook(state, None, None, 0.0, (), (), (why,))


def _standing(sought: Sought, now: str, place: Place, then: str | None) -> PassageLook:
    """The very words: at their place, or elsewhere on the page."""
    span = place.span
    if then is not None and sought.start is not None:
        was = Span(sought.start, sought.start + len(sought.exact))
        away = moved(then, was, now, span)
    else:
        away = moved_by_context(sought, now, span)
    why = ["the same words stand there"]
    if span.of(now) != sought.exact:
        why.append("only how they are typed differs")
    if sought.start is not None and span.start != sought.start:
        by = span.start - sought.start
        why.append(f"{so_many(abs(by), 'character')} {'later' if by > 0 else 'earlier'}")
    if away:
        why.append("in another place among the sentences of the page")
    return PassageLook(
        PassageState.MOVED if away else PassageState.PRESENT,
        span.start,
        span.end,
        round(place.score, 4),
        (),
        (),
        tuple(why),
    )


def _altered(place: Place, change: Differences) -> PassageLook:
    told = tuple(
        f"{hunk.old or 'nothing'} → {hunk.new or 'nothing'}"
        for hunk in change.hunks
        if hunk.op != "equal"
    )
    kinds = ", ".join(kind.value.replace("_", " ") for kind in change.changes)
    return PassageLook(
        PassageState.ALTERED,
        place.span.start,
        place.span.end,
        round(min(place.score, 0.9999), 4),
        change.hunks,
        change.changes,
        (f"changed: {kinds}", *told),
    )
