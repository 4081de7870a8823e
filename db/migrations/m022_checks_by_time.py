"""Looks at passages by their time, under which the copy that a merge has made is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m022_checks_by_time(database: Database) -> None:
    """An index alone; no row changes."""
    database.execute("CREATE INDEX citation_checks_at ON citation_checks(at)")
