"""nginx with the shipped configuration before two processes: restarts and new files without a failed request."""

import http.client
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from public_desk import FACTS, ordinary_desk, published
from starting import free_port, get, program, running

CHECKOUT = Path(__file__).resolve().parents[2]
NGINX = """daemon off; pid {folder}/nginx.pid; error_log stderr; user root; worker_processes 1;
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  include {folder}/citetrail.conf;
}}
"""


class Desk:
    """A public file behind two processes behind nginx."""

    def __init__(self, folder, base, claim, site):
        self.folder, self.base, self.claim, self.site = folder, base, claim, site
        self.stacks = [ExitStack(), ExitStack()]

    def start(self, number):
        self.stacks[number].enter_context(self.site(number))

    def stop(self, number):
        self.stacks[number].close()

    def swap(self, name):
        beside = self.folder / "beside.db"
        shutil.copy(self.folder / f"{name}.db", beside)
        beside.replace(self.folder / "public.db")

    def until_shown(self, name):
        until = time.monotonic() + 60
        while name.encode() not in get(f"{self.base}/?{time.monotonic_ns()}")[2]:
            assert time.monotonic() < until, f"{name} was never shown"
            time.sleep(0.2)


def shipped(folder, ports, port, *, limits=False):
    """The shipped configuration on other ports; without limits a load may come from one address."""
    said = (CHECKOUT / "deploy/nginx.conf").read_text(encoding="utf-8")
    for old, new in {
        "127.0.0.1:8001": f"127.0.0.1:{ports[0]}",
        "127.0.0.1:8002": f"127.0.0.1:{ports[1]}",
        "listen 80;": f"listen 127.0.0.1:{port};",
        "    listen [::]:80;\n": "",
        "/var/cache/citetrail": f"{folder}/cache",
        "checks.example": "127.0.0.1",
    }.items():
        assert old in said
        said = said.replace(old, new)
    return said if limits else re.sub(r"rate=\d+r/s", "rate=100000r/s", said)


