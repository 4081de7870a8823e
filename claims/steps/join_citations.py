"""Two citations of the same words, one of a claim that a merge ends, to one that says what both said.

The one that ends is left as it is. What changes in the other is an event of it, with what stood there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.citation import CitationAction
from claims.steps.cite import PERSON, record
from db import citations, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.steps.edges import Edges

SAID = ("locator", "identifier", "explanation", "accessed", "standing")
"""What a person may say of a source; where two say different things, the second is put into the note."""


def join(edges: Edges, ended: Mapping[str, Any], stays: Mapping[str, Any], *, actor: str) -> None:
    """Let the citation `stays` (a row) say what `ended` says as well. Call it in a transaction."""
    snapshot = rows.get(edges.database, "snapshots", stays["snapshot"]) or {}
    changes = joined(ended, stays, day=snapshot["warc_date"][:10])
    if not changes:
        return
    events = citations.events_of(edges.database, stays["id"])
    reason = f"{ended['id']} cites the same words, and its claim was merged into this"
    taken_back = bool(events) and events[-1]["action"] == CitationAction.WITHDRAWN.value
    if taken_back:
        reason = f"{events[-1]['reason']} ({reason})"
    record(
        edges,
        stays["id"],
        CitationAction.WITHDRAWN if taken_back else CitationAction.RESTORED,
        ordinal=len(events) + 1,
        said=(reason, actor),
        before={name: stays[name] for name in changes},
    )
    rows.update(edges.database, "citations", {"id": stays["id"], **changes})


def joined(ended: Mapping[str, Any], stays: Mapping[str, Any], *, day: str) -> dict[str, Any]:
    """The columns of `stays` that change so that nothing is lost; `day` is that of the copy.

    What only one of them says by a person's word counts; it stays confidential where one of them is.
    """
    changes: dict[str, Any] = {}
    lines = [ended["note"]] if ended["note"] else []
    for name in SAID:
        one, other = _said(stays, name, day), _said(ended, name, day)
        if other in {None, one}:
            continue
        if one is None:
            changes[name] = other
        else:
            lines.append(f"{name}: {other}")
    if "standing" in changes:
        changes["standing_from"] = PERSON
    if "explanation" in changes:
        changes["confidential"] = 1
    whose = "" if ended["actor"] == stays["actor"] else f"{ended['actor']}: "
    note = stays["note"] or ""
    for line in (whose + line for line in lines):
        if f"\n{line}\n" not in f"\n{note}\n":
            note = f"{note}\n{line}" if note else line
    return changes | ({"note": note} if note != (stays["note"] or "") else {})


def _said(citation: Mapping[str, Any], name: str, day: str) -> Any:
    """What a person said; null for what a rule or the copy gave."""
    if name == "standing" and citation["standing_from"] != PERSON:
        return None
    return None if name == "accessed" and citation[name] == day else citation[name]
