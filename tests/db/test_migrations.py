import sqlite3
from types import SimpleNamespace

import pytest
from builders import NOW, a_claim, a_document, a_run, a_snapshot
from sqlite_utils import Database

from claims.model.review import Action, Status
from claims.review.events import Act, chain
from db import connection, reviews, rows
from db.connection import (
    NotOursError,
    integrity_problems,
    open_database,
    open_readonly,
    transaction,
)
from db.migrations import MIGRATIONS

STEPS = [m.name for m in MIGRATIONS.pending(Database(memory=True))]
APPEND_ONLY = (
    *("runs", "review_events", "captures", "save_requests"),
    *("link_looks", "citation_checks", "notice_looks", "notices", "check_reports"),
    *("repairs", "repair_decisions"),
    "citation_events",
)


def fill(database):
    a_run(database)
    claim = a_claim(database)
    act = Act(claim["id"], Action.DECIDE, Status.SHORTLISTED, None, None, None, "ada", NOW, "0.1.0")
    event = chain(act, last=None)
    reviews.append(database, event)
    return event


def test_sentences_keep_their_reasons_and_take_the_new_one():
    database = Database(memory=True)
    MIGRATIONS.apply(database, stop_before="m005_sentences_in_other_languages")
    document = a_document(database)
    row = {
        "id": "x-1", "document": document["id"], "ordinal": 0, "start": 0, "end": 10,
        "skip_reason": "heading", "skip_detail": "a line of its own", "run": document["run"],
    }  # fmt: skip
    rows.add_new(database, "sentences", [row])
    MIGRATIONS.apply(database)
    assert rows.get(database, "sentences", "x-1") == row
    rows.update(database, "sentences", {"id": "x-1", "skip_reason": "other_language"})
    with pytest.raises(sqlite3.IntegrityError):
        rows.update(database, "sentences", {"id": "x-1", "skip_reason": "dull"})


def test_searches_made_before_there_were_sides_were_for_the_claim():
    database = Database(memory=True)
    MIGRATIONS.apply(database, stop_before="m020_search_sides")
    claim = a_claim(database)
    search = {
        "id": "q-1", "claim": claim["id"], "provider": "zim", "query": "x", "request_url": None,
        "outcome": "found", "detail": None, "found": 1, "reply_digest": None, "run": claim["run"],
        "at": NOW,
    }  # fmt: skip
    rows.insert(database, "searches", search)
    MIGRATIONS.apply(database)
    assert rows.get(database, "searches", "q-1")["side"] == "claim"
    with pytest.raises(sqlite3.IntegrityError):
        rows.update(database, "searches", {"id": "q-1", "side": "both"})


def test_looks_made_before_there_were_digests_have_none():
    database = Database(memory=True)
    MIGRATIONS.apply(database, stop_before="m021_look_digests")
    look = {
        "id": "l-1", "url": "https://a.example/", "finding": "answered", "http_status": 200,
        "target_url": None, "snapshot": None, "retry_at": None, "detail": None, "at": NOW,
        "run": a_run(database),
    }  # fmt: skip
    rows.insert(database, "link_looks", look)
    MIGRATIONS.apply(database)
    assert rows.get(database, "link_looks", "l-1") == look | {"digest": None}
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        rows.update(database, "link_looks", {"id": "l-1", "digest": "sha256:00"})


def test_copies_made_before_there_was_a_log_are_in_it():
    database = Database(memory=True)
    MIGRATIONS.apply(database, stop_before="m007_captures_and_archives")
    place = {"warc_file": "citetrail-00001.warc.gz", "warc_offset": 300, "warc_length": 40}
    old = a_snapshot(database, **place)
    a_snapshot(database, url="https://a.example/gone", http_status=None)  # nothing was archived
    MIGRATIONS.apply(database)
    (capture,) = rows.select(database, "captures")
    assert capture["snapshot"] == old["id"]
    assert capture["warc_type"] == "response"
    assert (capture["exchange_offset"], capture["exchange_length"]) == (300, 40)
    assert {name: capture[name] for name in place} == place


OLD_CHECKS = {
    "ok": ("alive", "answered"),
    "moved": ("moved", "moved"),
    "gone": ("dying", "not_there"),
    "soft_404": ("soft_404", "soft_404"),
    "blocked": ("blocked", "blocked"),
    "unreachable": ("unreachable", "unreachable"),
    "unchecked": ("unknown", None),
}


def test_old_looks_at_citations_become_looks_at_links_and_at_passages():
    database = Database(memory=True)
    MIGRATIONS.apply(database, stop_before="m009_citation_health")
    database.execute("PRAGMA foreign_keys = ON")
    claim, page = a_claim(database), a_snapshot(database)
    citation = {
        "id": "n-1", "claim": claim["id"], "snapshot": page["id"], "passage": None,
        "url": page["url"], "role": "supports", "start": 0, "end": 6, "exact": "15,051",
        "prefix": "", "suffix": "", "note": None, "actor": "ada", "at": NOW,
    }  # fmt: skip
    rows.insert(database, "citations", citation)
    for n, state in enumerate(OLD_CHECKS):
        database.execute(
            "INSERT INTO citation_checks VALUES (?, 'n-1', ?, ?, 'altered', 'seen', ?, ?)",
            [f"k-{n}", page["id"], state, f"2026-11-2{n}T09:00:00Z", claim["run"]],
        )
    MIGRATIONS.apply(database)
    checks = list(rows.select(database, "citation_checks"))
    assert [c["id"] for c in checks] == [f"k-{n}" for n in range(len(OLD_CHECKS))]
    assert [c["link_state"] for c in checks] == [state for state, _ in OLD_CHECKS.values()]
    assert {(c["passage_state"], c["detail"], c["found"]) for c in checks} == {
        ("altered", "seen", None)
    }
    looks = {look["id"]: look for look in rows.select(database, "link_looks")}
    found = [looks[c["look"]]["finding"] if c["look"] else None for c in checks]
    assert found == [finding for _, finding in OLD_CHECKS.values()]
    assert {look["url"] for look in looks.values()} == {page["url"]}
    assert list(integrity_problems(database)) == []


