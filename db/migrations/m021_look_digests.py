"""A digest of every look, notice, report and repair, and of what people did about citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLES = (
    *("link_looks", "citation_checks", "notice_looks", "notices", "check_reports"),
    *("repairs", "repair_decisions", "citation_events"),
)


@MIGRATIONS()
def m021_look_digests(database: Database) -> None:
    """Rows that were there have none: what nobody digested then, nobody can vouch for now."""
    for table in TABLES:
        database.execute(f"ALTER TABLE {table} ADD COLUMN digest TEXT")
