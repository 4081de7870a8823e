"""Pages a second with everything kept, against a bare httpx loop that keeps nothing, in the same run.

    python3 benchmarks/fetch.py [--pages 2000] [--rounds 5]

Needs nginx, which serves pages of 27 kB on loopback. Ours: guard, caps and deadlines, both WARC records
of a page on disk (synced) and then its row in a database; no politeness delay, no text made. Theirs: an
httpx.AsyncClient loop at the best of several concurrencies. They take turns; each run is a fresh process.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import random
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

PAGE_BYTES = 27_000
OK = 200
TRIED = (2, 5, 10, 20)
"""Concurrencies among which the bare loop has its best."""

OURS_AT_ONCE = 32
ASKED_RATIO, ASKED_MB = 0.8, 200
CONFIG = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
  access_log off; keepalive_requests 1000000; types {{ text/html html; }}
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 127.0.0.1:{port}; root {folder}/pages; }}
}}
"""


def write_pages(folder: Path, count: int) -> None:
    """Pages of words, each another, that compress about as well as news pages do."""
    folder.mkdir()
    dice = random.Random(4)
    letters = "etaoinshrdlucm"
    words = ["".join(dice.choices(letters, k=dice.randint(2, 9))) for _ in range(2_500)]
    often = [1 / (rank + 3) for rank in range(len(words))]
    for number in range(count):
        text = " ".join(dice.choices(words, often, k=PAGE_BYTES // 5))[: PAGE_BYTES - 100]
        page = f"<!DOCTYPE html><title>Page {number}</title><body><p>{text}</p></body>"
        (folder / f"{number}.html").write_text(page.ljust(PAGE_BYTES), encoding="ascii")


@contextmanager
def nginx(folder: Path) -> Iterator[str]:
    """`host:port` of an nginx that serves the folder's pages."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = folder / "nginx.conf"
    config.write_text(CONFIG.format(folder=folder, port=port), encoding="utf-8")
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        raise SystemExit("nginx is not installed")
    command = [program, "-c", str(config), "-p", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield f"127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise SystemExit("nginx did not come up")


async def _all(urls: list[str], at_once: int, one: Callable[[str], Awaitable[None]]) -> None:
    todo = iter(urls)

    async def worker() -> None:
        for url in todo:
            await one(url)

    await asyncio.gather(*(worker() for _ in range(at_once)))


async def bare(urls: list[str], at_once: int) -> float:
    """A plain loop: ask, read, forget. The seconds it took."""
    import httpx  # noqa: PLC0415 - each side loads what it needs, for its memory is measured

    limits = httpx.Limits(max_connections=at_once, max_keepalive_connections=at_once)
    async with httpx.AsyncClient(limits=limits, trust_env=False) as client:

        async def one(url: str) -> None:
            answer = await client.get(url)
            if answer.status_code != OK or len(answer.content) != PAGE_BYTES:
                raise SystemExit(f"{url} did not come whole")

        began = time.perf_counter()
        await _all(urls, at_once, one)
        return time.perf_counter() - began


async def ours(urls: list[str], at_once: int) -> float:
    """The product's way: a guarded fetch, its records on disk, then its row. The seconds it took."""
    from claims.archive.queue import WriteQueue  # noqa: PLC0415 - as above
    from claims.archive.writer import WarcArchive  # noqa: PLC0415 - as above
    from claims.web.client import Fetcher  # noqa: PLC0415 - as above

    with tempfile.TemporaryDirectory(dir=Path.cwd()) as made:
        folder = Path(made)
        add_row, rows = _table(folder)
        pair = frozenset({urls[0].split("/")[2]})
        archive = WarcArchive(folder / "work.archive", software="benchmark")
        began = time.perf_counter()
        async with (
            Fetcher(user_agent="citetrail/0 (benchmark)", allow_hosts=pair) as fetcher,
            WriteQueue(archive) as queue,
        ):

            async def one(url: str) -> None:
                exchange = await fetcher.get(url, robots=False)
                if exchange.outcome.value != "stored" or len(exchange.body) != PAGE_BYTES:
                    raise SystemExit(f"{url} did not come whole: {exchange.reason}")
                add_row(exchange, await queue.keep(exchange))

            await _all(urls, at_once, one)
        took = time.perf_counter() - began
        _check(folder / "work.archive", rows(), len(urls))
    return took


def _table(folder: Path) -> tuple[Callable[[Any, Any], None], Callable[[], list[dict[str, Any]]]]:
    """What adds a snapshot's row (without the text, which is derived later), and what reads all."""
    from claims.model.snapshot import snapshot_id  # noqa: PLC0415 - as above
    from db import rows  # noqa: PLC0415 - as above
    from db.connection import open_database, transaction  # noqa: PLC0415 - as above

    database = open_database(folder / "work.db")
    run = {
        "id": "u-0",
        "step": "fetch",
        "version": "0",
        "options": {},
        "at": "2026-11-26T00:00:00Z",
    }
    rows.add_new(database, "runs", [run])
    columns = database.table("snapshots").columns
    empty = {c.name: ("" if c.type == "TEXT" else 0) if c.notnull else None for c in columns}

    def add_row(exchange: Any, placed: Any) -> None:
        digest = placed.payload_digest
        key = snapshot_id(
            url=exchange.url, outcome=exchange.outcome, payload_digest=digest, reason=None
        )
        row = {
            **empty,
            "id": key,
            "url": exchange.url,
            "warc_target_uri": exchange.target_uri,
            "warc_date": exchange.at,
            "outcome": exchange.outcome.value,
            "http_status": exchange.http_status,
            "media_type": exchange.content_type,
            "headers": exchange.headers,
            "payload_digest": digest,
            "warc_file": placed.warc_file,
            "warc_offset": placed.warc_offset,
            "warc_length": placed.warc_length,
            "run": run["id"],
        }
        with transaction(database):
            rows.insert(database, "snapshots", row)

    return add_row, lambda: list(rows.select(database, "snapshots"))


def _check(archive: Path, rows: list[dict[str, Any]], count: int) -> None:
    """Every row must lead to its page: a fast way to keep nothing is none."""
    from claims.archive.reader import read_payload  # noqa: PLC0415 - as above

    if len(rows) != count:
        raise SystemExit(f"{count} pages, {len(rows)} rows")
    for row in rows[:: max(count // 50, 1)]:
        if len(read_payload(archive, row["warc_file"], row["warc_offset"])) != PAGE_BYTES:
            raise SystemExit(f"{row['url']} is not kept whole")


def measure(side: str, pair: str, pages: int, at_once: int) -> dict[str, float]:
    """One run in a fresh process: pages a second, CPU milliseconds a page, peak memory in MB."""
    command = [sys.executable, __file__, "--side", side, "--pair", pair]
    command += ["--pages", str(pages), "--at-once", str(at_once)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def one_side(side: str, pair: str, pages: int, at_once: int) -> dict[str, float]:
    """As `measure`, in this very process."""
    urls = [f"http://{pair}/{number}.html" for number in range(pages)]
    cpu = time.process_time()
    work = bare(urls, at_once) if side == "bare" else ours(urls, at_once)
    seconds = asyncio.run(work)
    return {
        "rate": pages / seconds,
        "cpu_ms": 1_000 * (time.process_time() - cpu) / pages,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024,
    }


def compare(pages: int, rounds: int) -> None:
    """Find the bare loop's best concurrency, then let both take turns; print medians and the ratio."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as made:
        folder = Path(made)
        write_pages(folder / "pages", pages)
        with nginx(folder) as pair:
            rates = {n: measure("bare", pair, pages, n)["rate"] for n in TRIED}
            best = max(rates, key=rates.__getitem__)
            turns = [
                (measure("bare", pair, pages, best), measure("ours", pair, pages, OURS_AT_ONCE))
                for _ in range(rounds)
            ]
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    print(f"{machine}; {pages} pages of {PAGE_BYTES} bytes, medians of {rounds} rounds")
    for name, side in (("bare httpx, nothing kept", 0), ("ours, everything kept", 1)):
        middle = {key: statistics.median(t[side][key] for t in turns) for key in turns[0][side]}
        print(
            f"{name:26} {middle['rate']:6.0f} pages/s  {middle['cpu_ms']:5.2f} ms CPU a page"
            f"  {middle['peak_mb']:4.0f} MB"
        )
    print(f"the bare loop's best concurrency: {best} of {TRIED}; ours: {OURS_AT_ONCE}")
    print(f"load of the machine meanwhile: {os.getloadavg()[0]:.1f}")
    ratios = sorted(t[1]["rate"] / t[0]["rate"] for t in turns)
    peak = max(t[1]["peak_mb"] for t in turns)
    print(f"ratio {statistics.median(ratios):.2f} (asked >= {ASKED_RATIO};", end=" ")
    print(f"{ratios[0]:.2f} to {ratios[-1]:.2f}), peak {peak:.0f} MB (asked <= {ASKED_MB})")


def main() -> None:
    """Compare, or run one side for the comparison."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--side", choices=("bare", "ours"), help=argparse.SUPPRESS)
    parser.add_argument("--pair", help=argparse.SUPPRESS)
    parser.add_argument("--at-once", type=int, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.side:
        print(json.dumps(one_side(asked.side, asked.pair, asked.pages, asked.at_once)))
    else:
        compare(asked.pages, asked.rounds)


if __name__ == "__main__":
    main()
