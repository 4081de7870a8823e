"""The manifest of a bulk run's folder: which shards were made, of what, and what failed in them.

A file of its own in that folder, apart from the working database; the rest of the folder is Parquet.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

APPLICATION_ID = 0x43495442
"""`PRAGMA application_id` ("CITB"): no other program's file is touched."""

VERSION = 1

SCHEMA = """
CREATE TABLE runs (id TEXT PRIMARY KEY, options TEXT NOT NULL) STRICT;
CREATE TABLE shards (
  id TEXT PRIMARY KEY, run TEXT NOT NULL REFERENCES runs(id), content TEXT NOT NULL,
  source TEXT, first INTEGER NOT NULL, pieces INTEGER NOT NULL,
  documents INTEGER NOT NULL, claims INTEGER NOT NULL, words INTEGER NOT NULL,
  unreadable INTEGER NOT NULL, failed INTEGER NOT NULL,
  claims_bytes INTEGER NOT NULL, documents_bytes INTEGER NOT NULL, seconds REAL NOT NULL
) STRICT;
CREATE INDEX shards_source ON shards (source);
CREATE INDEX shards_content ON shards (content);
CREATE TABLE failures (
  shard TEXT NOT NULL REFERENCES shards(id) ON DELETE CASCADE, what TEXT NOT NULL, why TEXT NOT NULL
) STRICT;
CREATE INDEX failures_shard ON failures (shard);
CREATE TABLE members (
  source TEXT PRIMARY KEY, shard TEXT NOT NULL REFERENCES shards(id) ON DELETE CASCADE,
  path BLOB NOT NULL, origin TEXT NOT NULL, size INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL
) STRICT;
CREATE INDEX members_shard ON members (shard);
CREATE TABLE containers (
  source TEXT PRIMARY KEY, run TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
  pieces INTEGER NOT NULL
) STRICT;
"""

SUMS = ("documents", "claims", "words", "unreadable", "failed")


