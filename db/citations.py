"""What people cite: what stands, what was taken back, and what must not be known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

CONCEALED = """SELECT s.id FROM citations n JOIN snapshots k ON k.id = n.snapshot
    JOIN snapshots s ON s.id = k.id OR s.payload_digest = k.payload_digest
        OR s.url IN (k.url, k.warc_target_uri, k.canonical_url)
        OR s.warc_target_uri IN (k.url, k.warc_target_uri, k.canonical_url)
    WHERE n.confidential = 1"""
"""The copies of confidential sources, whenever and from wherever taken. Nothing of them goes out."""

UNARCHIVED = """SELECT snapshot FROM citations WHERE held = 'transcript'"""
"""Words that people took down: no page, and no copy of one."""


def standing(database: Database, claim: str) -> list[dict[str, Any]]:
    """The citations of a claim that were not taken back, oldest first."""
    found = rows.select(
        database, "standing_citations", where="claim = ?", values=[claim], order_by="at, id"
    )
    return list(found)


def claims_cited(database: Database) -> list[str]:
    """The claims (ids) for which anything is cited now, in the order of their first citation."""
    sql = "SELECT claim FROM standing_citations GROUP BY claim ORDER BY min(at), claim"
    return [str(row[0]) for row in database.execute(sql).fetchall()]


def events_of(database: Database, citation: str) -> list[dict[str, Any]]:
    """What became of a citation, oldest first."""
    found = rows.select(
        database,
        "citation_events",
        where="citation = ?",
        values=[citation],
        order_by="citation_events.rowid",
    )
    return list(found)


def concealed(database: Database) -> frozenset[str]:
    """The copies (ids) of confidential sources."""
    return frozenset(str(row[0]) for row in database.execute(CONCEALED).fetchall())


def with_doi(database: Database, doi: str) -> Iterator[dict[str, Any]]:
    """The readable copies of pages that give this DOI as their own, newest first."""
    return rows.select(
        database,
        "snapshots",
        where="doi = ? AND outcome = 'stored'",
        values=[doi],
        order_by="warc_date DESC, id",
    )


def works_of(database: Database, identifier: str) -> list[dict[str, Any]]:
    """What registries say of an identifier."""
    found = rows.select(
        database, "works", where="identifier = ?", values=[identifier], order_by="service"
    )
    return list(found)
