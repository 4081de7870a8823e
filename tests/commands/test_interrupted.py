"""Killed at any moment: the database opens and is sound, the rerun completes and adds nothing twice."""

import random
import signal
import sqlite3
import subprocess
import time

import pytest

KILLS = 12
TABLES = ("documents", "sentences", "claims", "searches", "candidates", "snapshots", "passages",
          "evidence", "review_events")  # fmt: skip


def contents(path):
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    found = {}
    for table in TABLES:
        exists = database.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [table]).fetchone()
        found[table] = (
            [r[0] for r in database.execute(f"SELECT id FROM {table} ORDER BY id")]
            if exists
            else []
        )
    database.close()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_run_killed_at_random_moments_completes_later(tmp_path, command, environment, number):
    dice = random.Random(number)
    words = "bridge tunnel airport harbour railway".split()
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(40):
        name = words[n % 5]
        (folder / f"{n:02}.txt").write_text(
            f"The {name} report {n}\n\nThe {name} cost {n + 2} million dollars in 2019. "
            f"More than {n + 10},000 people used the {name} in 2020, the ministry said.\n"
        )
    arguments = [*command, "--db", "work.db", "run", "in", "--provider", "library", "--json"]

    def start():
        return subprocess.Popen(
            arguments, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip

    begun = time.monotonic()
    for _ in range(KILLS):
        process = start()
        time.sleep(dice.uniform(0.2, 2.5))
        process.send_signal(number)
        process.wait(timeout=30)
        if (tmp_path / "work.db").exists():
            contents(tmp_path / "work.db")
        if time.monotonic() - begun > 60:
            break
    assert start().wait(timeout=100) == 0
    after = contents(tmp_path / "work.db")
    assert len(after["documents"]) == 40
    assert len(after["claims"]) >= 40
    assert all(len(ids) == len(set(ids)) for ids in after.values())
    assert start().wait(timeout=100) == 0
    assert contents(tmp_path / "work.db") == after
    verified = subprocess.run(
        [*command, "--db", "work.db", "verify"], cwd=tmp_path, env=environment, check=False,
        capture_output=True, timeout=100,
    )  # fmt: skip
    assert verified.returncode == 0, verified.stderr
