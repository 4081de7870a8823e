"""Passages, and evidence for claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlite_utils import Database


def replace(database: Database, claim: str, found: Iterable[Mapping[str, Any]]) -> None:
    """Make these the claim's evidence."""
    database.execute("DELETE FROM evidence WHERE claim = ?", [claim])
    for row in found:
        rows.insert(database, "evidence", row)


def listing(database: Database, claim: str, *, limit: int = -1) -> Iterator[dict[str, Any]]:
    """The claim's evidence in rank order, each with its passage, its page and the pages of its copies."""
    sql = """SELECT v.*, p.exact, p.start, p.end, p.snapshot, s.url, s.title, s.publisher,
                    s.published, s.warc_date
             FROM evidence v JOIN passages p ON p.id = v.passage
             JOIN snapshots s ON s.id = p.snapshot WHERE v.claim = ? ORDER BY v.rank LIMIT ?"""
    for row in database.query(sql, [claim, limit]):
        decoded = rows.decode("evidence", row)
        yield {**decoded, "copied_on": _pages(database, decoded["copies"])}


def _pages(database: Database, passages: Sequence[str]) -> list[str]:
    """The addresses of the pages that hold these passages, in their order."""
    sql = "SELECT s.url FROM passages p JOIN snapshots s ON s.id = p.snapshot WHERE p.id = ?"
    found = (database.execute(sql, [key]).fetchone() for key in passages)
    return [str(row[0]) for row in found if row]
