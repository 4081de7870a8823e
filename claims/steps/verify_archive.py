"""Every byte of the archive, and what the tables say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.archive.reader import read_payload, read_record
from claims.archive.whole_file import Stretch, check_extent, check_rest
from claims.model.capture import capture_id
from claims.model.errors import DamagedData
from claims.model.exchange import header
from claims.model.ids import check_id, digest
from claims.model.snapshot import FetchOutcome, snapshot_id
from claims.model.so_many import so_many
from claims.steps.replies import kept_body
from db import rows, snapshots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.steps.edges import Edges

STATED = {"payload_digest": "WARC-Payload-Digest", "block_digest": "WARC-Block-Digest"}
"""Columns of a capture, and the fields of its record that must say the same."""

PLACE = ("warc_file", "warc_offset", "warc_length")
TOLD = ("warc_date", "warc_target_uri", "http_status")
"""Columns of a copy that one of its captures must say as well: where it lies, and what was told of it."""


def files(edges: Edges, counts: dict[str, int]) -> None:
    """The bytes of every WARC file: exchanges by their digests, all else by the form of records."""
    for words in lost(edges):
        raise DamagedData(words)
    covered: dict[str, list[Stretch]] = {}
    ends: dict[str, int] = {}
    for row in rows.select(edges.database, "captures", order_by="warc_file, exchange_offset"):
        held = covered.setdefault(row["warc_file"], [])
        stretch = Stretch(row["exchange_offset"], row["exchange_offset"] + row["exchange_length"])
        ends[row["warc_file"]] = stretch.end
        if row["exchange_digest"] is None:
            continue
        check_extent(edges.archive, row["warc_file"], stretch, row["exchange_digest"])
        held.append(stretch)
        _count(counts, "archived exchanges")
    for name, held in covered.items():
        if "/" in name or name in {"", ".", ".."}:
            raise DamagedData(f"{name!r} is no file of an archive")
        rest = check_rest(edges.archive / name, held, known_end=ends[name])
        counts["records outside of them"] = counts.get("records outside of them", 0) + rest


def lost(edges: Edges) -> Iterator[str]:
    """What is missing of the archive's files, and how to mend it."""
    for held in snapshots.files(edges.database):
        path = edges.archive / held["warc_file"]
        if not path.is_file():
            yield (
                f"{path} is not there, with {so_many(held['exchanges'], 'archived exchange')};"
                " it belongs beside the database: bring it back"
            )
        elif (length := path.stat().st_size) < held["end"]:
            yield f"{path} breaks off at byte {length} of {held['end']}; bring it back from a backup"


def bodies(edges: Edges, counts: dict[str, int]) -> None:
    """The body of every copy against its digest."""
    for row in snapshots.with_file(edges.database):
        try:
            body = read_payload(edges.archive, row["warc_file"], row["warc_offset"])
        except OSError as why:
            raise DamagedData(f"the archive of {row['id']} cannot be read: {why}") from None
        if digest(body) != row["payload_digest"]:
            raise DamagedData(f"the archived body of {row['id']} does not match its digest")
        _count(counts, "archived bodies")


def identities(edges: Edges, counts: dict[str, int]) -> None:
    """The ids of copies and captures against what they are made of."""
    for row in rows.select(edges.database, "snapshots", order_by="id"):
        made = snapshot_id(
            url=row["url"],
            outcome=FetchOutcome(row["outcome"]),
            payload_digest=row["payload_digest"],
            reason=row["reason"],
        )
        check_id(row, made)
        _count(counts, "copies")
        _told_by_captures(row, snapshots.captures_of(edges.database, row["id"]))
    for row in rows.select(edges.database, "captures", order_by="id"):
        names = ("url", "warc_date", "warc_file", "warc_offset")
        if not _before_the_log(edges, row):
            check_id(row, capture_id(**{name: row[name] for name in names}))


def records_elsewhere(edges: Edges, counts: dict[str, int]) -> None:
    """Records that no copy points to: revisits, failures, replies to searches."""
    for row in snapshots.captures_elsewhere(edges.database):
        try:
            fields, _ = read_record(edges.archive, row["warc_file"], row["warc_offset"])
        except OSError as why:
            raise DamagedData(f"the archive of {row['id']} cannot be read: {why}") from None
        for column, name in STATED.items():
            if row[column] is not None and header(fields, name) != row[column]:
                raise DamagedData(f"the archived record of {row['id']} is not the one it was")
        _count(counts, "further records")


def replies(edges: Edges, counts: dict[str, int]) -> None:
    """The kept replies of providers, and of registries that were asked what a work is."""
    for table, who in (("replies", "providers"), ("works", "registries")):
        for row in rows.select(edges.database, table, where="warc_file IS NOT NULL"):
            kept_body(edges, row)
            _count(counts, f"replies of {who}")


def _told_by_captures(copy: dict[str, Any], captures: list[dict[str, Any]]) -> None:
    if copy["warc_file"] is None or not captures:
        return
    for names in (PLACE, TOLD):
        if not any(all(one[name] == copy[name] for name in names) for one in captures):
            said = ", ".join(names)
            raise DamagedData(f"{said} of {copy['id']} are those of none of its captures")


def _before_the_log(edges: Edges, capture: dict[str, Any]) -> bool:
    """Whether it was written down when the log was begun, for a copy that was there: it has its digits."""
    copy = capture["snapshot"] or ""
    if capture["id"][1:] != copy[1:] or capture["block_digest"] or capture["exchange_digest"]:
        return False
    held = rows.get(edges.database, "snapshots", copy)
    return held is not None and bool(held["url"] == capture["url"])


def _count(counts: dict[str, int], what: str) -> None:
    counts[what] = counts.get(what, 0) + 1
