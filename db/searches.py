"""Searches and the candidates they named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from db import rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sqlite_utils import Database


def record(
    database: Database, search: Mapping[str, Any], candidates: Iterable[Mapping[str, Any]]
) -> None:
    """Store a search with its candidates, in the place of an earlier answer to the same question."""
    rows.put(database, "searches", search)
    named = list(candidates)
    marks = ", ".join("?" * len(named))
    database.execute(
        f"DELETE FROM candidates WHERE search = ? AND id NOT IN ({marks})",
        [search["id"], *(c["id"] for c in named)],
    )
    for candidate in named:
        rows.put(database, "candidates", candidate)


def candidates_of(database: Database, claim: str) -> Iterator[dict[str, Any]]:
    """The candidates of a claim, best rank first, each with its provider."""
    sql = """SELECT f.*, q.provider FROM candidates f JOIN searches q ON q.id = f.search
             WHERE q.claim = ? ORDER BY f.rank, f.id"""
    yield from database.query(sql, [claim])


def stored(database: Database, claim: str, provider: str) -> list[dict[str, Any]]:
    """The searches made for a claim at one provider, from narrow to wide."""
    return list(
        rows.select(
            database,
            "searches",
            where="claim = ? AND provider = ?",
            values=[claim, provider],
            order_by="place, rowid",
        )
    )


def replies_of(database: Database, search: str) -> list[dict[str, Any]]:
    """The kept answers to the requests of a search, in order."""
    return list(
        rows.select(database, "replies", where="search = ?", values=[search], order_by="ordinal")
    )


def keep_replies(database: Database, search: str, replies: Iterable[Mapping[str, Any]]) -> None:
    """Make these the answers to the requests of a search."""
    database.execute("DELETE FROM replies WHERE search = ?", [search])
    for reply in replies:
        rows.insert(database, "replies", reply)


def retry_at(database: Database, provider: str, now: str) -> str | None:
    """The time until which a provider wants to be left alone, if that lies after `now`."""
    sql = "SELECT max(retry_at) FROM searches WHERE provider = ? AND retry_at > ?"
    found = database.execute(sql, [provider, now]).fetchone()[0]
    return str(found) if found else None


def unread_of(database: Database, claim: str) -> list[str]:
    """Addresses of candidates of a claim whose page could not be read, best rank first."""
    sql = """SELECT DISTINCT f.url FROM candidates f JOIN searches q ON q.id = f.search
             JOIN snapshots s ON s.id = f.snapshot
             WHERE q.claim = ? AND s.outcome != 'stored' ORDER BY f.rank, f.id"""
    return [str(row[0]) for row in database.execute(sql, [claim]).fetchall()]


def untied(database: Database, search: str) -> bool:
    """Whether a candidate of a search has no copy and no word on why there is none."""
    where = "search = ? AND snapshot IS NULL"
    return rows.count(database, "candidates", where=where, values=[search]) > 0


def forget_unanswered(
    database: Database, claim: str, provider: str, *, but_not: Collection[str], side: str = "claim"
) -> None:
    """Drop what a provider did not answer for one side of a claim, for queries no longer put to it."""
    marks = ", ".join("?" * len(but_not))
    database.execute(
        f"""DELETE FROM searches WHERE claim = ? AND provider = ? AND id NOT IN ({marks})
            AND outcome NOT IN ('found', 'nothing_found') AND side = ?""",
        [claim, provider, *but_not, side],
    )


NAMED_BY = """SELECT f.*, q.provider FROM candidates f JOIN searches q ON q.id = f.search
    WHERE q.claim = ? AND q.provider IN ({marks}) ORDER BY q.provider, f.rank, f.id"""


def named_by(database: Database, claim: str, providers: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The candidates that some providers named for a claim."""
    marks = ", ".join("?" * len(providers))
    for row in database.query(NAMED_BY.format(marks=marks), [claim, *providers]):
        yield rows.decode("candidates", row)
