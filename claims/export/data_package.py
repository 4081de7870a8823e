"""Tables of the public file to a Data Package and to CSV that no spreadsheet takes for formulas.

https://datapackage.org/standard/data-package/, version 1 of the specification, which all readers know.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from claims.review.sheet_cells import neutral, quiet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

TYPES: Mapping[str, str] = {"TEXT": "string", "INTEGER": "integer", "REAL": "number"}
NEUTRALISED = (
    "A text that begins with =, +, -, @ or a tab has an apostrophe in front, so that no spreadsheet"
    " takes it for a formula; signs that act on a terminal or turn the direction of writing are left out."
)
COLUMN = re.compile(
    r"\s*([a-z_]+) (TEXT|INTEGER|REAL)( PRIMARY KEY)?( NOT NULL)?(?: REFERENCES ([a-z_]+)\(([a-z_]+)\))?"
)
KEY = re.compile(r"PRIMARY KEY \(([a-z_, ]+)\)")


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    r"""Rows as CSV (RFC 4180) with a heading.

    >>> csv_text(["claim", "n"], [["=1+1", -1]])
    "claim,n\r\n'=1+1,-1\r\n"
    """
    into = io.StringIO(newline="")
    writer = csv.writer(into)
    writer.writerow(columns)
    writer.writerows([neutral(quiet(value)) for value in row] for row in rows)
    return into.getvalue()


def table_schema(columns: str, described: Mapping[str, str]) -> dict[str, Any]:
    """The Table Schema of a table, from its columns as SQL and their descriptions.

    >>> table_schema("id TEXT PRIMARY KEY NOT NULL, n INTEGER", {"n": "How many."})["primaryKey"]
    ['id']
    """
    outside = KEY.sub("", columns)
    fields, foreign, primary = [], [], []
    for part in outside.split(","):
        found = COLUMN.match(part)
        if found is None:
            continue
        name, sort, key, required, table, column = found.groups()
        field: dict[str, Any] = {"name": name, "type": TYPES[sort]}
        if name in described:
            field["description"] = described[name]
        if (
            required and sort != "TEXT"
        ):  # an empty text is no missing one, but CSV cannot tell them apart
            field["constraints"] = {"required": True}
        fields.append(field)
        if key:
            primary = [name]
        if table:
            reference = {"resource": table, "fields": [column]}
            foreign.append({"fields": [name], "reference": reference})
    several = KEY.search(columns)
    primary = several[1].split(", ") if several else primary
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if primary:
        schema["primaryKey"] = primary
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def resource(
    name: str, schema: Mapping[str, Any], *, about: Mapping[str, Any], body: bytes, digest: str
) -> dict[str, Any]:
    """One table's entry in the descriptor; `about` has its title and description."""
    return {
        "name": name,
        "path": f"{name}.csv",
        "title": about.get("title", name),
        "description": about.get("description", ""),
        "profile": "tabular-data-resource",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{digest}",
        "schema": dict(schema),
    }


def data_package(
    facts: Mapping[str, str], resources: Sequence[Mapping[str, Any]], *, about: Mapping[str, Any]
) -> dict[str, Any]:
    """The descriptor; `about` has title, description and licence of the site."""
    found: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "citetrail-public",
        "title": about.get("title", "Citetrail"),
        "description": f"{about.get('description', '')} {NEUTRALISED}".strip(),
        "homepage": facts.get("address"),
        "created": facts.get("built_at"),
        "version": facts.get("version"),
        "contributors": [{"title": facts["desk"], "role": "publisher"}]
        if facts.get("desk")
        else None,
        "licenses": [
            {"title": about["license"], "path": about.get("license_url"), "name": "CC-BY-4.0"}
            if about.get("license") == "CC BY 4.0"
            else {"title": about.get("license"), "path": about.get("license_url")}
        ]
        if about.get("license") and about.get("license_url")
        else None,
        "resources": list(resources),
    }
    return {name: value for name, value in found.items() if value}
