"""A small desk as it may stand on a disk: an article, claims, kept copies, citations and a log of acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flip_watch import WATCHED, watch

from claims.archive.writer import WarcArchive
from claims.model.capture import Capture, CaptureType, capture_id
from claims.model.citation import CitationRole, citation_id
from claims.model.claim import claim_id
from claims.model.document import document_id
from claims.model.evidence import passage_id
from claims.model.exchange import Exchange
from claims.model.ids import digest
from claims.model.record import plain
from claims.model.review import Action, Status
from claims.model.selector import select
from claims.model.settings import Settings
from claims.model.snapshot import FetchOutcome, snapshot_id
from claims.model.span import Span
from claims.review.deeds import Deed, assign, comment, edit, flag
from claims.steps.edges import Edges
from claims.steps.review import review
from db import rows
from db.connection import open_database

if TYPE_CHECKING:
    from pathlib import Path

NOW = "2026-11-26T09:00:00Z"
ARTICLE = (
    "The budget doubled in five years. “Nobody objected”, the mayor said in Zürich. It rained.\n"
)
PAGE = "Spending stood at 410 million in 2019. In 2024 it stood at 660 million \N{EN DASH} 61 percent more."


def a_desk(folder: Path) -> Edges:
    """A small desk with a document, claims, two copies, citations and a log."""
    edges = Edges(open_database(folder / "desk.db"), folder / "desk.db", Settings(), lambda: NOW)
    run = edges.run("flips")
    document = _document(edges, run)
    claims = [_claim(edges, document, words, run) for words in ("The budget doubled", "It rained")]
    archive = WarcArchive(edges.archive, software="flips")
    for number in range(2):
        snapshot = _snapshot(edges, archive, f"https://a.example/{number}", run)
        for claim in claims:
            _cite(edges, claim, snapshot)
    watch(edges, run)
    _decide(edges, claims)
    # What the triggers forbid to everybody is what is tried here
    for trigger in ("review_events", "captures", *WATCHED):
        for when in ("update", "delete", "insert"):
            edges.database.execute(f"DROP TRIGGER {trigger}_no_{when}")
    edges.database.execute("PRAGMA foreign_keys = OFF")
    edges.database.execute("PRAGMA ignore_check_constraints = ON")
    return edges


def _document(edges: Edges, run: str) -> dict[str, Any]:
    row = dict.fromkeys(
        ("title", "title_from", "author", "author_from", "publisher", "publisher_from",
         "published", "published_from", "modified", "modified_from", "snapshot")
    )  # fmt: skip
    url = "https://paper.example/a"
    row |= {
        "id": document_id(text_digest=digest(ARTICLE), url=url), "text": ARTICLE,
        "text_digest": digest(ARTICLE), "media_type": "text/plain", "charset": "utf-8",
        "charset_from": "utf-8", "origin": url, "url": url, "role": "article",
        "raw_digest": digest(ARTICLE), "run": run, "added_at": NOW,
    }  # fmt: skip
    rows.insert(edges.database, "documents", row)
    return row


def _claim(edges: Edges, document: dict[str, Any], words: str, run: str) -> dict[str, Any]:
    start = ARTICLE.index(words)
    where = select(ARTICLE, Span(start, start + len(words)))
    place = {"document": document["id"], "start": where.start, "end": where.end}
    row = {
        **place, "id": claim_id(**place, exact=where.exact), "exact": where.exact,
        "prefix": where.prefix, "suffix": where.suffix, "sentence": words + ARTICLE[where.end],
        "sentence_start": start, "claim_text": words, "ambiguous": None, "kind": "event",
        "claimant": None, "attribution": None, "check_worthiness": 0.5, "reasons": [], "dates": [],
        "quantities": [], "status": "new", "run": run,
    }  # fmt: skip
    rows.insert(edges.database, "claims", row)
    return row


def _snapshot(edges: Edges, archive: WarcArchive, url: str, run: str) -> dict[str, Any]:
    body = f"<p>{PAGE} {url}</p>".encode()
    exchange = Exchange(
        url=url, target_uri=url, outcome=FetchOutcome.STORED, reason=None, method="GET",
        request_headers=(("Host", "a.example"),), http_status=200, http_version="HTTP/1.1",
        headers=(("Content-Type", "text/html"),), content_type="text/html", wire_body=body,
        body=body, truncated=None, ip_address="203.0.113.7", at=NOW, redirects=(),
    )  # fmt: skip
    placed = archive.append(exchange)
    key = snapshot_id(
        url=url, outcome=FetchOutcome.STORED, payload_digest=digest(body), reason=None
    )
    row = dict.fromkeys(
        ("reason", "charset", "title", "author", "publisher", "published", "modified")
    )
    row |= {
        "id": key, "url": url, "warc_target_uri": url, "warc_date": NOW, "outcome": "stored",
        "http_status": 200, "media_type": "text/html", "headers": [],
        "payload_digest": digest(body), "warc_file": placed.warc_file,
        "warc_offset": placed.warc_offset, "warc_length": placed.warc_length, "text": PAGE,
        "text_digest": digest(PAGE), "run": run,
    }  # fmt: skip
    rows.insert(edges.database, "snapshots", row)
    capture = Capture(
        id=capture_id(url=url, warc_date=NOW, warc_file=placed.warc_file,
                      warc_offset=placed.warc_offset),
        snapshot=key, url=url, warc_target_uri=url, warc_date=NOW,
        warc_type=CaptureType.RESPONSE, http_status=200, payload_digest=placed.payload_digest,
        block_digest=placed.block_digest, warc_file=placed.warc_file,
        warc_offset=placed.warc_offset, warc_length=placed.warc_length,
        exchange_offset=placed.exchange_offset, exchange_length=placed.exchange_length, run=run,
        exchange_digest=placed.exchange_digest,
    )  # fmt: skip
    rows.insert(edges.database, "captures", plain(capture))
    return row


def _cite(edges: Edges, claim: dict[str, Any], snapshot: dict[str, Any]) -> None:
    quote = "In 2024 it stood at 660 million"
    start = PAGE.index(quote)
    where = select(PAGE, Span(start, start + len(quote)))
    place = {"snapshot": snapshot["id"], "start": where.start, "end": where.end}
    passage = {**place, "id": passage_id(**place), "ordinal": 1, "exact": quote}
    rows.add_new(edges.database, "passages", [passage])
    key = citation_id(claim=claim["id"], role=CitationRole.REFUTES, **place)
    rows.insert(edges.database, "citations", {
        **place, "id": key, "claim": claim["id"], "passage": passage["id"], "url": snapshot["url"],
        "role": "refutes", "exact": quote, "prefix": where.prefix, "suffix": where.suffix,
        "note": None, "actor": "ada", "at": NOW, "text_digest": digest(PAGE),
    })  # fmt: skip


def _decide(edges: Edges, claims: list[dict[str, Any]]) -> None:
    judged = {"verdict": "Mostly false", "summary": "61 percent, “not” 100 \N{EN DASH} see table.",
              "limits": "Cash only."}  # fmt: skip
    for claim in claims:
        for deed in (
            Deed(Action.DECIDE, "ada", status=Status.SHORTLISTED, reason="Much shared."),
            assign("ada", "bob"),
            edit("bob", {"claimant": "Ada Quill"}, "She is named further down."),
            flag("bob", "legal", "Is it libel?"),
            comment("ada", "Ask the lawyer."),
            Deed(Action.DECIDE, "bob", status=Status.SECOND_READER, changes=judged),
        ):
            review(edges, claim, deed)
