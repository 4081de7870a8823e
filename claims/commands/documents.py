"""`add` and `extract`."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.commands import columns
from claims.commands.chosen import chosen
from claims.commands.output import Csv, Json, Nl, emit, finish, form, say
from claims.commands.progress import follow
from claims.commands.state import open_edges
from claims.commands.values import calendar_date, web_address
from claims.steps.extract import extract_documents
from claims.steps.extract_worker import Method
from claims.steps.ingest import Intake, ingest
from claims.steps.listing import claims_of, concealing, described, skipped_of
from claims.steps.lookup import document_ids
from claims.steps.report import Failure
from claims.steps.store_document import Intent, Overrides
from db import documents as stored

app = typer.Typer(rich_markup_mode=None)


@app.command()
def add(
    ctx: typer.Context,
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT...", help="File, folder, URL or -.")
    ],
    published: Annotated[
        str | None, typer.Option(help="Publication date, YYYY-MM-DD.", callback=calendar_date)
    ] = None,
    url: Annotated[
        str | None, typer.Option(help="Where the article stands.", callback=web_address)
    ] = None,
    title: Annotated[str | None, typer.Option(help="Its headline.")] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Take in articles: files, folders, addresses or standard input.

    \b
    Example:
      citetrail add article.html
      citetrail add notes.txt --published 2021-08-31 --url https://example.org/a
    """
    how = form(json, nl, csv)
    said = Overrides(published, url, title, author, publisher)
    edges = open_edges(ctx)
    intake = Intake([], [])
    follow(ctx, ingest(edges, inputs, intake=intake, intent=Intent(said)))
    rows = described(edges.database, intake.documents)
    emit(rows, how, columns=columns.DOCUMENTS, empty="")
    for words in concealing(edges.database, intake.documents):
        say(words)
    finish(intake.failures, done=len(intake.documents))


@app.command()
def extract(
    ctx: typer.Context,
    given: Annotated[
        list[str] | None, typer.Argument(metavar="[DOC]...", help="Id, path or address.")
    ] = None,
    min_worth: Annotated[
        float, typer.Option("--min-worth", min=0, max=1, help="Leave out claims below this.")
    ] = 0.0,
    skipped: Annotated[
        bool, typer.Option("--skipped", help="List the sentences that gave no claim, and why.")
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", min=0, max=64, help="Processes that read; 0: one a core.")
    ] = 1,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Pull the checkable claims out of documents.

    Without DOC: out of the documents that were not read yet.

    \b
    Example:
      citetrail extract --json
      citetrail extract --jobs 0 --nl > claims.jsonl
      citetrail extract d-3f9a --skipped
    """
    how = form(json, nl, csv)
    edges = open_edges(ctx)
    missing: list[Failure] = []
    named = chosen(document_ids, edges.database, given, failures=missing)
    read = named or stored.not_extracted(edges.database)
    method = Method(edges.settings.engine, min_worth, worthiness=edges.settings.worthiness)
    failures: list[Failure] = []
    follow(ctx, extract_documents(edges, read, method, jobs=jobs, failures=failures))
    found = (
        skipped_of(edges.database, read)
        if skipped
        else claims_of(edges.database, read, min_worth=min_worth)
    )
    shown = columns.SKIPPED if skipped else columns.CLAIMS
    empty = "No document is waiting; name one to read it again." if not read else "Nothing found."
    emit(found, how, columns=shown, empty=empty)
    finish([*missing, *failures], done=len(read) - len(failures))
