"""Stored copies to passages, and passages to evidence ranked for each claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.evidence.passages import passage_spans
from claims.evidence.rank import rank
from claims.evidence.stance import NOBODY, with_stance
from claims.model.evidence import Passage, passage_id
from claims.model.record import plain
from claims.sources.query import key_terms
from claims.steps.report import Tick
from claims.steps.stance import reader_of
from db import evidence, fts, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.steps.edges import Edges

POOL = 40
"""Passages taken from BM25 before the numbers are compared."""

TERMS = 24
"""Words of a claim that are searched for; claims are rarely longer, a hostile one may be."""


def gather_evidence(edges: Edges, claims: Sequence[dict[str, Any]], *, top: int) -> Iterator[Tick]:
    """Rank passages of the stored candidates for each claim (a row)."""
    reader = reader_of(edges.settings.stance)
    run = edges.run("evidence", top=top, stance=reader.name if reader else NOBODY)
    # All passages first: BM25 weighs words by how rare they are among all of them, so that the
    # ranking of one claim would otherwise depend on which claims came before it
    for claim in claims:
        with transaction(edges.database):
            for snapshot in evidence.without_passages(edges.database, claim["id"]):
                rows.add_new(edges.database, "passages", map(plain, _cut(snapshot)))
    for done, claim in enumerate(claims, start=1):
        with transaction(edges.database):
            match = fts.any_of(key_terms(claim["claim_text"] or claim["exact"])[:TERMS])
            found = (
                list(evidence.matching(edges.database, claim["id"], match, limit=POOL))
                if match
                else []
            )
            ranked = rank(claim, found, top=top, run=run)
            texts = {row["id"]: row["exact"] for row in found}
            judged = with_stance(ranked, claim["claim_text"] or claim["exact"], texts, reader)
            evidence.replace(edges.database, claim["id"], map(plain, judged))
        yield Tick("evidence", done, len(claims))


def _cut(snapshot: dict[str, Any]) -> Iterator[Passage]:
    for ordinal, span in enumerate(passage_spans(snapshot["text"]), start=1):
        yield Passage(
            id=passage_id(snapshot=snapshot["id"], start=span.start, end=span.end),
            snapshot=snapshot["id"],
            ordinal=ordinal,
            start=span.start,
            end=span.end,
            exact=span.of(snapshot["text"]),
        )
