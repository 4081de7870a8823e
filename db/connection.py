"""Opening a database: ours and no other program's, WAL, foreign keys, schema up to date."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlite_utils import Database

from db.migrations import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BUSY_SECONDS = 30
"""How long one writer waits for another before it gives up."""

APPLICATION_ID = 0x43495457
"""`PRAGMA application_id` of a working database ("CITW"): no other program's file is touched."""

RETRY_SECONDS = 0.02


Unreadable = (sqlite3.OperationalError, sqlite3.DatabaseError)
"""What SQLite raises for values and pages that cannot be read."""


class NotOursError(sqlite3.DatabaseError):
    """The file is a database, but not one that this version may work on; nothing was written to it."""


def open_database(path: Path | str) -> Database:
    """The working database at `path`, made on first use, with every migration applied.

    A file that may not be written is opened for reading alone. Raises NotOursError for another
    program's database, sqlite3.DatabaseError when the file is no database, sqlite3.OperationalError
    when it cannot be opened.
    """
    database = Database(sqlite3.connect(str(path), timeout=BUSY_SECONDS))
    try:
        _check_ours(database)
        _prepare(database)
    except sqlite3.OperationalError as why:
        database.close()
        if "readonly" not in str(why) and "unable to open" not in str(why):
            raise
        return open_readonly(path)
    except sqlite3.DatabaseError:
        database.close()
        raise
    return database


def _check_ours(database: Database) -> None:
    # Tables first: whoever makes them now sets the mark in the same transaction
    tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    mark = database.execute("PRAGMA application_id").fetchone()[0]
    if mark != APPLICATION_ID and (mark or tables):
        raise NotOursError("it is not a Citetrail working database; give another --db")
    if MIGRATIONS.unknown(database):
        raise NotOursError(
            "a newer version of Citetrail made it; install that, or give another --db"
        )


def _prepare(database: Database) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA synchronous = NORMAL")
    if database.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        _patiently(database.enable_wal)
    if MIGRATIONS.pending(database):
        with transaction(database):
            # Looked at again under the write lock: another process may have done it meanwhile
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            MIGRATIONS.apply(database)


def _patiently(switch: Callable[[], None]) -> None:
    """Call `switch` until no other process is in the way: changing to WAL does not wait by itself."""
    patience = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            switch()
        except sqlite3.OperationalError as why:
            if "locked" not in str(why) or time.monotonic() > patience:
                raise
            time.sleep(RETRY_SECONDS)
        else:
            return


def open_readonly(path: Path | str) -> Database:
    """An existing working database for reading alone, even from a folder without write rights.

    Raises sqlite3.OperationalError when it is not there, NotOursError when it is another's.
    """
    uri = Path(path).resolve().as_uri()
    for how in ("mode=ro", "immutable=1"):
        connection = sqlite3.connect(f"{uri}?{how}", uri=True, timeout=BUSY_SECONDS)
        database = Database(connection, recursive_triggers=False)
        try:
            _check_ours(database)
        except sqlite3.OperationalError:
            database.close()
            if how == "immutable=1":
                raise
            continue
        break
    if MIGRATIONS.pending(database):
        raise NotOursError(
            "it was made by an older version and may not be written to be updated; see who may write"
            " to it and its folder, or copy it into a folder of your own"
        )
    return database


def data_version(database: Database) -> int:
    """A number that changes when another connection has written since it was last asked for."""
    return int(database.execute("PRAGMA data_version").fetchone()[0])


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
