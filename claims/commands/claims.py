"""`claims` and `show`."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.commands import columns
from claims.commands.output import Csv, Json, Nl, emit, emit_one, form
from claims.commands.state import open_edges
from claims.commands.values import STATES, calendar_date
from claims.model.claim import ClaimKind
from claims.model.review import Status
from claims.steps.listing import everything, filtered
from claims.steps.lookup import document_ids, find_one, table_of

app = typer.Typer(rich_markup_mode=None)


@app.command()
def claims(
    ctx: typer.Context,
    document: Annotated[str | None, typer.Option(help="Of this document (id, path, URL).")] = None,
    status: Annotated[
        Status | None, typer.Option(metavar="STATE", help=f"In this review state: {STATES}.")
    ] = None,
    kind: Annotated[ClaimKind | None, typer.Option(help="Of this kind.")] = None,
    claimant: Annotated[str | None, typer.Option(help="Said by somebody so named.")] = None,
    min_worth: Annotated[
        float | None, typer.Option("--min-worth", min=0, max=1, help="At least this worth it.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="Of articles from this date on.", callback=calendar_date)
    ] = None,
    verdict: Annotated[str | None, typer.Option(help="With this verdict.")] = None,
    assignee: Annotated[str | None, typer.Option(help="Given to this reviewer.")] = None,
    flag: Annotated[str | None, typer.Option(help="With an open flag of this name.")] = None,
    q: Annotated[str | None, typer.Option("--q", help="Holding all these words.")] = None,
    limit: Annotated[int, typer.Option(min=0, max=2**31, help="At most so many; 0 for all.")] = 0,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """List claims.

    \b
    Example:
      citetrail claims --kind quantity --min-worth 0.6
      citetrail claims --q "Soviet soldiers" --json
      citetrail claims --status in_progress --assignee bob
    """
    how = form(json, nl, csv)
    edges = open_edges(ctx)
    filters = {
        "document": document_ids(edges.database, [document])[0]
        if document and document.strip()
        else None,
        "status": status.value if status else None,
        "kind": kind.value if kind else None,
        "claimant": claimant,
        "min_worth": min_worth,
        "since": since,
        "verdict": verdict,
        "assignee": assignee,
        "flag": flag,
        "q": q,
    }
    listed = filtered(edges.database, filters, limit=limit or -1)
    emit(listed, how, columns=columns.CLAIMS, empty="No claims.")


@app.command()
def show(
    ctx: typer.Context,
    record: Annotated[str, typer.Argument(metavar="ID", help="Any unique beginning of an id.")],
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Show one record with everything known about it.

    \b
    Example:
      citetrail show c-7f3a
      citetrail show d-90b1 --json
    """
    from claims.steps.old_captures import elsewhere  # noqa: PLC0415 - the network is not for listing

    how = form(json, nl)
    edges = open_edges(ctx)
    row = find_one(edges.database, record)
    table = table_of(record)
    emit_one(everything(edges, table, row) | elsewhere(edges, table, row), how)
