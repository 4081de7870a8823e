"""The first version: documents, claims, reviews, sources, evidence, citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS, TOKENIZER, append_only

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m001_runs_and_documents(database: Database) -> None:
    """How rows came about; texts taken in; the sentences that tile them."""
    database.execute(
        "CREATE TABLE runs (id TEXT PRIMARY KEY NOT NULL, step TEXT NOT NULL, version TEXT NOT NULL,"
        " options TEXT NOT NULL, at TEXT NOT NULL) STRICT"
    )
    append_only(database, "runs")
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
    append_only(database, "review_events")


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
    append_only(database, "citation_checks")


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
