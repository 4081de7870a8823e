"""`citetrail bulk` as a user runs it: both engines, killed and carried on, wrong use, without the extra."""

import importlib.util
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from bulk_desk import contents, rows

needs_pyarrow = pytest.mark.skipif(
    importlib.util.find_spec("pyarrow") is None, reason="the extra [bulk] is not installed"
)
needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="the extra [bulk] is not installed"
)
RULES = {"CITETRAIL_ENGINE": "rules"}


def a_line(n, times=1):
    text = f"The bridge {n} cost {n + 2} million dollars in 2019. " * times
    return json.dumps({"text": text, "id": n, "published": "2021-08-31"}) + "\n"


@pytest.fixture
def given(tmp_path):
    (tmp_path / "in").mkdir()
    for n in range(12):
        (tmp_path / f"in/{n:02}.txt").write_text(json.loads(a_line(n))["text"])
    (tmp_path / "news.jsonl").write_text("".join(map(a_line, range(15))) + "no JSON\n")
    return ["in", "news.jsonl"]


@needs_pyarrow
@needs_dask
def test_both_engines_leave_the_same_bytes(citetrail, given, tmp_path):
    local = citetrail("bulk", *given, "--out", "local", "--workers", "2", "--json", **RULES)
    dask = citetrail(
        "bulk", *given, "--out", "dask", "--engine", "dask", "--workers", "2", "--json", **RULES
    )
    assert (local.code, dask.code) == (3, 3), dask.err
    assert contents(tmp_path / "local") == contents(tmp_path / "dask")
    assert len(contents(tmp_path / "local")) == 2 * (2 + 2)
    for done, engine in ((local, "local"), (dask, "dask")):
        said = done.json()
        assert (said["documents"], said["claims"], said["unreadable"]) == (27, 27, 1)
        assert (said["engine"], said["workers"]) == (engine, 2)
        assert said["failures"] == [
            {
                "what": "news.jsonl, line 16",
                "why": "is no JSON: Expecting value: line 1 column 1 (char 0)",
            }
        ]
        assert done.err.splitlines()[-1:] == [
            "Failed: news.jsonl, line 16: is no JSON: Expecting value: line 1 column 1 (char 0)"
        ]


@needs_pyarrow
@pytest.mark.usefixtures("given")
def test_ids_are_those_that_add_and_extract_give(citetrail, tmp_path):
    assert citetrail("bulk", "in", "--out", "out", "--workers", "1", **RULES).code == 0
    citetrail("add", "in", "--json")
    wanted = citetrail("extract", "--json", **RULES).json()
    found = {row["id"]: row for row in rows(tmp_path / "out", "claims")}
    assert {w["id"]: {k: v for k, v in w.items() if k in found[w["id"]]} for w in wanted} == found


@needs_pyarrow
def test_lines_come_by_standard_input_too(citetrail, tmp_path):
    stdin = "".join(map(a_line, range(12))).encode()
    for made in (2, 0):
        done = citetrail(
            "bulk", "-", "--out", "out", "--workers", "1", "--nl", stdin=stdin, **RULES
        )
        said = done.json()
        assert (done.code, said["documents"], said["shards_made"]) == (0, 12, made)
    more = citetrail("bulk", "-", "--out", "out", "--json", stdin=a_line(99).encode(), **RULES)
    assert more.json()["documents"] == 1
    assert len(rows(tmp_path / "out", "documents")) == 13  # nothing of another stream is dropped


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["in"], 2, "--out"),
        (["in", "--out", "o", "--engine", "ray"], 2, "local"),
        (["in", "--out", "o", "--scheduler", "tcp://127.0.0.1:8786"], 2, "--engine dask"),
        (["in", "--out", "o", "--engine", "dask", "--scheduler", "8786"], 2, "tcp://HOST:PORT"),
        (["in", "--out", "o", "--json", "--nl"], 2, "one of"),
        (["in", "--out", "o", "--min-worth", "2"], 2, "min-worth"),
    ],
)
@pytest.mark.usefixtures("given")
def test_wrong_use(citetrail, arguments, code, words):
    done = citetrail("bulk", *arguments)
    assert (done.code, words in done.err) == (code, True), done.err


