"""The log of review events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlite_utils import Database


def last(database: Database) -> dict[str, Any] | None:
    """The newest event of the log."""
    return next(rows.select(database, "review_events", order_by="seq DESC", limit=1), None)


def of_claim(database: Database, claim: str) -> list[dict[str, Any]]:
    """The events of one claim, oldest first."""
    found = rows.select(
        database, "review_events", where="claim = ?", values=[claim], order_by="seq"
    )
    return list(found)


def every(database: Database) -> Iterator[dict[str, Any]]:
    """The whole log, oldest first."""
    return rows.select(database, "review_events", order_by="seq")


def changes_as_stored(database: Database) -> Iterator[tuple[int, str, str]]:
    """Number and id of every event, and its `changes` as the text that is stored."""
    found = database.execute("SELECT seq, id, changes FROM review_events ORDER BY seq")
    for seq, key, stored in found:
        yield int(seq), str(key), str(stored)


def rejected_by_merge(database: Database) -> list[str]:
    """The claims that stand rejected and were once ended by a merge; perhaps for another reason now."""
    found = database.execute(
        """SELECT DISTINCT e.claim FROM review_events e JOIN claims c ON c.id = e.claim
            WHERE e.action = 'merge' AND e.status = 'rejected' AND c.status = 'rejected'"""
    )
    return [str(row[0]) for row in found]


def append(
    database: Database, event: Mapping[str, Any], view: Mapping[str, Any] | None = None
) -> None:
    """Add an event and bring the claim's columns that are only a view of the log up to date."""
    rows.insert(database, "review_events", event)
    shown = {"status": event["status"], "last_seq": event["seq"], **(view or {})}
    rows.update(database, "claims", {"id": event["claim"], **shown})


def of_all(database: Database) -> Iterator[dict[str, Any]]:
    """The events of every claim, claim by claim, each oldest first."""
    return rows.select(database, "review_events", order_by="claim, seq")
