"""Databases that older versions made: upgraded without loss, or refused in one line and left as they are."""

import shutil
import signal
import sqlite3
import subprocess
import sys

import pytest
from archived import fetch, served
from old_databases import STEPS, URL, counted, filled

from claims.model.citation import CitationRole
from claims.model.settings import Settings
from claims.steps.cite import Cited, cite
from claims.steps.edges import Edges
from claims.steps.verify import verify
from db import connection, rows
from db.connection import integrity_problems, open_database
from db.migrations import MIGRATIONS

NOW = "2026-11-25T09:00:00Z"
CONVERTED = {"citation_checks": {"link_state"}}
"""Columns that a step of the schema gives other words."""


def contents(database):
    return {
        name: [dict(row) for row in database.query(f"SELECT * FROM {name} ORDER BY rowid")]
        for name in counted(database)
    }


@pytest.mark.parametrize("stop", [*STEPS, None])
def test_a_database_of_every_older_version_is_upgraded_without_loss(tmp_path, edges, stop):
    (page,) = fetch(served(edges, {"status": 200, "body": "one"}))
    path = tmp_path / "old.db"
    shutil.copytree(edges.archive, tmp_path / "old.archive")
    old = filled(path, stop, page)
    before = contents(old)
    old.close()
    database = open_database(path)
    assert [m.name for m in MIGRATIONS.applied(database)] == STEPS
    after = contents(database)
    for table, held in before.items():
        kept = [{name: row[name] for name in held[0]} for row in after[table]] if held else []
        same = CONVERTED.get(table, set())
        for was, now in zip(held, kept, strict=False):
            assert {k: now[k] for k in was if k not in same} == {
                k: was[k] for k in was if k not in same
            }
        assert len(kept) == len(held), table
    assert list(integrity_problems(database)) == []
    again = Edges(database=database, path=path, settings=Settings(), now=lambda: NOW)
    assert list(verify(again, {})), "nothing is held for damaged"
    for claim in rows.select(database, "claims") if before.get("citations") else ():
        wish = Cited(None, URL, "15,051 soldiers", CitationRole.CONTEXT, None, "bo")
        assert cite(again, claim, wish)["exact"] == "15,051 soldiers"
    database.close()


def test_an_upgrade_waits_for_another_process_and_then_says_so(tmp_path, monkeypatch):
    path = tmp_path / "old.db"
    filled(path, STEPS[-1]).close()
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.2)
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        open_database(path)
    other.rollback()
    database = open_database(path)
    assert [m.name for m in MIGRATIONS.applied(database)] == STEPS


SLOW = """
import sys, time
from db import connection
from db.migrations import MIGRATIONS
last = MIGRATIONS._migrations[-1]
def stuck(database, do=last.fn):
    do(database)
    print("stuck", flush=True)
    time.sleep(600)
last.fn = stuck
connection.open_database(sys.argv[1])
"""
"""Upgrades a database and is stuck before the last step is committed."""


@pytest.mark.parametrize("stop", [STEPS[4], STEPS[-1]])
def test_an_upgrade_that_is_killed_leaves_the_old_database_and_the_next_does_it(tmp_path, stop):
    path = tmp_path / "old.db"
    old = filled(path, stop)
    before = contents(old)
    old.close()
    call = [sys.executable, "-c", SLOW, str(path)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout.readline() == "stuck\n"
        finally:
            process.send_signal(signal.SIGKILL)
    left = sqlite3.connect(path)
    assert left.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    applied = [name for (name,) in left.execute("SELECT name FROM _sqlite_migrations")]
    assert applied == STEPS[: STEPS.index(stop)]
    left.close()
    database = open_database(path)
    assert [m.name for m in MIGRATIONS.applied(database)] == STEPS
    assert {n: len(held) for n, held in before.items()}.items() <= counted(database).items() | {
        ("link_looks", 1)
    }
