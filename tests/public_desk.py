"""A small working database for the tests of what is published: readable rows, or hostile ones."""

from __future__ import annotations

import gzip
from uuid import NAMESPACE_URL, uuid5

from claims.model.ids import content_id, digest
from claims.model.settings import Settings
from claims.review.ratings import shipped_ratings
from claims.steps.public_record import (
    public_facts,
    public_items,
    public_notices,
    public_ratings,
    public_states,
)
from claims.steps.publish import public_origins, standings
from db.connection import open_database
from db.public import Edition, build_public
from db.rows import insert

AT = "2026-03-0{}T09:30:00Z"
ARTICLE = (
    "The council met on Monday. The budget has doubled in five years, mayor Ada Quill told "
    "reporters. At least 1,200 homes were built in 2024. Nobody objected.\n"
)
OTHER = "The harbour reopened on Friday. Nine ships came in, the port said.\n"
PAGE = (
    "City accounts, audited. Spending stood at 410 million in 2019. In 2024 it stood at 660 million, "
    "an increase of 61 percent. The figures are not adjusted for prices. Homes completed in 2024: 1,187."
)
LINK = "https://accounts.example/2024?table=1&year=2024"
FACTS = {"built_at": "2026-03-09T12:00:00Z", "version": "0.1.0", "demonstration": "0"}


