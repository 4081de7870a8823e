"""`find` and `fetch`."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from claims.commands import columns
from claims.commands.output import Csv, Json, Nl, emit, finish, form, say
from claims.commands.progress import follow
from claims.commands.state import open_edges
from claims.sources.directory import NAMES
from claims.steps.find_sources import ANSWERED, Findings, Wish, find
from claims.steps.listing import filtered
from claims.steps.lookup import find_claims
from claims.steps.old_captures import look_up
from claims.steps.report import Failure
from claims.steps.save_pages import save_pages
from claims.steps.take_snapshots import fetch_addresses

app = typer.Typer(rich_markup_mode=None)


def known_providers(given: list[str] | None) -> tuple[str, ...]:
    """The providers named, or all. A name that is none is wrong use."""
    for name in given or ():
        if name not in NAMES:
            raise typer.BadParameter(f"{name!r} is no provider; there are: {', '.join(NAMES)}")
    return tuple(given or NAMES)


Providers = Annotated[
    list[str] | None,
    typer.Option("--provider", help="Ask this one (repeatable).", callback=known_providers),
]


@app.command("find")
def find_command(
    ctx: typer.Context,
    claims: Annotated[list[str] | None, typer.Argument(metavar="[CLAIM]...")] = None,
    provider: Providers = None,
    top: Annotated[int, typer.Option(min=1, max=50, help="Pages to take from each.")] = 5,
    offline: Annotated[bool, typer.Option("--offline", help="Only what is stored.")] = False,
    refresh: Annotated[bool, typer.Option("--refresh", help="Search and fetch anew.")] = False,
    old_captures: Annotated[
        bool, typer.Option("--old-captures", help="Look up captures from the claim's date.")
    ] = False,
    save: Annotated[
        bool, typer.Option("--save", help="Ask the Wayback Machine to archive the pages.")
    ] = False,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Search for candidate sources, and keep a copy of each page.

    Without CLAIM: for every claim. --old-captures asks the Wayback Machine for the capture of each
    page that is nearest to the claim's date; --save hands the pages over to it, and run again asks how
    far it is: submitted is not archived. Both go slowly, as the service wishes; show has the results.

    \b
    Example:
      citetrail find c-7f3a --provider mediawiki --top 3
      citetrail find c-7f3a --old-captures --save
      citetrail find --offline
    """
    how = form(json, nl, csv)
    if offline and (save or old_captures):
        raise typer.BadParameter("--offline asks nobody; leave --save and --old-captures out")
    edges = open_edges(ctx)
    chosen = find_claims(edges.database, claims or []) or filtered(edges.database, {}, limit=-1)
    wish = Wish(providers=tuple(provider or NAMES), top=top, offline=offline, refresh=refresh)
    findings = Findings()
    follow(ctx, find(edges, chosen, wish, findings=findings))
    if old_captures:
        follow(ctx, look_up(edges, chosen, again=refresh, failures=findings.failures))
    if save:
        saved: list[dict[str, object]] = []
        follow(ctx, save_pages(edges, chosen, failures=findings.failures, saved=saved))
        counts = Counter(str(row["state"]) for row in saved)
        say("Save Page Now: " + (", ".join(f"{n} {s}" for s, n in counts.items()) or "no pages"))
    emit(findings.searches, how, columns=columns.SEARCHES, empty="No claims to search for.")
    finish(findings.failures, done=sum(s["outcome"] in ANSWERED for s in findings.searches))


@app.command()
def fetch(
    ctx: typer.Context,
    urls: Annotated[list[str], typer.Argument(metavar="URL...")],
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Fetch and archive addresses.

    \b
    Example:
      citetrail fetch https://example.org/report.pdf
    """
    how = form(json, nl, csv)
    edges = open_edges(ctx)
    failures: list[Failure] = []
    taken: list[dict[str, object]] = []
    follow(ctx, fetch_addresses(edges, urls, failures=failures, taken=taken))
    emit(taken, how, columns=columns.SNAPSHOTS, empty="")
    finish(failures, done=len(taken) - len(failures))
