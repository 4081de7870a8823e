"""Killed at any moment: the database opens and is sound, the rerun completes and adds nothing twice."""

import asyncio
import gc
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from claims.steps.web_session import WebSession

CHECKOUT = Path(__file__).resolve().parents[2]
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


def ended(group):
    """Whether the last process of the group goes within some seconds, of its own accord."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_extraction_in_two_processes_killed_at_random_moments(
    tmp_path, command, environment, number
):
    dice = random.Random(number)
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(120):
        (folder / f"{n:03}.txt").write_text(
            f"The bridge report {n}\n\n" + f"The bridge cost {n + 2} million dollars in 2019. " * 20
        )
    database = tmp_path / "work.db"
    start = partial(
        subprocess.Popen, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    adding, one, two = (
        [*command, "--db", "work.db", *more]
        for more in (["add", "in"], ["extract"], ["extract", "--jobs", "2"])
    )
    assert start(adding, stderr=subprocess.DEVNULL).wait(timeout=100) == 0
    for _ in range(5):
        process = start(two)
        time.sleep(dice.uniform(0.2, 3))
        # Ctrl-C is told to every process of the terminal, the others to the parent alone
        stop = os.killpg if number == signal.SIGINT else os.kill
        stop(process.pid, number)
        said = process.communicate(timeout=30)[1]
        unborn = (
            number == signal.SIGKILL and b"Ran out of input" in said
        )  # Python's own, not yet ours
        assert unborn or b"spawn" not in said  # no worker has a traceback to show
        assert ended(process.pid)
        contents(database)
    assert start(two, stderr=subprocess.DEVNULL).wait(timeout=100) == 0
    after = contents(database)
    with sqlite3.connect(database) as reader:
        read = reader.execute("SELECT count(DISTINCT document) FROM sentences").fetchone()
    reader.close()
    assert read == (120,)
    assert len(after["claims"]) == 2400
    assert start(one, stderr=subprocess.DEVNULL).wait(timeout=100) == 0
    assert contents(database) == after


@pytest.mark.parametrize(
    ("module", "code"),
    [("typer", -signal.SIGINT), ("claims.commands.claims", 130), ("sqlite_utils", 130)],
)
def test_ctrl_c_while_modules_are_loaded_ends_without_a_word(module, code, tmp_path):
    program = f"""
import os, signal, sys
class Finder:
    def find_spec(name, *_):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder)
sys.path.insert(0, {str(CHECKOUT)!r})
sys.argv = ["citetrail", "claims"]
import cli
cli.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_told_to_end_while_something_is_cleared_away(number, code, tmp_path):
    program = f"""
import os, sys, time
sys.path.insert(0, {str(CHECKOUT)!r})
import cli
class Thing:
    def __del__(self):
        os.kill(os.getpid(), {number:d})
        time.sleep(0)
def app(**_):
    Thing()
    time.sleep(30)
cli.app = app
cli.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=25,
    )
    assert (done.returncode, done.stdout, done.stderr) == (code, "", "")


@pytest.mark.parametrize("stop", [SystemExit, KeyboardInterrupt])
def test_told_to_end_while_pages_are_fetched(edges, caplog, stop):
    async def page():
        raise stop

    async def work():
        await asyncio.wait([asyncio.ensure_future(page())])

    with pytest.raises(stop), WebSession(edges) as session:
        session.run(work())
    gc.collect()
    assert caplog.text == ""
