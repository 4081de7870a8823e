"""The text of stored copies derived again from their archived bytes, and what that changes.

The bytes are only read. A text that somebody cites is never replaced: `held` says what the citation
would make of the new one.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from claims.model.errors import DamagedData
from claims.model.snapshot import FetchOutcome, snapshot_id
from claims.model.so_many import so_many
from claims.steps.archived_page import NOT_WHOLE, whole_exchange
from claims.steps.read_answer import read_answer
from claims.steps.report import Failure, Tick
from claims.steps.take_snapshots import described
from db import passages, rows, snapshots
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.model.exchange import Exchange
    from claims.steps.edges import Edges


class Rebuilt(Enum):
    """What came of deriving a text again."""

    UNCHANGED = "unchanged"
    REBUILT = "rebuilt"
    HELD = "held"
    READABLE = "readable"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"


def rebuildable(edges: Edges) -> list[str]:
    """The copies (ids) whose bytes came whole, in the order in which they lie in the archive."""
    return snapshots.with_bytes(edges.database, but_not=NOT_WHOLE)


def rebuild_text(
    edges: Edges, chosen: Sequence[str], *, write: bool, report: list[dict[str, Any]]
) -> Iterator[Tick]:
    """Derive the text of the snapshots `chosen` (ids) again; what changed goes to `report`."""
    for done, key in enumerate(chosen, start=1):
        snapshot = rows.get(edges.database, "snapshots", key) or {}
        report.append(_again(edges, snapshot, write=write))
        yield Tick("rebuild-text", done, len(chosen))


def failures_in(report: Sequence[dict[str, Any]]) -> list[Failure]:
    """What of a report is no success: the archive does not hold what it should."""
    bad = Rebuilt.DAMAGED.value
    return [Failure(r["snapshot"], r["detail"]) for r in report if r["state"] == bad]


def _again(edges: Edges, snapshot: dict[str, Any], *, write: bool) -> dict[str, Any]:
    try:
        exchange = whole_exchange(edges, snapshot)
    except DamagedData as why:
        return _told(snapshot, Rebuilt.DAMAGED, str(why))
    if exchange is None:
        return _told(snapshot, Rebuilt.UNCHANGED, None)
    if exchange.http_status is None:
        return _kept_text(snapshot, exchange)
    page, outcome, reason = read_answer(exchange)
    fresh = described(page, media_type=exchange.content_type)
    if outcome is not FetchOutcome(snapshot["outcome"]):
        return _other_outcome(edges, snapshot, fresh, (outcome, reason), write=write)
    return _compared(edges, snapshot, fresh, write=write)


def _compared(
    edges: Edges, snapshot: dict[str, Any], fresh: dict[str, Any], *, write: bool
) -> dict[str, Any]:
    """What differs is put in the place of what was, unless somebody cites it."""
    changed = [name for name, value in fresh.items() if value != snapshot[name]]
    if not changed:
        return _told(snapshot, Rebuilt.UNCHANGED, None)
    cited = snapshots.citations_of(edges.database, snapshot["id"])
    if "text" in changed and cited:
        return _told(snapshot, Rebuilt.HELD, _prospect(cited, fresh["text"] or ""), changed)
    if write:
        with transaction(edges.database):
            if "text" in changed:
                snapshots.drop_passages(edges.database, snapshot["id"])
            elif "title" in changed:
                passages.retitle(edges.database, snapshot["id"], fresh["title"])
            new = {"id": snapshot["id"], **fresh, "run": edges.run("rebuild-text")}
            rows.update(edges.database, "snapshots", new)
    return _told(snapshot, Rebuilt.REBUILT, _sizes(snapshot["text"], fresh["text"]), changed)


def _kept_text(snapshot: dict[str, Any], exchange: Exchange) -> dict[str, Any]:
    """A text of the desk's own, which the archive holds as it is: there is nothing to derive."""
    same = exchange.body == (snapshot["text"] or "").encode("utf-8", "surrogatepass")
    if same:
        return _told(snapshot, Rebuilt.UNCHANGED, None)
    return _told(snapshot, Rebuilt.DAMAGED, "the text is not the one that is archived")


def _other_outcome(
    edges: Edges,
    snapshot: dict[str, Any],
    fresh: dict[str, Any],
    found: tuple[FetchOutcome, str | None],
    *,
    write: bool,
) -> dict[str, Any]:
    """The bytes are read otherwise than before. The outcome is part of a snapshot's identity."""
    outcome, reason = found
    if outcome is not FetchOutcome.STORED:
        detail = f"would now be {outcome.value}: {reason}; the text is kept as it was"
        return _told(snapshot, Rebuilt.UNREADABLE, detail)
    key = snapshot_id(
        url=snapshot["url"],
        outcome=outcome,
        payload_digest=snapshot["payload_digest"],
        reason=None,
    )
    if rows.get(edges.database, "snapshots", key):
        return _told(snapshot, Rebuilt.UNCHANGED, None)
    if write:
        facts = {"id": key, "outcome": outcome.value, "reason": None}
        run = edges.run("rebuild-text")
        with transaction(edges.database):
            rows.add_new(edges.database, "snapshots", [snapshot | fresh | facts | {"run": run}])
    detail = f"can be read now: the same bytes as snapshot {key}; was: {snapshot['reason']}"
    return _told(snapshot, Rebuilt.READABLE, detail, ["text"])


def _prospect(cited: Sequence[dict[str, Any]], text: str) -> str:
    """What citations would find in the new text; nothing is changed."""
    said = []
    for citation in cited:
        there = text[citation["start"] : citation["end"]] == citation["exact"]
        elsewhere = text.count(citation["exact"])
        if there:
            state = "stands where it did"
        elif elsewhere:
            state = f"would stand elsewhere ({elsewhere} times)"
        else:
            state = "would not stand there any more"
        said.append(f"{citation['id']} {state}")
    return f"cited, so the text is kept; in the new one {'; '.join(said)}"


def _sizes(before: str | None, after: str | None) -> str:
    return f"{so_many(len(before or ''), 'character')} before, {len(after or ''):,} now"


def _told(
    snapshot: dict[str, Any], state: Rebuilt, detail: str | None, changed: Sequence[str] = ()
) -> dict[str, Any]:
    return {
        "snapshot": snapshot["id"],
        "state": state.value,
        "changed": list(changed),
        "detail": detail,
        "url": snapshot["url"],
    }
