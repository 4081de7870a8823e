"""The public site under load beside plain Datasette on the same file: `python benchmarks/site.py`.

Makes a public database of N claims (200,000 unless told), serves it three ways one after another, each in a
process of its own (Datasette as it comes, Datasette at its fastest, our site), asks random pages over
four connections that stay open, and prints rate and times as Markdown. Every page asked for differs
from the one before, so no cache helps.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import platform
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))

from db.public import create, finish  # noqa: E402 - the checkout has to be found first

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

CONNECTIONS = 4
KINDS = ("quantity", "event", "statement", "status", "rule", "ranking", "cause")
VERDICTS = ("False", "Mostly false", "Half true", "Mostly true", "True", "Unproven", None)
WORDS = (
    "council budget harbour minister percent report homes built rail hospital budget court bank"
    " school water treaty border prices wages energy mayor season league growth figures election"
).split()
NONE = (None,) * 5
PLAIN = ("-m", "datasette", "serve", "--port", "0", "-i")


def fill(path: Path, claims: int) -> list[str]:
    """A public database with as many claims; their ids."""
    chance = random.Random(6)
    ids = [f"c-{chance.getrandbits(64):016x}" for _ in range(claims)]
    with contextlib.closing(sqlite3.connect(path)) as public:
        create(public)
        articles = max(1, claims // 20)
        people = max(1, claims // 50)
        documents = [f"d-{n:016x}" for n in range(articles)]
        sources = [f"s-{n:016x}" for n in range(articles)]
        _many(public, "documents", ((d, f"Article {n}", "B. Reporter", f"Paper {n % 90}", "2025-11-02",
            f"https://paper.example/{n}", 0, None, None) for n, d in enumerate(documents)))  # fmt: skip
        _many(public, "sources", ((s, f"Accounts {n}", f"Office {n % 70}", "2025-03-01",
            f"https://accounts.example/{n}", 0, "2026-03-02T09:30:00Z", "stored", None,
            f"sha256:{n:064x}", None, None) for n, s in enumerate(sources)))  # fmt: skip
        _many(
            public,
            "claims",
            (_claim(n, key, documents, people, chance) for n, key in enumerate(ids)),
        )
        _many(public, "citations", ((f"n-{n:016x}", key, chance.choice(sources), "supports",
            f"https://accounts.example/{n}", _words(chance, 14), "before it ", " after it",
            "2026-03-03T09:30:00Z", "alive", "present", *NONE, "copy", None, 0, "unmeasured", None)
            for n, key in enumerate(ids)))  # fmt: skip
        _many(public, "passages", ((f"v-{n:015x}{rank}", key, chance.choice(sources), rank,
            _words(chance, 30), _words(chance, 20), _words(chance, 20),
            "not_comparable", "NOT001", "no number to compare")
            for n, key in enumerate(ids) for rank in (1,)))  # fmt: skip
        _many(
            public,
            "searches",
            ((key, "mediawiki", "found", 8, 0, "2026-03-02T09:30:00Z", "claim") for key in ids),
        )
        _many(public, "decisions", ((key, 1, "2026-03-03T09:30:00Z", "published", "decide", None, None, None)
            for key in ids))  # fmt: skip
        facts = {"built_at": "2026-03-09T12:00:00Z", "version": "0", "demonstration": "0"}
        _many(public, "site", facts.items())
        finish(public)
    return ids


def _ids(path: Path) -> list[str]:
    with contextlib.closing(sqlite3.connect(path)) as public:
        return [row[0] for row in public.execute("SELECT id FROM claims")]


def _claim(
    n: int, key: str, documents: Sequence[str], people: int, chance: random.Random
) -> tuple[object, ...]:
    exact = _words(chance, 12)
    sentence = f"On Monday {exact}, a spokesman said."
    person = int(people * chance.random() ** 2)
    day = f"{chance.randint(2021, 2026)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    verdict = chance.choice(VERDICTS)
    summary = _words(chance, 18) if verdict else None
    who = (f"Speaker {person}", f"speaker-{person}") if n % 3 else (None, None)
    return (key, exact, exact, sentence, 10, 10 + len(exact), "", "", None, documents[n % len(documents)],
        n * 100, chance.choice(KINDS), *who, "minister", "indirect", verdict, summary, "published", 0,
        f"{day}T09:30:00Z", f"{day}T10:30:00Z", int(day[:4]), f"https://paper.example/{n}", f"Article {n}",
        "B. Reporter", f"Paper {n % 90}", day, round(chance.random(), 3), None, "12 percent",
        1, 2, 0, 0, 0)  # fmt: skip


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count)).capitalize()


def _many(public: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    width = len(public.execute(f"SELECT * FROM {table} LIMIT 0").description)
    whole = ((*row, *(None,) * (width - len(row))) for row in rows)
    public.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", whole)


@dataclass(frozen=True, slots=True)
class Load:
    """What was measured of one sort of page."""

    rate: float
    p50: float
    p95: float
    wrong: int


async def load(base: str, paths: Callable[[], str], *, seconds: float) -> Load:
    """Ask over four connections for so long; rate in answers a second, times in milliseconds."""
    address = urlsplit(base)
    times: list[float] = []
    wrong = 0
    end = time.perf_counter() + seconds

    async def one() -> None:
        nonlocal wrong
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        while time.perf_counter() < end:
            started = time.perf_counter()
            writer.write(f"GET {paths()} HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode())
            status, ends = await _answer(reader)
            times.append((time.perf_counter() - started) * 1000)
            wrong += status != 200
            if ends:  # nginx ends a connection after a thousand answers
                writer.close()
                reader, writer = await asyncio.open_connection(address.hostname, address.port)
        writer.close()

    await asyncio.gather(*(one() for _ in range(CONNECTIONS)))
    quantiles = statistics.quantiles(times, n=20)
    return Load(len(times) / seconds, statistics.median(times), quantiles[18], wrong)


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """The status, and whether the connection ends with it."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status = int(head.split(" ", 2)[1])
    fields = dict(line.lower().split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
    ends = fields.get("connection") == "close"
    if "content-length" in fields:
        await reader.readexactly(int(fields["content-length"]))
        return status, ends
    while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
        await reader.readexactly(size + 2)
    await reader.readuntil(b"\r\n")
    return status, ends


@contextlib.contextmanager
def serving(*command: str, **environment: str) -> Iterator[str]:
    """A server in a process of its own, once it says where it is; its address."""
    program = [sys.executable, *command]
    with (
        tempfile.TemporaryFile("w+") as said,
        subprocess.Popen(
            program,
            cwd=CHECKOUT,
            stdout=subprocess.DEVNULL,
            stderr=said,
            env={**os.environ, **environment},
        ) as server,
    ):
        try:
            yield _address(server, said)
        finally:
            server.terminate()


def _address(server: subprocess.Popen[bytes], said: IO[str]) -> str:
    while server.poll() is None:
        time.sleep(0.05)
        said.seek(0)
        found = re.search(r"http://[0-9.]+:[0-9]+", said.read())
        if found:
            return found[0]
    said.seek(0)
    sys.exit(said.read())


def ways(
    path: Path, ids: Sequence[str]
) -> dict[str, tuple[list[str], dict[str, Callable[[], str]]]]:
    """Name to the command that serves and the pages that are asked for."""
    chance = random.Random(7)
    pages = max(1, len(ids) // 20)
    name = path.stem

    def after() -> str:
        return chance.choice(ids)

    plain = {
        "row": lambda: f"/{name}/claims/{chance.choice(ids)}",
        "table, 20 rows": lambda: f"/{name}/claims?_size=20&_next={after()}",
    }
    ours = {
        "row": lambda: f"/claim/{chance.choice(ids)}",
        "table, 20 rows": lambda: f"/public/claims?_page={chance.randint(1, pages)}",
        "table, 20 rows, narrowed": lambda: (
            f"/public/claims?kind={chance.choice(KINDS)}&_page={chance.randint(1, pages // 8 or 1)}"
        ),
        "table, 20 rows, two words searched": lambda: (
            f"/public/claims?_search={chance.choice(WORDS)}+{chance.choice(WORDS)}"
        ),
        "claimant": lambda: f"/claimant/speaker-{chance.randint(0, max(0, len(ids) // 900))}",
        "start": lambda: "/",
    }
    fast = ["--setting", "suggest_facets", "off"]
    return {
        "Datasette as it comes": ([*PLAIN, str(path)], plain),
        "Datasette, suggest_facets off": ([*PLAIN, str(path), *fast], plain),
        "Citetrail": (["cli.py", "serve", str(path), "--port", "0"], ours),
    }


def measure(
    name: str, base: str, pages: Mapping[str, Callable[[], str]], *, seconds: float
) -> None:
    """Print one line for each sort of page."""
    for page, paths in pages.items():
        asyncio.run(load(base, paths, seconds=1))
        found = asyncio.run(load(base, paths, seconds=seconds))
        print(f"| {name} | {page} | {found.rate:.0f} | {found.p50:.1f} | {found.p95:.1f}"
            f" | {found.wrong} |", flush=True)  # fmt: skip


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=200_000)
    parser.add_argument("--seconds", type=float, default=6.0)
    parser.add_argument("--file", type=Path, help="Keep the database here, or use the one that is.")
    parser.add_argument("--at", help="Ask the site of that --file which is served at this address.")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.file or Path(folder) / "plain.db"
        ids = _ids(path) if path.exists() else fill(path, asked.claims)
        print(f"{len(ids):,} claims, {path.stat().st_size / 1e6:.0f} MB; {platform.machine()},")
        print(
            f"{os.cpu_count()} cores, Python {platform.python_version()}, {CONNECTIONS} connections\n"
        )
        print(
            "| server | page | answers a second | p50 ms | p95 ms | wrong |\n|---|---|---|---|---|---|"
        )
        if asked.at:
            pages = ways(path, ids)["Citetrail"][1]
            one = random.Random(8).choice(ids)
            again = {"the same row again": lambda: f"/claim/{one}"}
            measure(asked.at, asked.at, {**pages, **again}, seconds=asked.seconds)
            return
        for name, (command, pages) in ways(path, ids).items():
            # without plug-ins Datasette is Datasette, though ours is installed beside it
            plug_ins = {} if name == "Citetrail" else {"DATASETTE_LOAD_PLUGINS": ""}
            with serving(*command, **plug_ins) as base:
                measure(name, base, pages, seconds=asked.seconds)


if __name__ == "__main__":
    main()
