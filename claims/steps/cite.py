"""Words of a stored copy, tied to a claim by a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.export.text_fragment import surest_fragment
from claims.model.citation import (
    Citation,
    CitationAction,
    CitationEvent,
    CitationRole,
    Held,
    Standing,
    citation_event_id,
    citation_id,
)
from claims.model.errors import BadInput
from claims.model.record import plain
from claims.model.selector import select
from claims.model.span import Span
from claims.origins.source_types import SourceType
from claims.steps.cited_place import Wanted, place_of
from claims.steps.lookup import find_one
from claims.steps.review import standing_of
from claims.steps.seal import add_sealed
from claims.steps.weigh_origins import sort_of
from db import citations, rows
from db.connection import transaction

if TYPE_CHECKING:
    from claims.identifiers.identifier import Identifier
    from claims.steps.edges import Edges

PERSON = "person"
SUGGESTED = {
    SourceType.PRIMARY.value: Standing.PRIMARY,
    SourceType.REPORTING.value: Standing.SECONDARY,
    SourceType.REFERENCE.value: Standing.SECONDARY,
    SourceType.FACT_CHECK.value: Standing.SECONDARY,
}
"""What sort of source is which; of the others a person has to say it."""


@dataclass(frozen=True, slots=True)
class Said:
    """What else the person says of the source. `explanation` makes it a confidential one.

    `accessed` is EDTF; `occurrence` counts from 1 where the same words stand several times.
    """

    locator: str | None = None
    standing: Standing | None = None
    accessed: str | None = None
    identifier: Identifier | None = None
    explanation: str | None = None
    occurrence: int = 1


NOTHING = Said()


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited and by whom: a passage's id, or a quote on a page.

    `nearest`: whether the nearest words of the copy may stand in for a quote that is not there to the
    letter. `fetch`: whether a page without a copy may be fetched.
    """

    passage: str | None
    url: str | None
    quote: str | None
    role: CitationRole
    note: str | None
    actor: str
    nearest: bool = False
    fetch: bool = False
    said: Said = field(default=NOTHING)


Place = tuple[dict[str, Any], Span, str | None]
"""A snapshot (a row), a stretch of its text, and perhaps the id of the passage that was chosen."""


def cite(edges: Edges, claim: dict[str, Any], cited: Cited) -> dict[str, Any]:
    """The citation's row, stored once. Raises BadInput when the quote does not stand on the page."""
    return store(edges, claim, cited, _place(edges, cited))


def store(
    edges: Edges, claim: dict[str, Any], cited: Cited, place: Place, *, held: Held = Held.COPY
) -> dict[str, Any]:
    """The citation's row for a place. One that was taken back stands again, as it is said now.

    Raises BadInput when it stands already and other things were said of it then.
    """
    row = _row(edges, claim, cited, place, held)
    with transaction(edges.database):
        before = rows.get(edges.database, "citations", row["id"])
        events = citations.events_of(edges.database, row["id"])
        if before is None:
            _refuse_ended(edges, claim["id"])
            rows.insert(edges.database, "citations", row)
        elif events and events[-1]["action"] == CitationAction.WITHDRAWN.value:
            _restore(edges, cited, row, before, len(events))
        else:
            _refuse_other_words(cited, row, before)
            _confirm(edges, cited, before, len(events))
    return rows.get(edges.database, "citations", row["id"]) or {}


def _refuse_ended(edges: Edges, claim: str) -> None:
    """A claim that a merge or a split has ended is not published, so nobody would ever see it."""
    fields = standing_of(edges.database, claim).fields
    into = [fields["merged_into"]] if "merged_into" in fields else fields.get("split_into")
    if into:
        how = "merged into another" if "merged_into" in fields else "split"
        raise BadInput(f"{claim} was {how}: cite for {' or '.join(into)}, or reopen it")


def _place(edges: Edges, cited: Cited) -> Place:
    if cited.passage:
        passage = find_one(edges.database, cited.passage, table="passages")
        snapshot = rows.get(edges.database, "snapshots", passage["snapshot"]) or {}
        return snapshot, Span(passage["start"], passage["end"]), str(passage["id"])
    wanted = Wanted(
        url=cited.url,
        identifier=cited.said.identifier,
        quote=cited.quote or "",
        nearest=cited.nearest,
        occurrence=cited.said.occurrence,
        # A confidential source's server must not learn who is reading
        fetch=cited.fetch and cited.said.explanation is None,
    )
    return *place_of(edges, wanted), None


