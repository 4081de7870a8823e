"""The hash chain of review events: each holds the digest of the one before and of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model.errors import DamagedData
from claims.model.ids import ID_DIGITS, PREFIXES, canonical_json, digest
from claims.model.record import field_names
from claims.model.review import Action, ReviewEvent, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DIGESTED = tuple(name for name in field_names(ReviewEvent) if name not in {"id", "digest"})
"""The fields that an event's digest covers: all but the digest and the id made of it."""


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody does to a claim, before it has its place in the log."""

    claim: str
    action: Action
    status: Status
    verdict: str | None
    summary: str | None
    reason: str | None
    actor: str
    at: str
    tool_version: str


def event_digest(event: Mapping[str, Any]) -> str:
    """The digest of an event given as a row."""
    return digest(canonical_json({name: event[name] for name in DIGESTED}))


def chain(act: Act, *, last: Mapping[str, Any] | None) -> dict[str, Any]:
    """The act as the row that follows `last`, the newest event of the log (None when it is empty)."""
    row: dict[str, Any] = {
        "seq": last["seq"] + 1 if last else 1,
        "claim": act.claim,
        "action": act.action.value,
        "status": act.status.value,
        "verdict": act.verdict,
        "summary": act.summary,
        "reason": act.reason,
        "actor": act.actor,
        "at": act.at,
        "tool_version": act.tool_version,
        "previous": last["digest"] if last else None,
    }
    row["digest"] = event_digest(row)
    row["id"] = f"{PREFIXES['review_events']}-{row['digest'].removeprefix('sha256:')[:ID_DIGITS]}"
    return row


def verify_chain(events: Iterable[Mapping[str, Any]]) -> int:
    """The number of events, all sound. Raises DamagedData at the first broken link."""
    previous: str | None = None
    seq = 0
    for seq, event in enumerate(events, start=1):
        name = f"review event {event['seq']} ({event['id']})"
        if event["seq"] != seq:
            raise DamagedData(f"{name} stands at place {seq}: an event before it is missing")
        if event["previous"] != previous:
            raise DamagedData(f"{name} does not follow the event before it")
        if event["digest"] != event_digest(event):
            raise DamagedData(f"{name} was changed: its digest does not match its content")
        previous = event["digest"]
    return seq
