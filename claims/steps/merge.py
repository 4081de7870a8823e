"""Two claims that are one: the one ends; what is cited for it, and how it stands, goes over to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.citation import CitationAction, CitationRole, citation_check_id, citation_id
from claims.model.errors import NotAllowed
from claims.model.health import RepairAct, repair_decision_id, repair_id
from claims.model.review import Action, Status
from claims.review.deeds import Deed
from claims.review.standing import PUBLIC
from claims.steps.join_citations import join
from claims.steps.review import review, standing_of
from claims.steps.seal import add_sealed
from db import citations, health, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from claims.steps.edges import Edges


def merge(
    edges: Edges, claim: Mapping[str, Any], into: Mapping[str, Any], deed: Deed
) -> dict[str, Any]:
    """End `claim` as the same as `into` (rows); the event's row.

    Of `deed` the actor, the reason and what was seen count. Raises NotAllowed.
    """
    if claim["id"] == into["id"]:
        raise NotAllowed("a claim cannot be merged into itself: name another with --into")
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
        _copy_citations(edges, claim["id"], into["id"], actor=deed.actor)
    return event


def not_taken(database: Database, claim: str, into: str) -> list[str]:
    """What to say of words that stood for the claim that ended and were taken back for the other one."""
    told = []
    for one in citations.standing(database, claim):
        events = citations.events_of(database, _at(one, into))
        if events and events[-1]["action"] == CitationAction.WITHDRAWN.value:
            told.append(
                f"{one['id']} cites words that were taken back for {into}: {events[-1]['reason']}."
                " They stay so; cite them again to let them stand."
            )
    return told


def _possible(edges: Edges, claim: Mapping[str, Any], into: Mapping[str, Any]) -> None:
    for one in (claim, into):
        status = standing_of(edges.database, one["id"]).status
        if status is Status.REJECTED or (one is claim and status in PUBLIC):
            raise NotAllowed(f"{one['id']} is {status.value}, so it is not merged")
    if standing_of(edges.database, into["id"]).status is Status.WITHDRAWN:
        raise NotAllowed(f"{into['id']} is withdrawn, so nothing is merged into it")


def _at(citation: Mapping[str, Any], claim: str) -> str:
    """The id of a citation of the same words for another claim."""
    place = {name: citation[name] for name in ("snapshot", "start", "end")}
    return citation_id(claim=claim, role=CitationRole(citation["role"]), **place)


def _copy_citations(edges: Edges, claim: str, into: str, *, actor: str) -> None:
    for one in citations.standing(edges.database, claim):
        key = _at(one, into)
        if stays := rows.get(edges.database, "citations", key):
            join(edges, one, stays, actor=actor)
        else:
            rows.insert(edges.database, "citations", {**one, "id": key, "claim": into})
        _copy_looks(edges, one["id"], key)
        _copy_repairs(edges, one["id"], key)


def _copy_looks(edges: Edges, citation: str, to: str) -> None:
    """What was seen of the cited words; the looks at the page itself belong to its address."""
    for one in health.checks_of(edges.database, citation):
        key = citation_check_id(citation=to, look=one["look"] or one["id"])
        add_sealed(edges.database, "citation_checks", {**one, "id": key, "citation": to})


def _copy_repairs(edges: Edges, citation: str, to: str) -> None:
    """Archived copies that were proposed, with what people decided; what was decided there stays."""
    decided = any(one["decision"] for one in health.repairs_of(edges.database, to))
    moved = {}
    for one in health.proposals(edges.database, citation):
        place = {name: one[name] for name in ("service", "memento_url", "snapshot")}
        moved[one["id"]] = key = repair_id(citation=to, **place)
        add_sealed(edges.database, "repairs", {**one, "id": key, "citation": to})
    for one in () if decided else health.decisions_on(edges.database, citation):
        repair, act = moved[one["repair"]], RepairAct(one["decision"])
        key = repair_decision_id(repair=repair, decision=act, actor=one["actor"], at=one["at"])
        add_sealed(edges.database, "repair_decisions", {**one, "id": key, "repair": repair})
