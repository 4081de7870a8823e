"""Two claims that are one: the one ends, what is cited for it goes over to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.citation import CitationRole, citation_id
from claims.model.errors import NotAllowed
from claims.model.review import Action, Status
from claims.review.deeds import Deed
from claims.review.standing import PUBLIC
from claims.steps.review import review, standing_of
from db import citations, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.steps.edges import Edges


def merge(
    edges: Edges, claim: Mapping[str, Any], into: Mapping[str, Any], deed: Deed
) -> dict[str, Any]:
    """End `claim` as the same as `into` (rows); the event's row.

    Of `deed` the actor, the reason and what was seen count. Raises NotAllowed.
    """
    if claim["id"] == into["id"]:
        raise NotAllowed("a claim cannot be merged into itself")
    with transaction(edges.database):
        past = standing_of(edges.database, claim["id"])
        if past.fields.get("merged_into") == into["id"]:
            return rows.get(edges.database, "review_events", past.now.event or "") or {}
        _possible(edges, claim, into)
        ended = Deed(
            Action.MERGE,
            deed.actor,
            status=Status.REJECTED,
            reason=deed.reason,
            changes={"merged_into": into["id"]},
            about=into["id"],
            seen=deed.seen,
        )
        event = review(edges, claim, ended)
        held = standing_of(edges.database, into["id"]).fields.get("merged") or []
        taken = Deed(
            Action.MERGE,
            deed.actor,
            reason=deed.reason,
            changes={"merged": [*held, claim["id"]]},
            about=claim["id"],
        )
        review(edges, into, taken)
        _copy_citations(edges, claim["id"], into["id"])
    return event


def _possible(edges: Edges, claim: Mapping[str, Any], into: Mapping[str, Any]) -> None:
    for one in (claim, into):
        status = standing_of(edges.database, one["id"]).status
        if status is Status.REJECTED or (one is claim and status in PUBLIC):
            raise NotAllowed(f"{one['id']} is {status.value}, so it is not merged")
    if standing_of(edges.database, into["id"]).status is Status.WITHDRAWN:
        raise NotAllowed(f"{into['id']} is withdrawn, so nothing is merged into it")


def _copy_citations(edges: Edges, claim: str, into: str) -> None:
    for one in citations.standing(edges.database, claim):
        place = {name: one[name] for name in ("snapshot", "start", "end")}
        key = citation_id(claim=into, role=CitationRole(one["role"]), **place)
        rows.add_new(edges.database, "citations", [{**one, "id": key, "claim": into}])
