"""A citation taken back by a person, who says why: it stays readable, and stands no more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.citation import CitationAction
from claims.model.errors import BadInput
from claims.steps.cite import record
from db import citations, rows
from db.connection import transaction

if TYPE_CHECKING:
    from claims.steps.edges import Edges


def uncite(edges: Edges, citation: dict[str, Any], *, reason: str, actor: str) -> dict[str, Any]:
    """The citation's row with what became of it. Taking it back twice is taking it back once.

    Raises BadInput when no reason is given.
    """
    if not reason.strip():
        raise BadInput("say why it is taken back: --reason WHY")
    with transaction(edges.database):
        events = citations.events_of(edges.database, citation["id"])
        if not events or events[-1]["action"] != CitationAction.WITHDRAWN.value:
            record(
                edges,
                citation["id"],
                CitationAction.WITHDRAWN,
                ordinal=len(events) + 1,
                said=(reason, actor),
            )
    row = rows.get(edges.database, "citations", citation["id"]) or {}
    return {**row, "events": citations.events_of(edges.database, citation["id"])}
