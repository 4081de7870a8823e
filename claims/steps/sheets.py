"""Claims to a table for spreadsheets and back: `export csv` and `import FILE.csv`."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.export.review_table import Column, Resource, csv_bytes, descriptor
from claims.model.errors import UserError
from claims.review.deeds import allowed
from claims.review.sheet import COLUMNS, decoded, read_sheet
from claims.review.sheet_changes import cells_of, deeds, differences
from claims.review.standing import fold
from claims.steps.lookup import find_one
from claims.steps.report import Failure
from claims.steps.review import review, spelled, standing_of
from db import reviews, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from claims.review.sheet import SheetRow
    from claims.steps.edges import Edges

TABLE = "claims.csv"
NUMBERS = {"last_seq": "integer", "check_worthiness": "number"}

MEANING = {
    "id": "The claim.",
    "last_seq": "Number of its last event; a row is refused when there is a later one.",
    "document": "The article.",
    "article_title": "The article's title.",
    "published": "When the article was published (EDTF).",
    "sentence": "The whole sentence.",
    "exact": "The words of the claim; never changed.",
    "check_worthiness": "How much it deserves checking, 0 to 1.",
    "flags": "Open questions.",
    "judged_by": "Who made the judgement in force.",
    "second_reader": "Who has read it again.",
    "status": "Edit: the state to go to.",
    "reason": "Edit: why.",
    "assignee": "Edit: who works on it.",
    "comment": "Edit: a note for the desk, added to those that are there.",
}


@dataclass(slots=True)
class Reading:
    """What came of a table: `changed` has a row for each cell, `failures` the rows that were refused."""

    changed: list[dict[str, Any]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    unchanged: int = 0
    others: list[str] = field(default_factory=list)


def export_csv(edges: Edges, folder: Path, chosen: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Write the claims (rows) into `folder` as a data package; what was written."""
    if folder.exists() and not folder.is_dir():
        raise UserError(f"{folder} is a file; --out takes a folder")
    table = [_shown(edges, claim) for claim in chosen]
    raw = csv_bytes(COLUMNS, table)
    columns = [Column(n, NUMBERS.get(n, "string"), _meaning(n)) for n in COLUMNS]
    made = Resource("claims", TABLE, "Claims under review", columns, "id", raw)
    about = descriptor("citetrail-review", "Claims under review", [made])
    folder.mkdir(parents=True, exist_ok=True)
    # The table last: whoever sees it sees its description too
    told = json.dumps(about, ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(told, encoding="utf-8")
    beside = folder / f".{TABLE}.new"
    beside.write_bytes(raw)
    beside.replace(folder / TABLE)
    return {"path": str(folder / TABLE), "claims": len(table)}


def import_csv(
    edges: Edges, raw: bytes, *, actor: str, reason: str | None, dry_run: bool
) -> Reading:
    """Make claims so as the table says, each row whole or not at all. Raises BadInput for no such table."""
    found, others = read_sheet(decoded(raw))
    reading = Reading(others=others)
    done: dict[str, int] = {}
    for row in found:
        try:
            with transaction(edges.database):
                _one(edges, row, _Wish(actor, reason, dry_run), reading, done)
        except UserError as why:
            reading.failures.append(Failure(f"row {row.number}", str(why)))
    return reading


@dataclass(frozen=True, slots=True)
class _Wish:
    actor: str
    reason: str | None
    dry_run: bool


def _one(edges: Edges, row: SheetRow, wish: _Wish, reading: Reading, done: dict[str, int]) -> None:
    claim = find_one(edges.database, row.cells["id"], table="claims")
    if claim["id"] in done:
        raise UserError(f"{claim['id']} is in row {done[claim['id']]} already")
    done[claim["id"]] = row.number
    standing = standing_of(edges.database, claim["id"])
    found = differences(row, claim, standing)
    wanted = deeds(row, found, wish.actor, wish.reason)
    if not wanted:
        reading.unchanged += 1
        return
    for deed in wanted:
        if wish.dry_run:
            allowed(standing, spelled(edges, deed))
        else:
            review(edges, claim, deed)
    reading.changed += [
        {"claim": claim["id"], "row": row.number, "field": one.field, "before": one.before,
         "after": one.after}
        for one in found
    ]  # fmt: skip


def _shown(edges: Edges, claim: Mapping[str, Any]) -> dict[str, Any]:
    standing = fold(reviews.of_claim(edges.database, claim["id"]))
    document = rows.get(edges.database, "documents", claim["document"]) or {}
    return {
        **{name: claim[name] for name in ("id", "document", "sentence", "exact")},
        "last_seq": standing.seq,
        "article_title": document.get("title"),
        "published": document.get("published"),
        "check_worthiness": claim["check_worthiness"],
        "flags": "; ".join(f"{name}: {why}" for name, why in standing.flags.items()),
        "judged_by": standing.judged_by,
        "second_reader": standing.second_reader,
        **cells_of(claim, standing),
    }


def _meaning(name: str) -> str:
    return MEANING.get(name) or f"Edit: {name.replace('_', ' ')}."
