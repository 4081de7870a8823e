"""Stored copies to passages in the index, with codes of their meaning: what is not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.encoder.meaning import shipped_meaning
from claims.evidence.passages import passage_spans
from claims.model.evidence import Passage, passage_id
from claims.model.record import plain
from db import passages, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlite_utils import Database

    from claims.encoder.meaning import MeaningTable

AT_ONCE = 200
"""Copies that are indexed in one transaction: whoever stops the work loses no more than these."""


def index_passages(database: Database) -> Iterator[tuple[int, int]]:
    """Index the readable copies that are not; (done, of how many) after every some of them."""
    table = shipped_meaning()
    missing = passages.not_indexed(database, table.name)
    for at in range(0, len(missing), AT_ONCE):
        some = missing[at : at + AT_ONCE]
        with transaction(database):
            _index(database, table, some)
        yield at + len(some), len(missing)


def _index(database: Database, table: MeaningTable, chosen: Sequence[str]) -> None:
    for key in chosen:
        snapshot = rows.get(database, "snapshots", key)
        if snapshot is None:  # somebody else's work in between
            continue
        cut = list(_cut(snapshot))
        passages.add(database, map(plain, cut))
        # The title says what a passage is about where its own words do not
        read = [f"{one.title}. {one.exact}" if one.title else one.exact for one in cut]
        passages.keep_codes(database, key, table.name, table.codes(read).tobytes())


def _cut(snapshot: dict[str, Any]) -> Iterator[Passage]:
    for ordinal, span in enumerate(passage_spans(snapshot["text"]), start=1):
        yield Passage(
            id=passage_id(snapshot=snapshot["id"], start=span.start, end=span.end),
            snapshot=snapshot["id"],
            ordinal=ordinal,
            start=span.start,
            end=span.end,
            exact=span.of(snapshot["text"]),
            title=snapshot["title"],
        )
