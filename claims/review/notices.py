"""The log of a claim to its public notices: what was wrong, what it says now, and what it said before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model.review import Action, Status
from claims.review.fields import JUDGEMENT, STATEMENTS, WORDS
from claims.review.standing import MOVING, Standing, fold, words_in_force
from claims.review.transitions import AFTER_PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a correction; null: nothing was said."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Notice:
    """A correction or withdrawal. `number` counts from 1; `what_was_wrong` is the desk's reason."""

    number: int
    at: str
    status: Status
    what_was_wrong: str | None
    verdict: str | None
    summary: str | None
    changes: tuple[Change, ...]


def notices(claim: Mapping[str, Any], events: Iterable[Mapping[str, Any]]) -> tuple[Notice, ...]:
    """The notices of a claim (a row with the machine's words), oldest first.

    >>> wrong = {"action": "correct", "status": "corrected", "reason": "A slip.", "verdict": "False",
    ...     "summary": None, "at": "2026-03-01T09:00:00Z"}
    >>> [(n.what_was_wrong, n.changes[0].after) for n in notices({}, [wrong])]
    [('A slip.', 'False')]
    """
    found: list[Notice] = []
    standing = Standing()
    for event in events:
        after = fold([event], start=standing)
        if after.status in AFTER_PUBLIC and Action(event["action"]) in MOVING:
            changes = tuple(_changes(_public(claim, standing), _public(claim, after)))
            found.append(
                Notice(
                    len(found) + 1,
                    event["at"],
                    after.status,
                    event["reason"],
                    after.verdict,
                    after.summary,
                    changes,
                )
            )
        standing = after
    return tuple(found)


def _public(claim: Mapping[str, Any], standing: Standing) -> dict[str, Any]:
    words = words_in_force(claim, standing)
    shown = {name: words.get(name) for name in WORDS}
    return shown | {name: standing.fields.get(name) for name in (*JUDGEMENT, *STATEMENTS)}


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterable[Change]:
    for name in (*JUDGEMENT, *WORDS, *STATEMENTS):
        if before[name] != after[name]:
            yield Change(name, _text(before[name]), _text(after[name]))


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or None
    return value if value is None else str(value)
