"""`bulk`."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from claims.bulk.runner import Engine
from claims.commands.output import Form, Json, Nl, emit_one, finish, form, say
from claims.commands.progress import measured
from claims.commands.state import settings, utc_now
from claims.model.settings import Settings
from claims.model.so_many import so_many
from claims.steps.bulk_extract import Outcome, Wish, bulk_extract, summary
from claims.steps.bulk_read import BulkWork
from claims.steps.extract_worker import Method

app = typer.Typer(rich_markup_mode=None)


def _work(chosen: Settings, min_worth: float, with_text: bool) -> BulkWork:
    # Workers may have another current folder
    worthiness = str(Path(chosen.worthiness).resolve()) if chosen.worthiness else ""
    return BulkWork(Method(chosen.engine, min_worth, worthiness=worthiness), with_text)


def _address(given: str | None) -> str | None:
    if given is not None and not re.fullmatch(r"(tcp|tls|ws|wss)://[^\s/@]+:\d+", given):
        raise typer.BadParameter(f"{given!r} is no address of a scheduler; give tcp://HOST:PORT")
    return given


def _print(wish: Wish, outcome: Outcome, how: Form) -> None:
    record = summary(wish, outcome)
    if how is Form.TABLE:
        del record["failures"]  # they are told one by one
        record["tables"] = list(record["tables"].values())
    emit_one(record, how)


@app.command()
def bulk(
    ctx: typer.Context,
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="File, folder, WARC, WACZ, JSON lines, or -."),
    ],
    out: Annotated[Path, typer.Option("--out", help="The folder of tables; made on first use.")],
    engine: Annotated[Engine, typer.Option(help="Whose workers read.")] = Engine.LOCAL,
    workers: Annotated[
        int, typer.Option(min=0, max=512, help="Processes that read; 0: one a core.")
    ] = 0,
    scheduler: Annotated[
        str | None,
        typer.Option(help="A Dask cluster that is there: tcp://HOST:PORT.", callback=_address),
    ] = None,
    min_worth: Annotated[
        float, typer.Option("--min-worth", min=0, max=1, help="Leave out claims below this.")
    ] = 0.0,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many documents.")] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Keep the texts in the table of documents.")
    ] = False,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Extract the claims of very many documents to Parquet.

    Writes --out/claims/*.parquet and --out/documents/*.parquet. The same command carries on
    where it was stopped, makes anew what has changed, and adds nothing twice. docs/bulk.md

    \b
    Example:
      citetrail bulk crawl/*.warc.gz articles/ --out tables
      zcat news.jsonl.gz | citetrail bulk - --out tables --workers 8 --json
      citetrail bulk crawl/ --out tables --engine dask --scheduler tcp://10.0.0.5:8786
    """
    how = form(json, nl)
    if scheduler and engine is not Engine.DASK:
        raise typer.BadParameter("--scheduler is for --engine dask")
    wish = Wish(out, _work(settings(ctx.obj), min_worth, with_text), engine, workers, scheduler)
    wish = replace(wish, limit=limit)
    outcome = Outcome()
    with measured(ctx) as tell:
        for tick in bulk_extract(wish, inputs, outcome, now=utc_now()):
            tell(tick, so_many(outcome.documents_read, "document"))
    _print(wish, outcome, how)
    if outcome.other_runs:
        say(
            f"{so_many(outcome.other_runs, 'shard')} of other inputs made by another run; see bulk.md"
        )
    finish(outcome.failures, done=outcome.totals["documents"])
