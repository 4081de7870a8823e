"""The text of a reviewed table, as spreadsheets save it, to rows of named cells."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.errors import BadInput
from claims.review.fields import JUDGEMENT, STATEMENTS, WORDS
from claims.review.sheet_cells import undone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHOWN = (
    *("id", "last_seq", "document", "article_title", "published", "sentence", "exact"),
    *("check_worthiness", "flags", "judged_by", "second_reader"),
)
"""Columns that are there to be read. Of these `id`, `last_seq` and `exact` say what a row is about."""

EDITED = ("status", "reason", "assignee", "comment", *WORDS, *JUDGEMENT, *STATEMENTS)
"""Columns that may be edited. `reason` and `comment` are empty in every export."""

COLUMNS = (*SHOWN, *EDITED)
NEEDED = ("id", "last_seq")
DELIMITERS = (",", ";", "\t", "|")
LONGEST_CELL = 200_000
BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number in the spreadsheet, and its cells by column with quotes against formulas undone."""

    number: int
    cells: Mapping[str, str]


def decoded(raw: bytes) -> str:
    r"""The file's text: by its mark, as UTF-8, else as Windows writes it in the West.

    >>> decoded(b"\xef\xbb\xbfid"), decoded("id;Zürich".encode("cp1252"))
    ('id', 'id;Zürich')
    """
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            try:
                return raw.decode(encoding)
            except UnicodeDecodeError:
                raise BadInput("the table breaks off in the middle of a sign") from None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def read_sheet(text: str) -> tuple[list[SheetRow], list[str]]:
    r"""The rows of the table, and its columns that are not ours. Raises BadInput when it is no table of ours.

    >>> rows, others = read_sheet("sep=;\nID;Last seq;my notes\nc-1;4;x\n")
    >>> rows[0].cells["last_seq"], others
    ('4', ['my notes'])
    """
    body = text.replace("\0", "")
    first = body.partition("\n")[0].strip()
    start = 1
    if first.casefold().startswith("sep="):
        body, start = body.partition("\n")[2], 2
    lines = _lines(body)
    try:
        names, others = _header(next(lines, []))
        found = list(_rows(lines, names, start))
    except csv.Error as why:
        raise BadInput(f"the table cannot be read: {why}") from None
    return found, others


def _lines(body: str) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    first = next((line for line in body.splitlines() if line.strip()), "")
    delimiter = max(DELIMITERS, key=lambda one: _known(first.split(one)))
    return iter(csv.reader(io.StringIO(body, newline=""), delimiter=delimiter))


def _known(names: list[str]) -> int:
    return sum(_name(one) in COLUMNS for one in names)


def _name(cell: str) -> str:
    return "_".join(cell.strip().strip('"').casefold().split())


def _header(cells: list[str]) -> tuple[list[str | None], list[str]]:
    names = [_name(one) for one in cells]
    for needed in NEEDED:
        if needed not in names:
            raise BadInput(
                f"the table has no column {needed}; it takes what `citetrail export csv` writes"
            )
    twice = sorted({one for one in names if one in COLUMNS and names.count(one) > 1})
    if twice:
        raise BadInput(f"the column {twice[0]} is there twice")
    known = [one if one in COLUMNS else None for one in names]
    others = [cell.strip() for cell, one in zip(cells, known, strict=True) if not one]
    return known, [one for one in others if one]


def _rows(lines: Iterator[list[str]], names: list[str | None], start: int) -> Iterator[SheetRow]:
    for number, cells in enumerate(lines, start=start + 1):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
            raise BadInput(f"row {number} has more cells than there are columns")
        # Spreadsheets leave empty cells at the end of a row out
        padded = [*cells, *[""] * (len(names) - len(cells))]
        pairs = zip(names, padded, strict=False)
        yield SheetRow(number, {name: undone(cell.lstrip(" ")) for name, cell in pairs if name})
