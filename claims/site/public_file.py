"""The public file as Datasette reads it: one file for good, even when another is moved over it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from datasette.database import Database

if TYPE_CHECKING:
    from datasette.app import Datasette

SPARE = 1
"""Connections beside those of the reading threads: keys are looked up where requests are answered."""


class Mark(NamedTuple):
    """What tells one file at a path from the next."""

    device: int
    inode: int
    changed_ns: int
    size: int


def mark_of(path: Path) -> Mark | None:
    """The mark of the file that is at `path` now; null when none is."""
    try:
        at = path.stat()
    except OSError:
        return None
    return Mark(at.st_dev, at.st_ino, at.st_mtime_ns, at.st_size)


class PublicDatabase(Database):  # type: ignore[misc]  # datasette ships no types
    """The public file, opened immutable. Datasette's own address fails on `#`, `?` and `%`.

    Every connection that will be wanted is opened at once, so that all of them read the same file
    whatever is at its path later.
    """

    def __init__(self, site: Datasette, path: Path) -> None:
        super().__init__(site, path=str(path), is_mutable=False)
        wanted = int(site.setting("num_sql_threads")) + SPARE
        while True:
            mark = mark_of(path)
            if mark is None:
                raise FileNotFoundError(path)
            self.mark = mark
            self._ready = [self._open() for _ in range(wanted)]
            if mark_of(path) == mark:
                break
            self.close()  # replaced meanwhile: some may be of the old file and some of the new

    def connect(self, write: bool = False) -> sqlite3.Connection:  # noqa: ARG002, FBT001, FBT002 - its signature
        """A reading connection."""
        if self._ready:
            return self._ready.pop()
        connection = self._open()
        if mark_of(Path(self.path)) != self.mark:
            raise sqlite3.OperationalError("the file was replaced and has no more connections")
        return connection

    def _open(self) -> sqlite3.Connection:
        uri = f"{Path(self.path).resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._all_file_connections.append(connection)
        return connection
