"""`import` and `lint`."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.commands import columns
from claims.commands.output import Csv, Form, Json, Nl, emit, finish, form, say
from claims.commands.reviews import As, reviewer
from claims.commands.state import open_edges
from claims.files.read import STDIN, open_stdin, read_file, read_stdin
from claims.model.citation import CitationRole
from claims.model.ids import short_id
from claims.model.so_many import so_many
from claims.steps.annotate import Wish, cite_annotations
from claims.steps.cited_place import left_behind
from claims.steps.report import Failure

if TYPE_CHECKING:
    from claims.steps.import_reviews import Imported

app = typer.Typer(rich_markup_mode=None)

MOST_ROWS = 25
"""Rows of a table on the terminal; a feed has thousands."""

TABLES = (".csv", ".tsv")
MOST_UNMAPPED = 5
"""Rating words without a meaning of ours that are named."""


@app.command("import")
def import_command(
    ctx: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="FILE|URL|-", help="A file, folder, address, or - for stdin.")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Store nothing; say what would come in.")
    ] = False,
    reason: Annotated[
        str | None, typer.Option(help="Table: why, for rows that give no reason.")
    ] = None,
    claim: Annotated[
        str | None, typer.Option(help="Annotations: cite all of it for this claim.")
    ] = None,
    role: Annotated[
        CitationRole | None, typer.Option(help="Annotations: what the words do for the claim.")
    ] = None,
    nearest: Annotated[
        bool,
        typer.Option("--nearest", help="Annotations: cite changed words as the copy has them."),
    ] = False,
    actor: As = None,
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Take in fact-checks of others, quotes of Web Annotations, or a reviewed table.

    ClaimReview: web pages, JSON-LD, DataFeeds, JSON lines, replies of Fact Check Tools. What is known is
    passed over; malformed objects are kept raw and told by rule (docs/claimreview.md). match and find
    search them; they are never published.
    Web Annotations: each is cited where its words stand in the stored copy of its page. Those that
    `export web-annotation` wrote name their claim and role; for others give both.
    Table (.csv, .tsv): one that `export csv` wrote. Each row whose cells were changed is one act on its
    claim; it is refused when somebody has acted on the claim since (docs/review.md).

    \b
    Example:
      citetrail import https://facts.example/check/7
      citetrail import datafeed.json --dry-run
      citetrail import hypothesis.json --claim c-7f3a --role supports
      citetrail import desk/claims.csv --as ada --dry-run
    """
    from claims.steps.import_kinds import holds_annotations  # noqa: PLC0415 - the network loads late

    how = form(json, nl, csv)
    if source.casefold().endswith(TABLES) and Path(source).is_file():
        _table(ctx, source, (actor, reason, dry_run), how)
    elif holds_annotations(source) or claim or role or nearest:
        if dry_run:
            raise typer.BadParameter("--dry-run is for ClaimReview; annotations are cited at once")
        _annotations(ctx, source, (claim, role, nearest, actor), how)
    else:
        _reviews(ctx, source, dry_run=dry_run, how=how)


def _table(
    ctx: typer.Context, source: str, wish: tuple[str | None, str | None, bool], how: Form
) -> None:
    from claims.steps.sheets import import_csv  # noqa: PLC0415 - one kind of file at a time

    given, reason, dry_run = wish
    edges = open_edges(ctx)
    raw = read_file(Path(source))
    actor = reviewer(edges, given)
    reading = import_csv(edges, raw, actor=actor, reason=reason, dry_run=dry_run)
    emit(reading.changed, how, columns=columns.CHANGES, empty="Nothing is changed.")
    if reading.others:
        say(f"Columns that are not read: {', '.join(reading.others)}")
    claims = len({one["claim"] for one in reading.changed})
    would = "would be changed" if dry_run else "changed"
    say(f"{so_many(claims, 'claim')} {would}, {reading.unchanged} as they were")
    finish(reading.failures, done=claims + reading.unchanged)


def _annotations(
    ctx: typer.Context,
    source: str,
    wish: tuple[str | None, CitationRole | None, bool, str | None],
    how: Form,
) -> None:
    edges = open_edges(ctx)
    claim, role, nearest, actor = wish
    raw = read_stdin(open_stdin()) if source == STDIN else read_file(Path(source))
    failures: list[Failure] = []
    wanted = Wish(claim, role, reviewer(edges, actor), nearest)
    made = cite_annotations(edges, raw, wanted, failures=failures)
    emit(made, how, columns=columns.CITATIONS, empty="Nothing was cited.", failures=failures)
    for row in made:
        for words in left_behind(edges.database, row):
            say(f"Note: {short_id(row['id'])}: {words}")
    finish(failures, done=len(made))


def _reviews(ctx: typer.Context, source: str, *, dry_run: bool, how: Form) -> None:
    from claims.steps.import_reviews import Imported, import_reviews  # noqa: PLC0415 - as above

    imported = Imported()
    coming = import_reviews(open_edges(ctx), source, dry_run=dry_run, imported=imported)
    shown = islice(coming, MOST_ROWS) if how is Form.TABLE else coming
    emit(shown, how, columns=columns.FACT_CHECKS, empty="")
    if (more := sum(1 for _ in coming)) > 0:
        say(f"… and {more} more: --nl prints all")
    _tell(imported, dry_run=dry_run)
    finish(imported.failures, done=imported.stored)


def _tell(imported: Imported, *, dry_run: bool) -> None:
    """How much came in, and which rating words have no meaning of ours yet."""
    counts = ", ".join(f"{n} {change}" for change, n in sorted(imported.counts.items()))
    if counts:
        say(f"{'Would be: ' if dry_run else ''}{counts}")
    if imported.unmapped:
        named = "; ".join(f"{w!r} ({n})" for w, n in imported.unmapped.most_common(MOST_UNMAPPED))
        kinds, number = len(imported.unmapped), so_many(imported.unmapped.total(), "rating")
        more = f" and {kinds - MOST_UNMAPPED} more" if kinds > MOST_UNMAPPED else ""
        say(f"Not mapped to our verdicts: {number}: {named}{more}")
    if imported.untold:
        say(f"… and {so_many(imported.untold, 'more malformed object')}: --nl prints each")


@app.command()
def lint(
    ctx: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="FILE|URL|-", help="A file, folder, address, or - for stdin.")
    ],
    json: Json = False,
    nl: Nl = False,
    csv: Csv = False,
) -> None:
    """Hold ClaimReview objects of anybody against the rules, without storing anything.

    One record for each broken rule, with a JSON pointer to where. Ends with 1 when a required rule is
    broken, with 3 when other objects break none. For the desk's own: export claimreview --lint.

    \b
    Example:
      citetrail lint https://facts.example/check/7
      citetrail lint feed.json --json
    """
    from claims.steps.lint_reviews import Linted, lint_source  # noqa: PLC0415 - the network loads late

    how = form(json, nl, csv)
    linted = Linted()
    coming = lint_source(open_edges(ctx), source, linted=linted)
    emit(coming, how, columns=columns.LINT, empty="")
    if linted.objects:
        say(linted.words)
    finish(linted.failures, done=linted.sound)
