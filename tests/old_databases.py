"""Working databases as an older version left them: the first steps of the schema, and rows in every table."""

import sqlite3

from builders import NOW, a_claim, a_document, a_passage, a_run, a_snapshot
from sqlite_utils import Database

from claims.model.citation import CitationAction, CitationRole, citation_event_id, citation_id
from claims.model.ids import digest
from claims.model.review import Action, Status
from claims.review.events import DIGESTED, Act, chain, event_digest, event_id
from claims.steps.verify_watch import IDS
from db import rows
from db.connection import APPLICATION_ID
from db.migrations import MIGRATIONS

URL = "https://example.org/page"
STEPS = [m.name for m in MIGRATIONS.pending(Database(memory=True))]


def filled(path, stop, page=None):
    """A database at `path` with the steps before `stop` (None: all) and a few rows in all its tables.

    `page` is a copy (a row) that lies in the archive.
    """
    database = Database(sqlite3.connect(str(path)))
    database.enable_wal()
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    MIGRATIONS.apply(database, stop_before=stop)
    if stop == STEPS[0]:
        database.conn.commit()
        return database
    tables = set(database.table_names())
    # Until the third step documents point to a table that is still to come
    database.execute(f"PRAGMA foreign_keys = {'ON' if 'snapshots' in tables else 'OFF'}")
    for fill, needed in (
        (_documents, "documents"), (_claims, "claims"), (_sources, "snapshots"),
        (_evidence, "evidence"), (_replies, "replies"), (_archives, "captures"),
        (_watched, "link_looks"), (_taken_back, "citation_events"), (_works, "works"),
        (_codes, "passage_codes"), (_fact_checks, "fact_checks"),
    ):  # fmt: skip
        if needed in tables:
            fill(database)
    if page and "snapshots" in tables:
        put(database, "snapshots", {**page, "run": a_run(database, "fetch")})
    database.conn.commit()
    return database


def put(database, table, row):
    """Add a row with the columns that the table has by now, and with the id that they make; the id."""
    columns = {column.name for column in database.table(table).columns}
    row = {name: row[name] for name in row if name in columns}
    if table in IDS:
        row["id"] = IDS[table](dict.fromkeys(columns) | row)
    rows.insert(database, table, row)
    return row.get("id")


def _documents(database):
    document = a_document(database)
    for ordinal, (start, end) in enumerate([(0, 10), (12, 66)]):
        row = {
            "id": f"x-{ordinal}", "document": document["id"], "ordinal": ordinal, "start": start,
            "end": end, "skip_reason": None if ordinal else "heading", "skip_detail": None,
            "run": document["run"],
        }  # fmt: skip
        put(database, "sentences", row)


def _claims(database):
    claim = a_claim(database)
    act = Act(
        claim["id"],
        Action.DECIDE,
        Status.SHORTLISTED,
        None,
        None,
        "often shared",
        "ada",
        NOW,
        "0.1.0",
    )
    event = chain(act, last=None)
    if "form" not in {column.name for column in database.table("review_events").columns}:
        event["form"] = 1
        event["digest"] = event_digest(event)
        event["id"] = event_id(event["digest"])
        event = {name: event[name] for name in ("id", "digest", *DIGESTED[1])}
    put(database, "review_events", event)
    database.execute("UPDATE claims SET status = 'shortlisted'")
    if "last_seq" in {column.name for column in database.table("claims").columns}:
        database.execute("UPDATE claims SET last_seq = 1")


def _sources(database):
    claim, copy = _claim(database), a_snapshot(database, URL)
    search = {
        "id": "q-1", "claim": claim["id"], "provider": "zim", "query": "x", "request_url": None,
        "outcome": "found", "detail": None, "found": 1, "reply_digest": None, "run": claim["run"],
        "at": NOW,
    }  # fmt: skip
    put(database, "searches", search)
    candidate = {
        "id": "k-1", "search": "q-1", "rank": 1, "url": URL, "title": "A page", "snippet": None,
        "snapshot": copy["id"],
    }  # fmt: skip
    put(database, "candidates", candidate)


def _evidence(database):
    claim, passage = _claim(database), a_passage(database, _copy(database))
    evidence = {
        "id": "v-1", "claim": claim["id"], "passage": passage["id"], "rank": 1, "score": 1.0,
        "reasons": [], "agreement": "agrees", "rule": None, "arithmetic": None, "label": "SUPPORTS",
        "run": claim["run"],
    }  # fmt: skip
    put(database, "evidence", evidence)
    put(database, "citations", cited(claim, _copy(database), passage["id"]))
    if "link_looks" not in database.table_names():
        _checked(database, "k-2222222222222222", "ok")


