"""`decide`."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from claims.commands.output import Json, Nl, emit_one, form
from claims.commands.state import open_edges
from claims.commands.values import some_words
from claims.model.errors import UserError
from claims.model.review import Status
from claims.steps.decide import Decision, decide
from claims.steps.lookup import find_one

if TYPE_CHECKING:
    from claims.steps.edges import Edges

app = typer.Typer(rich_markup_mode=None)

As = Annotated[
    str | None, typer.Option("--as", metavar="REVIEWER", help="Who does this.", callback=some_words)
]


def reviewer(edges: Edges, given: str | None) -> str:
    """Who acts: the option, the setting, else the name of the user at this machine."""
    try:
        return given or edges.settings.reviewer or getpass.getuser()
    except (OSError, KeyError):
        raise UserError("who decides? give --as NAME, or set CITETRAIL_REVIEWER") from None


@app.command("decide")
def decide_command(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM")],
    status: Annotated[Status | None, typer.Option(help="The state the claim goes to.")] = None,
    verdict: Annotated[
        str | None, typer.Option(help="The judgement, as readers see it.", callback=some_words)
    ] = None,
    summary: Annotated[
        str | None, typer.Option(help="Why, in one or two sentences.", callback=some_words)
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Why the desk does this.")] = None,
    actor: As = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Decide on a claim: its state, verdict and summary.

    \b
    Example:
      citetrail decide c-7f3a --status published --verdict True --summary "Both counts exceed it."
      citetrail decide c-7f3a --status corrected --reason "The second count was misread."
    """
    how = form(json, nl)
    if not (status or verdict or summary):
        raise typer.BadParameter("give at least one of --status, --verdict and --summary")
    edges = open_edges(ctx)
    row = find_one(edges.database, claim, table="claims")
    decision = Decision(status, verdict, summary, reason, reviewer(edges, actor))
    emit_one(decide(edges, row, decision), how)
