"""Exchanges can be found by the address that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m018_captures_by_address(database: Database) -> None:
    """Whether robots.txt has changed since it was last read is asked for every host of a run."""
    database.execute("CREATE INDEX captures_address ON captures(url, warc_date)")
