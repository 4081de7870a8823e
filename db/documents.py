"""Documents and their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlite_utils import Database


def add(database: Database, document: Mapping[str, Any]) -> bool:
    """Add a document; False when it is there already."""
    return bool(rows.add_new(database, "documents", [document]))


def not_extracted(database: Database) -> list[str]:
    """Ids of the articles that no extractor has read yet, oldest first."""
    found = database.execute(
        "SELECT id FROM documents WHERE role = 'article' AND NOT EXISTS"
        " (SELECT 1 FROM sentences WHERE sentences.document = documents.id) ORDER BY rowid"
    )
    return [str(row[0]) for row in found.fetchall()]


def addresses(database: Database) -> list[dict[str, Any]]:
    """Id and address of every document."""
    return list(database.query("SELECT id, url FROM documents ORDER BY id"))


def by_origin(database: Database, origin: str) -> list[str]:
    """Ids of the documents taken from this path or address."""
    found = database.execute(
        "SELECT id FROM documents WHERE origin = ? OR url = ? ORDER BY id", [origin, origin]
    )
    return [str(row[0]) for row in found.fetchall()]


def by_content(database: Database, raw_digest: str) -> list[str]:
    """Ids of the documents made of these very bytes."""
    found = database.execute(
        "SELECT id FROM documents WHERE raw_digest = ? ORDER BY id", [raw_digest]
    )
    return [str(row[0]) for row in found.fetchall()]


def replace_sentences(
    database: Database, document: str, sentences: Iterable[Mapping[str, Any]]
) -> None:
    """Put these sentences in the place of those the document had."""
    database.execute("DELETE FROM sentences WHERE document = ?", [document])
    for sentence in sentences:
        rows.insert(database, "sentences", sentence)


def skipped(database: Database, document: str) -> Iterator[dict[str, Any]]:
    """The sentences of a document that gave no claim, in text order, each with its words."""
    sql = """SELECT s.id, s.document, s.start, s.end, s.skip_reason, s.skip_detail,
                    substr(d.text, s.start + 1, s.end - s.start) AS exact
             FROM sentences s JOIN documents d ON d.id = s.document
             WHERE s.document = ? AND s.skip_reason IS NOT NULL ORDER BY s.ordinal"""
    yield from database.query(sql, [document])


def search(database: Database, match: str, *, but_not: str, limit: int) -> Iterator[dict[str, Any]]:
    """Documents whose title or text match an FTS5 query, best first, `but_not` left out."""
    sql = """SELECT d.*, -bm25(documents_fts, 3.0, 1.0) AS bm25
             FROM documents_fts JOIN documents d ON d.rowid = documents_fts.rowid
             WHERE documents_fts MATCH :match AND d.id <> :but_not
             ORDER BY bm25 DESC, d.id LIMIT :limit"""
    for row in database.query(sql, {"match": match, "but_not": but_not, "limit": limit}):
        yield rows.decode("documents", row)


def around(database: Database, document: str, start: int) -> list[dict[str, Any]]:
    """The sentence of a document that begins at `start`, with those before and after it, in order."""
    sql = """SELECT s.start, s.end, substr(d.text, s.start + 1, s.end - s.start) AS exact
             FROM sentences s JOIN documents d ON d.id = s.document
             WHERE s.document = :document AND s.ordinal BETWEEN
               (SELECT max(ordinal) FROM sentences WHERE document = :document AND start <= :start) - 1
               AND (SELECT max(ordinal) FROM sentences WHERE document = :document AND start <= :start) + 1
             ORDER BY s.ordinal"""
    return list(database.query(sql, {"document": document, "start": start}))
