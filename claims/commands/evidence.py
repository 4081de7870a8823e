"""`evidence`."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.commands import columns
from claims.commands.chosen import chosen
from claims.commands.output import Csv, Json, Nl, emit, finish, form
from claims.commands.progress import follow
from claims.commands.state import open_edges
from claims.steps.gather_evidence import gather_evidence
from claims.steps.listing import evidence_of, filtered
from claims.steps.lookup import find_claims
from claims.steps.report import Failure

app = typer.Typer(rich_markup_mode=None)


@app.command()
def evidence(
    ctx: typer.Context,
    claims: Annotated[list[str] | None, typer.Argument(metavar="[CLAIM]...")] = None,
    top: Annotated[int, typer.Option(min=1, max=50, help="Passages to keep of each.")] = 5,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Rank the passages of stored copies that bear on claims.

    \b
    Example:
      citetrail evidence c-7f3a --json
    """
    how = form(json, nl, csv)
    edges = open_edges(ctx)
    failures: list[Failure] = []
    named = chosen(find_claims, edges.database, claims, failures=failures)
    every = named or filtered(edges.database, {}, limit=-1)
    follow(ctx, gather_evidence(edges, every, top=top))
    found = evidence_of(edges.database, every, top=top)
    emit(found, how, columns=columns.EVIDENCE, empty="No passages; run `citetrail find` first.")
    finish(failures, done=len(every))
