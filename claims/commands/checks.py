"""`verify`, `rebuild-text` and `doctor`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from claims.commands import columns
from claims.commands.chosen import chosen
from claims.commands.output import PART, Csv, Form, Json, Nl, emit, emit_one, finish, form, say
from claims.commands.progress import follow
from claims.commands.state import PUBLIC, open_edges
from claims.model.errors import UserError
from claims.steps.diagnose import diagnose
from claims.steps.lookup import snapshot_ids
from claims.steps.report import Failure
from claims.steps.verify import verify

app = typer.Typer(rich_markup_mode=None)


@app.command("verify")
def verify_command(
    ctx: typer.Context,
    database: Annotated[Path | None, typer.Argument(metavar="[DB]")] = None,
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
        if not database.exists():
            raise UserError(f"{database} is not there: check the path")
        if database.name == PUBLIC:
            raise UserError(
                f"{database} is the public database, which holds no chain; give the working database"
                " that it was made from"
            )
        ctx.obj.db = str(database)
    counts: dict[str, int] = {}
    follow(ctx, verify(open_edges(ctx), counts))
    emit_one(counts, how)


@app.command("rebuild-text")
def rebuild_text_command(
    ctx: typer.Context,
    snapshots: Annotated[list[str] | None, typer.Argument(metavar="[SNAPSHOT]...")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Change nothing.")] = False,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Derive texts again from archived bytes; list what changed.

    The bytes are never touched. A text that is cited is kept as it was: held, with what the citation
    would find in the new one. Where a text changes, its passages are cut anew by the next evidence.

    \b
    Example:
      citetrail rebuild-text --dry-run
      citetrail rebuild-text s-7f3a
    """
    from claims.steps.rebuild_text import (  # noqa: PLC0415 - loads the readers of pages
        failures_in,
        rebuild_text,
        rebuildable,
    )

    how = form(json, nl, csv)
    edges = open_edges(ctx)
    failures: list[Failure] = []
    named = chosen(snapshot_ids, edges.database, snapshots, failures=failures)
    report: list[dict[str, object]] = []
    follow(ctx, rebuild_text(edges, named or rebuildable(edges), write=not dry_run, report=report))
    changed = [row for row in report if row["state"] != "unchanged"]
    emit(changed, how, columns=columns.REBUILT, empty="")
    counts = Counter(str(row["state"]) for row in report)
    say(", ".join(f"{n} {state}" for state, n in counts.items()) or "No copies.")
    broken = failures_in(report)
    finish([*failures, *broken], done=len(report) - len(broken))


@app.command()
def doctor(ctx: typer.Context, json: Json = False, nl: Nl = False) -> None:
    """Say what is installed, what is stored, and what is wrong.

    \b
    Example:
      citetrail doctor
    """
    how = form(json, nl)
    report = diagnose(open_edges(ctx))
    if how is Form.TABLE:
        chosen = {name: value for name, value in report["settings"].items() if value}
        emit_one({**report, "settings": chosen}, how)
    else:
        emit_one(report, how)
    for problem in report["problems"]:
        say(f"Problem: {problem}")
    if report["problems"]:
        raise typer.Exit(PART)
