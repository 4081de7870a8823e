"""Claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlite_utils import Database

ORDER = "(SELECT rowid FROM documents WHERE documents.id = claims.document), start, end"
"""Claims in the order in which their documents came in and their words stand."""


def replace(database: Database, document: str, claims: Iterable[Mapping[str, Any]]) -> None:
    """Make these the document's claims.

    Known claims keep their status and gain the new fields. Claims that are no longer found go, unless
    somebody has worked on them: a review event, a search or a citation keeps them.
    """
    kept = []
    for claim in claims:
        kept.append(claim["id"])
        if not rows.add_new(database, "claims", [claim]):
            fresh = {name: value for name, value in claim.items() if name != "status"}
            rows.update(database, "claims", fresh)
    marks = ", ".join("?" * len(kept))
    database.execute(
        f"""DELETE FROM claims WHERE document = ? AND id NOT IN ({marks})
            AND NOT EXISTS (SELECT 1 FROM review_events e WHERE e.claim = claims.id)
            AND NOT EXISTS (SELECT 1 FROM searches q WHERE q.claim = claims.id)
            AND NOT EXISTS (SELECT 1 FROM evidence v WHERE v.claim = claims.id)
            AND NOT EXISTS (SELECT 1 FROM citations n WHERE n.claim = claims.id)""",
        [document, *kept],
    )


FILTERS: Mapping[str, str] = {
    "document": "document = :document",
    "status": "status = :status",
    "kind": "kind = :kind",
    "claimant": "instr(lower(claimant), lower(:claimant)) > 0",
    "min_worth": "check_worthiness >= :min_worth",
    "since": "document IN (SELECT id FROM documents WHERE coalesce(published, added_at) >= :since)",
    "q": "rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :q)",
}
"""What claims can be filtered by, as SQL over a bound value of the same name."""


def listing(
    database: Database, filters: Mapping[str, Any], *, limit: int = -1
) -> Iterator[dict[str, Any]]:
    """Claims that pass every given filter, in document order. `q` is an FTS5 query."""
    given = {name: value for name, value in filters.items() if value is not None}
    where = " AND ".join(FILTERS[name] for name in given) or "1"
    return rows.select(database, "claims", where=where, values=given, order_by=ORDER, limit=limit)