@needs_pyarrow
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["missing.txt", "--out", "o"], "no such file"),
        (["in", "--out", "news.jsonl"], "--out takes a folder"),
    ],
)
@pytest.mark.usefixtures("given")
def test_what_cannot_be_done_is_one_line(citetrail, arguments, words):
    done = citetrail("bulk", *arguments, **RULES)
    assert done.code == 1
    assert len(done.err.splitlines()) == 1
    assert words in done.err


@pytest.mark.parametrize(
    ("missing", "engine", "words"),
    [("pyarrow", "local", "pip install"), ("distributed", "dask", "pip install 'citetrail[bulk]'")],
)
@pytest.mark.usefixtures("given")
def test_without_the_extra_one_line_says_how_to_install_it(
    tmp_path, environment, missing, engine, words
):
    if missing == "distributed" and importlib.util.find_spec("pyarrow") is None:
        pytest.skip("the extra [bulk] is not installed")
    program = (
        "import sys, importlib.util as u\n"
        "import cli\n"
        f"sys.modules[{missing!r}] = None\n"
        "find = u.find_spec\n"
        f"u.find_spec = lambda name, *more: None if name == {missing!r} else find(name, *more)\n"
        f"sys.argv = ['citetrail', 'bulk', 'in', '--out', 'o', '--engine', {engine!r}]\n"
        "cli.main()\n"
    )
    path = os.pathsep.join(p for p in sys.path if p)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment | RULES | {"PYTHONPATH": path},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def left_over(folder):
    """Reading processes that work in this folder still."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            words = (process / "cmdline").read_bytes()
            here = (process / "cwd").readlink()
        except OSError:
            continue
        if b"reading_loop" in words and here == folder:
            found.append(process)
    return found


@needs_pyarrow
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_run_killed_at_random_moments_carries_on(tmp_path, command, environment):
    dice = random.Random(3)
    (tmp_path / "news.jsonl").write_text("".join(a_line(n, 20) for n in range(60)))
    (tmp_path / "in").mkdir()
    for n in range(30):
        (tmp_path / f"in/{n:03}.txt").write_text(json.loads(a_line(n, 20))["text"])

    def start(out):
        return subprocess.Popen(
            [*command, "bulk", "in", "news.jsonl", "--out", out, "--workers", "2"], cwd=tmp_path,
            env=environment | RULES, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            start_new_session=True,
        )  # fmt: skip

    for number in (signal.SIGKILL, signal.SIGINT, signal.SIGTERM):
        process = start("out")
        time.sleep(dice.uniform(1.0, 2.5))
        # Ctrl-C is told to every process of the terminal, the others to the parent alone
        stop = os.killpg if number == signal.SIGINT else os.kill
        stop(process.pid, number)
        assert b"Traceback" not in process.communicate(timeout=30)[1]
        until = time.monotonic() + 20
        while left_over(tmp_path) and time.monotonic() < until:
            time.sleep(0.1)
        assert left_over(tmp_path) == []
    for out in ("out", "whole"):
        process = start(out)
        assert (process.communicate(timeout=100)[1], process.returncode) == (b"", 0)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


@needs_pyarrow
@needs_dask
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_ctrl_c_ends_a_cluster_of_this_machine_in_silence(tmp_path, command, environment):
    (tmp_path / "news.jsonl").write_text("".join(a_line(n, 60) for n in range(200)))
    process = subprocess.Popen(
        [*command, "bulk", "news.jsonl", "--out", "out", "--engine", "dask", "--workers", "2"],
        cwd=tmp_path, env=environment | RULES, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        start_new_session=True,
    )  # fmt: skip
    time.sleep(4)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=40)[1] == b""
    assert process.returncode not in {0, 1, 3}
    until = time.monotonic() + 20
    while left_over(tmp_path) and time.monotonic() < until:
        time.sleep(0.1)
    assert left_over(tmp_path) == []
