"""Citations watched over years: looks at links apart from looks at passages, notices, reports, repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS, append_only

if TYPE_CHECKING:
    from sqlite_utils import Database

STATES = (
    "'alive', 'moved', 'dying', 'dead', 'soft_404', 'parked', 'paywalled', 'blocked', 'robots',"
    " 'unreachable', 'unknown'"
)
FINDINGS = (
    "'answered', 'moved', 'paywalled', 'not_there', 'soft_404', 'parked', 'blocked', 'robots',"
    " 'unreachable', 'unclear'"
)
OUTCOMES = "'found', 'nothing_found', 'not_measured', 'refused', 'throttled', 'failed'"
WORDS = "'present', 'moved', 'altered', 'gone', 'unmeasured'"
PLACE = """start INTEGER, end INTEGER, found TEXT, changes TEXT NOT NULL DEFAULT '[]', score REAL,
    detail TEXT, at TEXT NOT NULL, run TEXT NOT NULL REFERENCES runs(id),
    CHECK ((start IS NULL) = (end IS NULL) AND (start IS NULL) = (found IS NULL)
        AND (start IS NULL OR (0 <= start AND start < end)))"""


@MIGRATIONS()
def m009_citation_health(database: Database) -> None:
    """Six tables and a new citation_checks; what was seen before becomes looks of the new kind."""
    _looks(database)
    _notices(database)
    _repairs(database)


def _looks(database: Database) -> None:
    database.execute(
        f"""CREATE TABLE link_looks (
            id TEXT PRIMARY KEY NOT NULL, url TEXT NOT NULL,
            finding TEXT NOT NULL CHECK (finding IN ({FINDINGS})),
            http_status INTEGER, target_url TEXT, snapshot TEXT REFERENCES snapshots(id),
            retry_at TEXT, detail TEXT, at TEXT NOT NULL,
            run TEXT NOT NULL REFERENCES runs(id)) STRICT"""
    )
    # One look at a citation was a look at its page as well; 'unchecked' was none
    database.execute(
        """INSERT INTO link_looks SELECT 'l-' || substr(k.id, 3), n.url,
            CASE k.link_state WHEN 'ok' THEN 'answered' WHEN 'gone' THEN 'not_there'
                ELSE k.link_state END,
            NULL, NULL, k.snapshot, NULL, k.detail, k.at, k.run
            FROM citation_checks k JOIN citations n ON n.id = k.citation
            WHERE k.link_state != 'unchecked' ORDER BY k.rowid"""
    )
    database.execute("CREATE INDEX link_looks_url ON link_looks(url, at)")
    append_only(database, "link_looks")
    database.execute(
        f"""CREATE TABLE citation_checks_new (
            id TEXT PRIMARY KEY NOT NULL, citation TEXT NOT NULL REFERENCES citations(id),
            look TEXT REFERENCES link_looks(id), snapshot TEXT REFERENCES snapshots(id),
            link_state TEXT NOT NULL CHECK (link_state IN ({STATES})),
            passage_state TEXT NOT NULL CHECK (passage_state IN ({WORDS})), {PLACE}) STRICT"""
    )
    database.execute(
        """INSERT INTO citation_checks_new SELECT id, citation,
            (SELECT l.id FROM link_looks l WHERE l.id = 'l-' || substr(k.id, 3)), snapshot,
            CASE link_state WHEN 'ok' THEN 'alive' WHEN 'gone' THEN 'dying'
                WHEN 'unchecked' THEN 'unknown' ELSE link_state END,
            passage_state, NULL, NULL, NULL, '[]', NULL, detail, at, run
            FROM citation_checks k ORDER BY k.rowid"""
    )
    database.execute("DROP TABLE citation_checks")
    database.execute("ALTER TABLE citation_checks_new RENAME TO citation_checks")
    database.execute("CREATE INDEX citation_checks_citation ON citation_checks(citation, at)")
    append_only(database, "citation_checks")


def _notices(database: Database) -> None:
    database.execute(
        f"""CREATE TABLE notice_looks (
            id TEXT PRIMARY KEY NOT NULL, doi TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ({OUTCOMES})),
            detail TEXT, capture TEXT REFERENCES captures(id), at TEXT NOT NULL,
            run TEXT NOT NULL REFERENCES runs(id)) STRICT"""
    )
    database.execute("CREATE INDEX notice_looks_doi ON notice_looks(doi, at)")
    append_only(database, "notice_looks")
    database.execute(
        """CREATE TABLE notices (
            id TEXT PRIMARY KEY NOT NULL, doi TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('retraction', 'concern', 'correction',
                'new_version', 'notice_itself')),
            said TEXT NOT NULL, notice_doi TEXT, source TEXT, dated TEXT,
            look TEXT NOT NULL REFERENCES notice_looks(id), at TEXT NOT NULL,
            run TEXT NOT NULL REFERENCES runs(id)) STRICT"""
    )
    database.execute("CREATE INDEX notices_doi ON notices(doi)")
    append_only(database, "notices")
    database.execute(
        """CREATE TABLE check_reports (
            id TEXT PRIMARY KEY NOT NULL, looked INTEGER NOT NULL CHECK (looked >= 0),
            told INTEGER NOT NULL CHECK (told >= 0),
            left_over INTEGER NOT NULL CHECK (left_over >= 0),
            last_check TEXT REFERENCES citation_checks(id), last_notice TEXT REFERENCES notices(id),
            at TEXT NOT NULL, run TEXT NOT NULL REFERENCES runs(id)) STRICT"""
    )
    append_only(database, "check_reports")


def _repairs(database: Database) -> None:
    database.execute(
        f"""CREATE TABLE repairs (
            id TEXT PRIMARY KEY NOT NULL, citation TEXT NOT NULL REFERENCES citations(id),
            service TEXT NOT NULL, memento_url TEXT, memento_datetime TEXT,
            snapshot TEXT REFERENCES snapshots(id),
            passage_state TEXT NOT NULL CHECK (passage_state IN ({WORDS})), {PLACE}) STRICT"""
    )
    database.execute("CREATE INDEX repairs_citation ON repairs(citation)")
    append_only(database, "repairs")
    database.execute(
        """CREATE TABLE repair_decisions (
            id TEXT PRIMARY KEY NOT NULL, repair TEXT NOT NULL REFERENCES repairs(id),
            decision TEXT NOT NULL CHECK (decision IN ('accepted', 'declined')),
            actor TEXT NOT NULL, reason TEXT, at TEXT NOT NULL) STRICT"""
    )
    database.execute("CREATE INDEX repair_decisions_repair ON repair_decisions(repair)")
    append_only(database, "repair_decisions")
