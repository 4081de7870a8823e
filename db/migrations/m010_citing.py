"""What a citation keeps beside its words; citations taken back; what registries say of cited works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS, append_only

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m010_citing(database: Database) -> None:
    """More of each citation, the log of those that were taken back, and works by identifier."""
    for column in (
        "text_digest TEXT",
        "fragment TEXT",
        "held TEXT NOT NULL DEFAULT 'copy' CHECK (held IN ('copy', 'transcript'))",
        "standing TEXT CHECK (standing IN ('primary', 'secondary'))",
        "standing_from TEXT",
        "locator TEXT",
        "accessed TEXT",
        "identifier TEXT",
        "confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1))",
        "explanation TEXT CHECK (confidential = (explanation IS NOT NULL))",
    ):
        database.execute(f"ALTER TABLE citations ADD COLUMN {column}")
    database.execute(
        """UPDATE citations SET
            text_digest = (SELECT text_digest FROM snapshots s WHERE s.id = citations.snapshot),
            accessed = (SELECT substr(warc_date, 1, 10) FROM snapshots s
                WHERE s.id = citations.snapshot)"""
    )
    database.execute(
        """CREATE TABLE citation_events (
            id TEXT PRIMARY KEY NOT NULL, citation TEXT NOT NULL REFERENCES citations(id),
            action TEXT NOT NULL CHECK (action IN ('withdrawn', 'restored')),
            reason TEXT NOT NULL, before TEXT, actor TEXT NOT NULL, at TEXT NOT NULL) STRICT"""
    )
    database.execute("CREATE INDEX citation_events_citation ON citation_events(citation)")
    append_only(database, "citation_events")
    database.execute(
        """CREATE TABLE works (
            id TEXT PRIMARY KEY NOT NULL, identifier TEXT NOT NULL, service TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('found', 'nothing_found', 'not_measured',
                'refused', 'throttled', 'failed')),
            detail TEXT, item TEXT, request_url TEXT, http_status INTEGER, content_encoding TEXT,
            reply_digest TEXT, warc_file TEXT, warc_offset INTEGER, warc_length INTEGER,
            run TEXT NOT NULL REFERENCES runs(id), at TEXT NOT NULL,
            CHECK ((outcome = 'found') = (item IS NOT NULL))) STRICT"""
    )
    database.execute("CREATE INDEX works_identifier ON works(identifier)")
    # What is cited now: not what was taken back and not cited again
    database.execute(
        """CREATE VIEW standing_citations AS SELECT n.* FROM citations n
            WHERE 'withdrawn' IS NOT (SELECT action FROM citation_events x
                WHERE x.citation = n.id ORDER BY x.rowid DESC LIMIT 1)"""
    )
