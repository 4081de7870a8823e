"""Id prefixes, as people type them, to rows."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.files.read import read_file
from claims.model.errors import AmbiguousId, BadInput, NotFound
from claims.model.ids import PREFIXES, digest
from db import documents, rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

TABLES = {letter: table for table, letter in PREFIXES.items()}
MOST_NAMED = 5
"""Ids that are named where a beginning fits several."""

ID = re.compile(r"([a-z])-[0-9a-f]{1,16}")


def table_of(given: str) -> str:
    """The table an id belongs to. Raises BadInput when it is no id at all."""
    shape = ID.fullmatch(given.strip().lower())
    if not shape or shape[1] not in TABLES:
        raise BadInput(f"{given!r} is no id; ids look like c-7f3a9d (a letter, '-', hex digits)")
    return TABLES[shape[1]]


def find_one(database: Database, given: str, *, table: str | None = None) -> dict[str, Any]:
    """The row whose id begins with `given`.

    Raises BadInput when it is no id or of another table, NotFound, or AmbiguousId naming the matches.
    """
    found = table_of(given)
    if table and found != table:
        raise BadInput(f"{given!r} is an id of {found}; {table} is asked for here")
    ids = rows.ids_with_prefix(database, found, given.strip().lower(), limit=MOST_NAMED + 1)
    if not ids:
        raise NotFound(f"no id of {found} begins with {given!r}: check it, or give fewer digits")
    if len(ids) > 1 and ids[0] != given:
        named = [*ids[:MOST_NAMED], *(["more"] if len(ids) > MOST_NAMED else [])]
        raise AmbiguousId(f"{given!r} could be {', '.join(named)}; give more digits")
    return rows.get(database, found, ids[0]) or {}


def document_ids(database: Database, given: Iterable[str]) -> list[str]:
    """Ids of documents by id prefix, path or address, in the order asked for."""
    chosen: list[str] = []
    for name in given:
        known = documents.by_origin(database, name) or _by_content(database, name)
        if known:
            chosen += known
        elif ID.fullmatch(name.strip().lower()):
            chosen.append(find_one(database, name, table="documents")["id"])
        else:
            raise NotFound(f"no document has the id, path or address {name!r}; add it first")
    return chosen


def _by_content(database: Database, name: str) -> list[str]:
    """Documents made of what the file called `name` holds: it may have come in by another name."""
    path = Path(name)
    if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises for names that cannot be
        return []
    return documents.by_content(database, digest(read_file(path)))


def find_claims(database: Database, given: Iterable[str]) -> list[dict[str, Any]]:
    """Claims by id prefix, in the order asked for."""
    return [find_one(database, name, table="claims") for name in given]


def find_citations(database: Database, given: Iterable[str]) -> list[dict[str, Any]]:
    """Citations by id prefix, in the order asked for."""
    return [find_one(database, name, table="citations") for name in given]


def snapshot_ids(database: Database, given: Iterable[str]) -> list[str]:
    """Ids of snapshots by id prefix, in the order asked for."""
    return [find_one(database, name, table="snapshots")["id"] for name in given]
