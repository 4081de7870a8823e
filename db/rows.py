"""What every table has in common: adding rows once, reading them back, finding them by id prefix."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlite_utils import Database

TABLES = (
    "runs",
    "documents",
    "sentences",
    "claims",
    "searches",
    "replies",
    "candidates",
    "snapshots",
    "captures",
    "mementos",
    "save_requests",
    "passages",
    "evidence",
    "citations",
    "citation_events",
    "works",
    "link_looks",
    "citation_checks",
    "notice_looks",
    "notices",
    "check_reports",
    "repairs",
    "repair_decisions",
    "review_events",
    "fact_checks",
)
"""Every table of the working database, in the order of the data."""

JSON_COLUMNS: Mapping[str, frozenset[str]] = {
    "runs": frozenset({"options"}),
    "claims": frozenset({"attribution", "reasons", "dates", "quantities", "machine", "flags"}),
    "review_events": frozenset({"changes"}),
    "candidates": frozenset({"notes"}),
    "documents": frozenset({"kinds", "labels", "findings"}),
    "snapshots": frozenset({"headers", "kinds", "labels", "links", "findings"}),
    "evidence": frozenset({"reasons", "copies"}),
    "citation_events": frozenset({"before"}),
    "works": frozenset({"item"}),
    "citation_checks": frozenset({"changes"}),
    "repairs": frozenset({"changes"}),
    "fact_checks": frozenset({"appearances", "problems"}),
}
"""Columns that hold a JSON list or object as text."""

LAST = "\U0010ffff"
"""Sorts after every id that begins with the same prefix."""

NO_COLUMNS: frozenset[str] = frozenset()


def encode(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """The row as SQLite takes it: JSON columns as text."""
    packed = JSON_COLUMNS.get(table, NO_COLUMNS)
    return {
        name: json.dumps(value, ensure_ascii=False)
        if name in packed and value is not None
        else value
        for name, value in row.items()
    }


def decode(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """The row as Python has it: JSON columns as lists and objects."""
    packed = JSON_COLUMNS.get(table, NO_COLUMNS)
    return {
        name: json.loads(value) if name in packed and value is not None else value
        for name, value in row.items()
    }


def add_new(database: Database, table: str, rows: Iterable[Mapping[str, Any]]) -> int:
    """Insert the rows whose id is not there yet; the number inserted."""
    added = 0
    for row in rows:
        if database.execute(f"SELECT 1 FROM {table} WHERE id = ?", [row["id"]]).fetchone():
            continue
        insert(database, table, row)
        added += 1
    return added


def insert(database: Database, table: str, row: Mapping[str, Any]) -> None:
    """Insert one row. Raises sqlite3.IntegrityError when a constraint of the table forbids it."""
    columns = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    database.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", encode(table, row))


def update(database: Database, table: str, row: Mapping[str, Any]) -> None:
    """Set the given columns of the row with this id; none but the id: there is nothing to do."""
    changes = ", ".join(f"{name} = :{name}" for name in row if name != "id")
    if changes:
        database.execute(f"UPDATE {table} SET {changes} WHERE id = :id", encode(table, row))


def put(database: Database, table: str, row: Mapping[str, Any]) -> bool:
    """Insert the row, or bring the row with its id up to date; whether it was new."""
    if add_new(database, table, [row]):
        return True
    update(database, table, row)
    return False


def get(database: Database, table: str, record_id: str) -> dict[str, Any] | None:
    """The row with exactly this id."""
    return next(select(database, table, where="id = ?", values=[record_id]), None)


def as_stored(database: Database, table: str) -> Iterator[dict[str, Any]]:
    """Every row in the order in which they were added, JSON columns as the text that is stored."""
    return database.query(f"SELECT * FROM {table} ORDER BY rowid")


def select(  # noqa: PLR0913 - the clauses of a SELECT
    database: Database,
    table: str,
    *,
    where: str = "1",
    values: Sequence[Any] | dict[str, Any] = (),
    order_by: str = "rowid",
    limit: int = -1,
) -> Iterator[dict[str, Any]]:
    """Rows of `table`. `where` and `order_by` are SQL of ours with bound `values`, never input."""
    sql = f"SELECT * FROM {table} WHERE {where} ORDER BY {order_by} LIMIT {int(limit)}"
    for row in database.query(sql, values):
        yield decode(table, row)


def count(database: Database, table: str, *, where: str = "1", values: Sequence[Any] = ()) -> int:
    """How many rows of `table` there are."""
    found = database.execute(f"SELECT count(*) FROM {table} WHERE {where}", list(values)).fetchone()
    return int(found[0])


def ids_with_prefix(database: Database, table: str, prefix: str, *, limit: int = 5) -> list[str]:
    """Up to `limit` ids of `table` that begin with `prefix`, in order."""
    rows = database.execute(
        f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
        [prefix, prefix + LAST, limit],
    )
    return [str(row[0]) for row in rows.fetchall()]
