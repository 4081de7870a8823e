"""`export`."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.commands import columns
from claims.commands.chosen import chosen
from claims.commands.output import Form, Json, Nl, emit, emit_one, finish, form, say
from claims.commands.state import PUBLIC, open_edges
from claims.commands.values import web_address
from claims.export.bibtex import bibtex
from claims.export.claimreview import in_script
from claims.export.reference_list import Markup, Style, reference_list
from claims.export.ris import ris
from claims.export.web_annotation import collection
from claims.export.wikipedia import wikipedia
from claims.model.errors import UserError
from claims.model.settings import SERVED
from claims.model.so_many import so_many
from claims.steps.annotate import annotated
from claims.steps.listing import filtered
from claims.steps.lookup import find_claims
from claims.steps.references import references
from claims.steps.report import Failure
from claims.steps.watched import merged_away
from db.citations import claims_cited

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from claims.steps.edges import Edges

app = typer.Typer(rich_markup_mode=None)


class Format(Enum):
    """What can be exported."""

    CSV = "csv"
    WACZ = "wacz"
    WEB_ANNOTATION = "web-annotation"
    CSL = "csl"
    BIBTEX = "bibtex"
    RIS = "ris"
    WIKIPEDIA = "wikipedia"
    REFERENCES = "references"
    CLAIMREVIEW = "claimreview"
    ATOM = "atom"


@app.command()
def export(
    ctx: typer.Context,
    format_: Annotated[
        Format,
        typer.Argument(
            metavar="FORMAT",
            show_choices=False,
            help="csv: claims for a spreadsheet; wacz: the archived pages; web-annotation: citations;"
            " csl, bibtex, ris, wikipedia or references: what is cited; claimreview or atom: verdicts.",
        ),
    ],
    claims: Annotated[list[str] | None, typer.Argument(metavar="[CLAIM]...")] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help="File of a wacz or folder of a csv; else named as the database."
        ),
    ] = None,
    style: Annotated[
        Style, typer.Option(help="How references are set: note, author-date or numeric.")
    ] = Style.NOTE,
    markup: Annotated[
        Markup, typer.Option("--format", help="References as text, html or markdown.")
    ] = Markup.TEXT,
    lint: Annotated[
        bool, typer.Option("--lint", help="ClaimReview: print the rules it breaks instead.")
    ] = False,
    site: Annotated[
        str | None,
        typer.Option(
            help="ClaimReview, Atom: where the public site is reached.", callback=web_address
        ),
    ] = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Write what is stored in a format of others.

    `csv` is a folder with the table claims.csv, which can be edited in a spreadsheet and read in again
    with `import`, and its description datapackage.json.
    `wacz` is one file with the archived pages that CLAIM rests on, or with all of them; it opens in
    ReplayWeb.page and other readers of web archives. Replies to searches are not in it.
    `web-annotation` is a W3C Annotation Collection of the citations on stdout (with --nl one annotation
    a line). The sources that are cited, each once, come as CSL-JSON (`csl`), BibTeX for biblatex, RIS,
    templates of Wikipedia, or as a list of `references` in a style. Confidential sources are in none.
    `claimreview` is the schema.org ClaimReview of each claim with a verdict in public.db, as its page
    embeds it (docs/claimreview.md); --lint ends with 1 or 3 when a required rule is broken. `atom` is the
    feed of new, corrected and withdrawn verdicts. Both need to know where the public site is reached.

    \b
    Example:
      citetrail export csv --out desk
      citetrail export wacz c-7f3a --out losses.wacz
      citetrail export bibtex > sources.bib
      citetrail export references c-7f3a --style author-date --format html
      citetrail export web-annotation > citations.jsonld
      citetrail export claimreview --lint
      citetrail export atom --site https://checks.example > feed.atom
    """
    how = form(json, nl)
    _refuse_unread(format_, out=out, lint=lint, site=site, looks=(style, markup))
    edges = open_edges(ctx)
    missing: list[Failure] = []
    named = chosen(find_claims, edges.database, claims, failures=missing)
    if format_ is Format.CSV:
        _csv(edges, named, out, how)
    elif format_ is Format.WACZ:
        _wacz(edges, named, out, how, missing)
    elif format_ is Format.CLAIMREVIEW:
        _claimreview(edges, [one["id"] for one in named], (site, lint), how, missing)
    elif format_ is Format.ATOM:
        _atom(edges, frozenset(one["id"] for one in named), site)
    elif format_ is not Format.WEB_ANNOTATION:
        _references(edges, named, (format_, style, markup), how)
    else:
        _annotations(edges, named, how)
    finish(missing, done=1)


def _annotations(edges: Edges, chosen: Sequence[dict[str, Any]], how: Form) -> None:
    ended = frozenset() if chosen else merged_away(edges.database)
    every = chosen or filtered(edges.database, {}, limit=-1)
    made = annotated(edges, [one for one in every if one["id"] not in ended])
    if how is Form.NL:
        emit(made, how, columns=(), empty="")
    else:
        emit_one(collection(made), Form.JSON)


