"""`run` and `demo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.commands import columns
from claims.commands.output import Csv, Form, Json, Nl, emit, finish, form, say
from claims.commands.progress import follow
from claims.commands.site import Host, Port, run_site
from claims.commands.sources import Providers, tell_unasked
from claims.commands.state import PUBLIC, open_edges
from claims.commands.values import calendar_date
from claims.model.so_many import so_many
from claims.model.wording import without_reminder
from claims.steps.demo import demonstrate, refuse_own_work, sample_world
from claims.steps.find_sources import Findings, Wish
from claims.steps.ingest import ARTICLES, Intake
from claims.steps.main_job import best_sources, main_job
from claims.steps.publish import publish
from claims.steps.store_document import Intent, Overrides

if TYPE_CHECKING:
    from claims.steps.edges import Edges

app = typer.Typer(rich_markup_mode=None)


def _print(edges: Edges, intake: Intake, how: Form) -> None:
    best = list(best_sources(edges, intake.documents))
    if how is Form.TABLE:
        # People see first what a desk would check first; programs get the order of the text
        best.sort(key=lambda b: -(b["check_worthiness"] or 0))
        best = [
            {
                **b,
                "claim": without_reminder(b["claim"]),
                "numbers": _numbers(b["agreements"]),
                "best_source": _source(b),
            }
            for b in best
        ]
    emit(best, how, columns=columns.BEST, empty="No checkable claims." if intake.documents else "")


NAMED = 3
"""Places that a cell of the table names; of more, stderr says which and why, once."""


def _numbers(agreements: dict[str, int]) -> str:
    """What the numbers of all passages say, since the best is not the only one."""
    return ", ".join(columns.NUMBERS[told] for told, count in agreements.items() if count)


def _source(best: dict[str, Any]) -> str:
    if best["source"]:
        return f"{best['source']}: {best['quote']}"
    # Nothing may be missed only where everything that was asked has answered
    left = best["not_measured"]
    said = "none found" if best["score"] is None else "nothing near enough"
    if len(left) > NAMED:
        return f"{said}; {so_many(len(left), 'place')} not measured"
    return f"{said}; not measured: {', '.join(left)}" if left else said


@app.command()
def run(
    ctx: typer.Context,
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="File, folder, URL or -.")
    ],
    published: Annotated[
        str | None, typer.Option(help="Publication date, YYYY-MM-DD.", callback=calendar_date)
    ] = None,
    provider: Providers = None,
    top: Annotated[int, typer.Option(min=1, max=50, help="Pages to take from each.")] = 5,
    offline: Annotated[bool, typer.Option("--offline", help="Only what is stored.")] = False,
    serve: Annotated[bool, typer.Option("--serve", help="Open the site on the result.")] = False,
    host: Host = "127.0.0.1",
    port: Port = 8001,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Do the main job in one go: add, extract, find, evidence.

    \b
    Example:
      citetrail run article.html
      citetrail run https://example.org/a --provider mediawiki --serve
    """
    how = form(json, nl, csv)
    edges = open_edges(ctx)
    wish = Wish(providers=tuple(provider or ()), top=top, offline=offline)
    intake, findings = Intake([], []), Findings()
    job = main_job(
        edges,
        inputs,
        intake=intake,
        intent=Intent(Overrides(published=published)),
        wish=wish,
        findings=findings,
    )
    follow(ctx, job)
    _print(edges, intake, how)
    tell_unasked(findings)
    if serve and intake.documents:
        publish(edges, edges.path.with_name(PUBLIC))
        run_site(edges.path.with_name(PUBLIC), host=host, port=port)
    finish(intake.failures + findings.failures, done=len(intake.documents))


@app.command()
def demo(
    ctx: typer.Context,
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Serve the site at the end.")
    ] = True,
    host: Host = "127.0.0.1",
    port: Port = 8001,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Show the main job on a bundled article, without any network.

    The bundled sources are served on loopback by Citetrail itself and fetched as any page is.

    \b
    Example:
      citetrail demo
      citetrail --db demo.db demo --no-serve
    """
    how = form(json, nl, csv)
    edges = open_edges(ctx)
    refuse_own_work(edges)
    intake, findings = Intake([], []), Findings()
    with sample_world(edges) as (world, article):
        job = main_job(
            world,
            [article],
            intake=intake,
            intent=ARTICLES,
            wish=Wish(providers=("mediawiki",)),
            findings=findings,
        )
        follow(ctx, job)
        demonstrate(edges, intake.documents)
        report = publish(edges, edges.path.with_name(PUBLIC))
        _print(edges, intake, how)
        said = so_many(report["published"]["claims"], "claim")
        say(f"{said}, an unreviewed demonstration: {report['path']}")
        if serve:
            # The bundled sources go on answering, so that the site's links lead somewhere
            run_site(edges.path.with_name(PUBLIC), host=host, port=port)
    finish(intake.failures + findings.failures, done=len(intake.documents))
