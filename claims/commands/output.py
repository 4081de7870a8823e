"""Records to stdout as a table, JSON, JSON lines or CSV; words to stderr."""

from __future__ import annotations

import csv
import json
import re
import sys
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.commands.columns import SECTIONS, cell
from claims.commands.state import ERRNO
from claims.model.ids import short_id
from claims.review.sheet_cells import neutral
from claims.text.terminal import for_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.table import Table

    from claims.steps.report import Failure

Json = Annotated[bool, typer.Option("--json", help="One JSON array on stdout.")]
Nl = Annotated[bool, typer.Option("--nl", help="One JSON object a line.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV with a header.")]

PART = 3
"""Exit code when some inputs or sources failed and the rest is stored."""


class Form(Enum):
    """How records are printed."""

    TABLE = "table"
    JSON = "json"
    NL = "nl"
    CSV = "csv"


def form(json: bool, nl: bool, csv: bool = False) -> Form:
    """The one form asked for. More than one is wrong use."""
    asked = [f for f, on in ((Form.JSON, json), (Form.NL, nl), (Form.CSV, csv)) if on]
    if len(asked) > 1:
        raise typer.BadParameter("give one of --json, --nl and --csv")
    return asked[0] if asked else Form.TABLE


def emit(
    records: Iterable[Mapping[str, Any]],
    how: Form,
    *,
    columns: Sequence[str],
    empty: str,
    failures: Sequence[Failure] = (),
) -> int:
    """Print the records as they come, so that millions take no memory; how many there were.

    A table shows `columns` alone, or the words `empty` on stderr unless `failures` will tell why.
    """
    if how is Form.NL:
        return sum(_line(record) for record in records)
    if how is Form.JSON:
        return _array(records)
    if how is Form.CSV:
        return _csv(records, columns)
    printed = _blocks(records, columns)
    if not printed and empty and not failures:
        say(empty)
    return printed


def _line(record: Mapping[str, Any]) -> int:
    typer.echo(_json(record))
    return 1


def _array(records: Iterable[Mapping[str, Any]]) -> int:
    """The bytes of `json.dumps(list(records), indent=2)`, one record at a time."""
    printed = 0
    for printed, record in enumerate(records, start=1):
        lines = _json(record, indent=2).replace("\n", "\n  ")
        typer.echo(("[" if printed == 1 else ",") + "\n  " + lines, nl=False)
    typer.echo("\n]" if printed else "[]")
    return printed


