"""`cite` and `uncite`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claims.commands import columns
from claims.commands.output import Json, Nl, emit, emit_one, form, say
from claims.commands.reviews import As, reviewer
from claims.commands.state import open_edges
from claims.commands.values import calendar_date, kept_address, some_words
from claims.identifiers.identifier import Scheme, identifier
from claims.model.citation import CitationRole, Standing
from claims.model.errors import BadInput
from claims.steps.cite import Cited, Said, cite
from claims.steps.cited_place import difference, doubts, left_behind, times
from claims.steps.describe_works import describe_works
from claims.steps.lookup import find_one
from claims.steps.transcripts import About, cite_transcript
from claims.steps.uncite import uncite
from db import rows

if TYPE_CHECKING:
    from typing import Any

    from claims.identifiers.identifier import Identifier
    from claims.steps.edges import Edges

app = typer.Typer(rich_markup_mode=None)

Doi = Annotated[str | None, typer.Option("--doi", help="DOI of a paper.")]
Arxiv = Annotated[str | None, typer.Option("--arxiv", help="arXiv identifier.")]
Pmid = Annotated[str | None, typer.Option("--pmid", help="PubMed number.")]
Pmcid = Annotated[str | None, typer.Option("--pmcid", help="PubMed Central number.")]
Isbn = Annotated[str | None, typer.Option("--isbn", help="ISBN of a book that has no page.")]


@app.command("cite")
def cite_command(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM")],
    role: Annotated[CitationRole, typer.Option(help="What the words do for the claim.")],
    passage: Annotated[str | None, typer.Option(help="Id of the passage.")] = None,
    url: Annotated[
        str | None, typer.Option(help="Address of the page.", callback=kept_address)
    ] = None,
    doi: Doi = None,
    arxiv: Arxiv = None,
    pmid: Pmid = None,
    pmcid: Pmcid = None,
    isbn: Isbn = None,
    quote: Annotated[str | None, typer.Option(help="The words there, exactly.")] = None,
    occurrence: Annotated[
        int, typer.Option(min=1, help="Which, where the words stand several times.")
    ] = 1,
    nearest: Annotated[
        bool,
        typer.Option(
            "--nearest", help="Take the nearest words of the copy when the quote is not there."
        ),
    ] = False,
    locator: Annotated[
        str | None, typer.Option(help="Where in it, as 'p. 12'.", callback=some_words)
    ] = None,
    primary: Annotated[
        bool | None,
        typer.Option("--primary/--secondary", help="How near the source is to what it tells."),
    ] = None,
    confidential: Annotated[
        bool, typer.Option("--confidential", help="The source must not be known.")
    ] = False,
    explanation: Annotated[
        str | None,
        typer.Option(
            help="What readers are told of a confidential source; all else of it stays here.",
            callback=some_words,
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option(help="Title of a source without a page.", callback=some_words)
    ] = None,
    author: Annotated[str | None, typer.Option(help="Its author.", callback=some_words)] = None,
    publisher: Annotated[
        str | None, typer.Option(help="Its publisher.", callback=some_words)
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="When, YYYY[-MM[-DD]].", callback=calendar_date)
    ] = None,
    accessed: Annotated[
        str | None,
        typer.Option(help="When you read it; else the day of the copy.", callback=calendar_date),
    ] = None,
    note: Annotated[str | None, typer.Option(help="For the desk; never published.")] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Fetch nothing and ask no registry.")
    ] = False,
    actor: As = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Tie the words of a source to a claim.

    The words must stand in what readers see of a kept copy; a page without a copy is fetched first. A
    quote that does not stand there to the letter is refused, and the nearest words are shown with what
    differs; --nearest cites those, and at a terminal you are asked. A book (--isbn), or a print source
    that --title alone names, is cited as you took it down, marked as not archived. Of a confidential
    source nothing but the explanation is ever published.

    \b
    Example:
      citetrail cite c-7f3a --passage p-12ab --role supports
      citetrail cite c-7f3a --url https://example.org/a --quote "15,051 died" --role supports
      citetrail cite c-7f3a --doi 10.1000/182 --quote "61 percent" --locator "p. 4" --role refutes
      citetrail cite c-7f3a --confidential --explanation "Two officials with knowledge of the budget" \\
        --role context
    """
    how = form(json, nl)
    given = {"doi": doi, "arxiv": arxiv, "pmid": pmid, "pmcid": pmcid, "isbn": isbn}
    named = _identifier(given)
    about = About(title, author, publisher, published)
    _refuse_wrong_use(
        places=[passage, url, named], quote=quote, about=about, secret=(confidential, explanation)
    )
    edges = open_edges(ctx)
    standing = None if primary is None else Standing.PRIMARY if primary else Standing.SECONDARY
    said = Said(locator, standing, accessed, named, explanation, occurrence)
    who = reviewer(edges, actor)
    cited = Cited(passage, url, quote, role, note, who, nearest, not offline, said)
    row = _cite(edges, find_one(edges.database, claim, table="claims"), cited, about)
    _tell(edges, row, quote)
    for words in describe_works(edges, row, offline=offline):
        say(words)
    emit([row], how, columns=columns.CITATIONS, empty="Nothing was cited.")


