"""Events folded into where a claim stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claims.model.review import Action, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Standing:
    """The present state of one claim. `demonstration`: no person has judged it."""

    status: Status = Status.NEW
    verdict: str | None = None
    summary: str | None = None
    demonstration: bool = False


def fold(events: Iterable[Mapping[str, Any]], *, start: Standing | None = None) -> Standing:
    """The standing after the events, given in order; folding in parts gives the same.

    >>> fold([]).status.value
    'new'
    """
    standing = start or Standing()
    for event in events:
        standing = replace(
            standing,
            status=Status(event["status"]),
            verdict=event["verdict"] or standing.verdict,
            summary=event["summary"] or standing.summary,
            demonstration=Action(event["action"]) is Action.DEMONSTRATE,
        )
    return standing