def test_applying_again_changes_nothing(tmp_path):
    path = tmp_path / "a.db"
    before = {t.name: t.schema for t in open_database(path).tables}
    assert {t.name: t.schema for t in open_database(path).tables} == before


def test_every_table_is_strict(database):
    for table in rows.TABLES:
        assert database.table(table).schema.rstrip().endswith("STRICT")


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_append_only_tables_have_their_three_triggers(database, table):
    names = {t.name for t in database.triggers if t.table == table}
    assert names == {f"{table}_no_update", f"{table}_no_delete", f"{table}_no_insert"}


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE review_events SET actor = 'eve'",
        "DELETE FROM review_events",
        "INSERT OR REPLACE INTO review_events SELECT * FROM review_events",
        """REPLACE INTO review_events SELECT id, seq, claim, action, status, 'True', summary,
        reason, actor, at, tool_version, previous, digest, form, changes, about FROM review_events""",
    ],
)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_the_log_cannot_be_rewritten_by_any_tool(edges, sql, recursive):
    fill(edges.database)
    other = sqlite3.connect(edges.path)
    other.execute(f"PRAGMA recursive_triggers = {recursive}")
    with pytest.raises(sqlite3.DatabaseError, match=r"append-only|UNIQUE"):
        other.execute(sql)
    other.close()
    assert [e["actor"] for e in reviews.every(edges.database)] == ["ada"]


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("claims", {"kind": "rumour"}),
        ("claims", {"status": "done"}),
        ("claims", {"check_worthiness": 1.5}),
        ("claims", {"start": 9, "end": 9}),
        ("documents", {"role": "leaflet"}),
        ("claims", {"document": "d-0000000000000000"}),
    ],
)
def test_values_outside_the_closed_lists_are_refused(database, table, change):
    claim = a_claim(database)
    row = claim if table == "claims" else rows.get(database, "documents", claim["document"])
    with pytest.raises(sqlite3.IntegrityError):
        rows.update(database, table, {"id": row["id"], **change})


def test_a_text_in_a_number_column_is_refused(database):
    claim = a_claim(database)
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        rows.update(database, "claims", {"id": claim["id"], "check_worthiness": "high"})


def test_a_sound_database_has_no_problems(database):
    fill(database)
    assert list(integrity_problems(database)) == []


def test_a_row_that_points_nowhere_is_a_problem(database):
    claim = a_claim(database)
    database.execute("PRAGMA foreign_keys = OFF")
    database.execute("DELETE FROM documents WHERE id = ?", [claim["document"]])
    assert any("claims" in problem for problem in integrity_problems(database))


def test_a_failed_transaction_leaves_nothing(database):
    def work():
        with transaction(database):
            a_document(database)
            with transaction(database):
                a_run(database, "inner")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        work()
    assert rows.count(database, "documents") == rows.count(database, "runs") == 0


def test_a_failed_inner_part_can_be_given_up_alone(database):
    def part():
        with transaction(database):
            a_run(database, "inner")
            raise RuntimeError

    with transaction(database):
        a_document(database)
        with pytest.raises(RuntimeError):
            part()
    assert rows.count(database, "documents") == 1
    assert rows.count(database, "runs", where="step = 'inner'") == 0


def test_a_file_opened_for_reading_alone_gives_its_rows_and_takes_none(edges):
    claim = a_claim(edges.database)
    reading = open_readonly(edges.path)
    assert rows.get(reading, "claims", claim["id"]) == claim
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        rows.update(reading, "claims", {"id": claim["id"], "claimant": "Ada"})
    reading.close()


def test_only_a_working_database_is_opened_for_reading(tmp_path):
    sqlite3.connect(tmp_path / "x.db").execute("CREATE TABLE a (b)").connection.close()
    with pytest.raises(NotOursError):
        open_readonly(tmp_path / "x.db")
    with pytest.raises(sqlite3.OperationalError):
        open_readonly(tmp_path / "missing.db")


def test_a_database_that_another_process_makes_meanwhile_is_ours(tmp_path, monkeypatch):
    path = tmp_path / "new.db"

    class Slow(Database):
        looked = False

        def execute(self, *args, **named):
            found = super().execute(*args, **named)
            if Slow.looked:
                return found
            Slow.looked, rows_found = True, found.fetchall()
            monkeypatch.undo()
            open_database(path).close()  # the other process, between the first look and the second
            return SimpleNamespace(fetchone=lambda: rows_found[0])

    monkeypatch.setattr(connection, "Database", Slow)
    assert open_database(path)["documents"].exists()
