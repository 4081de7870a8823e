"""Where the steps of the schema are written down, and what several of them do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database


class Schema(Migrations):
    """The steps of the schema, which also knows what is none of them."""

    def unknown(self, database: Database) -> set[str]:
        """Steps that were applied to a database and that this version does not have."""
        return {one.name for one in self.applied(database)} - {one.name for one in self._migrations}


MIGRATIONS = Schema("citetrail")

TOKENIZER = "porter unicode61 remove_diacritics 2"


def append_only(database: Database, table: str) -> None:
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


def allow(database: Database, table: str, column: str, values: tuple[str, ...]) -> None:
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
