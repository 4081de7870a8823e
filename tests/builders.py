"""One builder a record, with defaults that make sense: rows as the database holds them."""

from claims.model.claim import claim_id
from claims.model.document import document_id
from claims.model.evidence import passage_id
from claims.model.ids import digest
from claims.model.run import make_run
from claims.model.snapshot import FetchOutcome, snapshot_id
from db import rows

NOW = "2026-11-24T09:00:00Z"

TEXT = (
    "A headline\n\nMore than 15,000 Soviet soldiers died in Afghanistan. Talks began in 2018. "
    "It rained.\n"
)


def a_run(database, step="add", **options):
    run = make_run(step, version="0.1.0", options=options, at=NOW)
    row = {
        "id": run.id, "step": run.step, "version": run.version, "options": run.options, "at": NOW,
    }  # fmt: skip
    rows.add_new(database, "runs", [row])
    return run.id


def a_document(database, text=TEXT, **fields):
    url = fields.get("url")
    row = {
        "id": document_id(text_digest=digest(text), url=url), "text": text,
        "text_digest": digest(text), "media_type": "text/plain", "charset": "utf-8",
        "charset_from": "utf-8", "origin": "article.txt", "url": None, "role": "article",
        "title": "A headline", "title_from": "first line", "author": None, "author_from": None,
        "publisher": None, "publisher_from": None, "published": "2021-08-31",
        "published_from": "option", "modified": None, "modified_from": None,
        "raw_digest": digest(text), "snapshot": None, "run": a_run(database), "added_at": NOW,
    }  # fmt: skip
    row.update(fields)
    rows.add_new(database, "documents", [row])
    return row


def a_claim(database, document=None, exact="More than 15,000 Soviet soldiers died", **fields):
    document = document or a_document(database)
    start = document["text"].index(exact)
    end = start + len(exact)
    rest, stop, _ = document["text"][end:].partition(".")
    sentence = exact + rest + stop
    row = {
        "id": claim_id(document=document["id"], start=start, end=end, exact=exact),
        "document": document["id"], "start": start, "end": end, "exact": exact,
        "prefix": document["text"][max(0, start - 32) : start],
        "suffix": document["text"][end : end + 32],
        "sentence": sentence, "sentence_start": start, "claim_text": sentence, "ambiguous": None, "kind": "quantity",
        "claimant": None, "attribution": None, "check_worthiness": 0.8,
        "reasons": [{"name": "holds a number", "value": 1.0, "weight": 0.9}], "dates": [],
        "quantities": [], "status": "new", "run": a_run(database, "extract"), "machine": {},
        "verdict": None, "assignee": None, "flags": [], "last_seq": 0,
    }  # fmt: skip
    row.update(fields)
    columns = {
        column.name for column in database.table("claims").columns
    }  # an older schema has fewer
    rows.add_new(database, "claims", [{k: v for k, v in row.items() if k in columns}])
    return row


def a_snapshot(database, url="https://example.org/page", text="15,051 soldiers died.", **fields):
    payload = digest(text)
    row = {
        "id": snapshot_id(
            url=url, outcome=FetchOutcome.STORED, payload_digest=payload, reason=None
        ),
        "url": url, "warc_target_uri": url, "warc_date": NOW, "outcome": "stored", "reason": None,
        "http_status": 200, "media_type": "text/html", "charset": "utf-8", "headers": [],
        "payload_digest": payload, "warc_file": None, "warc_offset": None, "warc_length": None,
        "title": "A page", "author": None, "publisher": None, "published": "2020-01-01",
        "modified": None, "text": text, "text_digest": digest(text), "run": a_run(database, "fetch"),
    }  # fmt: skip
    row.update(fields)
    rows.add_new(database, "snapshots", [row])
    return row


def a_passage(database, snapshot=None, exact=None, **fields):
    snapshot = snapshot or a_snapshot(database)
    exact = exact or snapshot["text"]
    start = snapshot["text"].index(exact)
    row = {
        "id": passage_id(snapshot=snapshot["id"], start=start, end=start + len(exact)),
        "snapshot": snapshot["id"], "ordinal": 1, "start": start, "end": start + len(exact),
        "exact": exact,
    }  # fmt: skip
    row.update(fields)
    rows.add_new(database, "passages", [row])
    return row
