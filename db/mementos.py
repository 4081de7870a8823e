"""Captures in other archives, and pages that were handed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows
from db.citations import CONCEALED

if TYPE_CHECKING:
    from sqlite_utils import Database

PAGES = """SELECT f.url, min(f.rank) AS place FROM candidates f JOIN searches q ON q.id = f.search
    WHERE q.claim = :claim GROUP BY f.url
    UNION ALL SELECT url, 0 FROM standing_citations WHERE claim = :claim"""
HIDDEN = f"SELECT url FROM snapshots WHERE id IN ({CONCEALED})"


def pages_of(database: Database, claim: str) -> list[str]:
    """The web pages that a claim rests on: cited ones, then candidates by rank, each once.

    Other archives are asked about them, so confidential sources are left out.
    """
    sql = f"""SELECT url FROM ({PAGES}) WHERE (url LIKE 'http://%' OR url LIKE 'https://%')
              AND url NOT IN ({HIDDEN}) GROUP BY url ORDER BY min(place), url"""
    return [str(row[0]) for row in database.execute(sql, {"claim": claim}).fetchall()]


def of_page(database: Database, url: str, wanted: str) -> dict[str, Any] | None:
    """What is known of the capture of a page nearest to a date; the newest answer of any service."""
    found = rows.select(
        database,
        "mementos",
        where="url = ? AND wanted = ?",
        values=[url, wanted],
        order_by="outcome = 'found' DESC, at DESC",
        limit=1,
    )
    return next(found, None)


def last_save(database: Database, url: str) -> dict[str, Any] | None:
    """The newest thing learnt about a page that an archive was asked to save."""
    found = rows.select(
        database,
        "save_requests",
        where="url = ?",
        values=[url],
        order_by="save_requests.rowid DESC",
        limit=1,
    )
    return next(found, None)


def nearest_to(database: Database, url: str, at: str) -> dict[str, Any] | None:
    """The known capture of a page in a public archive that lies nearest to a time (UTC)."""
    sql = """SELECT memento_url, memento_datetime FROM (
            SELECT memento_url, memento_datetime FROM mementos
            WHERE url = :url AND outcome = 'found' AND memento_url IS NOT NULL
            UNION SELECT memento_url, at FROM save_requests
            WHERE url = :url AND state = 'archived' AND memento_url IS NOT NULL)
        ORDER BY abs(julianday(memento_datetime) - julianday(:at)), memento_url LIMIT 1"""
    return next(iter(database.query(sql, {"url": url, "at": at})), None)
