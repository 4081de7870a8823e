"""The provider claimreview: imported fact-checks, and those in the files of the setting `claimreview`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.files.read import printable, read_file, why_not
from claims.model.candidate import Search, SearchOutcome, search_id
from claims.model.errors import BadInput
from claims.model.record import plain
from claims.sources.claimreview import LEAST_SHARE, ReviewIndex, index_of, reviews_in
from claims.sources.directory import CLAIMREVIEW
from claims.sources.factcheck import review_hit
from claims.sources.provider import Reply, answered
from claims.sources.query import key_terms
from claims.steps.asking import Told, store
from claims.steps.report import Failure
from db import fact_checks, fts, searches
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.sources.provider import Hit
    from claims.steps.asking import Inquiry
    from claims.steps.edges import Edges

ENDINGS = frozenset({".json", ".jsonld"})
MOST_FILES = 10_000
NOT_SET = (
    "no fact-checks: run citetrail import, or set CITETRAIL_CLAIMREVIEW to a file or folder of them"
)
LOOKED_AT = 200
"""Imported fact-checks that are weighed for a claim: those with the most words in common."""


@dataclass(slots=True)
class Reviews:
    """The desk's ClaimReview files, and what in them could not be read."""

    edges: Edges
    failures: list[Failure] = field(default_factory=list)
    _index: ReviewIndex | None = None

    def search(self, inquiry: Inquiry, *, top: int) -> Told:
        """The reviews that bear on a claim; nobody is asked."""
        told = Told()
        stored = fact_checks.any_stored(self.edges.database)
        if not (self.edges.settings.claimreview or stored):
            told.unasked = NOT_SET
            reply = Reply(SearchOutcome.NOT_MEASURED, NOT_SET)
        else:
            reply = self._asked(inquiry, stored=stored, top=top)
        search = Search(
            id=search_id(claim=inquiry.claim["id"], provider=CLAIMREVIEW, query=inquiry.narrowest),
            claim=inquiry.claim["id"],
            provider=CLAIMREVIEW,
            query=inquiry.narrowest,
            request_url=None,
            outcome=reply.outcome,
            detail=reply.detail,
            found=len(reply.hits),
            reply_digest=None,
            run=self.edges.run("find", top=top),
            at=self.edges.now(),
            reason=inquiry.reason,
            side=inquiry.side(inquiry.narrowest),
        )
        row: dict[str, Any] = dict(plain(search))
        with transaction(self.edges.database):
            store(self.edges, row, reply.hits)
            searches.forget_unanswered(
                self.edges.database,
                search.claim,
                CLAIMREVIEW,
                but_not=[search.id],
                side=search.side.value,
            )
        told.hits |= {hit.url: hit for hit in reply.hits}
        told.searches.append(row)
        return told

    def _asked(self, inquiry: Inquiry, *, stored: bool, top: int) -> Reply:
        """What the imported ones and the files name, the imported first."""
        hits = {hit.url: hit for hit in (self._imported(inquiry) if stored else ())}
        if self.edges.settings.claimreview:
            reply = self._opened().search(inquiry.question, top=top)
            if not hits:
                return reply
            hits |= {hit.url: hit for hit in reply.hits if hit.url not in hits}
        return answered(list(hits.values())[:top], len(hits))

    def _opened(self) -> ReviewIndex:
        """The reviews in the files of the setting."""
        if self._index is None:
            hits: list[Hit] = []
            for path in self._paths():
                try:
                    found, problem = reviews_in(read_file(path))
                except BadInput as why:
                    found, problem = [], str(why)
                if problem:
                    self.failures.append(Failure(printable(path), problem))
                hits += found
            self._index = index_of(hits)
        return self._index

    def _imported(self, inquiry: Inquiry) -> Iterator[Hit]:
        """The imported fact-checks that hold enough of the claim's words, the best first."""
        terms = {term.lower() for term in inquiry.question.terms}
        query = fts.any_of(sorted(terms))
        for row in fact_checks.search(self.edges.database, query, limit=LOOKED_AT) if query else ():
            hit = review_hit(
                row["url"],
                claim=row["claim_reviewed"],
                **{n: row[n] for n in ("claimant", "publisher", "title", "rating", "published")},
            )
            held = {t.lower() for t in key_terms(f"{hit.title or ''} {hit.text or ''}")}
            if len(terms & held) >= LEAST_SHARE * len(terms):
                yield hit

    def _paths(self) -> list[Path]:
        top = Path(self.edges.settings.claimreview)
        try:
            if not top.is_dir():
                return [top]
            found = sorted(p for p in top.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
        except (OSError, ValueError) as why:
            self.failures.append(Failure(printable(top), why_not(why)))
            return []
        return found[:MOST_FILES]
