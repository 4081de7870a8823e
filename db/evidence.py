"""Passages, and evidence for claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlite_utils import Database


def without_passages(database: Database, claim: str) -> list[dict[str, Any]]:
    """Readable snapshots among the claim's candidates whose text is not cut into passages yet."""
    sql = """SELECT DISTINCT s.id, s.text FROM snapshots s JOIN candidates f ON f.snapshot = s.id
             JOIN searches q ON q.id = f.search
             WHERE q.claim = ? AND s.outcome = 'stored'
             AND NOT EXISTS (SELECT 1 FROM passages p WHERE p.snapshot = s.id) ORDER BY s.id"""
    return list(database.query(sql, [claim]))


def matching(database: Database, claim: str, match: str, *, limit: int) -> Iterator[dict[str, Any]]:
    """Passages of the claim's candidates that match an FTS5 query, nearest first by BM25."""
    sql = """SELECT p.id, p.snapshot, p.exact, s.published, -bm25(passages_fts) AS bm25
             FROM passages_fts JOIN passages p ON p.rowid = passages_fts.rowid
             JOIN snapshots s ON s.id = p.snapshot
             WHERE passages_fts MATCH :match AND p.snapshot IN
               (SELECT f.snapshot FROM candidates f JOIN searches q ON q.id = f.search
                WHERE q.claim = :claim)
             ORDER BY bm25 DESC, p.id LIMIT :limit"""
    yield from database.query(sql, {"match": match, "claim": claim, "limit": limit})


def replace(database: Database, claim: str, found: Iterable[Mapping[str, Any]]) -> None:
    """Make these the claim's evidence."""
    database.execute("DELETE FROM evidence WHERE claim = ?", [claim])
    for row in found:
        rows.insert(database, "evidence", row)


def listing(database: Database, claim: str, *, limit: int = -1) -> Iterator[dict[str, Any]]:
    """The claim's evidence in rank order, each with its passage and page."""
    sql = """SELECT v.*, p.exact, p.start, p.end, p.snapshot, s.url, s.title, s.publisher,
                    s.published, s.warc_date
             FROM evidence v JOIN passages p ON p.id = v.passage
             JOIN snapshots s ON s.id = p.snapshot WHERE v.claim = ? ORDER BY v.rank LIMIT ?"""
    for row in database.query(sql, [claim, limit]):
        yield rows.decode("evidence", row)
