"""The schema as small numbered steps: applied once, in order, each in a transaction, never edited.

STRICT tables, NOT NULL by default, CHECK on closed lists, foreign keys. Columns ending in a list or
object hold JSON, see `db.rows.JSON_COLUMNS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

MIGRATIONS = Migrations("citetrail")

TOKENIZER = "porter unicode61 remove_diacritics 2"


def _append_only(database: Database, table: str) -> None:
    """Refuse update, delete and replacement of rows of `table`.

    The third trigger is needed because INSERT OR REPLACE deletes the old row without firing delete
    triggers unless the connection has switched on recursive_triggers.
    """
    for when, condition in (
        ("UPDATE", "1"),
        ("DELETE", "1"),
        ("INSERT", f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)"),
    ):
        database.execute(
            f"CREATE TRIGGER {table}_no_{when.lower()} BEFORE {when} ON {table} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


@MIGRATIONS()
def m001_runs_and_documents(database: Database) -> None:
    """How rows came about; texts taken in; the sentences that tile them."""
    database.execute(
        "CREATE TABLE runs (id TEXT PRIMARY KEY NOT NULL, step TEXT NOT NULL, version TEXT NOT NULL,"
        " options TEXT NOT NULL, at TEXT NOT NULL) STRICT"
    )
    _append_only(database, "runs")
    database.execute(
        """CREATE TABLE documents (
            id TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL, text_digest TEXT NOT NULL,
            media_type TEXT NOT NULL, charset TEXT NOT NULL, charset_from TEXT NOT NULL,
            origin TEXT NOT NULL, url TEXT,
            role TEXT NOT NULL CHECK (role IN ('article', 'library')),
            title TEXT, title_from TEXT, author TEXT, author_from TEXT,
            publisher TEXT, publisher_from TEXT, published TEXT, published_from TEXT,
            modified TEXT, modified_from TEXT, raw_digest TEXT NOT NULL,
            snapshot TEXT REFERENCES snapshots(id),
            run TEXT NOT NULL REFERENCES runs(id), added_at TEXT NOT NULL) STRICT"""
    )
    database.execute(
        """CREATE TABLE sentences (
            id TEXT PRIMARY KEY NOT NULL,
            document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
            skip_reason TEXT CHECK (skip_reason IN ('opinion', 'forecast', 'question', 'wish',
                'boilerplate', 'dateline', 'heading', 'fragment', 'vague', 'low_worth')),
            skip_detail TEXT, run TEXT NOT NULL REFERENCES runs(id),
            CHECK (0 <= start AND start < end)) STRICT"""
    )
    database.execute("CREATE INDEX sentences_document ON sentences(document, ordinal)")
    database.table("documents").enable_fts(
        ["title", "text"], create_triggers=True, tokenize=TOKENIZER
    )


@MIGRATIONS()
def m002_claims_and_reviews(database: Database) -> None:
    """Claims, and the append-only log of what people decided about them."""
    statuses = (
        "'new', 'shortlisted', 'in_progress', 'second_reader', 'ready', 'published', 'corrected',"
        " 'withdrawn', 'rejected'"
    )
    database.execute(
        f"""CREATE TABLE claims (
            id TEXT PRIMARY KEY NOT NULL, document TEXT NOT NULL REFERENCES documents(id),
            start INTEGER NOT NULL, end INTEGER NOT NULL, exact TEXT NOT NULL,
            prefix TEXT NOT NULL, suffix TEXT NOT NULL, sentence TEXT NOT NULL,
            sentence_start INTEGER NOT NULL, claim_text TEXT, ambiguous TEXT,
            kind TEXT NOT NULL CHECK (kind IN ('quantity', 'event', 'statement', 'status', 'rule',
                'ranking', 'cause')),
            claimant TEXT, attribution TEXT,
            check_worthiness REAL NOT NULL CHECK (check_worthiness BETWEEN 0 AND 1),
            reasons TEXT NOT NULL, dates TEXT NOT NULL, quantities TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ({statuses})),
            run TEXT NOT NULL REFERENCES runs(id), CHECK (0 <= start AND start < end)) STRICT"""
    )
    database.execute("CREATE INDEX claims_document ON claims(document, start)")
    database.execute("CREATE INDEX claims_status ON claims(status)")
    database.table("claims").enable_fts(
        ["exact", "claim_text", "sentence"], create_triggers=True, tokenize=TOKENIZER
    )
    database.execute(
        f"""CREATE TABLE review_events (
            id TEXT PRIMARY KEY NOT NULL, seq INTEGER NOT NULL UNIQUE CHECK (seq > 0),
            claim TEXT NOT NULL REFERENCES claims(id),
            action TEXT NOT NULL CHECK (action IN ('decide', 'demonstrate')),
            status TEXT NOT NULL CHECK (status IN ({statuses})),
            verdict TEXT, summary TEXT, reason TEXT, actor TEXT NOT NULL, at TEXT NOT NULL,
            tool_version TEXT NOT NULL, previous TEXT UNIQUE, digest TEXT NOT NULL UNIQUE) STRICT"""
    )
    database.execute("CREATE INDEX review_events_claim ON review_events(claim, seq)")
    _append_only(database, "review_events")


@MIGRATIONS()
def m003_sources(database: Database) -> None:
    """Searches, the candidates they named, and the stored copies."""
    database.execute(
        """CREATE TABLE searches (
            id TEXT PRIMARY KEY NOT NULL, claim TEXT NOT NULL REFERENCES claims(id),
            provider TEXT NOT NULL, query TEXT NOT NULL, request_url TEXT,
            outcome TEXT NOT NULL CHECK (outcome IN ('found', 'nothing_found', 'not_measured',
                'refused', 'throttled', 'failed')),
            detail TEXT, found INTEGER NOT NULL, reply_digest TEXT,
            run TEXT NOT NULL REFERENCES runs(id), at TEXT NOT NULL) STRICT"""
    )
    database.execute("CREATE INDEX searches_claim ON searches(claim)")
    database.execute(
        """CREATE TABLE snapshots (
            id TEXT PRIMARY KEY NOT NULL, url TEXT NOT NULL, warc_target_uri TEXT NOT NULL,
            warc_date TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'not_readable', 'address_refused',
                'robots_disallowed', 'unreachable', 'timed_out', 'too_large', 'too_many_redirects',
                'http_error', 'bad_response')),
            reason TEXT, http_status INTEGER, media_type TEXT, charset TEXT, headers TEXT NOT NULL,
            payload_digest TEXT, warc_file TEXT, warc_offset INTEGER, warc_length INTEGER,
            title TEXT, author TEXT, publisher TEXT, published TEXT, modified TEXT,
            text TEXT, text_digest TEXT, run TEXT NOT NULL REFERENCES runs(id)) STRICT"""
    )
    database.execute("CREATE INDEX snapshots_url ON snapshots(url, warc_date)")
    database.execute(
        """CREATE TABLE candidates (
            id TEXT PRIMARY KEY NOT NULL,
            search TEXT NOT NULL REFERENCES searches(id) ON DELETE CASCADE,
            rank INTEGER NOT NULL CHECK (rank > 0), url TEXT NOT NULL, title TEXT, snippet TEXT,
            snapshot TEXT REFERENCES snapshots(id)) STRICT"""
    )
    database.execute("CREATE INDEX candidates_search ON candidates(search, rank)")
    database.execute("CREATE INDEX candidates_url ON candidates(url)")


@MIGRATIONS()
def m004_evidence_and_citations(database: Database) -> None:
    """Passages of copies, how they bear on claims, what people cite, and later looks at it."""
    database.execute(
        """CREATE TABLE passages (
            id TEXT PRIMARY KEY NOT NULL, snapshot TEXT NOT NULL REFERENCES snapshots(id),
            ordinal INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
            exact TEXT NOT NULL, CHECK (0 <= start AND start < end)) STRICT"""
    )
    database.execute("CREATE INDEX passages_snapshot ON passages(snapshot, ordinal)")
    database.table("passages").enable_fts(["exact"], create_triggers=True, tokenize=TOKENIZER)
    database.execute(
        """CREATE TABLE evidence (
            id TEXT PRIMARY KEY NOT NULL, claim TEXT NOT NULL REFERENCES claims(id),
            passage TEXT NOT NULL REFERENCES passages(id), rank INTEGER NOT NULL CHECK (rank > 0),
            score REAL NOT NULL, reasons TEXT NOT NULL,
            agreement TEXT NOT NULL CHECK (agreement IN ('agrees', 'clashes', 'not_comparable')),
            rule TEXT, arithmetic TEXT,
            label TEXT NOT NULL CHECK (label IN ('SUPPORTS', 'REFUTES', 'NOT_ENOUGH_INFO')),
            run TEXT NOT NULL REFERENCES runs(id)) STRICT"""
    )
    database.execute("CREATE INDEX evidence_claim ON evidence(claim, rank)")
    database.execute(
        """CREATE TABLE citations (
            id TEXT PRIMARY KEY NOT NULL, claim TEXT NOT NULL REFERENCES claims(id),
            snapshot TEXT NOT NULL REFERENCES snapshots(id), passage TEXT REFERENCES passages(id),
            url TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('supports', 'refutes', 'context')),
            start INTEGER NOT NULL, end INTEGER NOT NULL, exact TEXT NOT NULL,
            prefix TEXT NOT NULL, suffix TEXT NOT NULL, note TEXT, actor TEXT NOT NULL,
            at TEXT NOT NULL, CHECK (0 <= start AND start < end)) STRICT"""
    )
    database.execute("CREATE INDEX citations_claim ON citations(claim)")
    database.execute(
        """CREATE TABLE citation_checks (
            id TEXT PRIMARY KEY NOT NULL, citation TEXT NOT NULL REFERENCES citations(id),
            snapshot TEXT REFERENCES snapshots(id),
            link_state TEXT NOT NULL CHECK (link_state IN ('ok', 'moved', 'gone', 'soft_404',
                'blocked', 'unreachable', 'unchecked')),
            passage_state TEXT NOT NULL CHECK (passage_state IN ('present', 'moved', 'altered',
                'gone', 'unmeasured')),
            detail TEXT, at TEXT NOT NULL, run TEXT NOT NULL REFERENCES runs(id)) STRICT"""
    )
    database.execute("CREATE INDEX citation_checks_citation ON citation_checks(citation, at)")
    _append_only(database, "citation_checks")


@MIGRATIONS()
def m005_sentences_in_other_languages(database: Database) -> None:
    """`other_language` among the reasons; SQLite changes a CHECK only by a new table."""
    database.execute(
        """CREATE TABLE sentences_new (
            id TEXT PRIMARY KEY NOT NULL,
            document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
            skip_reason TEXT CHECK (skip_reason IN ('opinion', 'forecast', 'question', 'wish',
                'boilerplate', 'dateline', 'heading', 'fragment', 'vague', 'other_language',
                'low_worth')),
            skip_detail TEXT, run TEXT NOT NULL REFERENCES runs(id),
            CHECK (0 <= start AND start < end)) STRICT"""
    )
    columns = "id, document, ordinal, start, end, skip_reason, skip_detail, run"
    database.execute(f"INSERT INTO sentences_new ({columns}) SELECT {columns} FROM sentences")
    database.execute("DROP TABLE sentences")
    database.execute("ALTER TABLE sentences_new RENAME TO sentences")
    database.execute("CREATE INDEX sentences_document ON sentences(document, ordinal)")


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
    _append_only(database, "captures")
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
    _append_only(database, "save_requests")


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
    _allow(
        database,
        "snapshots",
        "outcome",
        ("soft_404", "consent_wall", "paywall", "script_shell", "bot_wall"),
    )


def _allow(database: Database, table: str, column: str, values: tuple[str, ...]) -> None:
    """Let a CHECK on a closed list take more values, without a new table that others point to.

    The procedure of https://www.sqlite.org/lang_altertable.html#otheralter for constraints alone.
    """
    sql = str(database.table(table).schema)
    opening = f"CHECK ({column} IN ("
    start = sql.index(opening) + len(opening)
    end = sql.index(")", start)
    held = [one.strip() for one in sql[start:end].split(",")]
    more = [f"'{value}'" for value in values if f"'{value}'" not in held]
    changed = sql[:start] + ", ".join([*held, *more]) + sql[end:]
    version = int(database.execute("PRAGMA schema_version").fetchone()[0])
    database.execute("PRAGMA writable_schema = ON")
    try:
        database.execute(
            "UPDATE sqlite_master SET sql = ? WHERE type = 'table' AND name = ?", [changed, table]
        )
        database.execute(f"PRAGMA schema_version = {version + 1}")
    finally:
        database.execute("PRAGMA writable_schema = OFF")
