"""Citations out as Web Annotations, and Web Annotations in as citations of stored copies."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.anchor.annotations import NO_WORDS, URN, read_annotations
from claims.anchor.passage_state import look
from claims.anchor.reanchor import nearest
from claims.export.web_annotation import annotation
from claims.identifiers import web_address
from claims.model.citation import CitationRole, PassageState
from claims.model.errors import BadInput, UserError
from claims.model.span import Span
from claims.steps.cite import Cited, store
from claims.steps.cited_place import difference, says_something
from claims.steps.lookup import find_one
from claims.steps.report import Failure
from db import citations, mementos, rows, snapshots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.anchor.annotations import PageNote
    from claims.steps.edges import Edges


@dataclass(frozen=True, slots=True)
class Wish:
    """What is cited, and by whom, where an annotation does not say so itself.

    `nearest`: whether words that changed since may be cited as they stand in the copy.
    """

    claim: str | None
    role: CitationRole | None
    actor: str
    nearest: bool


def annotated(edges: Edges, claims: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The citations of the claims as annotations, oldest first; none of a confidential source.

    Copies of such a source are left out where they are cited openly, too: docs/citing.md.
    """
    hidden = citations.concealed(edges.database)
    for claim in claims:
        for citation in citations.standing(edges.database, claim["id"]):
            if citation["confidential"] or citation["snapshot"] in hidden:
                continue
            snapshot = rows.get(edges.database, "snapshots", citation["snapshot"]) or {}
            url, at = snapshot["url"], snapshot["warc_date"]
            memento = mementos.nearest_to(edges.database, url, at) or {}
            yield annotation(citation, snapshot, memento.get("memento_url"))


def cite_annotations(
    edges: Edges, raw: bytes, wish: Wish, *, failures: list[Failure]
) -> list[dict[str, Any]]:
    """The citations made of the annotations in `raw`; those that cannot be cited go to `failures`.

    Raises BadInput when `raw` holds no annotations at all.
    """
    try:
        notes = list(read_annotations(json.loads(raw.decode("utf-8-sig"))))
    except (ValueError, RecursionError):
        raise BadInput("not JSON: give a file with Web Annotations as JSON-LD") from None
    if not notes:
        raise BadInput("no Web Annotations in it: give JSON-LD with a target each")
    made = []
    for note in notes:
        try:
            made.append(_cite(edges, note, wish))
        except UserError as why:
            failures.append(Failure(note.name, str(why)))
    return made


def _cite(edges: Edges, note: PageNote, wish: Wish) -> dict[str, Any]:
    if not note.url or note.problem not in {None, NO_WORDS}:
        raise BadInput(note.problem or "names no page")
    snapshot = _copy_of(edges, note, note.url)
    if not snapshot:
        raise BadInput(f"no readable copy of it is stored; run: citetrail fetch {note.url}")
    note = note.quoted(snapshot["text"], snapshot["text_digest"])
    if note.problem or not says_something(note.exact):
        raise BadInput(note.problem or NO_WORDS)
    claim = find_one(edges.database, _claim_of(note, wish), table="claims")
    cited = Cited(None, note.url, note.exact, _role_of(note, wish), None, wish.actor, wish.nearest)
    return store(edges, claim, cited, (*_placed(edges, note, snapshot, wish), None))


def _copy_of(edges: Edges, note: PageNote, url: str) -> dict[str, Any] | None:
    """The copy that the annotation was made on, if we hold it; else the newest one of the page.

    Several copies may have the same text: of our own export it is the one that is cited.
    """
    ours = rows.get(edges.database, "citations", note.name.removeprefix(URN)) or {}
    if ours and (ours["url"], ours["text_digest"]) == (url, note.text_digest):
        return rows.get(edges.database, "snapshots", ours["snapshot"])
    same = snapshots.with_text(edges.database, url, note.text_digest) if note.text_digest else None
    bare = web_address.standard(url)
    found = same or snapshots.latest(edges.database, url)
    return found or (snapshots.latest(edges.database, bare) if bare else None)


def _claim_of(note: PageNote, wish: Wish) -> str:
    if not (wish.claim or note.claim):
        raise BadInput("names no claim of ours; give --claim")
    return wish.claim or note.claim or ""


def _role_of(note: PageNote, wish: Wish) -> CitationRole:
    known = {role.value: role for role in CitationRole}
    role = wish.role or known.get(note.role or "")
    if role is None:
        raise BadInput("does not say what the words do for the claim; give --role")
    return role


def _placed(
    edges: Edges, note: PageNote, snapshot: dict[str, Any], wish: Wish
) -> tuple[dict[str, Any], Span]:
    """The copy and the place in it: an older one where the newest has the words no more."""
    try:
        return snapshot, _span(note, snapshot["text"], wish)
    except BadInput:
        for older in snapshots.readable(edges.database, snapshot["url"]):
            if note.exact in older["text"] and older["id"] != snapshot["id"]:
                return older, _span(note, older["text"], wish)
        raise


def _span(note: PageNote, text: str, wish: Wish) -> Span:
    found = look(note.sought(text), text)
    near = nearest(note.exact, text) if found.start is None else None
    if near:
        span = near.span
    elif found.start is not None and found.end is not None:
        span = Span(found.start, found.end)
    else:
        raise BadInput("these words do not stand in the stored copy")
    if not wish.nearest and (near or found.state is PassageState.ALTERED):
        if span.of(text) == note.exact:
            raise BadInput(
                "the stored copy has these words in other company than the annotation says;"
                " cite them with --nearest"
            )
        told = difference(note.exact, span.of(text))
        raise BadInput(f"the stored copy has other words: {told}; cite those with --nearest")
    return span
