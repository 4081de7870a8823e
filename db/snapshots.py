"""Stored copies of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database


def latest(database: Database, url: str) -> dict[str, Any] | None:
    """The newest capture of an address that holds readable text."""
    found = rows.select(
        database,
        "snapshots",
        where="(url = :url OR warc_target_uri = :url) AND outcome = 'stored'",
        values={"url": url},
        order_by="warc_date DESC, id",
        limit=1,
    )
    return next(found, None)


def with_file(database: Database) -> list[dict[str, Any]]:
    """Every capture that lies in a WARC file, in file order."""
    return list(
        rows.select(
            database,
            "snapshots",
            where="warc_file IS NOT NULL",
            order_by="warc_file, warc_offset",
        )
    )


def captures_of(database: Database, snapshot: str) -> list[dict[str, Any]]:
    """Every exchange that made a copy or found it unchanged, oldest first."""
    order = "warc_date, warc_file, warc_offset"
    found = rows.select(
        database, "captures", where="snapshot = ?", values=[snapshot], order_by=order
    )
    return list(found)


def captures_elsewhere(database: Database) -> Iterator[dict[str, Any]]:
    """The captures that no snapshot gives the place of: revisits, failures, replies to searches."""
    return rows.select(
        database,
        "captures",
        where="""NOT EXISTS (SELECT 1 FROM snapshots s WHERE s.id = captures.snapshot
                 AND s.warc_file = captures.warc_file AND s.warc_offset = captures.warc_offset)""",
        order_by="warc_file, warc_offset",
    )
