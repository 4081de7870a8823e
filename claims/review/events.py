"""The hash chain of review events: each holds the digest of the one before and of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.model.errors import DamagedData
from claims.model.ids import ID_DIGITS, PREFIXES, canonical_json, digest
from claims.model.record import field_names
from claims.model.review import Action, ReviewEvent, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FORM = 2
"""The form of new events. A form that was once written is verified as it is for ever."""

ADDED = ("form", "changes", "about")
"""Fields that events of form 1 did not have, and what stands there in them."""

_ALL = tuple(name for name in field_names(ReviewEvent) if name not in {"id", "digest"})

DIGESTED: Mapping[int, tuple[str, ...]] = {
    1: tuple(name for name in _ALL if name not in ADDED),
    2: _ALL,
}
"""For each form the fields that an event's digest covers: all but the digest and the id made of it."""


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
    changes: Mapping[str, Any] = field(default_factory=dict)
    about: str | None = None


def event_digest(event: Mapping[str, Any]) -> str:
    """The digest of an event given as a row. Raises DamagedData when its form is none of ours."""
    names = DIGESTED.get(event["form"])
    if names is None:
        raise DamagedData(f"review event {event['seq']} has the unknown form {event['form']}")
    return digest(canonical_json({name: event[name] for name in names}))


def event_id(event_digest: str) -> str:
    """The id of the event with this digest.

    >>> event_id("sha256:" + "ab" * 32)
    'e-abababababababab'
    """
    return f"{PREFIXES['review_events']}-{event_digest.removeprefix('sha256:')[:ID_DIGITS]}"


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
        "form": FORM,
        "changes": dict(act.changes),
        "about": act.about,
    }
    row["digest"] = event_digest(row)
    row["id"] = event_id(row["digest"])
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
        if event["digest"] != event_digest(event) or not _bare(event):
            raise DamagedData(f"{name} was changed: its digest does not match its content")
        if event["id"] != event_id(event["digest"]):
            raise DamagedData(f"{name} was changed: its id is not that of its digest")
        previous = event["digest"]
    return seq


def _bare(event: Mapping[str, Any]) -> bool:
    """Whether an event of form 1 holds nothing that its digest does not cover."""
    return event["form"] != 1 or (event["changes"] == {} and event["about"] is None)
