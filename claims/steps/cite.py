"""Words of a stored copy, tied to a claim by a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.anchor.differences import differences, marked
from claims.anchor.reanchor import nearest
from claims.model.citation import Citation, CitationRole, citation_id
from claims.model.errors import BadInput, NotFound
from claims.model.record import plain
from claims.model.selector import select
from claims.model.span import Span
from claims.steps.lookup import find_one
from db import rows, snapshots
from db.connection import transaction

if TYPE_CHECKING:
    from claims.steps.edges import Edges


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited and by whom: a passage's id, or a quote on a page."""

    passage: str | None
    url: str | None
    quote: str | None
    role: CitationRole
    note: str | None
    actor: str
    nearest: bool = False
    """Whether the nearest words of the copy may stand in for a quote that is not there to the letter."""


def cite(edges: Edges, claim: dict[str, Any], cited: Cited) -> dict[str, Any]:
    """The citation's row, stored once. Raises BadInput when the quote does not stand on the page."""
    return store(edges, claim, cited, _place(edges, cited))


def store(
    edges: Edges,
    claim: dict[str, Any],
    cited: Cited,
    place: tuple[dict[str, Any], Span, str | None],
) -> dict[str, Any]:
    """The citation's row for a place: a snapshot, a stretch of its text, and perhaps a passage's id."""
    snapshot, span, passage = place
    where = select(snapshot["text"], span)
    citation = Citation(
        id=citation_id(
            claim=claim["id"],
            snapshot=snapshot["id"],
            start=span.start,
            end=span.end,
            role=cited.role,
        ),
        claim=claim["id"],
        snapshot=snapshot["id"],
        passage=passage,
        url=snapshot["url"],
        role=cited.role,
        start=where.start,
        end=where.end,
        exact=where.exact,
        prefix=where.prefix,
        suffix=where.suffix,
        note=cited.note,
        actor=cited.actor,
        at=edges.now(),
    )
    with transaction(edges.database):
        rows.add_new(edges.database, "citations", [plain(citation)])
    return rows.get(edges.database, "citations", citation.id) or {}


def _place(edges: Edges, cited: Cited) -> tuple[dict[str, Any], Span, str | None]:
    if cited.passage:
        passage = find_one(edges.database, cited.passage, table="passages")
        snapshot = rows.get(edges.database, "snapshots", passage["snapshot"]) or {}
        return snapshot, Span(passage["start"], passage["end"]), str(passage["id"])
    url, quote = cited.url or "", cited.quote or ""
    found = snapshots.latest(edges.database, url)
    if not found:
        raise NotFound(f"no readable copy of {url} is stored; run: citetrail fetch {url}")
    start = found["text"].find(quote) if quote.strip() else -1
    if start >= 0:
        return found, Span(start, start + len(quote)), None
    near = nearest(quote, found["text"])
    if near and cited.nearest:
        return found, near.span, None
    raise BadInput(
        f"these words do not stand in the copy of {url} of {found['warc_date']}; "
        + (
            f"nearest: {difference(quote, near.span.of(found['text']))}; cite that with --nearest"
            if near
            else f"see its text with: citetrail show {found['id']}"
        )
    )


def difference(quote: str, exact: str) -> str:
    """How the words of the copy differ from the quote that was given, in one line."""
    change = differences(quote, exact)
    if not change.changes:
        return f"{' '.join(exact.split())} (the same words, typed otherwise)"
    kinds = ", ".join(kind.value.replace("_", " ") for kind in change.changes)
    return f"{marked(change.hunks)} (changed: {kinds})"
