"""The provider library: stored documents and the desk's own folder, searched with FTS5."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.candidate import Candidate, Search, SearchOutcome, candidate_id, search_id
from claims.model.record import plain
from claims.sources.directory import LIBRARY
from claims.sources.query import key_terms
from claims.steps.kept_text import keep_text
from db import documents, fts, rows, searches
from db.connection import transaction

if TYPE_CHECKING:
    from claims.steps.asking import Inquiry
    from claims.steps.edges import Edges
    from claims.steps.web_session import WebSession


def search_library(
    edges: Edges, session: WebSession, inquiry: Inquiry, *, top: int
) -> dict[str, Any]:
    """Search the other stored documents for a claim; the search's row."""
    claim = inquiry.claim
    query = next(iter(inquiry.question.queries), "")
    match = fts.any_of(key_terms(query))
    own = claim["document"]
    found = list(documents.search(edges.database, match, but_not=own, limit=top)) if match else []
    outcome, detail = SearchOutcome.FOUND, None
    if not found:
        outcome, detail = _nothing(edges, own, match)
    search = Search(
        id=search_id(claim=claim["id"], provider=LIBRARY, query=query),
        claim=claim["id"],
        provider=LIBRARY,
        query=query,
        request_url=None,
        outcome=outcome,
        detail=detail,
        found=len(found),
        reply_digest=None,
        run=edges.run("find", top=top),
        at=edges.now(),
        reason=inquiry.reason,
        side=inquiry.side(query),
    )
    candidates = [
        _candidate(edges, session, search, place, document)
        for place, document in enumerate(found, start=1)
    ]
    with transaction(edges.database):
        searches.record(edges.database, plain(search), map(plain, candidates))
        searches.forget_unanswered(
            edges.database, claim["id"], LIBRARY, but_not=[search.id], side=search.side.value
        )
    return dict(plain(search))


def _nothing(edges: Edges, own: str, match: str) -> tuple[SearchOutcome, str | None]:
    """Nothing found, or nothing there in which anything could be found."""
    if not match:
        return SearchOutcome.NOT_MEASURED, "the claim holds no word to search for"
    if not rows.count(edges.database, "documents", where="id <> ?", values=[own]):
        why = "no other document is stored: add some, or set CITETRAIL_LIBRARY to a folder"
        return SearchOutcome.NOT_MEASURED, why
    return SearchOutcome.NOTHING_FOUND, None


def _candidate(
    edges: Edges, session: WebSession, search: Search, place: int, document: dict[str, Any]
) -> Candidate:
    url = address(document)
    return Candidate(
        id=candidate_id(search=search.id, url=url),
        search=search.id,
        rank=place,
        url=url,
        title=document["title"],
        snippet=None,
        snapshot=_copy(edges, session, document),
    )


def address(document: dict[str, Any]) -> str:
    """A document's own address, or a name for it that gives no path of the desk's machine away."""
    return document["url"] or f"urn:citetrail:{document['id']}"


def _copy(edges: Edges, session: WebSession, document: dict[str, Any]) -> str:
    """The document as a snapshot: the capture it came from, or its text kept as a WARC resource."""
    if document["snapshot"]:
        return str(document["snapshot"])
    facts = {**document, "at": document["added_at"]}
    return keep_text(edges, session, address(document), document["text"], facts)
