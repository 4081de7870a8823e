"""Which side a search was for: what the claim says, or what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m020_search_sides(database: Database) -> None:
    """Every search until now was for the claim's own words."""
    database.execute(
        """ALTER TABLE searches ADD COLUMN side TEXT NOT NULL DEFAULT 'claim'
            CHECK (side IN ('claim', 'against'))"""
    )
