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

    Known claims keep what people made of them and gain the new fields. Claims that are no longer found
    go, unless somebody has worked on them: a review event, a search or a citation keeps them.
    """
    kept = []
    for claim in claims:
        kept.append(claim["id"])
        if not rows.add_new(database, "claims", [claim]):
            _bring_up_to_date(database, claim)
    marks = ", ".join("?" * len(kept))
    database.execute(
        f"""DELETE FROM claims WHERE document = ? AND id NOT IN ({marks})
            AND NOT EXISTS (SELECT 1 FROM review_events e WHERE e.claim = claims.id)
            AND NOT EXISTS (SELECT 1 FROM searches q WHERE q.claim = claims.id)
            AND NOT EXISTS (SELECT 1 FROM evidence v WHERE v.claim = claims.id)
            AND NOT EXISTS (SELECT 1 FROM citations n WHERE n.claim = claims.id)""",
        [document, *kept],
    )


REVIEWED = frozenset({"status", "machine", "verdict", "assignee", "flags", "last_seq"})
"""Columns that are a view of the log of review events."""


def _bring_up_to_date(database: Database, claim: Mapping[str, Any]) -> None:
    """Give a known claim what the machine says now; where people put it right, beside their words."""
    held = rows.get(database, "claims", claim["id"]) or {}
    edited = held["machine"]
    fresh = {n: v for n, v in claim.items() if n not in REVIEWED and n not in edited}
    if edited:
        fresh["machine"] = {name: claim[name] for name in edited}
    rows.update(database, "claims", fresh)


FILTERS: Mapping[str, str] = {
    "document": "document = :document",
    "status": "status = :status",
    "kind": "kind = :kind",
    "claimant": "instr(lower(claimant), lower(:claimant)) > 0",
    "min_worth": "check_worthiness >= :min_worth",
    "since": "document IN (SELECT id FROM documents WHERE coalesce(published, added_at) >= :since)",
    "verdict": "verdict = :verdict",
    "assignee": "assignee = :assignee",
    "unassigned": "(assignee IS NULL) = :unassigned",
    "free_for": "coalesce(assignee, :free_for) = :free_for",
    "among": "status IN (SELECT value FROM json_each(:among))",
    "flag": "EXISTS (SELECT 1 FROM json_each(claims.flags) WHERE value = :flag)",
    "q": "rowid IN (SELECT rowid FROM claims_fts WHERE claims_fts MATCH :q)",
}
"""What claims can be filtered by, as SQL over a bound value of the same name."""


WORTHIEST = f"check_worthiness DESC, {ORDER}"
"""The claims first that a desk would check first."""


def listing(
    database: Database, filters: Mapping[str, Any], *, limit: int = -1, order: str = ORDER
) -> Iterator[dict[str, Any]]:
    """Claims that pass every given filter, in `order`. `q` is an FTS5 query, `among` JSON of states."""
    given = {name: value for name, value in filters.items() if value is not None}
    where = " AND ".join(FILTERS[name] for name in given) or "1"
    return rows.select(database, "claims", where=where, values=given, order_by=order, limit=limit)


NEAR = """SELECT c.* FROM claims_fts JOIN claims c ON c.rowid = claims_fts.rowid
    WHERE claims_fts MATCH ? ORDER BY claims_fts.rank, c.id LIMIT ?"""


def near(database: Database, query: str, *, limit: int) -> Iterator[dict[str, Any]]:
    """The claims that fit an FTS5 query best, the best first."""
    for row in database.query(NEAR, [query, limit]):
        yield rows.decode("claims", row)


def count(database: Database, filters: Mapping[str, Any]) -> int:
    """How many claims pass every given filter."""
    given = {name: value for name, value in filters.items() if value is not None}
    where = " AND ".join(FILTERS[name] for name in given) or "1"
    found = database.execute(f"SELECT count(*) FROM claims WHERE {where}", given).fetchone()
    return int(found[0])
