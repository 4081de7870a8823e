"""Looks at cited pages and words, notices, reports and repairs: how citations are watched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
    from sqlite_utils import Database


WATCHED = "confidential = 0 AND held = 'copy'"

_LAST_TOLD = """(SELECT coalesce(max(k.rowid), 0) FROM check_reports u
    CROSS JOIN citation_checks k ON k.id = u.last_check)"""
"""The cross join has SQLite begin with the few reports: it is asked once a citation."""

_CHECK_IS_TOLD = f"""(c.rowid <= {_LAST_TOLD} OR EXISTS (
    SELECT 1 FROM citation_checks o
    WHERE o.at = c.at AND o.look IS c.look AND o.rowid <= {_LAST_TOLD}))"""
"""Of a row c: it is older than the last report, or the copy (by a merge) of one that is."""


def citations(database: Database) -> list[dict[str, Any]]:
    """Every citation that may be watched, oldest first; of merged claims as well.

    Not watched is what was taken back, what people took down (there is no page), and confidential
    sources: their servers would learn who is reading.
    """
    return list(rows.select(database, "standing_citations", where=WATCHED, order_by="at, id"))


def is_citation(database: Database, citation: str) -> bool:
    """Whether a citation (an id) is one of `citations`."""
    mine = f"{WATCHED} AND id = ?"
    return rows.count(database, "standing_citations", where=mine, values=[citation]) > 0


def looks_at(database: Database, url: str, *, until: str | None = None) -> list[dict[str, Any]]:
    """The looks at an address, oldest first; `until` is the id of the last one wanted.

    In the order in which they were added: a clock may have been set back between two of them.
    """
    wanted = "url = :url"
    if until is not None:
        wanted += " AND link_looks.rowid <= (SELECT rowid FROM link_looks WHERE id = :until)"
    found = rows.select(
        database,
        "link_looks",
        where=wanted,
        values={"url": url, "until": until},
        order_by="link_looks.rowid",
    )
    return list(found)


def checks_of(database: Database, citation: str) -> list[dict[str, Any]]:
    """The looks at a cited passage, oldest first, as the looks at its page; a merge copies some later."""
    order = "(SELECT l.rowid FROM link_looks l WHERE l.id = look), at, citation_checks.rowid"
    found = rows.select(
        database, "citation_checks", where="citation = ?", values=[citation], order_by=order
    )
    return list(found)


def told_checks(database: Database, citation: str) -> set[str]:
    """The ids of the looks at a passage that some report has told of."""
    found = database.execute(
        f"SELECT id FROM citation_checks c WHERE citation = ? AND {_CHECK_IS_TOLD}", [citation]
    )
    return {str(row[0]) for row in found.fetchall()}


def citations_not_told(database: Database) -> list[str]:
    """Citations with a look that no report has told of, watched or not."""
    found = database.execute(
        f"""SELECT DISTINCT citation FROM citation_checks c WHERE NOT {_CHECK_IS_TOLD}
            ORDER BY citation"""
    )
    return [str(row[0]) for row in found.fetchall()]


def notices_not_told(database: Database) -> list[dict[str, Any]]:
    """Notices that came to be known after the last report, oldest first."""
    wanted = """notices.rowid > (SELECT coalesce(max(o.rowid), 0) FROM notices o
        JOIN check_reports u ON u.last_notice = o.id)"""
    return list(rows.select(database, "notices", where=wanted, order_by="notices.rowid"))


def notices_of(database: Database, doi: str) -> list[dict[str, Any]]:
    """The notices about a work, oldest first."""
    found = rows.select(
        database, "notices", where="doi = ?", values=[doi], order_by="notices.rowid"
    )
    return list(found)


def last_notice_look(database: Database, doi: str) -> dict[str, Any] | None:
    """The newest question about a work."""
    found = rows.select(
        database,
        "notice_looks",
        where="doi = ?",
        values=[doi],
        order_by="notice_looks.rowid DESC",
        limit=1,
    )
    return next(found, None)


def newest(database: Database, table: str) -> str | None:
    """The id of the row that was added last."""
    found = database.execute(f"SELECT id FROM {table} ORDER BY rowid DESC LIMIT 1").fetchone()
    return None if found is None else str(found[0])


def last_report(database: Database) -> dict[str, Any] | None:
    """The newest summary that was printed."""
    order = "check_reports.rowid DESC"
    return next(rows.select(database, "check_reports", order_by=order, limit=1), None)


def last_look_at(database: Database) -> str | None:
    """When a cited page was last looked at."""
    found = database.execute("SELECT at FROM link_looks ORDER BY rowid DESC LIMIT 1").fetchone()
    return None if found is None else str(found[0])


def repairs_of(database: Database, citation: str) -> list[dict[str, Any]]:
    """The repairs proposed for a citation, each with the newest decision on it, oldest first."""
    sql = """SELECT x.*, z.decision, z.actor, z.reason, z.at AS decided_at FROM repairs x
        LEFT JOIN repair_decisions z ON z.rowid = (SELECT max(rowid) FROM repair_decisions
            WHERE repair = x.id)
        WHERE x.citation = ? ORDER BY x.rowid"""
    return [rows.decode("repairs", row) for row in database.query(sql, [citation])]


def proposals(database: Database, citation: str) -> list[dict[str, Any]]:
    """The repairs proposed for a citation alone, oldest first."""
    found = rows.select(
        database, "repairs", where="citation = ?", values=[citation], order_by="repairs.rowid"
    )
    return list(found)


def decisions_on(database: Database, citation: str) -> list[dict[str, Any]]:
    """What people decided on the repairs proposed for a citation, oldest first."""
    found = rows.select(
        database,
        "repair_decisions",
        where="repair IN (SELECT id FROM repairs WHERE citation = ?)",
        values=[citation],
        order_by="repair_decisions.rowid",
    )
    return list(found)


def accepted_repair(database: Database, citation: str) -> dict[str, Any] | None:
    """The archived copy that a person put beside a citation's link; the newest acceptance counts."""
    sql = """SELECT x.*, z.actor, z.at AS decided_at FROM repairs x
        JOIN repair_decisions z ON z.rowid = (SELECT max(rowid) FROM repair_decisions
            WHERE repair = x.id)
        WHERE x.citation = ? AND z.decision = 'accepted' ORDER BY z.rowid DESC LIMIT 1"""
    found = next(iter(database.query(sql, [citation])), None)
    return None if found is None else rows.decode("repairs", found)


def told_by_interface(database: Database, snapshot: str) -> bool:
    """Whether a copy is no page but what a provider told in words."""
    found = database.execute(
        "SELECT 1 FROM captures WHERE snapshot = ? AND warc_type = 'resource'", [snapshot]
    ).fetchone()
    return found is not None
