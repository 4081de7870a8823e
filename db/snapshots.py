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


def bearing_on(database: Database, claim: str, *, found: bool) -> list[dict[str, Any]]:
    """The readable captures that a claim's evidence or citations quote.

    Where there are none, and `found` is asked for too, those that its searches named.
    """
    quoted = """SELECT p.snapshot FROM evidence v JOIN passages p ON p.id = v.passage
        WHERE v.claim = :claim UNION SELECT snapshot FROM citations WHERE claim = :claim"""
    named = """SELECT f.snapshot FROM candidates f JOIN searches q ON q.id = f.search
        WHERE q.claim = :claim AND f.snapshot IS NOT NULL"""
    for chosen in (quoted, named) if found else (quoted,):
        held = rows.select(
            database,
            "snapshots",
            where=f"text IS NOT NULL AND id IN ({chosen})",
            values={"claim": claim},
            order_by="id",
        )
        if listed := list(held):
            return listed
    return []


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