def _checked(database, key, state, look=None):
    check = {
        "id": key, "citation": _cited(database), "look": look, "snapshot": _copy(database)["id"],
        "link_state": state, "passage_state": "present", "detail": None, "at": NOW,
        "run": a_run(database, "check"),
    }  # fmt: skip
    columns = {column.name for column in database.table("citation_checks").columns}
    if look:
        key = check["id"] = IDS["citation_checks"](check)
    rows.insert(
        database, "citation_checks", {name: check[name] for name in check if name in columns}
    )
    return key


def cited(claim, copy, passage=None):
    """A citation of the whole text of a copy, with all columns that were ever NOT NULL."""
    start, end = 0, len(copy["text"])
    place = {"claim": claim["id"], "snapshot": copy["id"], "start": start, "end": end}
    return {
        "id": citation_id(**place, role=CitationRole.SUPPORTS), **place, "passage": passage, "url": URL,
        "role": "supports", "exact": copy["text"], "prefix": "", "suffix": "", "note": "an old note",
        "actor": "ada", "at": NOW, "text_digest": copy["text_digest"], "accessed": NOW[:10],
    }  # fmt: skip


def _replies(database):
    reply = {
        "id": "y-1", "search": "q-1", "ordinal": 1, "request_url": URL, "http_status": 200,
        "media_type": None, "content_encoding": None, "reply_digest": digest("x"), "at": NOW,
    }  # fmt: skip
    put(database, "replies", reply)


def _archives(database):
    run = a_run(database, "find")
    found = {
        "url": URL, "wanted": "2021-08-31", "service": "wayback", "detail": None,
        "outcome": "nothing_found", "run": run, "at": NOW,
    }  # fmt: skip
    put(database, "mementos", found)
    saved = {
        "url": URL, "service": "wayback", "state": "submitted", "run": run, "at": NOW,
    }  # fmt: skip
    put(database, "save_requests", saved)


def _watched(database):
    run, citation = a_run(database, "check"), _cited(database)
    asked = put(
        database,
        "notice_looks",
        {"doi": "10.1000/a", "outcome": "found", "at": NOW, "run": run},
    )
    notice = {
        "doi": "10.1000/a", "kind": "correction", "said": "a correction", "look": asked, "at": NOW,
        "run": run,
    }  # fmt: skip
    notice = put(database, "notices", notice)
    look = {"url": URL, "finding": "answered", "at": NOW, "run": run}
    check = _checked(database, None, "alive", put(database, "link_looks", look))
    told = {
        "looked": 1, "told": 1, "left_over": 0, "last_check": check, "last_notice": notice, "at": NOW,
        "run": run,
    }  # fmt: skip
    put(database, "check_reports", told)
    repair = {
        "citation": citation, "service": "own copy", "passage_state": "present", "at": NOW, "run": run,
    }  # fmt: skip
    chosen = {
        "repair": put(database, "repairs", repair), "decision": "accepted", "actor": "ada", "at": NOW,
    }  # fmt: skip
    put(database, "repair_decisions", chosen)


def _taken_back(database):
    for ordinal, action in enumerate(CitationAction, start=1):
        key = citation_event_id(citation=_cited(database), action=action, ordinal=ordinal)
        event = {
            "id": key, "citation": _cited(database), "action": action.value, "reason": "another year",
            "actor": "bo", "at": NOW,
        }  # fmt: skip
        put(database, "citation_events", event)


def _works(database):
    work = {
        "identifier": "doi:10.1000/a", "service": "crossref", "outcome": "nothing_found",
        "run": a_run(database, "cite"), "at": NOW,
    }  # fmt: skip
    put(database, "works", work)


def _codes(database):
    codes = {"snapshot": _copy(database)["id"], "model": "x", "codes": b"0"}
    put(database, "passage_codes", codes)


def _fact_checks(database):
    review = {
        "id": "f-1", "form": "claimreview", "state": "malformed", "appearances": [],
        "verdict_axis": "unmapped", "problems": [], "raw": "{}", "raw_digest": digest("{}"),
        "source": "a.json", "run": a_run(database, "import"), "at": NOW,
    }  # fmt: skip
    put(database, "fact_checks", review)


def _claim(database):
    return next(rows.select(database, "claims"))


def _copy(database):
    return next(rows.select(database, "snapshots"))


def _cited(database):
    return next(rows.select(database, "citations"))["id"]


def counted(database):
    """How many rows there are in each table of ours."""
    names = {*rows.TABLES, "passage_codes"} & set(database.table_names())
    return {name: rows.count(database, name) for name in names}
