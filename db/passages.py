"""Passages by their words and by their place, and the codes of their meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlite_utils import Database

AT_ONCE = 500
"""Values bound in one statement."""

SHOWN = """p.rowid AS number, p.id, p.snapshot, p.ordinal, p.exact, p.title, s.published, s.url"""


def not_indexed(database: Database, model: str) -> list[str]:
    """Readable snapshots (ids) whose passages are not stored with codes of this model."""
    sql = """SELECT s.id FROM snapshots s WHERE s.outcome = 'stored' AND s.text IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM passage_codes c WHERE c.snapshot = s.id AND c.model = ?)
             ORDER BY s.rowid"""
    return [str(row[0]) for row in database.execute(sql, [model])]


def add(database: Database, passages: Iterable[Mapping[str, Any]]) -> None:
    """Add passages (rows) that are not there yet."""
    database.conn.executemany(
        "INSERT INTO passages (id, snapshot, ordinal, start, end, exact, title)"
        " VALUES (:id, :snapshot, :ordinal, :start, :end, :exact, :title)"
        " ON CONFLICT (id) DO NOTHING",
        passages,
    )


def retitle(database: Database, snapshot: str, title: str | None) -> None:
    """Give the passages of a snapshot its new title, in the index too; their codes are made anew."""
    database.execute("UPDATE passages SET title = ? WHERE snapshot = ?", [title, snapshot])
    database.execute("DELETE FROM passage_codes WHERE snapshot = ?", [snapshot])


def keep_codes(database: Database, snapshot: str, model: str, codes: bytes) -> None:
    """Make these the codes of a snapshot's passages, in their order."""
    database.execute(
        "INSERT INTO passage_codes (snapshot, model, codes) VALUES (?, ?, ?)"
        " ON CONFLICT (snapshot) DO UPDATE SET model = excluded.model, codes = excluded.codes",
        [snapshot, model, codes],
    )


def codes_of(database: Database, model: str) -> Iterator[tuple[str, bytes]]:
    """Each indexed snapshot with the codes of its passages."""
    sql = "SELECT snapshot, codes FROM passage_codes WHERE model = ? ORDER BY rowid"
    yield from database.execute(sql, [model])


def count(database: Database) -> int:
    """About how many passages there are: the highest number given."""
    return int(database.execute("SELECT coalesce(max(rowid), 0) FROM passages").fetchone()[0])


def stems(database: Database, words: Sequence[str]) -> list[tuple[str, ...]]:
    """What the index makes of each word: one stem as a rule, none for signs it does not know."""
    _prepare(database)
    database.execute("DELETE FROM temp.asked")
    database.conn.executemany(
        "INSERT INTO temp.asked (rowid, word) VALUES (?, ?)", enumerate(words)
    )
    found: list[list[str]] = [[] for _ in words]
    for doc, term in database.execute(
        "SELECT doc, term FROM temp.asked_terms ORDER BY doc, offset"
    ):
        found[doc].append(term)
    return [tuple(one) for one in found]


def counts(database: Database, stemmed: Iterable[str]) -> dict[str, int]:
    """In how many passages each stem stands."""
    _prepare(database)
    found = {}
    for stem in stemmed:
        sql = "SELECT doc FROM temp.passage_terms WHERE term = ?"
        row = database.execute(sql, [stem]).fetchone()
        found[stem] = int(row[0]) if row else 0
    return found


def _prepare(database: Database) -> None:
    """Tables of this connection alone: the index's own list of words, and a place to ask for stems."""
    if database.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'asked'").fetchone():
        return
    tokenizer = database.execute(
        "SELECT sql FROM main.sqlite_master WHERE name = 'passages_fts'"
    ).fetchone()[0]
    tokenize = tokenizer[tokenizer.index("tokenize=") :].rstrip(")")
    database.execute(f"CREATE VIRTUAL TABLE temp.asked USING fts5(word, {tokenize})")
    database.execute("CREATE VIRTUAL TABLE temp.asked_terms USING fts5vocab(temp, asked, instance)")
    database.execute(
        "CREATE VIRTUAL TABLE temp.passage_terms USING fts5vocab(main, passages_fts, row)"
    )


def holding(database: Database, match: str, *, limit: int) -> list[int]:
    """The numbers of the passages that match an FTS5 query, in order."""
    sql = "SELECT rowid FROM passages_fts WHERE passages_fts MATCH ? ORDER BY rowid LIMIT ?"
    return [row[0] for row in database.execute(sql, [match, limit])]


def numbered(database: Database, numbers: Sequence[int]) -> Iterator[dict[str, Any]]:
    """The passages with these numbers, each with what is known of its page."""
    for at in range(0, len(numbers), AT_ONCE):
        some = list(numbers[at : at + AT_ONCE])
        marks = ", ".join("?" * len(some))
        yield from database.query(
            f"SELECT {SHOWN} FROM passages p JOIN snapshots s ON s.id = p.snapshot"
            f" WHERE p.rowid IN ({marks})",
            some,
        )


def numbers_at(database: Database, places: Iterable[tuple[str, int]]) -> Iterator[int]:
    """The numbers of the passages at these places (snapshot, ordinal), where they are there."""
    sql = "SELECT rowid FROM passages WHERE snapshot = ? AND ordinal = ?"
    for place in places:
        row = database.execute(sql, place).fetchone()
        if row:
            yield int(row[0])


def numbers_of(database: Database, snapshots: Iterable[str]) -> list[int]:
    """The numbers of all passages of these snapshots, in order."""
    sql = "SELECT rowid FROM passages WHERE snapshot = ?"
    found = [int(row[0]) for key in snapshots for row in database.execute(sql, [key])]
    return sorted(found)


def found_for(database: Database, claim: str) -> list[str]:
    """The snapshots that searches for a claim named."""
    sql = """SELECT DISTINCT f.snapshot FROM candidates f JOIN searches q ON q.id = f.search
             WHERE q.claim = ? AND f.snapshot IS NOT NULL ORDER BY f.snapshot"""
    return [str(row[0]) for row in database.execute(sql, [claim])]


def of_the_article(database: Database, document: str) -> list[str]:
    """Snapshots of a document itself: its own capture, its address, and its very text elsewhere."""
    sql = """SELECT s.id FROM documents d JOIN snapshots s ON s.id = d.snapshot WHERE d.id = :d
        UNION SELECT s.id FROM documents d JOIN snapshots s ON s.url = d.url WHERE d.id = :d
        UNION SELECT s.id FROM documents d JOIN snapshots s ON s.url = 'urn:citetrail:' || d.id
            WHERE d.id = :d"""
    return [str(row[0]) for row in database.execute(sql, {"d": document})]
