"""The public file read outside the site: published claims with what is cited for them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from db import public_queries

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

CLAIMS = "SELECT * FROM claims ORDER BY published_at, id"


def site_facts(path: Path) -> dict[str, str]:
    """What the public file says of its site, such as `address` and `desk`."""
    with closing(_open(path)) as public:
        return {row["key"]: row["value"] for row in public.execute(public_queries.SITE)}


def published(path: Path, *, only: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """Each claim with its `citations` and `notices`; those with the ids of `only`, or all."""
    with closing(_open(path)) as public:
        for claim in public.execute(CLAIMS).fetchall():
            if only and claim["id"] not in only:
                continue
            yield {
                "claim": dict(claim),
                "citations": _rows(public, public_queries.CITATIONS, claim["id"]),
                "notices": _rows(public, public_queries.NOTICES, claim["id"]),
            }


def _rows(public: sqlite3.Connection, sql: str, claim: str) -> list[dict[str, Any]]:
    return [dict(row) for row in public.execute(sql, {"id": claim})]


def _open(path: Path) -> sqlite3.Connection:
    public = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    public.row_factory = sqlite3.Row
    return public