class Desk:
    """Adds rows with good defaults; every method returns the new row's id."""

    def __init__(self, path):
        self.database = open_database(path)
        self.run = self._add(
            "runs", "r", step="extract", version="0.1.0", options={}, at=AT.format(1)
        )
        self.events = 0
        self.archive = path.with_name(f"{path.stem}.archive")

    def _archived(self, text):
        """The file that holds the text as the body of an answer; its record begins at 0."""
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + text.encode()
        fields = (
            "WARC/1.1\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, text)}>\r\nWARC-Date: {AT.format(2)}\r\n"
            f"WARC-Target-URI: {LINK}\r\nContent-Type: application/http;msgtype=response\r\n"
            f"WARC-Block-Digest: {digest(answer)}\r\nWARC-Payload-Digest: {digest(text)}\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        name = f"{digest(text)[7:23]}.warc.gz"
        self.archive.mkdir(exist_ok=True)
        (self.archive / name).write_bytes(gzip.compress(fields.encode() + answer + b"\r\n\r\n"))
        return name

    def _add(self, table, letter, **row):
        row_id = row.pop("id", None) or content_id(table, **{k: str(v) for k, v in row.items()})
        assert row_id.startswith(letter)
        insert(self.database, table, {"id": row_id, **row})
        return row_id

    def document(self, text=ARTICLE, **change):
        row = {
            "text": text,
            "text_digest": digest(text),
            "media_type": "text/html",
            "charset": "utf-8",
            "charset_from": "bom",
            "origin": "/home/desk/inbox/article.html",
            "url": "https://paper.example/a/budget",
            "role": "article",
            "title": "Council passes budget",
            "title_from": "h1",
            "author": "B. Reporter",
            "author_from": "meta",
            "publisher": "The Example Paper",
            "publisher_from": "meta",
            "published": "2025-11-02",
            "published_from": "meta",
            "modified": None,
            "modified_from": None,
            "raw_digest": digest(text),
            "snapshot": None,
            "run": self.run,
            "added_at": AT.format(1),
        }
        return self._add("documents", "d", **{**row, **change})

    def claim(self, document, exact, *, text=ARTICLE, **change):
        start = text.index(exact)
        first = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
        last = text.find(". ", start) + 1 or len(text)
        row = {
            "document": document,
            "start": start,
            "end": start + len(exact),
            "exact": exact,
            "prefix": text[max(0, start - 32) : start],
            "suffix": text[start + len(exact) :][:32],
            "sentence": text[first:last],
            "sentence_start": first,
            "claim_text": None,
            "ambiguous": None,
            "kind": "quantity",
            "claimant": None,
            "attribution": None,
            "check_worthiness": 0.5,
            "reasons": [],
            "dates": [],
            "quantities": [],
            "status": "new",
            "run": self.run,
        }
        return self._add("claims", "c", **{**row, **change})

    def event(self, claim, status, **change):
        self.events += 1
        row = {
            "seq": self.events,
            "claim": claim,
            "action": "decide",
            "status": status,
            "verdict": None,
            "summary": None,
            "reason": None,
            "actor": "reviewer-one",
            "at": AT.format(min(9, self.events)),
            "tool_version": "0.1.0",
            "previous": digest(str(self.events - 1)),
            "digest": digest(str(self.events)),
        }
        self.database.execute("UPDATE claims SET status = ? WHERE id = ?", [status, claim])
        return self._add("review_events", "e", **{**row, **change})

    def snapshot(self, text=PAGE, **change):
        row = {
            "url": LINK,
            "warc_target_uri": LINK,
            "warc_date": AT.format(2),
            "outcome": "stored",
            "reason": None,
            "http_status": 200,
            "media_type": "text/html",
            "charset": "utf-8",
            "headers": [["content-type", "text/html"]],
            "payload_digest": digest(text),
            "warc_file": self._archived(text),
            "warc_offset": 0,
            "warc_length": 10,
            "title": "Audited accounts 2024",
            "author": None,
            "publisher": "City of Example",
            "published": "2025-03-01",
            "modified": None,
            "text": text,
            "text_digest": digest(text),
            "run": self.run,
        }
        return self._add("snapshots", "s", **{**row, **change})

    def evidence(self, claim, snapshot, exact, *, text=PAGE, rank=1, **change):
        start = text.index(exact)
        passage = self._add(
            "passages",
            "p",
            snapshot=snapshot,
            ordinal=self.database["passages"].count,
            start=start,
            end=start + len(exact),
            exact=exact,
        )
        row = {
            "claim": claim,
            "passage": passage,
            "rank": rank,
            "score": 1.0,
            "reasons": [],
            "agreement": "not_comparable",
            "rule": None,
            "arithmetic": None,
            "label": "NOT_ENOUGH_INFO",
            "run": self.run,
        }
        return self._add("evidence", "v", **{**row, **change})

    def citation(self, claim, snapshot, exact, *, text=PAGE, **change):
        start = text.index(exact)
        row = {
            "claim": claim,
            "snapshot": snapshot,
            "passage": None,
            "url": LINK,
            "role": "refutes",
            "start": start,
            "end": start + len(exact),
            "exact": exact,
            "prefix": text[max(0, start - 32) : start],
            "suffix": text[start + len(exact) :][:32],
            "note": "ask the legal desk",
            "actor": "reviewer-two",
            "at": AT.format(3),
        }
        return self._add("citations", "n", **{**row, **change})

    def notice(self, doi, kind, *, dated=None):
        """What was learnt of a work: that it was retracted, say."""
        at = AT.format(4)
        asked = {"outcome": "found", "capture": None, "at": at, "run": self.run}
        look = self._add("notice_looks", "g", doi=doi, **{**asked, "detail": f"{kind} {dated}"})
        told = {"said": kind, "notice_doi": None, "source": "publisher", "dated": dated}
        return self._add("notices", "o", doi=doi, kind=kind, look=look, at=at, run=self.run, **told)

    def search(self, claim, provider, outcome, **change):
        row = {
            "claim": claim,
            "provider": provider,
            "query": "budget doubled",
            "request_url": "https://wiki.example/w/api.php?srsearch=budget",
            "outcome": outcome,
            "detail": None,
            "found": 0,
            "reply_digest": None,
            "run": self.run,
            "at": AT.format(2),
        }
        return self._add("searches", "q", **{**row, **change})


def ordinary_desk(path):
    """A desk with a verdict, a correction, a withdrawal, a claim without verdict and unpublished work."""
    desk = Desk(path)
    document = desk.document()
    page = desk.snapshot()
    budget = desk.claim(
        document,
        "The budget has doubled in five years",
        claim_text="The [city] budget has doubled in five years",
        claimant="Ada Quill",
        attribution={"cue": "told", "mode": "indirect", "start": 0, "end": 4, "role": "mayor"},
        check_worthiness=0.91,
        dates=["2019/2024"],
        quantities=[
            {
                "value": 2.0,
                "unit": "times",
                "comparator": None,
                "exact": "doubled",
                "start": 42,
                "end": 49,
            }
        ],
    )
    desk.event(budget, "in_progress", reason="waiting for the lawyer")
    desk.event(
        budget, "ready", verdict="Mostly false", summary="Spending rose 61 percent, not 100."
    )
    desk.event(budget, "published")
    desk.event(budget, "corrected", reason="The first version left out the year 2020.")
    desk.citation(budget, page, "an increase of 61 percent")
    desk.evidence(
        budget,
        page,
        "In 2024 it stood at 660 million, an increase of 61 percent.",
        agreement="clashes",
        rule="QTY002",
        arithmetic="660 / 410 = 1.61, below 2",
    )
    desk.search(budget, "mediawiki", "found", found=8)
    desk.search(budget, "library", "not_measured")
    homes = desk.claim(
        document,
        "At least 1,200 homes were built in 2024",
        check_worthiness=0.7,
        dates=["2024"],
        quantities=[
            {
                "value": 1200.0,
                "unit": "homes",
                "comparator": ">=",
                "exact": "1,200",
                "start": 0,
                "end": 5,
            }
        ],
    )
    desk.event(homes, "published")
    desk.evidence(
        homes, page, "Homes completed in 2024: 1,187.", agreement="clashes", rule="QTY002"
    )
    other = desk.document(OTHER, url="https://paper.example/a/harbour", title="Harbour reopens")
    gone = desk.claim(
        other,
        "The harbour reopened on Friday",
        text=OTHER,
        kind="event",
        claimant="Withdrawn Speaker",
    )
    desk.event(gone, "published", verdict="True", summary="It did.")
    desk.event(gone, "withdrawn", reason="The claim was attributed to the wrong person.")
    hidden = desk.claim(
        other, "Nine ships came in", text=OTHER, kind="event", claimant="Unpublished Speaker"
    )
    desk.event(hidden, "second_reader", verdict="False")
    return desk, {"budget": budget, "homes": homes, "gone": gone, "hidden": hidden, "page": page}


def published(database, path, facts, licences=None):
    """The public file as `citetrail publish` builds it; how many rows each table has."""
    found = standings(database)
    shown = public_facts(found)
    origins = public_origins(database, Settings(), shown)
    seen = {key: one for key, one in found.items() if key in shown}
    more = {
        "ratings": public_ratings(shipped_ratings()),
        "csl_items": public_items(database, seen),
        **public_notices(database, seen),
    }
    states = public_states(database, seen)
    return build_public(
        database, path, Edition(shown, facts, origins, licences or {}, states, more)
    )
