"""A person's (or the demonstration's) act on a claim, into the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims import __version__
from claims.model.review import Action, Status
from claims.review.events import Act, chain
from claims.review.standing import fold
from claims.review.transitions import check_transition
from db import reviews
from db.connection import transaction

if TYPE_CHECKING:
    from claims.steps.edges import Edges


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided. Null fields leave what stood before."""

    status: Status | None
    verdict: str | None
    summary: str | None
    reason: str | None
    actor: str
    action: Action = Action.DECIDE


def decide(edges: Edges, claim: dict[str, Any], decision: Decision) -> dict[str, Any]:
    """Add the act to the log; the event's row. Deciding what stands already adds nothing.

    Raises NotAllowed when the new state may not follow the present one.
    """
    with transaction(edges.database):
        past = reviews.of_claim(edges.database, claim["id"])
        standing = fold(past)
        status = decision.status or standing.status
        check_transition(standing.status, status, reason=decision.reason)
        if past and _same(past[-1], status, decision):
            return past[-1]
        event = chain(
            Act(
                claim=claim["id"],
                action=decision.action,
                status=status,
                verdict=decision.verdict,
                summary=decision.summary,
                reason=decision.reason,
                actor=decision.actor,
                at=edges.now(),
                tool_version=__version__,
            ),
            last=reviews.last(edges.database),
        )
        reviews.append(edges.database, event)
    return event


def _same(last: dict[str, Any], status: Status, decision: Decision) -> bool:
    return (
        last["status"] == status.value
        and last["action"] == decision.action.value
        and last["actor"] == decision.actor
        and all(last[n] == getattr(decision, n) for n in ("verdict", "summary", "reason"))
    )
