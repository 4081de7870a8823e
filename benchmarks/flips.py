"""Turn one byte after another of events, texts, quotes and archived records, and count what `verify` misses.

    python benchmarks/flips.py 10000 [SEED]

Each flip is made in a database and an archive that were sound, and put back afterwards. The parts of
`citetrail verify` that read what was flipped are run; a flip that none of them notices is listed.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

TOP = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TOP), str(TOP / "benchmarks")]

from flip_desk import a_desk  # noqa: E402 - after the path is set
from flip_watch import WATCHED  # noqa: E402

from claims.model.errors import DamagedData  # noqa: E402
from claims.steps import verify_archive, verify_log, verify_watch  # noqa: E402
from claims.steps.verify import quotes, run_part, texts  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claims.steps.edges import Edges

KEPT: dict[str, tuple[str, ...]] = {
    "review_events": (
        *("id", "seq", "claim", "action", "status", "verdict", "summary", "reason", "actor", "at"),
        *("tool_version", "previous", "digest", "form", "changes", "about"),
    ),
    "snapshots": (
        *("id", "url", "warc_target_uri", "warc_date", "outcome", "http_status", "payload_digest"),
        *("warc_file", "warc_offset", "warc_length", "text", "text_digest"),
    ),
    "documents": ("id", "text", "text_digest", "url"),
    "claims": (
        *("id", "document", "start", "end", "exact", "prefix", "suffix", "sentence"),
        *("sentence_start", "status", "verdict", "assignee", "last_seq"),
    ),
    "passages": ("id", "snapshot", "start", "end", "exact"),
    "citations": (
        "text_digest",
        *("id", "claim", "snapshot", "role", "start", "end", "exact", "prefix", "suffix"),
    ),
    "link_looks": ("id", "url", "finding", "http_status", "target_url", "at", "run", "digest"),
    "citation_checks": (
        *("id", "citation", "look", "link_state", "passage_state", "start", "end", "found"),
        *("changes", "detail", "at", "run", "digest"),
    ),
    "notice_looks": ("id", "doi", "outcome", "at", "run", "digest"),
    "notices": ("id", "doi", "kind", "said", "notice_doi", "source", "look", "at", "digest"),
    "check_reports": ("id", "looked", "told", "last_check", "last_notice", "at", "digest"),
    "repairs": (
        *("id", "citation", "service", "memento_url", "memento_datetime", "snapshot"),
        *("passage_state", "changes", "at", "digest"),
    ),
    "repair_decisions": ("id", "repair", "decision", "actor", "at", "digest"),
    "citation_events": ("id", "citation", "action", "reason", "actor", "at", "digest"),
}
"""What is flipped in the database, column by column."""

WATCH_READERS = (verify_watch.identities, verify_watch.together, verify_watch.digests)
READERS: dict[str, tuple[Callable[[Edges, dict[str, int]], None], ...]] = {
    "review_events": (verify_log.chain, verify_log.views),
    "snapshots": (texts, verify_archive.bodies, verify_archive.identities, quotes),
    "documents": (texts, quotes),
    "claims": (quotes, verify_log.views),
    "passages": (quotes,),
    "citations": (quotes,),
    **dict.fromkeys(WATCHED, WATCH_READERS),
    "archive": (verify_archive.files,),
}
"""The parts of verify that read each table."""


@dataclass(frozen=True, slots=True)
class Flip:
    """One byte of one value: `place` in the bytes of `column` of the row, xor `mask`."""

    table: str
    row: int
    column: str
    place: int
    mask: int


def flips(edges: Edges, dice: random.Random) -> Iterator[Flip | tuple[Path, int, int]]:
    """Random flips without end: a byte of a value of the database, or of a file of the archive."""
    files = sorted(edges.archive.glob("*.warc.gz"))
    tables = [*KEPT, "archive"]
    while True:
        table = dice.choice(tables)
        mask = dice.randrange(1, 256)
        if table == "archive":
            path = dice.choice(files)
            yield path, dice.randrange(path.stat().st_size), mask
            continue
        column = dice.choice(KEPT[table])
        ids = edges.database.execute(
            f'SELECT rowid, length(CAST("{column}" AS BLOB)) FROM {table}'
            f' WHERE "{column}" IS NOT NULL AND "{column}" != \'\''
        ).fetchall()
        if ids:
            row, length = dice.choice(ids)
            yield Flip(table, row, column, dice.randrange(length), mask)


def noticed(edges: Edges, flip: Flip | tuple[Path, int, int]) -> str | None:
    """What verify says of the flip, null when it misses it; afterwards all is as before."""
    if isinstance(flip, tuple):
        path, place, mask = flip
        sound = path.read_bytes()
        path.write_bytes(sound[:place] + bytes([sound[place] ^ mask]) + sound[place + 1 :])
        try:
            return _said(edges, "archive")
        finally:
            path.write_bytes(sound)
    edges.database.execute("BEGIN")
    try:
        if not _flip(edges, flip):
            return "SQLite does not take it"
        return _said(edges, flip.table)
    finally:
        edges.database.execute("ROLLBACK")


def _flip(edges: Edges, flip: Flip) -> bool:
    where = f"FROM {flip.table} WHERE rowid = {flip.row}"
    kind, raw = edges.database.execute(
        f'SELECT typeof("{flip.column}"), CAST("{flip.column}" AS BLOB) {where}'
    ).fetchone()
    turned = raw[: flip.place] + bytes([raw[flip.place] ^ flip.mask]) + raw[flip.place + 1 :]
    value = "CAST(? AS TEXT)"
    if kind == "integer":
        if not turned.isdigit():
            return False  # an integer is stored as one, whatever its bytes
        value = "CAST(CAST(? AS TEXT) AS INTEGER)"
    try:
        edges.database.execute(
            f'UPDATE {flip.table} SET "{flip.column}" = {value} WHERE rowid = {flip.row}', [turned]
        )
    except Exception as why:
        if "UNIQUE" in str(why):
            return False
        raise
    return True


def _said(edges: Edges, table: str) -> str | None:
    try:
        for part in READERS[table]:
            run_part(edges, part, {})
    except DamagedData as why:
        return str(why)
    return None


def try_flips(edges: Edges, number: int, *, seed: int) -> tuple[Counter[str], list[Any]]:
    """How many flips were tried in each table, and those that were missed."""
    tried: Counter[str] = Counter()
    missed: list[Any] = [table for table in READERS if _said(edges, table)]  # sound before
    for flip in flips(edges, random.Random(seed)):
        table = flip.table if isinstance(flip, Flip) else "archive"
        said = noticed(edges, flip)
        if said == "SQLite does not take it":
            continue
        tried[table] += 1
        if said is None:
            missed.append(flip)
        if tried.total() == number:
            break
    missed += [table for table in READERS if _said(edges, table)]  # and after
    return tried, missed


def main() -> None:
    """Print the count of flips and misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", nargs="?", type=int, default=10_000, help="flips to try")
    parser.add_argument("seed", nargs="?", type=int, default=1)
    chosen = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        edges = a_desk(Path(folder))
        tried, missed = try_flips(edges, chosen.number, seed=chosen.seed)
    for table, count in sorted(tried.items()):
        print(f"{table}: {count} flips")
    print(f"{chosen.number} flips, {len(missed)} missed, {time.monotonic() - started:.0f} s")
    for flip in missed[:20]:
        print("missed:", flip)


if __name__ == "__main__":
    main()
