"""Events folded into where a claim stands. The log is the truth; this is its only reading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from claims.model.review import Action, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PUBLIC = frozenset({Status.PUBLISHED, Status.CORRECTED, Status.WITHDRAWN})
"""The states in which a claim is known to the public."""

IN_FORCE = ("status", "verdict", "summary")
"""What an event may set; null in an event leaves what stood."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The present state of one claim.

    `by_program` names what in force was put there by a demonstration and not by a person.
    `published_at` and `decided_at` are the times of the first and the last public event.
    """

    status: Status = Status.NEW
    verdict: str | None = None
    summary: str | None = None
    by_program: frozenset[str] = frozenset()
    published_at: str | None = None
    decided_at: str | None = None

    @property
    def demonstration(self) -> bool:
        """Whether anything in force was never judged by a person."""
        return bool(self.by_program)

    @property
    def public(self) -> bool:
        """Whether the public may see the claim."""
        return self.status in PUBLIC


def fold(events: Iterable[Mapping[str, Any]], *, start: Standing | None = None) -> Standing:
    """The standing after the events, given in order; folding in parts gives the same.

    >>> fold([]).status.value
    'new'
    """
    standing = start or Standing()
    for event in events:
        set_now = {name for name in IN_FORCE if event[name]}
        program = Action(event["action"]) is Action.DEMONSTRATE
        standing = replace(
            standing,
            status=Status(event["status"]),
            verdict=event["verdict"] or standing.verdict,
            summary=event["summary"] or standing.summary,
            by_program=standing.by_program | set_now if program else standing.by_program - set_now,
        )
        if standing.public:
            first = standing.published_at or event["at"]
            standing = replace(standing, published_at=first, decided_at=event["at"])
    return standing
