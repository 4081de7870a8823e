"""Every digest, quote and link of the chain, recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.archive.reader import read_payload, read_record
from claims.model.errors import DamagedData
from claims.model.exchange import header
from claims.model.ids import digest
from claims.review.events import verify_chain
from claims.steps.replies import kept_body
from claims.steps.report import Tick
from db import reviews, rows, snapshots
from db.connection import integrity_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.steps.edges import Edges

QUOTED = {"claims": "document", "passages": "snapshot", "citations": "snapshot"}
"""Tables whose rows quote a text, and the column that names the text's owner."""

STATED = {"payload_digest": "WARC-Payload-Digest", "block_digest": "WARC-Block-Digest"}
"""Columns of a capture, and the fields of its record that must say the same."""


def verify(edges: Edges, counts: dict[str, int]) -> Iterator[Tick]:
    """Check everything, counting what was sound. Raises DamagedData at the first broken link."""
    parts = (_database, _texts, _payloads, _captures, _replies, _quotes, _events)
    for done, part in enumerate(parts, start=1):
        part(edges, counts)
        yield Tick("verify", done, len(parts))


def _database(edges: Edges, counts: dict[str, int]) -> None:
    for problem in integrity_problems(edges.database):
        raise DamagedData(f"the database file is damaged: {problem}")
    counts["databases"] = 1


def _texts(edges: Edges, counts: dict[str, int]) -> None:
    for table in ("documents", "snapshots"):
        for row in rows.select(edges.database, table, where="text IS NOT NULL", order_by="id"):
            if digest(row["text"]) != row["text_digest"]:
                raise DamagedData(f"the text of {row['id']} does not match its digest")
            counts[f"texts of {table}"] = counts.get(f"texts of {table}", 0) + 1


def _payloads(edges: Edges, counts: dict[str, int]) -> None:
    for row in snapshots.with_file(edges.database):
        try:
            body = read_payload(edges.archive, row["warc_file"], row["warc_offset"])
        except OSError as why:
            raise DamagedData(f"the archive of {row['id']} cannot be read: {why}") from None
        if digest(body) != row["payload_digest"]:
            raise DamagedData(f"the archived body of {row['id']} does not match its digest")
        counts["archived bodies"] = counts.get("archived bodies", 0) + 1


def _captures(edges: Edges, counts: dict[str, int]) -> None:
    for row in snapshots.captures_elsewhere(edges.database):
        try:
            fields, _ = read_record(edges.archive, row["warc_file"], row["warc_offset"])
        except OSError as why:
            raise DamagedData(f"the archive of {row['id']} cannot be read: {why}") from None
        for column, name in STATED.items():
            if row[column] is not None and header(fields, name) != row[column]:
                raise DamagedData(f"the archived record of {row['id']} is not the one it was")
        counts["further records"] = counts.get("further records", 0) + 1


def _replies(edges: Edges, counts: dict[str, int]) -> None:
    for row in rows.select(edges.database, "replies", where="warc_file IS NOT NULL"):
        kept_body(edges, row)
        counts["replies of providers"] = counts.get("replies of providers", 0) + 1


def _quotes(edges: Edges, counts: dict[str, int]) -> None:
    for table, owner in QUOTED.items():
        text: str = ""
        held: Any = None
        for row in rows.select(edges.database, table, order_by=f"{owner}, start"):
            if row[owner] != held:
                held = row[owner]
                text = (rows.get(edges.database, f"{owner}s", held) or {}).get("text") or ""
            changed = digest(text) != (row.get("text_digest") or digest(text))
            if changed or text[row["start"] : row["end"]] != row["exact"]:
                raise DamagedData(f"the quote of {row['id']} does not stand in {held}")
            counts[f"quotes of {table}"] = counts.get(f"quotes of {table}", 0) + 1


def _events(edges: Edges, counts: dict[str, int]) -> None:
    counts["review events"] = verify_chain(reviews.every(edges.database))
