"""A claim to everything that a reviewer has before their eyes; filters to the queue of claims."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.model.errors import BadInput
from claims.model.review import Status
from claims.review.standing import fold
from claims.review.transitions import OPEN
from claims.sources.query import words
from claims.steps.desk_rules import ratings_of
from claims.steps.gates import gate_findings
from claims.steps.lookup import document_ids
from claims.text.sentences import sentence_spans
from db import citations, claims, documents, evidence, fts, reviews, rows
from db.connection import data_version

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claims.review.gates import Finding
    from claims.review.ratings import Ratings
    from claims.review.standing import Standing
    from claims.steps.edges import Edges

LONGEST_QUEUE = 500
"""Claims that are listed at once; filters bring the others into view."""

WHERE_PEOPLE_WORK = "open"
"""The filter's word for all states of a claim that is not yet out."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One claim (a row, as people left it), where it stands, and what is known about it.

    `around` are the stretches of the article that are shown: `start`, `end` and `exact` of the sentences.
    """

    claim: Mapping[str, Any]
    document: Mapping[str, Any]
    around: Sequence[Mapping[str, Any]]
    standing: Standing
    passages: Sequence[Mapping[str, Any]]
    citations: Sequence[Mapping[str, Any]]
    events: Sequence[Mapping[str, Any]]

    @property
    def seen(self) -> int:
        """The number of the claim's last event that stands on this sheet."""
        return self.standing.seq


@dataclass(frozen=True, slots=True)
class Queue:
    """The claims that pass the filters, those first that are most worth checking, and how many more."""

    claims: Sequence[Mapping[str, Any]] = ()
    total: int = 0
    filters: Mapping[str, str] = field(default_factory=dict)


def sheet_of(edges: Edges, claim: str) -> Sheet:
    """The sheet of a claim (an id), as everything stands now."""
    database = edges.database
    row = rows.get(database, "claims", claim) or {}
    document = rows.get(database, "documents", row["document"]) or {}
    text = document.pop("text", "")
    events = reviews.of_claim(database, claim)
    return Sheet(
        claim=row,
        document=document,
        around=_around(edges, row, text),
        standing=fold(events),
        passages=list(evidence.listing(database, claim)),
        citations=citations.standing(database, claim),
        events=events,
    )


def missing(edges: Edges, sheet: Sheet) -> Sequence[Finding]:
    """What each publish gate says of the claim now."""
    return gate_findings(edges, sheet.claim, sheet.standing)


def version_seen(edges: Edges) -> int:
    """A number that is another one when another process has written to the database since."""
    return data_version(edges.database)


def verdicts(edges: Edges) -> Ratings:
    """The verdicts that this desk gives."""
    return ratings_of(edges.settings.ratings)


def queue(edges: Edges, filters: Mapping[str, str], *, me: str) -> Queue:
    """The claims that pass the filters.

    `status` is a state or `open`; `whose` is `mine`, `unassigned`, `free` (either) or a reviewer; the
    others are as in `citetrail claims`. Raises UserError for a document that is not there, or no number.
    """
    asked: dict[str, Any] = {name: value for name, value in filters.items() if value.strip()}
    if "document" in asked:
        asked["document"] = document_ids(edges.database, [asked["document"]])[0]
    if "min_worth" in asked:
        asked["min_worth"] = _worth(asked["min_worth"])
    if asked.get("status") == WHERE_PEOPLE_WORK:
        asked.pop("status")
        asked["among"] = json.dumps(sorted(status.value for status in OPEN))
    whose = asked.pop("whose", None)
    if whose == "unassigned":
        asked["unassigned"] = 1
    elif whose == "free":
        asked["free_for"] = me
    elif whose:
        asked["assignee"] = me if whose == "mine" else whose
    if "q" in asked:
        asked["q"] = fts.all_of(words(asked["q"])) or '""'
    found = claims.listing(edges.database, asked, limit=LONGEST_QUEUE, order=claims.WORTHIEST)
    return Queue(list(found), claims.count(edges.database, asked), dict(filters))


def _worth(given: str) -> float:
    try:
        return float(given)
    except ValueError:
        raise BadInput(f"{given!r} is no number; give 0 to 1") from None


def states() -> list[str]:
    """What the filter `status` takes."""
    return [WHERE_PEOPLE_WORK, *(status.value for status in Status)]


def _around(edges: Edges, claim: Mapping[str, Any], text: str) -> list[dict[str, Any]]:
    """The claim's sentence and its neighbours; without stored sentences, the sentence alone."""
    found = documents.around(edges.database, claim["document"], claim["sentence_start"])
    if any(one["start"] <= claim["start"] and claim["end"] <= one["end"] for one in found):
        return found
    first = claim["sentence_start"]
    window = text[max(0, first - NEAR) : claim["end"] + NEAR]
    base = max(0, first - NEAR)
    return [
        {"start": base + s.start, "end": base + s.end, "exact": s.of(window)}
        for s in sentence_spans(window)
        if base + s.end > first - NEAR // 2 and base + s.start < claim["end"] + NEAR // 2
    ]


NEAR = 600
"""Characters of the article around a claim that are read where its sentences are not stored."""
