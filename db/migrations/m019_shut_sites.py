"""A site that is shut for a while, as what stood in an article's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.migrations.registry import MIGRATIONS, allow

if TYPE_CHECKING:
    from sqlite_utils import Database


@MIGRATIONS()
def m019_shut_sites(database: Database) -> None:
    """A notice of maintenance that comes with status 200 is no page that has lost its words."""
    allow(database, "snapshots", "outcome", ("maintenance",))
