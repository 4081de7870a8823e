"""Stored copies of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows
from db.citations import CONCEALED, UNARCHIVED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from sqlite_utils import Database


LAST_SEEN = """(SELECT max(k.warc_date || printf(' %012d', k.rowid)) FROM captures k
    WHERE k.snapshot = snapshots.id)"""
"""When a copy was last what the page held: a page that changes back is its older copy again."""


def latest(database: Database, url: str) -> dict[str, Any] | None:
    """The copy that an address had when it was last seen with readable text."""
    return next(readable(database, url, limit=1), None)


def readable(database: Database, url: str, *, limit: int = -1) -> Iterator[dict[str, Any]]:
    """The copies of an address that have a text, the one that was last seen first."""
    return rows.select(
        database,
        "snapshots",
        where="(url = :url OR warc_target_uri = :url) AND outcome = 'stored'",
        values={"url": url},
        order_by=f"{LAST_SEEN} DESC, warc_date DESC, id",
        limit=limit,
    )


def first_of_source(database: Database, snapshot: Mapping[str, Any]) -> str | None:
    """The id of a page's oldest copy; of print, of the words that were taken down first under its title."""
    same = (
        ""
        if str(snapshot["url"]).startswith(("http://", "https://"))
        else (" AND title IS :title AND author IS :author")
    )
    found = database.execute(
        f"SELECT id FROM snapshots WHERE url = :url AND outcome = 'stored'{same}"
        " ORDER BY warc_date, id LIMIT 1",
        {name: snapshot[name] for name in ("url", "title", "author")},
    ).fetchone()
    return str(found[0]) if found else None


def last_seen(database: Database, snapshot: Mapping[str, Any]) -> str:
    """When a copy (a row) was last what its page held."""
    found = database.execute(
        "SELECT max(warc_date) FROM captures WHERE snapshot = ?", [snapshot["id"]]
    ).fetchone()[0]
    return str(found or snapshot["warc_date"])


def with_text(database: Database, url: str, text_digest: str) -> dict[str, Any] | None:
    """The newest capture of an address that holds this very text."""
    found = rows.select(
        database,
        "snapshots",
        where="""(url = :url OR warc_target_uri = :url) AND outcome = 'stored'
                 AND text_digest = :digest""",
        values={"url": url, "digest": text_digest},
        order_by="warc_date DESC, id",
        limit=1,
    )
    return next(found, None)


def bearing_on(
    database: Database, claim: str, *, found: bool, near: float = 0.0
) -> list[dict[str, Any]]:
    """The readable captures that a claim's evidence or citations quote, and words that were taken down.

    Evidence counts from the score `near` on. Where there are none, and `found` is asked for too, those that
    its searches named. Otherwise it is for readers, and confidential sources are left out.
    """
    quoted = """SELECT p.snapshot FROM evidence v JOIN passages p ON p.id = v.passage
        WHERE v.claim = :claim AND v.score >= :near UNION SELECT snapshot FROM standing_citations
        WHERE claim = :claim AND (held = 'copy' OR confidential = 0)"""
    if not found:
        quoted = f"SELECT snapshot FROM ({quoted}) WHERE snapshot NOT IN ({CONCEALED})"
    named = """SELECT f.snapshot FROM candidates f JOIN searches q ON q.id = f.search
        WHERE q.claim = :claim AND f.snapshot IS NOT NULL"""
    for chosen in (quoted, named) if found else (quoted,):
        held = rows.select(
            database,
            "snapshots",
            where=f"text IS NOT NULL AND id IN ({chosen})",
            values={"claim": claim, "near": near},
            order_by="id",
        )
        if listed := list(held):
            return listed
    return []


def with_file(database: Database) -> list[dict[str, Any]]:
    """Every capture that lies in a WARC file, in file order."""
    return list(
        rows.select(
            database,
            "snapshots",
            where="warc_file IS NOT NULL",
            order_by="warc_file, warc_offset",
        )
    )


