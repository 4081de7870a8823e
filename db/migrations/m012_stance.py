"""How a passage bears on its claim: the probability of the suggestion, and who made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m012_who_decided_the_stance(database: Database) -> None:
    """How sure the suggested label is, and which rule or reader it comes from."""
    database.execute(
        "ALTER TABLE evidence ADD COLUMN probability REAL CHECK (probability BETWEEN 0 AND 1)"
    )
    database.execute("ALTER TABLE evidence ADD COLUMN decided_by TEXT")
