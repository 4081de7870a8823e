"""Fact-checks of others: taken in once, later versions over earlier ones, found by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlite_utils import Database

SEARCH = """SELECT f.* FROM fact_checks_fts JOIN fact_checks f ON f.rowid = fact_checks_fts.rowid
    WHERE fact_checks_fts MATCH ? AND f.state = 'sound' AND f.superseded_by IS NULL
    ORDER BY fact_checks_fts.rank, f.id LIMIT ?"""
SUPERSEDE = """UPDATE fact_checks SET superseded_by = :id
    WHERE url = :url AND claim_reviewed = :claim_reviewed AND form = :form
    AND superseded_by IS NULL AND id != :id
    AND coalesce(modified, published, '') <= coalesce(:modified, :published, '9')"""
NEWER = """SELECT id FROM fact_checks WHERE url = :url AND claim_reviewed = :claim_reviewed
    AND form = :form AND superseded_by IS NULL AND id != :id
    AND coalesce(modified, published, '') > coalesce(:modified, :published, '9') LIMIT 1"""


def states(database: Database, ids: Sequence[str]) -> dict[str, str]:
    """Which of the ids are stored, and in which state."""
    marks = ", ".join("?" * len(ids))
    found = database.execute(f"SELECT id, state FROM fact_checks WHERE id IN ({marks})", list(ids))
    return {str(key): str(state) for key, state in found.fetchall()}


def versions(database: Database, row: Mapping[str, Any]) -> int:
    """How many rows are about the same check (address and claim) in the same form."""
    where = "url = :url AND claim_reviewed = :claim_reviewed AND form = :form"
    values = {name: row[name] for name in ("url", "claim_reviewed", "form")}
    found = database.execute(f"SELECT count(*) FROM fact_checks WHERE {where}", values).fetchone()
    return int(found[0])


def add(database: Database, row: Mapping[str, Any]) -> None:
    """Add a fact-check that is not stored yet; earlier versions of it are superseded by the latest."""
    rows.insert(database, "fact_checks", row)
    if row["state"] != "sound":
        return
    named = {
        name: row[name] for name in ("id", "url", "claim_reviewed", "form", "modified", "published")
    }
    database.execute(SUPERSEDE, named)
    newer = database.execute(NEWER, named).fetchone()
    if newer:
        rows.update(database, "fact_checks", {"id": row["id"], "superseded_by": newer[0]})


def search(database: Database, query: str, *, limit: int) -> Iterator[dict[str, Any]]:
    """The sound fact-checks in force that fit an FTS5 query, the best first."""
    for row in database.query(SEARCH, [query, limit]):
        yield rows.decode("fact_checks", row)


def any_stored(database: Database) -> bool:
    """Whether any sound fact-check is stored."""
    found = database.execute("SELECT 1 FROM fact_checks WHERE state = 'sound' LIMIT 1")
    return found.fetchone() is not None
