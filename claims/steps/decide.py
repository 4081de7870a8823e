"""A person's (or the demonstration's) decision on a claim, into the log."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.model.review import Action, Status
from claims.review.deeds import Deed
from claims.steps.review import review

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.steps.edges import Edges


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided. Null fields leave what stood before; `more` are further fields of the judgement."""

    status: Status | None
    verdict: str | None
    summary: str | None
    reason: str | None
    actor: str
    action: Action = Action.DECIDE
    more: Mapping[str, Any] = field(default_factory=dict)
    seen: int | None = None

    @property
    def deed(self) -> Deed:
        """The decision as a deed."""
        given = {"verdict": self.verdict, "summary": self.summary, **self.more}
        return Deed(
            action=self.action,
            actor=self.actor,
            status=self.status,
            reason=self.reason,
            changes={name: value for name, value in given.items() if value is not None},
            seen=self.seen,
        )


def decide(edges: Edges, claim: Mapping[str, Any], decision: Decision) -> dict[str, Any]:
    """Add the decision to the log; the event's row. Deciding what stands already adds nothing.

    Raises NotAllowed when it may not be decided now, see `claims.steps.review`.
    """
    return review(edges, claim, decision.deed)
