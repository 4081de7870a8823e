"""`evidence` and `cite`."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.commands import columns
from claims.commands.output import Csv, Json, Nl, emit, form, say
from claims.commands.progress import follow
from claims.commands.reviews import As, reviewer
from claims.commands.state import open_edges
from claims.model.citation import CitationRole
from claims.steps.cite import Cited, cite, difference
from claims.steps.gather_evidence import gather_evidence
from claims.steps.listing import evidence_of, filtered
from claims.steps.lookup import find_claims, find_one

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
    chosen = find_claims(edges.database, claims or []) or filtered(edges.database, {}, limit=-1)
    follow(ctx, gather_evidence(edges, chosen, top=top))
    found = evidence_of(edges.database, chosen, top=top)
    emit(found, how, columns=columns.EVIDENCE, empty="No passages; run `citetrail find` first.")


@app.command("cite")
def cite_command(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM")],
    role: Annotated[CitationRole, typer.Option(help="What the words do for the claim.")],
    passage: Annotated[str | None, typer.Option(help="Id of the passage.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of a stored page.")] = None,
    quote: Annotated[str | None, typer.Option(help="The words on that page, exactly.")] = None,
    nearest: Annotated[
        bool,
        typer.Option(
            "--nearest", help="Take the nearest words of the copy when the quote is not there."
        ),
    ] = False,
    note: Annotated[str | None, typer.Option(help="For the desk; never published.")] = None,
    actor: As = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Tie the words of a stored copy to a claim.

    A quote that does not stand there to the letter is refused, and the nearest words are shown with
    what differs; --nearest cites those.

    \b
    Example:
      citetrail cite c-7f3a --passage p-12ab --role supports
      citetrail cite c-7f3a --url https://example.org/a --quote "15,051 died" --role supports
    """
    how = form(json, nl)
    if bool(passage) == bool(url) or bool(url) != bool(quote):
        raise typer.BadParameter("give --passage, or --url together with --quote")
    edges = open_edges(ctx)
    cited = Cited(passage, url, quote, role, note, reviewer(edges, actor), nearest)
    row = cite(edges, find_one(edges.database, claim, table="claims"), cited)
    if quote and row["exact"] != quote:
        say(f"Cited as it stands in the copy: {difference(quote, row['exact'])}")
    emit([row], how, columns=columns.CITATIONS, empty="Nothing was cited.")
