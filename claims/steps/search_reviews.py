"""The provider claimreview: fact-checks in the files of the setting `claimreview`, read once a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.files.read import printable, read_file, why_not
from claims.model.candidate import Search, SearchOutcome, search_id
from claims.model.errors import BadInput
from claims.model.record import plain
from claims.sources.claimreview import ReviewIndex, index_of, reviews_in
from claims.sources.directory import CLAIMREVIEW
from claims.sources.provider import Reply
from claims.steps.asking import Told, store
from claims.steps.report import Failure
from db import searches
from db.connection import transaction

if TYPE_CHECKING:
    from claims.sources.provider import Hit
    from claims.steps.asking import Inquiry
    from claims.steps.edges import Edges

ENDINGS = frozenset({".json", ".jsonld"})
MOST_FILES = 10_000
NOT_SET = "no file: set CITETRAIL_CLAIMREVIEW to a file or folder of ClaimReview JSON"


@dataclass(slots=True)
class Reviews:
    """The desk's ClaimReview files, and what in them could not be read."""

    edges: Edges
    failures: list[Failure] = field(default_factory=list)
    _index: ReviewIndex | None = None

    def search(self, inquiry: Inquiry, *, top: int) -> Told:
        """The reviews that bear on a claim; nobody is asked."""
        told = Told()
        if not self.edges.settings.claimreview:
            told.unasked = NOT_SET
            reply = Reply(SearchOutcome.NOT_MEASURED, NOT_SET)
        else:
            reply = self._opened().search(inquiry.question, top=top)
        search = Search(
            id=search_id(claim=inquiry.claim["id"], provider=CLAIMREVIEW, query=_query(inquiry)),
            claim=inquiry.claim["id"],
            provider=CLAIMREVIEW,
            query=_query(inquiry),
            request_url=None,
            outcome=reply.outcome,
            detail=reply.detail,
            found=len(reply.hits),
            reply_digest=None,
            run=self.edges.run("find", top=top),
            at=self.edges.now(),
            reason=inquiry.reason,
        )
        row: dict[str, Any] = dict(plain(search))
        with transaction(self.edges.database):
            store(self.edges, row, reply.hits)
            searches.forget_unanswered(
                self.edges.database, search.claim, CLAIMREVIEW, but_not=[search.id]
            )
        told.hits |= {hit.url: hit for hit in reply.hits}
        told.searches.append(row)
        return told

    def _opened(self) -> ReviewIndex:
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


def _query(inquiry: Inquiry) -> str:
    return next(iter(inquiry.question.queries), inquiry.question.text[:80])
