"""Kill `citetrail find` without warning, many times, and count what was lost: nothing may be.

Run: python benchmarks/kills.py [--kills 200] [--seed 1]
"""

from __future__ import annotations

import argparse
import http.server
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from claims.archive.reader import read_record  # noqa: E402 - after the path is set
from claims.archive.tail import Tail, find_ending  # noqa: E402

LOGS = ("captures", "snapshots")
"""Tables whose rows stay for ever: a row that was seen once is looked for after every later kill."""

ARTICLE = "Losses\n\n" + " ".join(
    f"More than {n},000 people used the railway in {2000 + n}." for n in range(5, 20)
)
PAGES = 4
LARGE = 2_000_000
LONGEST_RUN = 60.0


class Tally(NamedTuple):
    """What the kills left: rows, WARC files, kills that tore a record, and what went wrong."""

    kills: int
    captures: int
    snapshots: int
    files: int
    torn: int
    problems: tuple[str, ...]


class Web(http.server.ThreadingHTTPServer):
    """A wiki that names pages, and pages of which every other one has changed since it was asked."""

    daemon_threads = True

    def __init__(self, dice: random.Random) -> None:
        super().__init__(("127.0.0.1", 0), Page)
        self.dice = dice
        self.served = 0
        self.alarm = threading.Event()
        self.alarm_at = 0

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: whoever is killed hangs up."""

    def count(self) -> None:
        """One more answer went out; rings when enough have."""
        self.served += 1
        if self.served >= self.alarm_at:
            self.alarm.set()


class Page(http.server.BaseHTTPRequestHandler):
    """One answer."""

    server: Web
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer as a wiki or as a page of it."""
        parts = urlsplit(self.path)
        if parts.path == "/robots.txt":
            self._send(404, "text/plain", b"")
        elif parts.path == "/w/api.php":
            words = parse_qs(parts.query).get("gsrsearch", [""])[0]
            self._send(200, "application/json", json.dumps(self._found(words)).encode())
        elif parts.path.endswith("4"):
            # large enough for a kill to find it half written
            self._send(200, "application/octet-stream", self.server.dice.randbytes(LARGE))
        else:
            self._send(200, "text/html", self._page())
        self.server.count()

    def _found(self, words: str) -> dict[str, object]:
        host = self.headers["Host"]
        start = sum(map(ord, words)) % 50
        pages = [
            {
                "pageid": n,
                "title": f"P{n}",
                "index": n,
                "fullurl": f"http://{host}/wiki/P{start + n}",
            }
            for n in range(1, PAGES + 1)
        ]
        listed = [page | {"canonicalurl": page["fullurl"]} for page in pages]
        return {"batchcomplete": True, "query": {"pages": listed}}

    def _page(self) -> bytes:
        edition = self.server.dice.randrange(2) * self.server.served
        body = f"<title>{self.path}</title><p>Edition {edition} of {self.path}.</p>"
        return (body + f"<p>{'The railway was used by many people. ' * 600}</p>").encode()

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


def run_kills(folder: Path, *, kills: int, seed: int) -> Tally:
    """Kill so many runs in `folder`, each after a random number of answers; look after each."""
    dice = random.Random(seed)
    web = Web(dice)
    threading.Thread(target=web.serve_forever, daemon=True).start()
    environment = {
        **os.environ,
        "CITETRAIL_ENGINE": "rules",
        "CITETRAIL_MEDIAWIKI": f"http://127.0.0.1:{web.server_port}/w/api.php",
        "CITETRAIL_ALLOW_HOSTS": f"127.0.0.1:{web.server_port}",
    }
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    for arguments in (["add", "article.txt", "--published", "2020-01-01"], ["extract"]):
        subprocess.run(
            _command(*arguments), cwd=folder, env=environment, check=True, capture_output=True
        )
    seen: dict[str, set[str]] = {table: set() for table in LOGS}
    whole: dict[Path, int] = {}
    problems: list[str] = []
    torn = 0
    launcher = Launcher(folder, environment)
    try:
        for number in range(1, kills + 1):
            _killed_run(launcher, web, dice)
            problems += _look(folder, seen, number)
            endings = _endings(folder, whole)
            torn += Tail.TORN in endings
            problems += [f"kill {number}: a WARC file is damaged"] * (Tail.DAMAGED in endings)
        problems += _last_look(folder, environment)
    finally:
        launcher.close()
        web.shutdown()
        web.server_close()
    files = len(list((folder / "work.archive").glob("*.warc.gz")))
    return Tally(kills, len(seen["captures"]), len(seen["snapshots"]), files, torn, tuple(problems))


def _command(*arguments: str) -> list[str]:
    return [sys.executable, str(TOP / "cli.py"), *_arguments(*arguments)]


def _arguments(*arguments: str) -> list[str]:
    return ["--quiet", "--db", "work.db", *arguments]


