"""The tables of a public database as CSV files and the Data Package that describes them."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from datasette.utils import parse_metadata

from claims.export.data_package import csv_text, data_package, resource, table_schema
from claims.site.serve import METADATA
from db.public_queries import ALL_ROWS
from db.public_schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def data_files(public: Path) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file: one CSV a table, then `datapackage.json`."""
    metadata = parse_metadata(METADATA.read_text(encoding="utf-8"))
    about = metadata["databases"]["public"]["tables"]
    facts: dict[str, str] = {}
    resources = []
    with closing(sqlite3.connect(f"{public.resolve().as_uri()}?mode=ro", uri=True)) as database:
        for table, columns in TABLES.items():
            cursor = database.execute(ALL_ROWS[table])
            names = [column[0] for column in cursor.description]
            body = csv_text(names, cursor).encode()
            if table == "site":
                facts = dict(database.execute(ALL_ROWS[table]).fetchall())
            described = about.get(table, {})
            resources.append(
                resource(
                    table,
                    table_schema(columns, described.get("columns", {})),
                    about=described,
                    body=body,
                    digest=hashlib.sha256(body).hexdigest(),
                )
            )
            yield f"{table}.csv", body
    package = data_package(facts, resources, about=metadata)
    yield "datapackage.json", (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()
