"""Rows that are only ever added, each to a digest of all that it says, as it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.ids import canonical_json, digest
from db import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

SEALED = (
    *("link_looks", "citation_checks", "notice_looks", "notices", "check_reports"),
    *("repairs", "repair_decisions", "citation_events"),
)
"""The tables whose rows have a digest."""


def add_sealed(database: Database, table: str, row: Mapping[str, Any]) -> bool:
    """Add a row with its digest, unless its id is there already; whether it was new."""
    stored = row_digest(table, rows.encode(table, row))
    return rows.add_new(database, table, [{**row, "digest": stored}]) > 0


def row_digest(table: str, stored: Mapping[str, Any]) -> str:
    """The digest of a row as it is stored: JSON is text to the letter.

    Null columns are left out, so that one that a later version adds leaves the digests of today valid.

    >>> row_digest("notices", {"id": "o-1", "source": None}) == row_digest("notices", {"id": "o-1"})
    True
    """
    said = {name: value for name, value in stored.items() if value is not None}
    said.pop("digest", None)
    return digest(canonical_json({"table": table, "row": said}))
