"""A new file takes over under load: no request fails, and each is answered from one file."""

import gc
import http.client
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import weakref
from pathlib import Path

import httpx
import pytest
from public_desk import FACTS, ordinary_desk, published
from public_site import run

from claims.model.errors import BadInput
from claims.site.editions import Editions
from claims.site.facts import PUBLIC
from claims.site.serve import datasette_for

CHECKOUT = Path(__file__).resolve().parents[2]
SWAPS, CONNECTIONS = 5, 4
PROGRAM = """
import sys
from pathlib import Path
from claims.site.serve import run_server
run_server(Path(sys.argv[1]), port=0, announce=lambda where: print(where, flush=True))
"""


@pytest.fixture(autouse=True)
def silent_ends(monkeypatch):
    """A thread that ends by SystemExit ends in silence; pytest remarks on it, and keeps what it held."""
    monkeypatch.setattr(threading, "excepthook", threading.__excepthook__)


@pytest.fixture
def shelf(tmp_path):
    """A public file, and a function that moves another edition over it."""
    desk, ids = ordinary_desk(tmp_path / "desk.db")
    for name in ("One Desk", "Two Desk"):
        published(desk.database, tmp_path / f"{name}.db", {**FACTS, "desk": name})
    desk.database.close()
    path = tmp_path / "public.db"
    shutil.copy(tmp_path / "One Desk.db", path)

    def swap(name):
        beside = tmp_path / "beside.db"
        shutil.copy(tmp_path / f"{name}.db", beside)
        beside.replace(path)

    return path, swap, ids


async def ask(application, path="/"):
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        return await client.get(path)


def test_a_new_file_takes_over_and_the_old_one_is_given_back(shelf):
    path, swap, _ = shelf

    async def day():
        editions = Editions(path, datasette_for)
        first = weakref.ref(editions._now.site)
        before = await ask(editions)
        await ask(
            editions, "/public/claims.json?_size=1"
        )  # Datasette notes the tables, in a thread
        swap("Two Desk")
        still = await ask(editions)
        await editions.look()
        after = await ask(editions)
        return first, before, still, after

    first, before, still, after = run(day())
    assert ("One Desk" in before.text, "Two Desk" in after.text) == (True, True)
    assert (still.text, still.headers["etag"]) == (before.text, before.headers["etag"])
    assert after.headers["etag"] != before.headers["etag"]
    assert f"{path} (deleted)" not in _open_files()
    until = time.monotonic() + 10
    while first() is not None and time.monotonic() < until:
        gc.collect()
        time.sleep(0.05)
    assert first() is None


def _open_files():
    folder = Path("/proc/self/fd")
    links = folder.iterdir() if folder.is_dir() else ()
    return {str(one.readlink()) for one in links if one.is_symlink()}


def test_what_was_asked_before_is_answered_from_the_file_it_began_with(shelf):
    path, swap, _ = shelf

    async def long_request():
        editions = Editions(path, datasette_for)
        old = editions._now.site.get_database(PUBLIC)
        editions._now.asked += 1  # a request that is under way
        swap("Two Desk")
        await editions.look()
        found = await old.execute("SELECT value FROM site WHERE key = 'desk'")
        return found.single_value()

    assert run(long_request()) == "One Desk"


@pytest.mark.parametrize("what", ["text", "empty", "other", "torn", "gone"])
def test_what_cannot_be_served_takes_nothing_over(shelf, caplog, what):
    path, swap, _ = shelf
    whole = path.read_bytes()

    async def day():
        editions = Editions(path, datasette_for)
        beside = path.with_name("beside")
        torn = whole[:8192] + b"\0" * (len(whole) - 8192)
        contents = {"text": b"no", "empty": b"", "other": b"SQLite format 3\0", "torn": torn}
        if what == "gone":
            path.unlink()
        else:
            beside.write_bytes(contents[what])
            beside.replace(path)
        for _ in range(3):
            await editions.look()
        bad = await ask(editions)
        said = len([one for one in caplog.records if one.name == "claims.site.editions"])
        swap("Two Desk")
        await editions.look()
        return bad, said, await ask(editions)

    bad, said, mended = run(day())
    assert (bad.status_code, "One Desk" in bad.text) == (200, True)
    assert said == (what != "gone")  # once, not every second
    assert "Two Desk" in mended.text


def test_a_file_that_is_none_of_ours_is_refused_at_the_start(tmp_path):
    with pytest.raises(BadInput):
        Editions(tmp_path / "none.db", datasette_for)


class Reader(threading.Thread):
    """Asks over one connection that stays open until told to end; notes what went wrong."""

    def __init__(self, port, paths):
        super().__init__()
        self.port, self.paths = port, paths
        self.answers, self.wrong, self.ended = 0, [], threading.Event()

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        while not self.ended.is_set():
            path = self.paths[self.answers % len(self.paths)]
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException) as error:
                self.wrong.append(f"{path}: {error!r}")
                connection.close()
            else:
                if answer.status != 200:
                    self.wrong.append(f"{path}: {answer.status}")
            self.answers += 1
        connection.close()


def test_no_request_fails_while_new_files_take_over(shelf, tmp_path):
    path, swap, ids = shelf
    claim = f"/claim/{ids['budget']}"
    paths = ["/", claim, "/public/claims", f"{claim}.json", "/public/sources", "/feed.atom"]
    told = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    told.bind(str(tmp_path / "told"))
    told.settimeout(60)
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path)], cwd=CHECKOUT, stdout=subprocess.PIPE,
        text=True, env={**os.environ, "NOTIFY_SOCKET": str(tmp_path / "told")},
    ) as server:  # fmt: skip
        try:
            where = server.stdout.readline().strip()
            assert told.recv(100) == b"READY=1"
            port = int(where.rstrip("/").rpartition(":")[2])
            readers = [Reader(port, paths[n:] + paths[:n]) for n in range(CONNECTIONS)]
            for reader in readers:
                reader.start()
            for n in range(SWAPS):
                name = ("Two Desk", "One Desk")[n % 2]
                swap(name)
                _until_shown(where, name)
        finally:
            for reader in readers:
                reader.ended.set()
                reader.join()
            server.terminate()
            told.close()
    assert [one for reader in readers for one in reader.wrong] == []
    assert all(reader.answers > SWAPS for reader in readers)


def _until_shown(where, name):
    until = time.monotonic() + 60
    while name not in httpx.get(where, trust_env=False).text:
        assert time.monotonic() < until, f"{name} was never shown"
        time.sleep(0.05)
