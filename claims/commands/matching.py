"""`match`."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.commands import columns
from claims.commands.chosen import chosen
from claims.commands.output import Csv, Json, Nl, emit, finish, form
from claims.commands.state import open_edges
from claims.steps.listing import filtered
from claims.steps.lookup import find_claims
from claims.steps.match import matches
from claims.steps.report import Failure

app = typer.Typer(rich_markup_mode=None)


@app.command()
def match(
    ctx: typer.Context,
    claims: Annotated[list[str] | None, typer.Argument(metavar="[CLAIM]...")] = None,
    related: Annotated[
        bool, typer.Option("--related", help="Also what is only about the same matter.")
    ] = False,
    top: Annotated[int, typer.Option(min=1, max=100, help="Matches of each claim.")] = 10,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Find near-duplicate claims, and claims that somebody has already fact-checked.

    Each match says what made it one: same; different_figure (the words agree, a number or date does
    not); different_claimant; related (with --related). Fact-checks are those that were imported, and
    those that find --provider factcheck has named. Nothing is merged: see merge.

    \b
    Example:
      citetrail match
      citetrail match c-7f3a --related --json
    """
    how = form(json, nl, csv)
    edges = open_edges(ctx)
    failures: list[Failure] = []
    named = chosen(find_claims, edges.database, claims, failures=failures)
    every = named or filtered(edges.database, {}, limit=-1)
    found = matches(edges.database, every, related=related, top=top)
    emit(found, how, columns=columns.MATCHES, empty="No matches.")
    finish(failures, done=len(every))
