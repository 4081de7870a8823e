"""The ledger in files: shared by processes, and never in anybody's way."""

import json
import multiprocessing
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from claims.web.ledger import Entry, FileLedger

CHECKOUT = Path(__file__).resolve().parents[2]

TAKE = """
import asyncio, sys, time
from pathlib import Path
from claims.web.ledger import FileLedger
from claims.web.pace import Pace
from claims.web.rates import Rate, Turn
pace = Pace(clock=time.time, sleep=asyncio.sleep, ledger=FileLedger(Path(sys.argv[1])))
async def run():
    for _ in range(4):
        async with pace.turn(Turn("a.example", Rate(0.1)), longest_s=10):
            print(time.time(), flush=True)
asyncio.run(run())
"""


def test_what_is_written_is_read_by_another(tmp_path):
    with FileLedger(tmp_path / "x").entry("a.example") as entry:
        entry.next_at, entry.held_until, entry.held_by, entry.taken = 5.0, 9.0, 429, [1.0, 2.0]
    with FileLedger(tmp_path / "x").entry("a.example") as entry:
        assert entry == Entry(5.0, 9.0, 429, [1.0, 2.0])
    with FileLedger(tmp_path / "x").entry("b.example") as entry:
        assert entry == Entry()


def test_two_processes_share_the_turns_of_a_host(tmp_path):
    command = [sys.executable, "-c", TAKE, str(tmp_path / "turns")]
    both = [
        subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    at = sorted(float(line) for one in both for line in one.communicate(timeout=60)[0].split())
    assert len(at) == 8
    assert min(b - a for a, b in pairwise(at)) >= 0.08


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"{", b"[]", b"null", b'{"a": 1}', b'{"a": {}}', b"\xff\xfe", b"[" * 100_000,
     b'{"a": {"next_at": Infinity, "held_until": 0, "held_by": 0, "taken": []}}',
     b'{"a": {"next_at": 0, "held_until": 0, "held_by": 0, "taken": "x"}}'],
    ids=range(10),
)  # fmt: skip
def test_a_page_that_was_spoilt_says_nothing(tmp_path, spoilt):
    ledger = FileLedger(tmp_path)
    with ledger.entry("a") as entry:
        entry.next_at = 7.0
    (page,) = tmp_path.iterdir()
    page.write_bytes(spoilt)
    with ledger.entry("a") as entry:
        assert entry == Entry()
        entry.next_at = 8.0
    assert json.loads(page.read_bytes())["a"]["next_at"] == 8.0


def test_what_is_a_day_old_is_forgotten(tmp_path):
    ledger = FileLedger(tmp_path)
    now = time.time()
    for n in range(500):
        with ledger.entry(f"{n}.old.example") as entry:
            entry.next_at = now - 100_000
    for n in range(500):
        with ledger.entry(f"{n}.example") as entry:
            entry.next_at = now
    pages = [json.loads(page.read_bytes()) for page in tmp_path.iterdir()]
    mixed = [page for page in pages if any("old" not in name for name in page)]
    assert len(pages) <= 64
    assert len(mixed) > 30
    assert not [name for page in mixed for name in page if "old" in name]
    assert sum(map(len, mixed)) == 500


def test_a_process_that_dies_lets_go_of_the_lock(tmp_path):
    def hold_and_die():
        with FileLedger(tmp_path).entry("a"):
            sys.exit(1)

    process = multiprocessing.get_context("fork").Process(target=hold_and_die)
    process.start()
    process.join()
    with FileLedger(tmp_path).entry("a") as entry:
        assert entry == Entry()
