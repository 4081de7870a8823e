"""`review`: the review screen, or the same line by line."""

from __future__ import annotations

import getpass
import os
import sys
from typing import Annotated, Any

import typer

from claims.commands.output import PART, say
from claims.commands.state import open_edges
from claims.commands.values import STATES, some_words
from claims.model.claim import ClaimKind
from claims.model.review import Status

app = typer.Typer(rich_markup_mode=None)


@app.command("review")
def review_command(
    ctx: typer.Context,
    claims: Annotated[list[str] | None, typer.Argument(metavar="CLAIM")] = None,
    status: Annotated[
        Status | None,
        typer.Option(metavar="STATE", help=f"Only this state ({STATES}); else all not yet out."),
    ] = None,
    document: Annotated[str | None, typer.Option(help="Only of this document.")] = None,
    kind: Annotated[ClaimKind | None, typer.Option(help="Only this kind.")] = None,
    claimant: Annotated[
        str | None, typer.Option(help="Only claims of whom this is part of the name.")
    ] = None,
    min_worth: Annotated[
        float | None, typer.Option(help="Only from this check-worthiness on.")
    ] = None,
    q: Annotated[str | None, typer.Option(help="Only claims with these words.")] = None,
    mine: Annotated[bool, typer.Option("--mine", help="Only what is assigned to me.")] = False,
    unassigned: Annotated[
        bool, typer.Option("--unassigned", help="Only what is nobody's yet.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Line by line: for screen readers, pipes, any terminal.")
    ] = False,
    actor: Annotated[
        str | None,
        typer.Option("--as", metavar="REVIEWER", help="Who reviews.", callback=some_words),
    ] = None,
) -> None:
    """Review claims: the queue by check-worthiness, and a key for every act (? shows them).

    Every act is stored when it is done; there is nothing to save, and nothing to lose.

    \b
    Example:
      citetrail review --as ada
      citetrail review c-7f3a c-91b2 --as ada
      citetrail review --mine --plain
    """
    if not plain and not _drawable():
        say("Error: no screen can be drawn here; citetrail review --plain asks line by line")
        raise typer.Exit(2)
    whose = (
        "free" if mine and unassigned else "mine" if mine else "unassigned" if unassigned else ""
    )
    filters = _filters(status, document, kind, claimant, min_worth, q, whose)
    from claims.screen.begin import begin_plain, begin_screen  # noqa: PLC0415 - Textual is heavy
    from claims.steps.lookup import find_claims  # noqa: PLC0415 - as above

    edges = open_edges(ctx)
    chosen = find_claims(edges.database, claims or [])
    me = actor or edges.settings.reviewer
    if not plain:
        begin_screen(edges, me, guess=_user(), filters=filters, claims=chosen)
    elif (
        begin_plain(edges, me, guess=_user(), filters=filters, claims=chosen)
        and not sys.stdin.isatty()
    ):
        raise typer.Exit(PART)


def _filters(
    status: Any, document: Any, kind: Any, claimant: Any, min_worth: Any, q: Any, whose: str
) -> dict[str, str]:
    given = {
        "status": status.value if status else "open",
        "document": document,
        "kind": kind.value if kind else None,
        "claimant": claimant,
        "min_worth": None if min_worth is None else f"{min_worth:g}",
        "q": q,
        "whose": whose,
    }
    return {name: value for name, value in given.items() if value}


def _drawable() -> bool:
    """Whether a screen can be drawn: people at both ends, and a terminal that moves its cursor."""
    return sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def _user() -> str:
    """The name of the user at this machine, as a proposal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
