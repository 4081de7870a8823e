"""The provider library: stored documents and the desk's own folder, searched with FTS5."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.model.candidate import Candidate, Search, SearchOutcome, candidate_id, search_id
from claims.model.ids import digest
from claims.model.record import plain
from claims.model.snapshot import FetchOutcome, snapshot_id
from claims.sources.directory import LIBRARY
from claims.sources.query import key_terms, queries
from claims.steps.keep_exchange import Asked, record_capture
from claims.steps.page_columns import OF_DOCUMENTS
from db import documents, fts, rows, searches
from db.connection import transaction

if TYPE_CHECKING:
    from claims.steps.edges import Edges
    from claims.steps.web_session import WebSession


def search_library(
    edges: Edges, session: WebSession, claim: dict[str, Any], *, top: int
) -> dict[str, Any]:
    """Search the other stored documents for a claim (a row); the search's row."""
    text = claim["claim_text"] or claim["exact"]
    query = next(iter(queries(text, dates=claim["dates"])), "")
    match = fts.any_of(key_terms(query))
    own = claim["document"]
    found = list(documents.search(edges.database, match, but_not=own, limit=top)) if match else []
    search = Search(
        id=search_id(claim=claim["id"], provider=LIBRARY, query=query),
        claim=claim["id"],
        provider=LIBRARY,
        query=query,
        request_url=None,
        outcome=SearchOutcome.FOUND if found else SearchOutcome.NOTHING_FOUND,
        detail=None,
        found=len(found),
        reply_digest=None,
        run=edges.run("find", top=top),
        at=edges.now(),
    )
    candidates = [
        _candidate(edges, session, search, place, document)
        for place, document in enumerate(found, start=1)
    ]
    with transaction(edges.database):
        searches.record(edges.database, plain(search), map(plain, candidates))
    return dict(plain(search))


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
    url = address(document)
    body = document["text"].encode("utf-8", "surrogatepass")
    key = snapshot_id(
        url=url, outcome=FetchOutcome.STORED, payload_digest=digest(body), reason=None
    )
    if rows.get(edges.database, "snapshots", key):
        return key
    placed = session.archive.append_resource(
        url, content_type="text/plain; charset=utf-8", body=body, at=document["added_at"]
    )
    row = {
        "id": key,
        "url": url,
        "payload_digest": digest(body),
        "warc_file": placed.warc_file,
        "warc_offset": placed.warc_offset,
        "warc_length": placed.warc_length,
        "run": edges.run("find", top=0),
        **_described(document, url),
    }
    with transaction(edges.database):
        rows.insert(edges.database, "snapshots", row)
        record_capture(edges, placed, Asked(url, url, document["added_at"]), snapshot=key)
    return key


def _described(document: dict[str, Any], url: str) -> dict[str, Any]:
    """The columns of a snapshot that say nothing of the archive."""
    return {
        "warc_target_uri": url,
        "warc_date": document["added_at"],
        "outcome": FetchOutcome.STORED.value,
        "reason": None,
        "http_status": None,
        "media_type": "text/plain",
        "charset": "utf-8",
        "headers": [],
        **{n: document[n] for n in ("title", "author", "publisher", "published", "modified")},
        "text": document["text"],
        "text_digest": document["text_digest"],
        "canonical_url": document["url"],
        **{name: document[name] for name in OF_DOCUMENTS},
        "links": [],
    }
