"""`export` and `import`."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.commands import columns
from claims.commands.output import Form, Json, Nl, emit, emit_one, finish, form, say
from claims.commands.reviews import As, reviewer
from claims.commands.state import open_edges
from claims.export.web_annotation import collection
from claims.files.read import open_stdin, read_file, read_stdin
from claims.model.citation import CitationRole
from claims.model.errors import UserError
from claims.steps.annotate import Wish, annotated, cite_annotations
from claims.steps.listing import filtered
from claims.steps.lookup import find_claims
from claims.steps.report import Failure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from claims.steps.edges import Edges

app = typer.Typer(rich_markup_mode=None)


class Format(Enum):
    """What can be exported."""

    CSV = "csv"
    WACZ = "wacz"
    WEB_ANNOTATION = "web-annotation"


@app.command()
def export(
    ctx: typer.Context,
    format_: Annotated[
        Format,
        typer.Argument(
            metavar="FORMAT",
            help="csv: claims for a spreadsheet; wacz: the archived pages; web-annotation: citations.",
        ),
    ],
    claims: Annotated[list[str] | None, typer.Argument(metavar="[CLAIM]...")] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help="File of a wacz or folder of a csv; else named as the database."
        ),
    ] = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Write what is stored in a format of others.

    `csv` is a folder with the table claims.csv, which can be edited in a spreadsheet and read in again
    with `import`, and its description datapackage.json.
    `wacz` is one file with the archived pages that CLAIM rests on, or with all of them; it opens in
    ReplayWeb.page and other readers of web archives. Replies to searches are not in it.
    `web-annotation` is a W3C Annotation Collection of the citations on stdout (with --nl one annotation
    a line).

    \b
    Example:
      citetrail export csv --out desk
      citetrail export wacz c-7f3a --out losses.wacz
      citetrail export web-annotation > citations.jsonld
    """
    how = form(json, nl)
    edges = open_edges(ctx)
    chosen = find_claims(edges.database, claims or [])
    if format_ is Format.CSV:
        _csv(edges, chosen, out, how)
    elif format_ is Format.WACZ:
        _wacz(edges, chosen, out, how)
    else:
        made = annotated(edges, chosen or filtered(edges.database, {}, limit=-1))
        if how is Form.NL:
            emit(made, how, columns=(), empty="")
        else:
            emit_one(collection(made), Form.JSON)


def is_json(raw: bytes) -> bool:
    """Whether a file is JSON rather than a table, by its first sign."""
    return raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}


def _table(edges: Edges, raw: bytes, wish: tuple[str, str | None, bool], how: Form) -> None:
    from claims.steps.sheets import import_csv  # noqa: PLC0415 - as below

    actor, reason, dry_run = wish
    reading = import_csv(edges, raw, actor=actor, reason=reason, dry_run=dry_run)
    emit(reading.changed, how, columns=columns.CHANGES, empty="Nothing is changed.")
    if reading.others:
        say(f"Columns that are not read: {', '.join(reading.others)}")
    claims = len({one["claim"] for one in reading.changed})
    would = "would be changed" if dry_run else "changed"
    say(f"{claims} claim{'' if claims == 1 else 's'} {would}, {reading.unchanged} as they were")
    finish(reading.failures, done=claims + reading.unchanged)


def _csv(edges: Edges, chosen: Sequence[dict[str, Any]], out: Path | None, how: Form) -> None:
    from claims.steps.sheets import export_csv  # noqa: PLC0415 - one format's code at a time

    folder = out or Path(f"{edges.path.stem}-csv")
    report = export_csv(edges, folder, chosen or filtered(edges.database, {}, limit=-1))
    if how is Form.TABLE:
        say(f"{report['claims']} claims in {report['path']}")
    else:
        emit_one(report, how)


def _wacz(edges: Edges, chosen: Sequence[dict[str, Any]], out: Path | None, how: Form) -> None:
    from claims.steps.export_wacz import export_wacz  # noqa: PLC0415 - one format's code at a time

    path = out or Path(f"{edges.path.stem}.wacz")
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise UserError(f"{path} cannot be written: --out takes the path of a file in a folder")
    failures: list[Failure] = []
    report = export_wacz(edges, path, chosen, failures=failures)
    if how is Form.TABLE:
        say(f"{report['pages']} pages, {report['records']} records in {path}")
    else:
        emit_one(report, how)
    finish(failures, done=report["records"])


@app.command("import")
def import_command(
    ctx: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="FILE|-", help="JSON-LD or a reviewed table; - for stdin.")
    ],
    claim: Annotated[str | None, typer.Option(help="Cite all of it for this claim.")] = None,
    role: Annotated[
        CitationRole | None, typer.Option(help="What the words do for the claim.")
    ] = None,
    nearest: Annotated[
        bool, typer.Option("--nearest", help="Cite words that changed as they stand in the copy.")
    ] = False,
    reason: Annotated[
        str | None, typer.Option(help="Why, for rows of a table that give no reason.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Of a table, only show what would change.")
    ] = False,
    actor: As = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Take in what Web Annotations quote, or a table that was reviewed in a spreadsheet.

    A table is one that `export csv` wrote: each row whose cells were changed is one act on its claim. A
    row is refused when somebody has acted on the claim since. Annotations that `export web-annotation`
    wrote name their claim and role; for others give both.

    \b
    Example:
      citetrail import citations.jsonld
      citetrail import hypothesis.json --claim c-7f3a --role supports
      citetrail import desk/claims.csv --as ada --dry-run
    """
    how = form(json, nl)
    edges = open_edges(ctx)
    raw = read_stdin(open_stdin()) if source == "-" else read_file(Path(source))
    if not is_json(raw):
        _table(edges, raw, (reviewer(edges, actor), reason, dry_run), how)
        return
    failures: list[Failure] = []
    wish = Wish(claim, role, reviewer(edges, actor), nearest)
    made = cite_annotations(edges, raw, wish, failures=failures)
    emit(made, how, columns=columns.CITATIONS, empty="Nothing was cited.")
    finish(failures, done=len(made))
