"""One claim that is several: each part becomes a claim of its own, and the whole ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.claim import claim_id
from claims.model.errors import NotAllowed
from claims.model.review import Action, Status
from claims.model.selector import select
from claims.model.span import Span
from claims.review.deeds import Deed
from claims.steps.review import review, standing_of
from db import rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.steps.edges import Edges

PARTS = 2
"""Fewer parts than this are no split."""


def split(
    edges: Edges, claim: Mapping[str, Any], parts: Sequence[str], deed: Deed
) -> list[dict[str, Any]]:
    """Make claims of `parts`, words that stand in the claim's sentence, and end the claim; the new rows.

    Of `deed` the actor, the reason and what was seen count. Raises NotAllowed.
    """
    if len(set(parts)) < PARTS:
        raise NotAllowed("a split needs at least two parts: give --part twice")
    with transaction(edges.database):
        standing = standing_of(edges.database, claim["id"])
        made = [_part(edges, claim, _place(claim, part)) for part in dict.fromkeys(parts)]
        ids = [one["id"] for one in made]
        if standing.fields.get("split_into") == ids:
            return _rows(edges, ids)
        if standing.status is Status.REJECTED or standing.public:
            raise NotAllowed(f"{claim['id']} is {standing.status.value}, so it is not split")
        ended = Deed(
            Action.SPLIT,
            deed.actor,
            status=Status.REJECTED,
            reason=deed.reason,
            changes={"split_into": ids},
            seen=deed.seen,
        )
        review(edges, claim, ended)
        for one in made:
            rows.add_new(edges.database, "claims", [one])
            origin = Deed(
                Action.SPLIT,
                deed.actor,
                reason=deed.reason,
                changes={"split_from": claim["id"]},
                about=claim["id"],
            )
            review(edges, one, origin)
        return _rows(edges, ids)


def _rows(edges: Edges, ids: Sequence[str]) -> list[dict[str, Any]]:
    return [rows.get(edges.database, "claims", key) or {} for key in ids]


def _place(claim: Mapping[str, Any], part: str) -> Span:
    """Where the part stands in the document."""
    found = claim["sentence"].find(part) if part.strip() else -1
    if found < 0:
        raise NotAllowed(f"{part!r} does not stand in the sentence: {claim['sentence']}")
    start = claim["sentence_start"] + found
    if part == claim["exact"]:
        raise NotAllowed(f"{part!r} is the whole claim, not a part of it")
    return Span(start, start + len(part))


def _part(edges: Edges, claim: Mapping[str, Any], span: Span) -> dict[str, Any]:
    document = rows.get(edges.database, "documents", claim["document"]) or {}
    where = select(document["text"], span)
    key = claim_id(document=claim["document"], start=where.start, end=where.end, exact=where.exact)
    inside = [
        one
        for one in claim["quantities"]
        if where.start <= one["start"] and one["end"] <= where.end
    ]
    return {
        **{name: claim[name] for name in ("document", "sentence", "sentence_start", "kind")},
        **{name: claim[name] for name in ("claimant", "attribution", "check_worthiness")},
        **{name: claim[name] for name in ("reasons", "dates")},
        "id": key,
        "start": where.start,
        "end": where.end,
        "exact": where.exact,
        "prefix": where.prefix,
        "suffix": where.suffix,
        "claim_text": where.exact,
        "ambiguous": None,
        "quantities": inside,
        "status": Status.NEW.value,
        "run": edges.run("split"),
    }
