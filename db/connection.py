"""Opening a database: WAL, foreign keys, patience with other writers, schema up to date."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlite_utils import Database

from db.migrations import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

BUSY_SECONDS = 30
"""How long one writer waits for another before it gives up."""


def open_database(path: Path | str) -> Database:
    """The working database at `path`, made on first use, with every migration applied.

    Raises sqlite3.DatabaseError when the file is no database, sqlite3.OperationalError when it cannot
    be opened or written.
    """
    connection = sqlite3.connect(str(path), timeout=BUSY_SECONDS)
    database = Database(connection)
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA synchronous = NORMAL")
    if database.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        database.enable_wal()
    if MIGRATIONS.pending(database):
        MIGRATIONS.apply(database)
    return database


def open_readonly(path: Path | str) -> Database:
    """An existing database for reading alone. Raises sqlite3.OperationalError when it is not there."""
    uri = Path(path).resolve().as_uri() + "?mode=ro"
    return Database(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS))


@contextmanager
def transaction(database: Database) -> Iterator[None]:
    """All or nothing; nests. Takes the write lock at once, so that what is read inside stays true.

    (`with database.conn:` would not roll back in sqlite-utils 4, and `atomic()` alone begins as a
    reader, which fails late when another process writes in between.)
    """
    if database.conn.in_transaction:
        with database.atomic():
            yield
        return
    database.execute("BEGIN IMMEDIATE")
    try:
        with database.atomic():
            yield
    except BaseException:
        database.rollback()
        raise
    database.commit()


def integrity_problems(database: Database) -> Iterator[str]:
    """What `PRAGMA integrity_check` and `PRAGMA foreign_key_check` complain of; nothing when sound."""
    for (line,) in database.execute("PRAGMA integrity_check").fetchall():
        if line != "ok":
            yield str(line)
    for table, rowid, parent, _ in database.execute("PRAGMA foreign_key_check").fetchall():
        yield f"{table} row {rowid} points to a missing row of {parent}"
