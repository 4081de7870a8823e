"""`check` and `repair`."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.commands import columns
from claims.commands.chosen import chosen
from claims.commands.output import PART, Csv, Form, Json, Nl, emit, finish, form, say
from claims.commands.progress import follow
from claims.commands.reviews import As, reviewer
from claims.commands.state import open_edges
from claims.commands.values import some_words
from claims.model.health import RepairAct
from claims.steps.lookup import find_citations, find_one
from claims.steps.only_one import only_one
from claims.steps.report import Failure
from claims.steps.watched import unwatched

app = typer.Typer(rich_markup_mode=None)

Chosen = Annotated[
    list[str] | None, typer.Argument(metavar="[CITATION]...", help="Default: all that need it.")
]


@app.command("check")
def check_command(
    ctx: typer.Context,
    citations: Chosen = None,
    due: Annotated[
        bool, typer.Option("--due", help="Only pages that are due (default without CITATION).")
    ] = False,
    all_: Annotated[bool, typer.Option("--all", help="Look at every page, due or not.")] = False,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Look at cited pages again: do they answer, and do the cited words stand there?

    Prints a summary that fits an e-mail. Ends with 3 when there is something that readers should know, or
    when part could not be done. Citations that are named are looked at now. See docs/health.md for cron.

    \b
    Example:
      citetrail check
      citetrail check n-41c0 --json
    """
    from claims.steps.check import Checked, check  # noqa: PLC0415 - the network is not for help
    from claims.steps.tell_health import mark_told, report  # noqa: PLC0415 - as above

    how = form(json, nl, csv)
    if due and all_:
        raise typer.BadParameter("give one of --due and --all")
    edges = open_edges(ctx)
    checked = Checked()
    named = chosen(find_citations, edges.database, citations, failures=checked.failures)
    for words in unwatched(edges.database, named):
        say(words)
    with only_one(edges.path, "check", now=edges.now()):
        due_only = due or not (all_ or named)
        follow(ctx, check(edges, named, due_only=due_only, checked=checked))
        told = report(edges, checked)
        if how is Form.TABLE:
            typer.echo(told.text)
        else:
            emit(told.rows, how, columns=columns.CHECKED, empty="")
            for line in told.failures:
                say(f"Failed: {line}")
        mark_told(edges, checked, told)
    if told.ends_with_part:
        raise typer.Exit(PART)


@app.command("repair")
def repair_command(
    ctx: typer.Context,
    citations: Chosen = None,
    accept: Annotated[
        str | None, typer.Option(metavar="REPAIR", help="Put this copy beside the live link.")
    ] = None,
    decline: Annotated[
        str | None, typer.Option(metavar="REPAIR", help="Do not, or no more, use this copy.")
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Why.", callback=some_words)] = None,
    actor: As = None,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Propose archived copies for citations whose page is dead or whose words were changed.

    The desk's own archive first, then the Wayback Machine and other archives. Nothing is swapped: a person
    accepts a copy, the live link stays first, and the copy stands beside it.

    \b
    Example:
      citetrail repair
      citetrail repair --accept x-90b1 --as ada
    """
    from claims.steps.repair import broken, decide, propose, without_page  # noqa: PLC0415 - loads the network

    how = form(json, nl, csv)
    if (accept and decline) or ((accept or decline) and citations):
        raise typer.BadParameter("give CITATIONs, or --accept, or --decline")
    edges = open_edges(ctx)
    proposed: list[dict[str, object]] = []
    failures: list[Failure] = []
    if accept or decline:
        row = find_one(edges.database, accept or decline or "", table="repairs")
        act = RepairAct.ACCEPTED if accept else RepairAct.DECLINED
        proposed = [decide(edges, row, act=act, actor=reviewer(edges, actor), reason=reason)]
    else:
        named = chosen(find_citations, edges.database, citations, failures=failures)
        cited = named or broken(edges)
        failures += without_page(cited)
        follow(ctx, propose(edges, cited, proposed=proposed, failures=failures))
    emit(
        proposed, how, columns=columns.REPAIRS, empty="" if failures else "Nothing needs a repair."
    )
    if proposed and not (accept or decline):
        say("Put a copy beside the live link with: citetrail repair --accept ID")
    finish(failures, done=len(proposed))