def _row(
    edges: Edges, claim: dict[str, Any], cited: Cited, place: Place, held: Held
) -> dict[str, Any]:
    snapshot, span, passage = place
    standing, whose = _standing(edges, snapshot, cited, held)
    said, copy = cited.said, held is Held.COPY
    where = select(snapshot["text"], span)
    fragment = surest_fragment(snapshot["text"], span).removeprefix("#") if copy else ""
    ends = {"start": span.start, "end": span.end}
    citation = Citation(
        id=citation_id(claim=claim["id"], snapshot=snapshot["id"], role=cited.role, **ends),
        claim=claim["id"],
        snapshot=snapshot["id"],
        passage=passage,
        url=snapshot["url"],
        role=cited.role,
        **ends,
        exact=where.exact,
        prefix=where.prefix,
        suffix=where.suffix,
        note=cited.note,
        actor=cited.actor,
        at=edges.now(),
        text_digest=snapshot["text_digest"],
        fragment=fragment or None,
        held=held,
        standing=standing,
        standing_from=whose,
        locator=said.locator,
        accessed=said.accessed or (snapshot["warc_date"][:10] if copy else None),
        identifier=said.identifier.name if said.identifier else None,
        confidential=int(said.explanation is not None),
        explanation=said.explanation,
    )
    return dict(plain(citation))


def _standing(
    edges: Edges, snapshot: dict[str, Any], cited: Cited, held: Held
) -> tuple[Standing | None, str | None]:
    """Primary or secondary, and whose word that is: the person's before any rule's."""
    if cited.said.standing:
        return cited.said.standing, PERSON
    if held is Held.TRANSCRIPT:
        return None, None
    sort = sort_of(edges.settings, snapshot)
    suggested = SUGGESTED.get(sort["source_type"])
    return suggested, f"rule: {sort['source_type_because']}" if suggested else None


GIVEN = ("note", "locator", "accessed", "explanation", "identifier")
CHANGED = (*GIVEN, "standing", "standing_from", "confidential", "actor", "at", "passage")


def _refuse_other_words(cited: Cited, row: dict[str, Any], before: dict[str, Any]) -> None:
    """What was said now and is not what is stored must not be lost without a word."""
    given = {name: row[name] for name in GIVEN if row[name] is not None}
    if cited.said.accessed is None:
        given.pop("accessed", None)
    if cited.said.standing:
        given["standing"] = row["standing"]
    for name, value in given.items():
        if before[name] != value:
            raise BadInput(
                f"{row['id']} cites these words already, with another {name}; take it back first:"
                f" citetrail uncite {row['id']} --reason WHY"
            )


def _confirm(edges: Edges, cited: Cited, before: dict[str, Any], events: int) -> None:
    """Note as a person's word what a rule had said of the source until now."""
    if cited.said.standing is None or before["standing_from"] == PERSON:
        return
    record(
        edges,
        before["id"],
        CitationAction.RESTORED,
        ordinal=events + 1,
        said=(f"said to be a {before['standing']} source", cited.actor),
        before={"standing_from": before["standing_from"]},
    )
    rows.update(edges.database, "citations", {"id": before["id"], "standing_from": PERSON})


def _restore(
    edges: Edges, cited: Cited, row: dict[str, Any], before: dict[str, Any], events: int
) -> None:
    """Let a citation stand again as it is said now, and keep what was said before."""
    changes = {name: row[name] for name in CHANGED if row[name] != before[name]}
    record(
        edges,
        row["id"],
        CitationAction.RESTORED,
        ordinal=events + 1,
        said=("cited again", cited.actor),
        before={name: before[name] for name in changes},
    )
    rows.update(edges.database, "citations", {"id": row["id"], **changes})


def record(  # noqa: PLR0913 - the columns of an event
    edges: Edges,
    citation: str,
    action: CitationAction,
    *,
    ordinal: int,
    said: tuple[str, str],
    before: dict[str, Any] | None = None,
) -> None:
    """Add an event of a citation; `said` is the reason and who gives it. Call it in a transaction."""
    reason, actor = said
    event = CitationEvent(
        id=citation_event_id(citation=citation, action=action, ordinal=ordinal),
        citation=citation,
        action=action,
        reason=reason,
        before=before,
        actor=actor,
        at=edges.now(),
    )
    add_sealed(edges.database, "citation_events", plain(event))
