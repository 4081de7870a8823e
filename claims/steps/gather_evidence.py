"""Stored copies to passages, and passages to evidence ranked for each claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.evidence.rank import measured, rank
from claims.evidence.stance import NOBODY, with_stance
from claims.model.record import plain
from claims.steps.collapse_copies import collapse_copies
from claims.steps.index_passages import index_passages
from claims.steps.report import Tick
from claims.steps.search_passages import PassageSearch
from claims.steps.stance import reader_of
from db import evidence
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.steps.edges import Edges

CONSIDERED = 120
"""Passages, the nearest of those found, among which copies are looked for."""


def gather_evidence(edges: Edges, claims: Sequence[dict[str, Any]], *, top: int) -> Iterator[Tick]:
    """Rank passages of the stored copies for each claim (a row)."""
    reader = reader_of(edges.settings.stance)
    run = edges.run("evidence", top=top, stance=reader.name if reader else NOBODY)
    # All passages first: words are weighed by how rare they are among all of them, so that the
    # ranking of one claim would otherwise depend on which claims came before it
    for done, of in index_passages(edges.database):
        yield Tick("index passages", done, of)
    search = PassageSearch(edges.database)
    for done, claim in enumerate(claims, start=1):
        with transaction(edges.database):
            found = collapse_copies(search.find(claim)[:CONSIDERED])
            ranked = rank(claim, found, top=top, run=run)
            rows = {row["id"]: row for row in found}
            judged = with_stance(ranked, measured(claim), rows, reader)
            evidence.replace(edges.database, claim["id"], map(plain, judged))
        yield Tick("evidence", done, len(claims))
