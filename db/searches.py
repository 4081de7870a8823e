"""Searches and the candidates they named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlite_utils import Database


def record(
    database: Database, search: Mapping[str, Any], candidates: Iterable[Mapping[str, Any]]
) -> None:
    """Store a search with its candidates, in the place of an earlier answer to the same question."""
    rows.put(database, "searches", search)
    named = list(candidates)
    marks = ", ".join("?" * len(named))
    database.execute(
        f"DELETE FROM candidates WHERE search = ? AND id NOT IN ({marks})",
        [search["id"], *(c["id"] for c in named)],
    )
    for candidate in named:
        rows.put(database, "candidates", candidate)


def candidates_of(database: Database, claim: str) -> Iterator[dict[str, Any]]:
    """The candidates of a claim, best rank first, each with its provider."""
    sql = """SELECT f.*, q.provider FROM candidates f JOIN searches q ON q.id = f.search
             WHERE q.claim = ? ORDER BY f.rank, f.id"""
    yield from database.query(sql, [claim])
