"""The working database to a fresh public one, by allow-list, moved into place in one step.

Only claims that were published, corrected or withdrawn go out, and of those only the columns of
`db.public_schema`. Rows are real tables, so that the site counts and sorts them quickly.
"""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass, field
from itertools import starmap, zip_longest
from operator import eq
from typing import TYPE_CHECKING, Any

from db import rows
from db.citations import UNARCHIVED, concealed
from db.connection import transaction
from db.health import accepted_repair
from db.public_rows import (
    WITHDRAWN,
    claim_row,
    decision_rows,
    document_row,
    passage_context,
    web_address,
)
from db.public_schema import APPLICATION_ID, FULL_TEXT, INDEXES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sqlite_utils import Database

PASSAGES = 5
"""How many passages found by machine are shown for a claim."""

EVIDENCE = """SELECT v.id, v.rank, v.agreement, v.rule, v.arithmetic, p.snapshot, p.start,
    p.end AS passage_end, p.exact, s.text FROM evidence v JOIN passages p ON p.id = v.passage
    JOIN snapshots s ON s.id = p.snapshot WHERE v.claim = ? AND v.score >= ?
    AND p.snapshot NOT IN (SELECT value FROM json_each(?)) ORDER BY v.rank, v.id LIMIT ?"""
CITATIONS = """SELECT n.* FROM standing_citations n WHERE n.claim = ? AND n.confidential = 0
    AND n.snapshot NOT IN (SELECT value FROM json_each(?)) ORDER BY n.at, n.id"""
EXPLANATIONS = """SELECT DISTINCT explanation FROM standing_citations
    WHERE claim = ? AND confidential = 1 ORDER BY explanation"""
SEARCHES = """SELECT q.provider, q.outcome, q.found, q.at, q.side,
    (SELECT count(*) FROM candidates f JOIN snapshots s ON s.id = f.snapshot
        WHERE f.search = q.id AND s.outcome != 'stored') AS unread
    FROM searches q WHERE q.claim = ? ORDER BY q.provider, q.at, q.id"""
MEMENTO = """SELECT memento_url, memento_datetime FROM mementos
    WHERE url = ? AND memento_url IS NOT NULL AND memento_datetime IS NOT NULL
    ORDER BY abs(julianday(memento_datetime) - julianday(?)), memento_url LIMIT 1"""
"""The capture in another archive that lies nearest to our own."""

COUNTED = "UPDATE claims SET page_count = ?, origin_count = ?, circular_count = ? WHERE id = ?"
NO_PAGES = {"page_count": 0, "origin_count": 0, "circular_count": 0}
COUNTS = (
    """UPDATE sources SET claim_count =
        (SELECT count(DISTINCT claim) FROM citations WHERE citations.source = sources.id)""",
    """UPDATE documents SET claim_count =
        (SELECT count(*) FROM claims WHERE claims.document = documents.id)""",
    """INSERT INTO claimants SELECT claimant_slug, min(claimant), count(*) FROM claims
        WHERE claimant_slug IS NOT NULL GROUP BY claimant_slug ORDER BY claimant_slug""",
    """INSERT INTO tallies SELECT kind, verdict, rating_value, substr(decided_at, 1, 7), count(*)
        FROM claims WHERE status != 'withdrawn' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4""",
)
"""What is counted once, so that no page has to."""

MOMENT = "key = 'built_at'"
"""The row of `site` that is another each time."""

UNWATCHED: Mapping[str, Any] = {
    "link_state": "unknown",
    "strikes": 0,
    "passage_state": "unmeasured",
    "checked_at": None,
    "last_read_state": "unmeasured",
    "last_read_at": None,
    "work_notice": None,
    "work_notice_dated": None,
}
"""How page, words and work of a citation stand before anybody has looked again."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What goes out beside the rows themselves.

    `standings` gives, for each claim that may be seen, what was decided about it, as columns of
    `claims`; no other claim goes out. `facts` is what the site says of itself:
    `built_at`, `version`, and if known `desk`, `desk_url`, `contact`, `address` (where the site is
    reached). `origins` gives the pages quoted for a claim, as rows of the table `origins` without the
    claim. `licences` names, for a document whose text may be shown whole, the licence that says so;
    `states` says of each citation how page and words stand (`UNWATCHED` where it says nothing);
    a passage found by machine goes out when it scores at least `near`; `more` has the rows of further tables.
    """

    standings: Mapping[str, Mapping[str, Any]]
    facts: Mapping[str, str]
    origins: Mapping[str, Sequence[Mapping[str, Any]]]
    licences: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    more: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    near: float = 0.0


