"""`export` and `import`."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from claims.commands import columns
from claims.commands.output import Form, Json, Nl, emit, emit_one, finish, form
from claims.commands.reviews import As, reviewer
from claims.commands.state import open_edges
from claims.export.web_annotation import collection
from claims.files.read import open_stdin, read_file, read_stdin
from claims.model.citation import CitationRole
from claims.steps.annotate import Wish, annotated, cite_annotations
from claims.steps.listing import filtered
from claims.steps.lookup import find_claims
from claims.steps.report import Failure

app = typer.Typer(rich_markup_mode=None)


class ExportFormat(Enum):
    """What `export` writes."""

    WEB_ANNOTATION = "web-annotation"


@app.command("export")
def export_command(
    ctx: typer.Context,
    what: Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help="web-annotation")],
    claims: Annotated[list[str] | None, typer.Argument(metavar="[CLAIM]...")] = None,
    nl: Nl = False,
) -> None:
    """Write citations for other programs, as one JSON document on stdout.

    web-annotation: a W3C Annotation Collection (with --nl one annotation a line).

    \b
    Example:
      citetrail export web-annotation > citations.jsonld
      citetrail export web-annotation c-7f3a --nl
    """
    del what
    edges = open_edges(ctx)
    chosen = find_claims(edges.database, claims or []) or filtered(edges.database, {}, limit=-1)
    made = annotated(edges, chosen)
    if nl:
        emit(made, Form.NL, columns=(), empty="")
    else:
        emit_one(collection(made), Form.JSON)


@app.command("import")
def import_command(
    ctx: typer.Context,
    source: Annotated[str, typer.Argument(metavar="FILE|-", help="JSON-LD, or - for stdin.")],
    claim: Annotated[str | None, typer.Option(help="Cite all of it for this claim.")] = None,
    role: Annotated[
        CitationRole | None, typer.Option(help="What the words do for the claim.")
    ] = None,
    nearest: Annotated[
        bool, typer.Option("--nearest", help="Cite words that changed as they stand in the copy.")
    ] = False,
    actor: As = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Cite what Web Annotations quote, each where it stands in the stored copy of its page.

    Annotations that `export web-annotation` wrote name their claim and role; for others give both.

    \b
    Example:
      citetrail import citations.jsonld
      citetrail import hypothesis.json --claim c-7f3a --role supports
    """
    how = form(json, nl)
    edges = open_edges(ctx)
    raw = read_stdin(open_stdin()) if source == "-" else read_file(Path(source))
    failures: list[Failure] = []
    wish = Wish(claim, role, reviewer(edges, actor), nearest)
    made = cite_annotations(edges, raw, wish, failures=failures)
    emit(made, how, columns=columns.CITATIONS, empty="Nothing was cited.")
    finish(failures, done=len(made))
