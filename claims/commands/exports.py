"""`export`."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from claims.commands.output import Form, Json, Nl, emit_one, finish, form, say
from claims.commands.state import open_edges
from claims.model.errors import UserError
from claims.steps.lookup import find_claims
from claims.steps.report import Failure

app = typer.Typer(rich_markup_mode=None)


class Format(Enum):
    """What can be exported."""

    WACZ = "wacz"


@app.command()
def export(
    ctx: typer.Context,
    format_: Annotated[Format, typer.Argument(metavar="FORMAT", help="wacz: the archived pages.")],
    claims: Annotated[list[str] | None, typer.Argument(metavar="[CLAIM]...")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file to write; else NAME.wacz here.")
    ] = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Write what is stored in a format of others.

    `wacz` is one file with the archived pages that CLAIM rests on, or with all of them; it opens in
    ReplayWeb.page and other readers of web archives. Replies to searches are not in it.

    \b
    Example:
      citetrail export wacz c-7f3a --out losses.wacz
    """
    from claims.steps.export_wacz import export_wacz  # noqa: PLC0415 - one format's code at a time

    how = form(json, nl)
    edges = open_edges(ctx)
    path = out or Path(f"{edges.path.stem}.{format_.value}")
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise UserError(f"{path} cannot be written: --out takes the path of a file in a folder")
    failures: list[Failure] = []
    chosen = find_claims(edges.database, claims or [])
    report = export_wacz(edges, path, chosen, failures=failures)
    if how is Form.TABLE:
        say(f"{report['pages']} pages, {report['records']} records in {path}")
    else:
        emit_one(report, how)
    finish(failures, done=report["records"])
