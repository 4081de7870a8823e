"""Stored copies of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
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
