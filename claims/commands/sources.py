"""`find`, `providers` and `fetch`."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from claims.commands import columns
from claims.commands.chosen import chosen
from claims.commands.output import Csv, Json, Nl, emit, finish, form, say
from claims.commands.progress import follow
from claims.commands.state import open_edges
from claims.model.candidate import ANSWERED
from claims.model.errors import BadSetting
from claims.sources.directory import named
from claims.steps.find_sources import Findings, Wish, find
from claims.steps.listing import filtered
from claims.steps.lookup import find_claims
from claims.steps.old_captures import look_up
from claims.steps.provider_states import provider_states
from claims.steps.report import Failure
from claims.steps.save_pages import save_pages
from claims.steps.take_snapshots import fetch_addresses

app = typer.Typer(rich_markup_mode=None)


def known_providers(given: list[str] | None) -> tuple[str, ...]:
    """The providers named, or none, which lets the claim decide. A name that is none is wrong use."""
    try:
        return named(given or ())
    except BadSetting as why:
        raise typer.BadParameter(str(why)) from None


Providers = Annotated[
    list[str] | None,
    typer.Option(
        "--provider",
        help="Ask this one (repeatable); else the claim decides.",
        callback=known_providers,
    ),
]


@app.command("find")
def find_command(
    ctx: typer.Context,
    claims: Annotated[list[str] | None, typer.Argument(metavar="[CLAIM]...")] = None,
    provider: Providers = None,
    top: Annotated[int, typer.Option(min=1, max=50, help="Pages to take from each.")] = 5,
    offline: Annotated[bool, typer.Option("--offline", help="Only what is stored.")] = False,
    refresh: Annotated[bool, typer.Option("--refresh", help="Search and fetch anew.")] = False,
    against: Annotated[
        bool, typer.Option("--against", help="Search for what speaks against the claim.")
    ] = False,
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

    Without CLAIM: for every claim. Without --provider: those that fit the claim (see providers).
    --against searches for those who dispute it, so that a verdict rests on both sides (GATE004).
    --old-captures asks the Wayback Machine for the capture of each page that is nearest to the claim's
    date; --save hands the pages over to it, and run again asks how far it is: submitted is not archived.
    Both go slowly, as the service wishes; show has the results.

    \b
    Example:
      citetrail find c-7f3a
      citetrail find c-7f3a --provider wikidata --provider worldbank --top 3
      citetrail find c-7f3a --against
      citetrail find c-7f3a --old-captures --save
      citetrail find --offline
    """
    how = form(json, nl, csv)
    if offline and (save or old_captures):
        raise typer.BadParameter("--offline asks nobody; leave --save and --old-captures out")
    edges = open_edges(ctx)
    findings, missing = Findings(), list[Failure]()
    given = chosen(find_claims, edges.database, claims, failures=missing)
    every = given or filtered(edges.database, {}, limit=-1)
    wish = Wish(
        providers=tuple(provider or ()), top=top, offline=offline, refresh=refresh, against=against
    )
    follow(ctx, find(edges, every, wish, findings=findings))
    if old_captures:
        follow(ctx, look_up(edges, every, again=refresh, failures=findings.failures))
    if save:
        saved: list[dict[str, object]] = []
        follow(ctx, save_pages(edges, every, failures=findings.failures, saved=saved))
        counts = Counter(str(row["state"]) for row in saved)
        say("Save Page Now: " + (", ".join(f"{n} {s}" for s, n in counts.items()) or "no pages"))
    emit(findings.searches, how, columns=columns.SEARCHES, empty="No claims to search for.")
    tell_unasked(findings)
    answered = sum(search["outcome"] in ANSWERED for search in findings.searches)
    finish([*missing, *findings.failures], done=answered if findings.failures else len(every))


def tell_unasked(findings: Findings) -> None:
    """Say which providers would fit and could not be asked: they say nothing about the claims."""
    for name, why in findings.unasked.items():
        say(f"Not measured: {name}: {why}")


@app.command()
def providers(
    ctx: typer.Context,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """List where find looks, and what can be asked now.

    Each provider with what it is good for, for which claims it is asked, its limit, and its key: keys
    come from the environment or citetrail.toml and are never shown.

    \b
    Example:
      citetrail providers
      citetrail providers --json
    """
    how = form(json, nl, csv)
    states = provider_states(open_edges(ctx))
    emit(states, how, columns=columns.PROVIDERS, empty="")


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
