"""The desk's own table to CSV and its description (https://datapackage.org/standard/data-package/)."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model.ids import digest
from claims.review.sheet_cells import neutral, quiet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name, its type in Table Schema, and what it means."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A table as a file: `raw` is what is written to `path`."""

    name: str
    path: str
    title: str
    columns: Sequence[Column]
    key: str
    raw: bytes


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    r"""The rows as CSV that spreadsheets open rightly: UTF-8 with its mark, no formula, no sign that acts.

    >>> csv_bytes(["a", "b"], [{"a": "=1", "b": None}])
    b"\xef\xbb\xbfa,b\r\n'=1,\r\n"
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([neutral(quiet(row[name])) for name in columns])
    return out.getvalue().encode("utf-8-sig")


def descriptor(name: str, title: str, resources: Iterable[Resource]) -> dict[str, Any]:
    """The content of `datapackage.json`.

    >>> descriptor("desk", "A desk", [])["resources"]
    []
    """
    return {
        "$schema": PROFILE,
        "name": name,
        "title": title,
        "resources": [_resource(one) for one in resources],
    }


def _resource(one: Resource) -> dict[str, Any]:
    return {
        "name": one.name,
        "path": one.path,
        "title": one.title,
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(one.raw),
        "hash": digest(one.raw),
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": {
            "fields": [
                {"name": c.name, "type": c.type, "description": c.description} for c in one.columns
            ],
            "primaryKey": [one.key],
        },
    }
