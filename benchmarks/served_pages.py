"""Cited pages on a loopback server that misbehaves, looked at for a year through the whole step `check`."""

from __future__ import annotations

import asyncio
import random
import shutil
import sys
import tempfile
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

TOP = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TOP), str(TOP / "tests")]

from raw_server import page, raw_server  # noqa: E402 - after the path is set

from claims.model.citation import CitationRole, LinkState  # noqa: E402
from claims.model.settings import Settings  # noqa: E402
from claims.steps.check import Checked, check  # noqa: E402
from claims.steps.cite import Cited, cite  # noqa: E402
from claims.steps.edges import Edges  # noqa: E402
from claims.steps.looks import present  # noqa: E402
from claims.steps.take_snapshots import fetch_addresses  # noqa: E402
from claims.steps.web_session import TURNS  # noqa: E402
from db.connection import open_database  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = timedelta(days=1)
BEGIN = datetime(2026, 1, 1, 3, tzinfo=UTC)
QUOTE = "In all 15,051 soldiers died in nine years of war"
SAYS = (
    f"{QUOTE}, the army said in the spring of that year, and it named no other figure. The families"
    " had waited for it for a long time. Many of them did not believe it when at last it came."
)
MISSING = b"<!DOCTYPE html><title>Page not found</title><h1>Page not found</h1><p>Sorry.</p>"
SALE = (
    b"<!DOCTYPE html><title>reader.example</title><p>This domain is for sale. Buy this domain.</p>"
)
HTML = "Content-Type: text/html; charset=utf-8"


def story(number: int, day: int) -> bytes:
    """The living page: its words stay, its date stamp, advert and footer change every day."""
    return page(
        f"<!DOCTYPE html><html><head><title>Losses {number}</title></head><body>"
        f"<nav>Today is day {day}</nav><article><h1>Losses {number}</h1><p>{SAYS}</p></article>"
        f"<aside>Advert {day * 7 % 101}: buy now</aside><footer>Printed {day} times</footer>"
        "</body></html>".encode(),
        HTML,
    )


FAILS: tuple[bytes, ...] = (
    page(b"no", HTML, status="404 Not Found"),
    page(b"no", HTML, status="410 Gone"),
    page(b"no", HTML, status="500 Internal Server Error"),
    page(b"no", HTML, status="403 Forbidden"),
    page(b"no", HTML, status="451 Unavailable For Legal Reasons"),
    page(b"no", HTML, status="418 I'm a teapot"),
    page(MISSING, HTML),
    page(SALE, HTML),
    page(b"", "Location: /", status="302 Found"),
    page(b"", "Location: /0", status="302 Found"),
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope",
    b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n<p>cut off",
    b"SSH-2.0-OpenSSH_9.2\r\n",
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
)
GONE: tuple[bytes, ...] = (FAILS[0], FAILS[1], page(MISSING, HTML), page(SALE, HTML))


@dataclass(slots=True)
class Served:
    """What came of it."""

    pages: int = 0
    looks: int = 0
    false_deaths: int = 0
    removed: int = 0
    too_late: int = 0
    altered: int = 0


@dataclass(slots=True)
class Site:
    """The pages by path; those in `gone_on` are removed for good on a day. `day` is the simulated day."""

    seed: int
    day: int = 0
    failing: float = 0.2
    gone_on: dict[int, int] = field(default_factory=dict)
    asked: dict[int, int] = field(default_factory=dict)

    def answer(self, number: int) -> bytes:
        """The answer to the next request for a page."""
        self.asked[number] = self.asked.get(number, 0) + 1
        dice = random.Random(f"{self.seed} {number} {self.asked[number]}")
        if self.day > 0 and dice.random() < self.failing * (number % 5) / 4:
            return dice.choice(FAILS)
        if self.day >= self.gone_on.get(number, self.day + 1):
            return GONE[number % len(GONE)]
        return story(number, self.day)


@contextmanager
def serving(site: Site, pages: int) -> Iterator[str]:
    """The site on loopback, in a thread of its own; gives `host:port`."""
    ready, ended, pair = threading.Event(), asyncio.Event(), [""]
    loop = asyncio.new_event_loop()

    def giving(number: int) -> Any:
        async def give(writer: Any) -> None:
            writer.write(site.answer(number))
            await writer.drain()

        return give

    async def serve() -> None:
        front = page(b"<!DOCTYPE html><title>Front</title><p>News of today.</p>", HTML)
        answers = {f"/2021/losses-{number}": giving(number) for number in range(pages)}
        async with raw_server({"/": front, **answers}) as (where, _):
            pair[0] = where
            ready.set()
            await ended.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), daemon=True)
    thread.start()
    ready.wait(10)
    try:
        yield pair[0]
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(10)
        loop.close()


def serve_a_year(*, pages: int, seed: int, days: int = 365, folder: Path | None = None) -> Served:
    """Cite the pages, then run `check` once on every simulated day."""
    made = folder or Path(tempfile.mkdtemp())
    site = Site(seed)
    tally = Served(pages)
    dice = random.Random(seed)
    for number in range(0, pages, 3):
        site.gone_on[number] = dice.randrange(1, max(2, days - 31))
    tally.removed = len(site.gone_on)
    try:
        with serving(site, pages) as pair:
            _watch(made, pair, site, tally, days)
    finally:
        if folder is None:
            shutil.rmtree(made, ignore_errors=True)
    return tally


def _watch(folder: Path, pair: str, site: Site, tally: Served, days: int) -> None:
    path = folder / "work.db"
    edges = Edges(
        database=open_database(path),
        path=path,
        settings=Settings(allow_hosts=pair),
        now=lambda: f"{BEGIN + site.day * DAY:%Y-%m-%dT%H:%M:%SZ}",
    )
    cited = _cite(edges, pair, tally.pages)
    dead: dict[int, int] = {}
    for day in range(1, days + 1):
        site.day = day
        shutil.rmtree(edges.archive / TURNS, ignore_errors=True)  # holds by the real clock
        done = Checked()
        for _ in check(edges, [], due_only=True, checked=done):
            pass
        tally.looks += len(done.pages)
        looked = set(done.citations)
        for number, citation in enumerate(cited):
            if citation["id"] in looked and number not in dead:
                stand = present(edges.database, citation)
                if stand.link.state is LinkState.DEAD:
                    dead[number] = day
                tally.altered += stand.passage.measured.value in {"altered", "gone"}
    edges.database.close()
    for number, day in dead.items():
        tally.false_deaths += day < site.gone_on.get(number, days + 1)
    tally.too_late = sum(
        dead.get(number, days + 99) > gone + 30 for number, gone in site.gone_on.items()
    )


def _cite(edges: Edges, pair: str, pages: int) -> list[dict[str, Any]]:
    from builders import a_claim  # noqa: PLC0415 - of the tests

    claim = a_claim(edges.database)
    cited = []
    for number in range(pages):
        url = f"http://{pair}/2021/losses-{number}"
        for _ in fetch_addresses(edges, [url], failures=[], taken=[]):
            pass
        wish = Cited(None, url, QUOTE, CitationRole.SUPPORTS, None, "bench")
        cited.append(cite(edges, claim, wish))
    return cited