@pytest.fixture(params=[False], ids=["no limits"])
def desk(request, tmp_path):
    rows, ids = ordinary_desk(tmp_path / "desk.db")
    for name in ("One Desk", "Two Desk"):
        published(rows.database, tmp_path / f"{name}.db", {**FACTS, "desk": name})
    rows.database.close()
    shutil.copy(tmp_path / "One Desk.db", tmp_path / "public.db")
    ports, port = (free_port(), free_port()), free_port()
    conf = shipped(tmp_path, ports, port, limits=request.param)
    (tmp_path / "citetrail.conf").write_text(conf, encoding="utf-8")
    (tmp_path / "nginx.conf").write_text(NGINX.format(folder=tmp_path), encoding="utf-8")

    def site(number):
        command = [sys.executable, str(CHECKOUT / "cli.py"), "serve", str(tmp_path / "public.db")]
        address = f"http://127.0.0.1:{ports[number]}"
        return running([*command, "--port", str(ports[number])], address, folder=tmp_path)

    base = f"http://127.0.0.1:{port}"
    found = Desk(tmp_path, base, f"/claim/{ids['budget']}", site)
    front = [program("nginx"), "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    try:
        found.start(0)
        found.start(1)
        with running([*front, "-e", "stderr"], f"{base}/", folder=tmp_path):
            yield found
    finally:
        found.stop(0)
        found.stop(1)


def reader(desk, paths, ended, wrong, count):
    """Asks until told to end, every second time past the cache."""
    host = desk.base.removeprefix("http://")
    connection = http.client.HTTPConnection(host, timeout=30)
    while not ended.is_set():
        path = paths[len(count) % len(paths)]
        path += f"?_page={id(connection) + len(count)}" if len(count) % 2 else ""
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            wrong.append(f"{path}: {error!r}")
            connection.close()
        else:
            if answer.status != 200:
                wrong.append(f"{path}: {answer.status}")
        count.append(1)
    connection.close()


def test_no_request_fails_while_processes_restart_and_files_are_swapped(desk, figure):
    paths = ["/", desk.claim, "/public/claims", f"{desk.claim}.json", "/feed.atom"]
    ended, wrong = threading.Event(), []
    counts = [[] for _ in range(4)]
    threads = [
        threading.Thread(target=reader, args=(desk, paths, ended, wrong, count)) for count in counts
    ]
    for thread in threads:
        thread.start()
    try:
        for number in (0, 1):  # as by `systemctl restart`, one after the other
            desk.stop(number)
            desk.start(number)
        for name in ("Two Desk", "One Desk"):
            desk.swap(name)
            desk.until_shown(name)
    finally:
        ended.set()
        for thread in threads:
            thread.join()
    assert wrong == []
    figure(f"behind nginx: {sum(map(len, counts))} answers over 2 restarts and 2 swaps, 0 failed")


def test_what_nginx_keeps_and_what_it_passes_on(desk):
    first = get(desk.base + desk.claim)
    again = get(desk.base + desk.claim)
    assert [one[1]["X-Cache"] for one in (first, again)] == ["MISS", "HIT"]
    assert "default-src 'none'" in again[1]["Content-Security-Policy"]
    assert again[1]["ETag"] == first[1]["ETag"]
    assert get(desk.base + desk.claim, if_none_match=first[1]["ETag"])[0] == 304
    packed = get(desk.base + desk.claim, accept_encoding="gzip")
    assert packed[1]["Content-Encoding"] == "gzip"
    assert len(packed[2]) < len(again[2]) / 2
    for path, status in {
        "/claim/nothing": 404,
        "/-/versions.json": 404,
        "/public?sql=x": 403,
    }.items():
        assert [get(desk.base + path)[1].get("X-Cache") for _ in "12"] == ["MISS", "MISS"], path
        assert get(desk.base + path)[0] == status
    table = get(f"{desk.base}/public/claims.csv")
    assert (table[0], table[1]["X-Cache"]) == (200, None)
    for kept in (one for one in (desk.folder / "cache").rglob("*") if one.is_file()):
        kept.unlink()  # as the docs say it can be done at any time
    cleared = [get(desk.base + desk.claim) for _ in "12"]
    assert [(one[0], one[1]["X-Cache"]) for one in cleared] == [(200, "MISS"), (200, "HIT")]
    # when both processes are gone, what is kept is still shown
    desk.stop(0)
    desk.stop(1)
    time.sleep(11)
    stale = get(desk.base + desk.claim)
    assert (stale[0], stale[1]["X-Cache"]) == (200, "STALE")
    assert get(f"{desk.base}/figures")[0] == 502


@pytest.mark.parametrize("desk", [True], indirect=True, ids=["limits"])
def test_who_asks_too_much_of_the_tables_is_told_so(desk):
    answers = [get(f"{desk.base}/public/sources?_size={n}")[0] for n in range(1, 60)]
    assert {200, 429} == set(answers)
    assert answers[:30] == [200] * 30
    assert get(f"{desk.base}/")[0] == 200


def test_the_copy_of_a_desk_at_work_is_whole(citetrail, tmp_path):
    """The commands of citetrail-backup.service, on a database that is open and has a log."""
    copy, sync = program("sqlite3"), program("rsync")
    unit = (CHECKOUT / "deploy/citetrail-backup.service").read_text(encoding="utf-8")
    said = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)
    assert len(said) == 3
    assert citetrail("demo", "--no-serve").code == 0
    (tmp_path / "copy").mkdir()
    swapped = {"/usr/bin/sqlite3 citetrail.db": f"{copy} work.db", "/usr/bin/rsync": sync,
        "/var/backups/citetrail": str(tmp_path / "copy"), "citetrail.archive": "work.archive"}  # fmt: skip

    with closing(sqlite3.connect(tmp_path / "work.db")) as held:
        held.execute("SELECT count(*) FROM claims").fetchone()
        for old, new in swapped.items():
            said = [line.replace(old, new) for line in said]
        for line in said:
            subprocess.run(shlex.split(line), cwd=tmp_path, check=True, timeout=60)
    (tmp_path / "copy/citetrail.db").rename(tmp_path / "copy/work.db")
    for gone in tmp_path.glob("work.*"):
        gone.rename(tmp_path / f"lost-{gone.name}")
    for kept in (tmp_path / "copy").iterdir():
        kept.rename(tmp_path / kept.name)
    verified = citetrail("verify")
    assert verified.code == 0, verified.out + verified.err