def _identifier(given: dict[str, str | None]) -> Identifier | None:
    """The one identifier that was given. More than one, or one that is none, is wrong use."""
    written = {name: value for name, value in given.items() if value is not None}
    if len(written) > 1:
        raise typer.BadParameter(f"give one of {', '.join(f'--{name}' for name in written)}")
    for name, value in written.items():
        try:
            return identifier(Scheme(name), value)
        except BadInput as why:
            raise typer.BadParameter(f"--{name}: {why}") from None
    return None


def _refuse_wrong_use(
    *,
    places: list[Any],
    quote: str | None,
    about: About,
    secret: tuple[bool, str | None],
) -> None:
    confidential, explanation = secret
    named = [place for place in places if place]
    passage = places[0]
    if confidential != (explanation is not None):
        raise typer.BadParameter("--confidential and --explanation TEXT go together")
    if len(named) > 1:
        raise typer.BadParameter("give one of --passage, --url and an identifier")
    if passage and quote:
        raise typer.BadParameter("a passage is cited whole: give no --quote with --passage")
    if not named and not about.title and not confidential:
        raise typer.BadParameter(
            "give --passage, or --url together with --quote, or an identifier, or --title"
        )
    if named and not passage and not quote:
        raise typer.BadParameter("give --quote TEXT, the words that are cited, or --passage")


def _cite(edges: Edges, claim: dict[str, Any], cited: Cited, about: About) -> dict[str, Any]:
    named = cited.said.identifier
    book = named is not None and named.scheme is Scheme.ISBN
    if book or not (cited.passage or cited.url or named):
        return cite_transcript(edges, claim, cited, about)
    try:
        return cite(edges, claim, cited)
    except BadInput as why:
        if "--nearest" not in str(why) or not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise
        say(str(why))
        if not _agreed("Cite the words as they stand in the copy?"):
            raise
        return cite(edges, claim, _as_it_stands(cited))


def _agreed(question: str) -> bool:
    """A person's yes; the end of the input is a no, and Ctrl-C ends the command as it does elsewhere."""
    try:
        return typer.confirm(question, err=True)
    except typer.Abort as stopped:
        say("")  # the question's line is still open
        if isinstance(stopped.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from None
        return False


def _as_it_stands(cited: Cited) -> Cited:
    from dataclasses import replace  # noqa: PLC0415 - only after a person has said yes

    return replace(cited, nearest=True, fetch=False)


def _tell(edges: Edges, row: dict[str, Any], quote: str | None) -> None:
    """What the person should know of what was cited."""
    snapshot = rows.get(edges.database, "snapshots", row["snapshot"]) or {}
    if quote and row["exact"] != quote:
        say(f"Cited as it stands in the copy: {difference(quote, row['exact'])}")
    elif quote and times(snapshot["text"], quote) > 1:
        number = times(snapshot["text"][: row["end"]], quote)
        whole = times(snapshot["text"], quote)
        say(f"These words stand there {whole} times; number {number} is cited (--occurrence).")
    for words in [*left_behind(edges.database, row), *doubts(snapshot, row["exact"])]:
        say(f"Note: {words}")
    if row["held"] == "transcript" and not row["confidential"]:
        say("Kept as you took it down; no copy of the source is archived.")
    if row["standing_from"] and row["standing_from"] != "person":
        why = row["standing_from"].removeprefix("rule: ")
        say(
            f"Taken for a {row['standing']} source: {why} (--primary or --secondary says otherwise)."
        )


@app.command("uncite")
def uncite_command(
    ctx: typer.Context,
    citation: Annotated[str, typer.Argument(metavar="CITATION")],
    reason: Annotated[
        str, typer.Option(help="Why it is taken back; for the desk.", callback=some_words)
    ],
    actor: As = None,
    json: Json = False,
    nl: Nl = False,
) -> None:
    """Take a citation back, and say why.

    It stays readable with `show` and is neither published nor exported. Citing the same words again lets
    it stand again.

    \b
    Example:
      citetrail uncite n-7f3a --reason "The table counts another year."
    """
    how = form(json, nl)
    edges = open_edges(ctx)
    row = find_one(edges.database, citation, table="citations")
    emit_one(uncite(edges, row, reason=reason, actor=reviewer(edges, actor)), how)