def captures_of(database: Database, snapshot: str) -> list[dict[str, Any]]:
    """Every exchange that made a copy or found it unchanged, oldest first."""
    order = "warc_date, warc_file, warc_offset"
    found = rows.select(
        database, "captures", where="snapshot = ?", values=[snapshot], order_by=order
    )
    return list(found)


def latest_answer(database: Database, url: str) -> dict[str, Any] | None:
    """The newest exchange that keeps whole what came of asking for an address, page or not."""
    found = rows.select(
        database,
        "captures",
        where="url = ? AND warc_type = 'response'",
        values=[url],
        order_by="warc_date DESC, rowid DESC",
        limit=1,
    )
    return next(found, None)


def captures_elsewhere(database: Database) -> Iterator[dict[str, Any]]:
    """The captures that no snapshot gives the place of: revisits, failures, replies to searches."""
    return rows.select(
        database,
        "captures",
        where="""NOT EXISTS (SELECT 1 FROM snapshots s WHERE s.id = captures.snapshot
                 AND s.warc_file = captures.warc_file AND s.warc_offset = captures.warc_offset)""",
        order_by="warc_file, warc_offset",
    )


FILES = """SELECT warc_file, count(*) AS exchanges, max(exchange_offset + exchange_length) AS end
    FROM captures GROUP BY warc_file ORDER BY warc_file"""


def files(database: Database) -> list[dict[str, Any]]:
    """The files of the archive: how many exchanges each holds, and how long it is at least."""
    return list(database.query(FILES))


TIED = """SELECT f.snapshot FROM candidates f JOIN searches q ON q.id = f.search WHERE q.claim = :claim
    UNION SELECT snapshot FROM standing_citations WHERE claim = :claim
    UNION SELECT k.snapshot FROM citation_checks k JOIN citations n ON n.id = k.citation
        WHERE n.claim = :claim
    UNION SELECT x.snapshot FROM repairs x JOIN citations n ON n.id = x.citation
        WHERE n.claim = :claim
    UNION SELECT d.snapshot FROM documents d JOIN claims c ON c.document = d.id WHERE c.id = :claim"""


def tied_to(database: Database, claim: str) -> list[str]:
    """The copies a claim rests on: its candidates, what is cited, later looks at it, its article.

    Copies of confidential sources, and words that people took down, are left out here and in
    `captured`: the list is for handing on.
    """
    found = database.execute(
        f"""SELECT snapshot FROM ({TIED}) WHERE snapshot IS NOT NULL
            AND snapshot NOT IN ({CONCEALED} UNION {UNARCHIVED})""",
        {"claim": claim},
    )
    return sorted(str(row[0]) for row in found.fetchall())


def captured(database: Database) -> list[str]:
    """Every copy that the archive holds anything of, by id; see `tied_to` for what is left out."""
    sql = f"""SELECT DISTINCT snapshot FROM captures WHERE snapshot IS NOT NULL
              AND snapshot NOT IN ({CONCEALED} UNION {UNARCHIVED}) ORDER BY snapshot"""
    return [str(row[0]) for row in database.execute(sql).fetchall()]


def with_bytes(database: Database, *, but_not: Collection[str]) -> list[str]:
    """Every copy that lies in the archive, by id, but for those with these outcomes."""
    marks = ", ".join("?" * len(but_not))
    sql = f"""SELECT id FROM snapshots WHERE warc_file IS NOT NULL AND outcome NOT IN ({marks})
              ORDER BY warc_file, warc_offset, id"""
    return [str(row[0]) for row in database.execute(sql, list(but_not)).fetchall()]


def citations_of(database: Database, snapshot: str) -> list[dict[str, Any]]:
    """What is cited from a copy."""
    found = rows.select(
        database, "citations", where="snapshot = ?", values=[snapshot], order_by="start, id"
    )
    return list(found)


def drop_passages(database: Database, snapshot: str) -> None:
    """Forget the passages of a copy that nobody cites, and their ranks: they are cut again."""
    database.execute(
        "DELETE FROM evidence WHERE passage IN (SELECT id FROM passages WHERE snapshot = ?)",
        [snapshot],
    )
    database.execute("DELETE FROM passages WHERE snapshot = ?", [snapshot])
