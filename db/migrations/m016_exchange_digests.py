"""A digest of every exchange as its records lie in the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m016_exchange_digests(database: Database) -> None:
    """Of exchanges that were kept before, only what their records say of themselves is known."""
    database.execute("ALTER TABLE captures ADD COLUMN exchange_digest TEXT")