LAUNCHER = """
import os, sys
sys.path.insert(0, {top!r})
import cli
import claims.commands.sources, claims.text.html_text, claims.web.client
while sys.stdin.readline():
    child = os.fork()
    if child == 0:
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(quiet, stream)
        sys.argv = ["citetrail", *{arguments!r}]
        cli.main()
        os._exit(0)
    print(child, flush=True)
    print(os.waitpid(child, 0)[1], flush=True)
"""
"""Has everything loaded and forks a fresh `find` at each line: what is killed is the work, not imports."""


class Launcher:
    """Starts runs of `find`, each a process of its own."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        arguments = _arguments("find", "--provider", "mediawiki", "--refresh")
        self._process = subprocess.Popen(
            [sys.executable, "-c", LAUNCHER.format(top=str(TOP), arguments=arguments)],
            cwd=folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )

    def start(self) -> int:
        """The process id of a new run."""
        if self._process.stdin:
            self._process.stdin.write("go\n")
        return int(self._heard())

    def ended(self) -> None:
        """Wait until the run has ended."""
        self._heard()

    def close(self) -> None:
        """No more runs."""
        self._process.communicate(timeout=LONGEST_RUN)

    def _heard(self) -> str:
        return self._process.stdout.readline() if self._process.stdout else ""


def _killed_run(launcher: Launcher, web: Web, dice: random.Random) -> None:
    """Start `find`, wait for a random number of answers and some milliseconds more, and kill it."""
    web.served, web.alarm_at = 0, dice.randint(1, 40)
    web.alarm.clear()
    run = launcher.start()
    until = time.monotonic() + LONGEST_RUN
    while not web.alarm.wait(0.05) and time.monotonic() < until:
        if not Path(f"/proc/{run}").exists():
            break  # it came to its end before
    time.sleep(dice.uniform(0.0, 0.03))
    with suppress(ProcessLookupError):
        os.kill(run, signal.SIGKILL)
    launcher.ended()


def _look(folder: Path, seen: dict[str, set[str]], number: int) -> list[str]:
    """Every problem with the database and with the records it names, after a kill."""
    problems = []
    with closing(sqlite3.connect(folder / "work.db")) as database:
        (sound,) = database.execute("PRAGMA integrity_check").fetchone()
        if sound != "ok":
            problems.append(f"kill {number}: the database is damaged: {sound}")
        for table in LOGS:
            now = {row[0] for row in database.execute(f"SELECT id FROM {table}")}
            problems += [f"kill {number}: {key} is lost" for key in seen[table] - now]
            problems += _unreadable(database, folder, table, now - seen[table], number)
            seen[table] |= now
    return problems


def _endings(folder: Path, whole: dict[Path, int]) -> set[Tail]:
    """How the WARC files end: the next run cuts off what is torn. `whole` is read up to there already."""
    tails = set()
    for path in (folder / "work.archive").glob("*.warc.gz"):
        ending = find_ending(path, start=whole.get(path, 0))
        whole[path] = ending.end
        tails.add(ending.tail)
    return tails


def _unreadable(
    database: sqlite3.Connection, folder: Path, table: str, new: set[str], number: int
) -> list[str]:
    """The new rows of a table whose record cannot be read out of the archive."""
    found = []
    for key in sorted(new):
        sql = f"SELECT warc_file, warc_offset FROM {table} WHERE id = ?"
        name, offset = database.execute(sql, [key]).fetchone()
        try:
            if name is not None:
                read_record(folder / "work.archive", name, offset)
        except Exception as why:  # noqa: BLE001 - whatever it is, it is what is looked for
            found.append(f"kill {number}: {key} cannot be read: {why}")
    return found


def _last_look(folder: Path, environment: dict[str, str]) -> list[str]:
    """After all kills the same command completes, everything verifies, every file reads to its end."""
    problems = []
    for arguments in (["find", "--provider", "mediawiki"], ["verify"]):
        done = subprocess.run(
            _command(*arguments), cwd=folder, env=environment, check=False, capture_output=True
        )
        # 3: the large pages hold no text
        if done.returncode not in ({0, 3} if arguments[0] == "find" else {0}):
            problems.append(f"{arguments[0]} ended with {done.returncode}: {done.stderr.decode()}")
    for path in sorted((folder / "work.archive").glob("*.warc.gz")):
        done = subprocess.run(
            [sys.executable, "-c", CHECK, str(path)], check=False, capture_output=True
        )
        if done.returncode or find_ending(path).tail is not Tail.CLEAN:
            problems.append(f"{path.name} does not pass: {done.stdout.decode()}")
    return problems


CHECK = "import sys; from warcio.cli import main; main(['check', sys.argv[1]])"


def main() -> None:
    """Print the tally; exit with 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        tally = run_kills(Path(name), kills=asked.kills, seed=asked.seed)
    print(
        f"{tally.kills} kills in {time.monotonic() - began:.0f} s: {tally.captures} committed exchanges,"
        f" {tally.snapshots} copies in {tally.files} WARC files; {tally.torn} kills tore a record;"
        f" {len(tally.problems)} lost or unreadable"
    )
    for problem in tally.problems:
        print(problem)
    sys.exit(bool(tally.problems))


if __name__ == "__main__":
    main()