ACTING = re.compile("[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Signs that act on a terminal and that JSON writes as they are; it knows them by their code as well."""


def _json(record: Mapping[str, Any], *, indent: int | None = None) -> str:
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    return ACTING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


BLOCK = 1000
"""Rows of a table that are laid out together; what follows has the same columns, without a header."""


def _blocks(records: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> int:
    coming = iter(records)
    printed = 0
    while block := list(islice(coming, BLOCK)):
        table(block, columns, header=not printed)
        printed += len(block)
    return printed


def emit_one(record: Mapping[str, Any], how: Form) -> None:
    """Print one record as a JSON object, or as lines of name and value."""
    if how is not Form.TABLE:
        indent = 2 if how is Form.JSON else None
        typer.echo(_json(record, indent=indent))
        return
    sections = {
        name: value
        for name, value in record.items()
        if name in SECTIONS and value and isinstance(value, list)
    }
    for name, value in record.items():
        if name in sections or name == "text":
            continue
        parts = [] if _is_record(value) else _parts(value)
        typer.echo(f"{name}:" if parts else f"{name}: {_named(value)}")
        for line in parts:
            typer.echo(f"  {line}")
    for name, listed in sections.items():
        typer.echo(f"\n{name}\n")
        table(listed, SECTIONS[name])
    if record.get("text"):
        typer.echo(f"\ntext\n\n{for_terminal(record['text'], lines=True)}")


def _is_record(value: Any) -> bool:
    return isinstance(value, dict) and ID.fullmatch(str(value.get("id"))) is not None


def _named(value: Any) -> str:
    """A value in one line; a record within a record by its id and title."""
    if _is_record(value):
        return shown(" ".join([short_id(value["id"]), value.get("title") or ""]))
    return shown(value)


def _parts(value: Any) -> list[str]:
    """The lines of a value that is more than a line; none of a plain one."""
    if isinstance(value, dict):
        return [f"{name}: {shown(one)}" for name, one in value.items()]
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return [shown(one) for one in value] if len("; ".join(value)) > LONGEST_CELL else []
    return []


def _csv(records: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> int:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    names: list[str] = []
    printed = 0
    for record in records:
        if not names:
            names = list(record)
            writer.writerow(names)
        cells = [neutral(_flat(record.get(name))) for name in names]
        if is_terminal():
            cells = [for_terminal(c, lines=True) if isinstance(c, str) else c for c in cells]
        writer.writerow(cells)
        printed += 1
    if not names:
        writer.writerow(columns)
    return printed


def is_terminal() -> bool:
    """Whether a person reads standard output as it comes."""
    return sys.stdout.isatty()


def _flat(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict | bool) else value


LONGEST_CELL = 160
"""Characters of a cell in a table; JSON and CSV hold everything."""

WRAPS_FROM = 40
"""From this length on a cell takes several lines, and rows need a line between them."""

USUAL_WIDTH = 80
"""Where COLUMNS is 0, as shells without a screen set it, and rich would print nothing."""

NARROW = frozenset(
    {
        *("id", "document", "kind", "status", "check_worthiness", "rank"),
        *("agreement", "numbers", "stance", "gate"),
    }
)
"""Columns that are never broken, so that the texts share the rest of the width."""


def table(
    records: Sequence[Mapping[str, Any]], columns: Sequence[str], *, header: bool = True
) -> None:
    """Print a table as wide as the terminal; long texts wrap, very long ones are cut."""
    from rich.console import Console  # noqa: PLC0415 - only a table needs rich
    from rich.text import Text  # noqa: PLC0415

    cells = [[_cell(cell(record, name)) for name in columns] for record in records]
    wraps = any(len(cell) > WRAPS_FROM for row in cells for cell in row)
    narrow = {
        name
        for at, name in enumerate(columns)
        if name in NARROW or all(SHORT_ID.fullmatch(row[at]) for row in cells)
    }
    grid = _grid(columns, narrow, wraps=wraps, header=header)
    for row in cells:
        # Text, not str: claims may hold "[b]", which rich would take for markup
        grid.add_row(*map(Text, row))
    console = Console(highlight=False, soft_wrap=False)
    console.width = console.width or USUAL_WIDTH
    with console.capture() as captured:
        console.print(grid)
    for line in captured.get().splitlines():
        typer.echo(line.rstrip())


def _grid(columns: Sequence[str], narrow: set[str], *, wraps: bool, header: bool) -> Table:
    from rich.table import Table  # noqa: PLC0415 - only a table needs rich

    padding = (0, 2, 1 if wraps else 0, 0)
    grid = Table(box=None, pad_edge=False, header_style="bold", padding=padding, show_header=header)
    for name in columns:
        short = name in narrow
        grid.add_column(
            name.replace("_", " "),
            overflow="fold",
            no_wrap=short,
            ratio=None if short else 1,
            min_width=len(name) if short else None,  # as wide as under a header
        )
    return grid


def _cell(value: Any) -> str:
    if isinstance(value, str) and ID.fullmatch(value):
        return short_id(value)
    words = shown(value)
    return words if len(words) <= LONGEST_CELL else words[: LONGEST_CELL - 1] + "…"


ID = re.compile(r"[a-z]-[0-9a-f]{16}")
SHORT_ID = re.compile(r"[a-z]-[0-9a-f]{6,16}")


def shown(value: Any) -> str:
    """A value for a person's terminal: no control character or direction override reaches it raw."""
    if value is None or value == {}:
        return "–"  # noqa: RUF001 - the mark of an empty cell
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}".rstrip("0").rstrip(".")
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = "; ".join(value) or "–"  # noqa: RUF001 - the mark of an empty cell
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False)
    return for_terminal(str(value).strip())


def say(words: str) -> None:
    """A line for the person, on stderr."""
    typer.echo(shown(ERRNO.sub("", words)), err=True)


def finish(failures: Sequence[Failure], *, done: int) -> None:
    """List what failed, and leave with 3 when something else was done, with 1 when nothing was."""
    for failure in failures:
        named = failure.what == "-" or failure.why.startswith(failure.what)
        words = failure.why if named else f"{failure.what}: {failure.why}"
        say(f"{'Failed' if done else 'Error'}: {words}")
    if failures:
        raise typer.Exit(PART if done else 1)