def _refuse_unread(
    format_: Format,
    *,
    out: Path | None,
    lint: bool,
    site: str | None,
    looks: tuple[Style, Markup],
) -> None:
    """An option that the format does not read is wrong use: nobody should look for a file in vain."""
    reviews = {Format.CLAIMREVIEW, Format.ATOM}
    if out and format_ not in {Format.CSV, Format.WACZ}:
        raise typer.BadParameter(
            f"--out is for csv and wacz; {format_.value} goes to standard output: > {out}"
        )
    if lint and format_ is not Format.CLAIMREVIEW:
        raise typer.BadParameter("--lint is for claimreview")
    if site and format_ not in reviews:
        raise typer.BadParameter("--site is for claimreview and atom")
    if looks != (Style.NOTE, Markup.TEXT) and format_ is not Format.REFERENCES:
        raise typer.BadParameter("--style and --format are for references")


def _csv(edges: Edges, chosen: Sequence[dict[str, Any]], out: Path | None, how: Form) -> None:
    from claims.steps.sheets import export_csv  # noqa: PLC0415 - one format's code at a time

    folder = out or Path(f"{edges.path.stem}-csv")
    report = export_csv(edges, folder, chosen or filtered(edges.database, {}, limit=-1))
    if how is Form.TABLE:
        claims = report["claims"]
        say(f"{so_many(claims, 'claim')} in {report['path']}")
    else:
        emit_one(report, how)


def _references(
    edges: Edges,
    chosen: Sequence[dict[str, Any]],
    asked: tuple[Format, Style, Markup],
    how: Form,
) -> None:
    """Print the sources that are cited; how many must not be known is said on stderr."""
    ended = merged_away(edges.database)
    cited = [claim for claim in claims_cited(edges.database) if claim not in ended]
    ids = [claim["id"] for claim in chosen] or cited
    items, concealed = references(edges.database, ids)
    if concealed:
        named = "source is" if concealed == 1 else "sources are"
        say(f"{concealed} confidential {named} not in it.")
    if not items:
        say("Nothing is cited.")
    format_, style, markup = asked
    if format_ is Format.CSL or how is not Form.TABLE:
        emit(items, Form.NL if how is Form.NL else Form.JSON, columns=(), empty="")
    elif format_ is Format.REFERENCES:
        for line in reference_list(items, style, markup):
            typer.echo(line)
    else:
        written = {Format.BIBTEX: bibtex, Format.RIS: ris, Format.WIKIPEDIA: wikipedia}[format_]
        typer.echo(written(items), nl=False)


def _wacz(
    edges: Edges,
    chosen: Sequence[dict[str, Any]],
    out: Path | None,
    how: Form,
    failures: list[Failure],
) -> None:
    from claims.steps.export_wacz import export_wacz  # noqa: PLC0415 - one format's code at a time

    path = out or Path(f"{edges.path.stem}.wacz")
    if path.is_dir() or not path.absolute().parent.is_dir():
        raise UserError(f"{path} cannot be written: --out takes the path of a file in a folder")
    report = export_wacz(edges, path, chosen, failures=failures)
    if how is Form.TABLE:
        say(f"{so_many(report['pages'], 'page')}, {so_many(report['records'], 'record')} in {path}")
    else:
        emit_one(report, how)
    finish(failures, done=report["records"])


def _claimreview(
    edges: Edges,
    chosen: Sequence[str],
    wish: tuple[str | None, bool],
    how: Form,
    missing: Sequence[Failure],
) -> None:
    from claims.steps.export_reviews import Exported, lint_own, own_reviews  # noqa: PLC0415 - as above
    from claims.steps.lint_reviews import Linted  # noqa: PLC0415 - as above

    site, lint = wish
    exported, linted = Exported(), Linted()
    path = edges.path.with_name(PUBLIC)
    reviews = own_reviews(path, only=chosen, site=_address(path, site), exported=exported)
    if lint:
        emit(lint_own(reviews, linted=linted), how, columns=columns.LINT, empty="")
        say(linted.words)
        exported.made -= len(linted.failures)
    else:
        _print(reviews, how)
    for why, number in exported.without.items() if not chosen else ():
        say(f"{number} published without ClaimReview: {why}")
    finish([*missing, *exported.failures, *linted.failures], done=exported.made)


def _atom(edges: Edges, chosen: frozenset[str], site: str | None) -> None:
    from claims.site.feed_file import feed_file  # noqa: PLC0415 - as above

    path = edges.path.with_name(PUBLIC)
    typer.echo(feed_file(path, base=_address(path, site), only=chosen), nl=False)


def _address(public: Path, site: str | None) -> str:
    """Where the public site is reached: as said, as it was published, or where `serve` shows it."""
    from claims.steps.export_reviews import no_public_file  # noqa: PLC0415 - as above
    from db.public import is_public  # noqa: PLC0415 - as above
    from db.public_reading import site_facts  # noqa: PLC0415 - as above

    if not is_public(public):
        raise no_public_file(public)
    known = site or site_facts(public).get("address")
    if not known:
        say(f"No site is known, so addresses begin with {SERVED}; say with --site where it is.")
    return known or SERVED


def _print(reviews: Iterable[Mapping[str, Any]], how: Form) -> None:
    """Objects that can be pasted into a page as they stand, as a list or one a line."""
    if how is Form.NL:
        for review in reviews:
            typer.echo(in_script(review))
    else:
        typer.echo(in_script(list(reviews), indent=2))
