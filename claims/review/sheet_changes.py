"""A row of a reviewed table, held against where the claim stands, to the deeds that make it so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.model.errors import NotAllowed
from claims.model.review import Action, Status
from claims.review.deeds import Deed, comment
from claims.review.fields import JUDGEMENT, MAY_BE_EMPTY, STATEMENTS, WORDS
from claims.review.sheet_cells import (
    plain,
    quiet,
    same_dates,
    same_text,
    verdict_of,
    whole_number,
)
from claims.review.standing import words_in_force

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claims.review.sheet import SheetRow
    from claims.review.standing import Standing


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell that says something else than what stands."""

    field: str
    before: str
    after: str


def cells_of(claim: Mapping[str, Any], standing: Standing) -> dict[str, str]:
    """What an export writes into the columns that may be edited, of a claim given as a row."""
    words = words_in_force(claim, standing)
    texts = {name: words.get(name) for name in WORDS}
    texts |= {name: standing.fields.get(name) for name in (*JUDGEMENT, *STATEMENTS, "assignee")}
    texts |= {"status": standing.status.value, "reason": None, "comment": None}
    return {name: _cell(value) for name, value in texts.items()}


def differences(
    row: SheetRow, claim: Mapping[str, Any], standing: Standing
) -> tuple[Difference, ...]:
    """What the row changes. Raises NotAllowed when it is not about this claim as it stands."""
    _about(row, claim, standing)
    held = cells_of(claim, standing)
    return tuple(
        Difference(name, value, plain(row.cells[name]))
        for name, value in held.items()
        if name in row.cells and not _same(name, row.cells[name], quiet(value))
    )


def deeds(
    row: SheetRow, found: tuple[Difference, ...], actor: str, reason: str | None
) -> list[Deed]:
    """What the differences come to: one act, and a note where there is one. Raises NotAllowed."""
    said = plain(row.cells.get("reason", "")) or reason
    seen = whole_number(row.cells["last_seq"])
    changes: dict[str, Any] = {}
    unset = []
    status = None
    for one in found:
        if one.field == "status":
            status = _status(one.after)
        elif one.field not in {"reason", "comment"}:
            if one.after or one.field in {*MAY_BE_EMPTY, "dates", "kind"}:
                changes[one.field] = _value(one)
            else:
                unset.append(one.field)
    made = []
    if status or changes or unset:
        made.append(
            Deed(Action.IMPORT, actor, status, said, changes, tuple(unset), about=None, seen=seen)
        )
    note = plain(row.cells.get("comment", ""))
    return [*made, *([comment(actor, note)] if note else [])]


def _about(row: SheetRow, claim: Mapping[str, Any], standing: Standing) -> None:
    seen = whole_number(row.cells["last_seq"])
    if seen is None:
        raise NotAllowed(f"last_seq is {row.cells['last_seq']!r}, which is no number")
    if seen != standing.seq:
        raise NotAllowed(
            f"{standing.last_actor or 'somebody'} changed the claim after it was exported (event"
            f" {standing.seq}; the table has {seen}): export it again"
        )
    if "exact" in row.cells and not same_text(row.cells["exact"], quiet(claim["exact"])):
        raise NotAllowed(
            "the words in column exact are not those of the claim; was one column sorted alone?"
        )


def _same(name: str, cell: str, held: str) -> bool:
    if name == "dates":
        return same_dates(cell, held)
    given = verdict_of(plain(cell)) if name == "verdict" else plain(cell)
    return same_text(given, held)


def _value(one: Difference) -> Any:
    if one.field == "dates":
        return [part.strip() for part in one.after.replace(";", ",").split(",") if part.strip()]
    if one.field == "verdict":
        return verdict_of(one.after)
    return one.after or None


def _status(cell: str) -> Status:
    name = "_".join(cell.casefold().replace("-", " ").replace("_", " ").split())
    try:
        return Status(name)
    except ValueError:
        known = ", ".join(one.value for one in Status)
        raise NotAllowed(f"{cell!r} is no state; there are: {known}") from None


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
