"""`verify` and `doctor`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claims.commands.output import PART, Json, Nl, emit_one, form, say
from claims.commands.progress import follow
from claims.commands.state import open_edges
from claims.steps.diagnose import diagnose
from claims.steps.verify import verify

app = typer.Typer(rich_markup_mode=None)


@app.command("verify")
def verify_command(
    ctx: typer.Context,
    database: Annotated[Path | None, typer.Argument(metavar="[DB]", exists=True)] = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Recompute every digest, quote and link of the chain.

    Ends with 1 and names the first broken link when something does not match.

    \b
    Example:
      citetrail verify
    """
    how = form(json, nl)
    if database:
        ctx.obj.db = str(database)
    counts: dict[str, int] = {}
    follow(ctx, verify(open_edges(ctx), counts))
    emit_one(counts, how)


@app.command()
def doctor(ctx: typer.Context, json: Json = False, nl: Nl = False) -> None:
    """Say what is installed, what is stored, and what is wrong.

    \b
    Example:
      citetrail doctor
    """
    how = form(json, nl)
    report = diagnose(open_edges(ctx))
    emit_one(report, how)
    for problem in report["problems"]:
        say(f"Problem: {problem}")
    if report["problems"]:
        raise typer.Exit(PART)