class BulkManifest:
    """One open manifest. Rows cross as plain mappings whose keys are the columns."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(str(path), isolation_level=None)
        self._db.row_factory = sqlite3.Row
        mark = self._one("PRAGMA application_id")[0]
        tables = self._one("SELECT count(*) FROM sqlite_master")[0]
        version = self._one("PRAGMA user_version")[0]
        if mark != APPLICATION_ID and (mark or tables):
            raise sqlite3.DatabaseError("it is not the manifest of a bulk run")
        if tables and version != VERSION:
            raise sqlite3.DatabaseError("it was made by another version of citetrail")
        self._db.execute("PRAGMA foreign_keys = ON")
        if not tables:
            with self.transaction():
                self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                self._db.execute(f"PRAGMA user_version = {VERSION}")
                for statement in SCHEMA.split(";"):
                    if statement.strip():
                        self._db.execute(statement)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def add_run(self, run: str, options: Mapping[str, Any]) -> None:
        """Remember by which options a run made shards."""
        said = json.dumps(options, sort_keys=True)
        self._db.execute("INSERT OR IGNORE INTO runs VALUES (?, ?)", [run, said])

    def shard(self, shard: str) -> dict[str, Any] | None:
        """A shard that was made, or None."""
        return self._row("SELECT * FROM shards WHERE id = ?", [shard])

    def shards(self) -> Iterator[dict[str, Any]]:
        """All shards."""
        return self._rows("SELECT * FROM shards ORDER BY id", [])

    def put_shard(
        self,
        row: Mapping[str, Any],
        failures: Iterable[tuple[str, str]],
        members: Iterable[Mapping[str, Any]],
    ) -> None:
        """Remember a shard, in the place of what was known of it, and which files it holds."""
        self.drop([row["id"]])
        self._insert("shards", row)
        for what, why in failures:
            self._insert("failures", {"shard": row["id"], "what": what, "why": why})
        for member in members:
            self._insert("members", {**member, "shard": row["id"]}, verb="INSERT OR REPLACE")

    def drop(self, shards: Iterable[str]) -> None:
        """Forget shards, and that their files and containers were done."""
        for shard in shards:
            self._db.execute(
                "DELETE FROM containers WHERE source = (SELECT source FROM shards WHERE id = ?)",
                [shard],
            )
            self._db.execute("DELETE FROM shards WHERE id = ?", [shard])

    def replaced_by(self, row: Mapping[str, Any]) -> list[str]:
        """Shards that a new one takes the place of: the same content, or the same part of its container.

        What comes by standard input is no place in anything, so only its content counts.
        """
        found = self._rows(
            "SELECT id FROM shards WHERE id <> :id AND (content = :content OR"
            " (source = :source AND source <> '-' AND first < :first + :pieces"
            "  AND :first < first + pieces)) ORDER BY id",
            dict(row),
        )
        return [shard["id"] for shard in found]

    def of_container(self, source: str) -> Iterator[dict[str, Any]]:
        """The shards of a container, in its order."""
        return self._rows("SELECT * FROM shards WHERE source = ? ORDER BY first, id", [source])

    def container(self, source: str) -> dict[str, Any] | None:
        """A container that was read to its end, or None."""
        return self._row("SELECT * FROM containers WHERE source = ?", [source])

    def put_container(self, row: Mapping[str, Any]) -> None:
        """Remember that a container was read to its end."""
        self._insert("containers", row, verb="INSERT OR REPLACE")

    def member(self, source: str) -> dict[str, Any] | None:
        """A file that stands in a shard, with the shard's `run` and `failed`; or None."""
        return self._row(
            "SELECT m.*, s.run, s.failed FROM members m JOIN shards s ON s.id = m.shard"
            " WHERE m.source = ?",
            [source],
        )

    def members(self, shard: str) -> list[dict[str, Any]]:
        """The files that stand in a shard."""
        return list(self._rows("SELECT * FROM members WHERE shard = ? ORDER BY rowid", [shard]))

    def touch(self, source: str, size: int, mtime_ns: int) -> None:
        """A file has another date and the same content."""
        self._db.execute(
            "UPDATE members SET size = ?, mtime_ns = ? WHERE source = ?", [size, mtime_ns, source]
        )

    def failures(self, shards: Iterable[str], *, limit: int) -> list[tuple[str, str]]:
        """What failed in these shards, at most `limit`, in the order of their containers."""
        found = self._rows(
            "SELECT f.what, f.why FROM failures f JOIN shards s ON s.id = f.shard"
            " WHERE s.id IN (SELECT value FROM json_each(?))"
            " ORDER BY s.source, s.first, s.id, f.rowid LIMIT ?",
            [json.dumps(sorted(shards)), limit],
        )
        return [(row["what"], row["why"]) for row in found]

    def totals(self, shards: Iterable[str]) -> dict[str, int]:
        """What these shards hold together."""
        sums = ", ".join(f"coalesce(sum({name}), 0) AS {name}" for name in SUMS)
        found = self._row(
            f"SELECT count(*) AS shards, {sums} FROM shards"
            " WHERE id IN (SELECT value FROM json_each(?))",
            [json.dumps(sorted(shards))],
        )
        return {name: int(value) for name, value in (found or {}).items()}

    def other_runs(self, run: str) -> int:
        """How many shards another run has made."""
        return int(self._one("SELECT count(*) FROM shards WHERE run <> ?", [run])[0])

    def _insert(self, table: str, row: Mapping[str, Any], *, verb: str = "INSERT") -> None:
        names = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        self._db.execute(f"{verb} INTO {table} ({names}) VALUES ({marks})", dict(row))

    def _one(self, sql: str, values: Sequence[Any] = ()) -> Any:
        return self._db.execute(sql, values).fetchone()

    def _row(self, sql: str, values: Any) -> dict[str, Any] | None:
        return next(self._rows(sql, values), None)

    def _rows(self, sql: str, values: Any) -> Iterator[dict[str, Any]]:
        return (dict(row) for row in self._db.execute(sql, values))
