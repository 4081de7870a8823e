"""What providers answered, every exchange in the archive, what pages are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS, allow, append_only

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m006_what_providers_answered(database: Database) -> None:
    """The replies as they were kept; why a provider was asked; until when it wants to be left alone."""
    for column in ("place INTEGER NOT NULL DEFAULT 1", "reason TEXT", "retry_at TEXT"):
        database.execute(f"ALTER TABLE searches ADD COLUMN {column}")
    for column in ("published TEXT", "notes TEXT NOT NULL DEFAULT '[]'"):
        database.execute(f"ALTER TABLE candidates ADD COLUMN {column}")
    database.execute(
        """CREATE TABLE replies (
            id TEXT PRIMARY KEY NOT NULL,
            search TEXT NOT NULL REFERENCES searches(id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL CHECK (ordinal > 0), request_url TEXT NOT NULL,
            http_status INTEGER NOT NULL, media_type TEXT, content_encoding TEXT,
            reply_digest TEXT NOT NULL, warc_file TEXT, warc_offset INTEGER, warc_length INTEGER,
            at TEXT NOT NULL) STRICT"""
    )
    database.execute("CREATE INDEX replies_search ON replies(search, ordinal)")
    database.execute("CREATE INDEX replies_at ON replies(at)")
    database.execute("CREATE INDEX searches_provider ON searches(provider, retry_at)")


@MIGRATIONS()
def m007_captures_and_archives(database: Database) -> None:
    """Every exchange by its place in the archive; old captures elsewhere; what archives were asked."""
    database.execute(
        """CREATE TABLE captures (
            id TEXT PRIMARY KEY NOT NULL, snapshot TEXT REFERENCES snapshots(id),
            url TEXT NOT NULL, warc_target_uri TEXT NOT NULL, warc_date TEXT NOT NULL,
            warc_type TEXT NOT NULL CHECK (warc_type IN ('response', 'revisit', 'resource',
                'metadata')),
            http_status INTEGER, payload_digest TEXT, block_digest TEXT,
            warc_file TEXT NOT NULL, warc_offset INTEGER NOT NULL, warc_length INTEGER NOT NULL,
            exchange_offset INTEGER NOT NULL, exchange_length INTEGER NOT NULL,
            run TEXT NOT NULL REFERENCES runs(id), UNIQUE (warc_file, warc_offset),
            CHECK (0 <= exchange_offset AND exchange_offset <= warc_offset AND 0 < warc_length
                AND warc_offset + warc_length <= exchange_offset + exchange_length)) STRICT"""
    )
    # Of copies made before there was this table only the last answer's place is known
    database.execute(
        """INSERT INTO captures SELECT 'w-' || substr(id, 3), id, url, warc_target_uri, warc_date,
            CASE WHEN http_status IS NULL THEN 'resource' ELSE 'response' END, http_status,
            payload_digest, NULL, warc_file, warc_offset, warc_length, warc_offset, warc_length, run
            FROM snapshots WHERE warc_file IS NOT NULL
            GROUP BY warc_file, warc_offset"""
    )
    database.execute("CREATE INDEX captures_snapshot ON captures(snapshot, warc_date)")
    append_only(database, "captures")
    database.execute(
        """CREATE TABLE mementos (
            id TEXT PRIMARY KEY NOT NULL, url TEXT NOT NULL, wanted TEXT NOT NULL,
            service TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('found', 'nothing_found', 'not_measured',
                'refused', 'throttled', 'failed')),
            detail TEXT, memento_url TEXT, memento_datetime TEXT, http_status INTEGER,
            payload_digest TEXT, run TEXT NOT NULL REFERENCES runs(id), at TEXT NOT NULL) STRICT"""
    )
    database.execute("CREATE INDEX mementos_url ON mementos(url, wanted)")
    database.execute(
        """CREATE TABLE save_requests (
            id TEXT PRIMARY KEY NOT NULL, url TEXT NOT NULL, service TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('submitted', 'pending', 'archived', 'failed',
                'not_measured')),
            detail TEXT, job TEXT, memento_url TEXT, again_at TEXT,
            run TEXT NOT NULL REFERENCES runs(id), at TEXT NOT NULL) STRICT"""
    )
    database.execute("CREATE INDEX save_requests_url ON save_requests(url)")
    append_only(database, "save_requests")


@MIGRATIONS()
def m008_what_pages_are(database: Database) -> None:
    """What pages say of their origin and sort, what was noticed, and what stands in an article's place."""
    told = (
        "agency TEXT",
        "agency_from TEXT",
        "doi TEXT",
        "kinds TEXT NOT NULL DEFAULT '[]'",
        "labels TEXT NOT NULL DEFAULT '[]'",
    )
    found = "findings TEXT NOT NULL DEFAULT '[]'"
    for column in (*told, found):
        database.execute(f"ALTER TABLE documents ADD COLUMN {column}")
    for column in ("canonical_url TEXT", *told, "links TEXT NOT NULL DEFAULT '[]'", found):
        database.execute(f"ALTER TABLE snapshots ADD COLUMN {column}")
    allow(
        database,
        "snapshots",
        "outcome",
        ("soft_404", "consent_wall", "paywall", "script_shell", "bot_wall"),
    )