def build_public(working: Database, path: Path, edition: Edition) -> dict[str, int]:
    """Write the public database to `path`, replacing what is there; how many rows each table has.

    The fact `demonstration` is set to `1` when any claim is one, whatever was given. The old file
    stays whole until the new one is complete, and for good when the new one would say nothing else but
    the moment it was built. Raises OSError or sqlite3.Error when that fails.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    _sweep(path)
    try:
        with closing(sqlite3.connect(beside)) as public:
            create(public)
            with transaction(working):
                _fill(working, public, edition)
                _fill_origins(working, public, edition.origins)
                for table, found in edition.more.items():
                    _insert(public, table, found)
            finish(public)
            counts = {
                table: int(public.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
                for table in TABLES
            }
        if path.exists():  # who may read it stays as the desk had it
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        if not says_the_same(beside, path):
            beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return counts


def _sweep(path: Path) -> None:
    """Remove what killed processes left half done beside `path`."""
    for left in path.parent.glob(f".{path.name}.*.new*"):
        pid = left.name.removeprefix(f".{path.name}.").partition(".")[0]
        if pid.isdigit() and (int(pid) == os.getpid() or not _alive(int(pid))):
            left.unlink(missing_ok=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def says_the_same(new: Path, old: Path) -> bool:
    """Whether two public files differ in nothing but the moment they were built; false without the old."""
    if not is_public(old):
        return False
    with closing(_reading(new)) as one, closing(_reading(old)) as other:
        try:
            return all(starmap(eq, zip_longest(_all_said(one), _all_said(other))))
        except sqlite3.DatabaseError:
            return False  # the old one cannot be read to its end


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def _all_said(public: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """The description and then every row of the file, also of what is searched."""
    made = public.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY rowid").fetchall()
    yield from made
    for kind, name, sql in made:
        yield (name,)
        if kind == "table" and not sql.startswith("CREATE VIRTUAL"):
            rows_of = f"SELECT * FROM {name}"
            yield from public.execute(
                f"{rows_of}{' WHERE NOT ' + MOMENT if name == 'site' else ''}"
            )


def is_public(path: Path) -> bool:
    """Whether the file is a public database of ours; false for any other file and for none."""
    if not path.is_file():
        return False
    try:
        with closing(_reading(path)) as database:
            found = database.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.DatabaseError:
        return False  # not SQLite, or not readable: either way not ours
    return bool(found == APPLICATION_ID)


def create(public: sqlite3.Connection) -> None:
    """The tables, empty, in a new file."""
    public.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for table, columns in TABLES.items():
        public.execute(f"CREATE TABLE {table} ({columns}) STRICT")


def finish(public: sqlite3.Connection) -> None:
    """Count, pack, index and analyse what was filled in."""
    for index in INDEXES:  # before the counting, which would read everything again for every row
        public.execute(index)
    for count in COUNTS:
        public.execute(count)
    public.commit()
    public.execute("VACUUM")
    public.execute(FULL_TEXT)
    public.execute("INSERT INTO claims_fts(claims_fts) VALUES ('rebuild')")
    public.execute("ANALYZE")
    public.commit()


def _fill(working: Database, public: sqlite3.Connection, edition: Edition) -> None:
    standings, facts = edition.standings, edition.facts
    # What was decided at the same time stands in this order: the claims most worth checking first
    worth = dict(working.execute("SELECT id, check_worthiness FROM claims").fetchall())
    hidden = json.dumps(sorted(concealed(working)))
    for claim_id in sorted(standings, key=lambda one: (-(worth.get(one) or 0), one)):
        events = rows.select(
            working, "review_events", where="claim = ?", values=[claim_id], order_by="seq"
        )
        _fill_claim(working, public, claim_id=claim_id, edition=edition, hidden=hidden)
        _insert(public, "decisions", decision_rows(claim_id, events))
    shown = public.execute("SELECT 1 FROM claims WHERE demonstration = 1").fetchone()
    said = {**facts, "demonstration": "1" if shown else facts.get("demonstration", "0")}
    _insert(public, "site", ({"key": key, "value": said[key]} for key in sorted(said)))


def _fill_origins(
    working: Database,
    public: sqlite3.Connection,
    origins: Mapping[str, Sequence[Mapping[str, Any]]],
) -> None:
    """The pages of each claim by origin, and how many there are; none of a claim that was withdrawn."""
    for claim_id in sorted(origins):
        held = public.execute("SELECT status FROM claims WHERE id = ?", [claim_id]).fetchone()
        if held is None or held[0] == WITHDRAWN:
            continue
        pages = origins[claim_id]
        used = {str(page["source"]) for page in pages}
        _insert(public, "sources", _new_sources(working, public, used))
        _insert(public, "origins", ({"claim": claim_id, **page} for page in pages))
        counts = (
            len(pages),
            len({page["origin_number"] for page in pages} - {None}),
            sum(page["circular"] is not None for page in pages),
        )
        public.execute(COUNTED, [*counts, claim_id])


def _fill_claim(
    working: Database, public: sqlite3.Connection, *, claim_id: str, edition: Edition, hidden: str
) -> None:
    """One claim with all that goes out of it; `hidden` is a JSON list of the copies (ids) that do not."""
    standing = edition.standings[claim_id]
    claim = rows.get(working, "claims", claim_id) or {}
    document = rows.get(working, "documents", claim["document"]) or {}
    withdrawn = standing["status"] == WITHDRAWN
    citations = (
        []
        if withdrawn
        else [
            {**row, **UNWATCHED, **edition.states.get(row["id"], {})}
            for row in _citations(working, claim_id, hidden)
        ]
    )
    passages = [] if withdrawn else list(_passages(working, claim_id, edition.near, hidden))
    secret = [] if withdrawn else list(working.query(EXPLANATIONS, [claim_id]))
    searches = [] if withdrawn else list(working.query(SEARCHES, [claim_id]))
    counts = {"citation_count": len(citations), "passage_count": len(passages), **NO_PAGES}
    used = {str(row["source"]) for row in (*citations, *passages)}
    _insert(public, "sources", _new_sources(working, public, used))
    if not withdrawn and not _known(public, "documents", document["id"]):
        licence = edition.licences.get(document["id"])
        _insert(public, "documents", [document_row(document, licence)])
    _insert(public, "claims", [{**claim_row(claim, document, standing), **counts}])
    _insert(public, "citations", citations)
    _insert(public, "passages", passages)
    _insert(
        public,
        "confidential_sources",
        ({"claim": claim_id, "number": n, **row} for n, row in enumerate(secret, start=1)),
    )
    _insert(public, "searches", ({"claim": claim_id, **row} for row in searches))


def _known(public: sqlite3.Connection, table: str, key: str) -> bool:
    return public.execute(f"SELECT 1 FROM {table} WHERE id = ?", [key]).fetchone() is not None


def _new_sources(
    working: Database, public: sqlite3.Connection, used: Iterable[str]
) -> Iterator[dict[str, Any]]:
    taken_down = {str(row[0]) for row in working.execute(UNARCHIVED).fetchall()}
    for snapshot_id in sorted(used):
        if _known(public, "sources", snapshot_id):
            continue
        snapshot = rows.get(working, "snapshots", snapshot_id) or {}
        capture = working.execute(MEMENTO, [snapshot["url"], snapshot["warc_date"]]).fetchone()
        names = ("id", "title", "author", "publisher", "published", "warc_date", "outcome")
        yield {
            **{name: snapshot[name] for name in names},
            "payload_digest": snapshot["payload_digest"],
            "url": web_address(snapshot["url"]),
            "claim_count": 0,
            "archive_url": web_address(capture[0]) if capture else None,
            "archive_at": capture[1] if capture else None,
            **({"outcome": "transcript"} if snapshot_id in taken_down else {}),
        }


def _citations(working: Database, claim_id: str, hidden: str) -> Iterator[dict[str, Any]]:
    for row in working.query(CITATIONS, [claim_id, hidden]):
        names = (
            *("id", "claim", "role", "exact", "prefix", "suffix"),
            *("standing", "locator", "held", "fragment"),
        )
        beside = accepted_repair(working, row["id"])
        yield {
            **{name: row[name] for name in names},
            "source": row["snapshot"],
            "url": web_address(row["url"]),
            "cited_at": row["at"],
            "archive_url": web_address(beside["memento_url"]) if beside else None,
            "archived_at": beside["memento_datetime"] if beside else None,
        }


def _passages(
    working: Database, claim_id: str, near: float, hidden: str
) -> Iterator[dict[str, Any]]:
    for row in working.query(EVIDENCE, [claim_id, near, hidden, PASSAGES]):
        prefix, suffix = passage_context(row["text"], row["start"], row["passage_end"])
        names = ("id", "rank", "exact", "agreement", "rule", "arithmetic")
        yield {
            **{name: row[name] for name in names},
            "claim": claim_id,
            "source": row["snapshot"],
            "prefix": prefix,
            "suffix": suffix,
        }


def _insert(public: sqlite3.Connection, table: str, found: Iterable[Mapping[str, Any]]) -> None:
    for row in found:
        marks = ", ".join(f":{name}" for name in row)
        public.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", dict(row))
