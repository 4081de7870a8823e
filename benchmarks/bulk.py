"""Speed, memory and size of `citetrail bulk`: documents a second by the number of workers.

    python3 benchmarks/bulk.py [--documents 10000] [--workers 1 2] [--dask]

The documents are short articles, each three paragraphs of the bundled sample drawn by the article's number,
as JSON lines. Every run is a fresh process with an empty folder; memory is what all its processes hold
together at most, looked at twice a second (pages that they share count once for each). The last line is the
same command once more, when everything is done.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

CHECKOUT = Path(__file__).resolve().parents[1]
SAMPLE = CHECKOUT / "tests" / "eval" / "gold" / "sample.txt"
PARAGRAPHS = 3
SHORTEST = 200
MEGABYTE = 1_000_000


def write_articles(path: Path, documents: int) -> int:
    """Write so many articles; their words."""
    text = SAMPLE.read_text(encoding="utf-8")
    paragraphs = [part for part in text.split("\n\n") if len(part) > SHORTEST]
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for number in range(documents):
            drawn = random.Random(number).sample(paragraphs, PARAGRAPHS)
            article = "\n\n".join([f"Report {number} on a long war", *drawn])
            words += len(article.split())
            line = {"id": number, "text": article, "published": "2021-09-02"}
            file.write(json.dumps(line) + "\n")
    return words


def family(root: int) -> list[int]:
    """A process and all that came of it."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    found = [root]
    for process in found:
        found += [child for child, parent in parents.items() if parent == process]
    return found


def resident(processes: list[int]) -> int:
    """Bytes that they hold in memory."""
    pages = 0
    for process in processes:
        try:
            pages += int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
        except OSError:
            continue
    return pages * os.sysconf("SC_PAGE_SIZE")


class Taken(NamedTuple):
    """What a run says, its seconds, the CPU seconds of all its processes, and the most memory they held."""

    said: dict[str, Any]
    seconds: float
    cpu: float
    memory: int


def run(articles: Path, out: Path, *options: str) -> Taken:
    """One `citetrail bulk`."""
    command = [sys.executable, str(CHECKOUT / "cli.py"), "--quiet", "bulk", str(articles)]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with subprocess.Popen(
        [*command, "--out", str(out), "--json", *options], stdout=subprocess.PIPE
    ) as process:
        most, said = 0, {}
        while process.poll() is None:
            most = max(most, resident(family(process.pid)))
            time.sleep(0.5)
        if process.stdout is not None:
            said = json.loads(process.stdout.read())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Taken(said, time.monotonic() - begun, cpu, most)


def main() -> None:
    """Print what was asked for."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--documents", type=int, default=10_000)
    asked.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    asked.add_argument("--dask", action="store_true", help="a Dask cluster of this machine too")
    given = asked.parse_args()
    today = datetime.now(UTC).date().isoformat()
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, {today}"
    )
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder, "articles.jsonl")
        words = write_articles(articles, given.documents)
        print(
            f"{given.documents:,} documents, {words:,} words; load before: {os.getloadavg()[0]:.1f}"
        )
        runs = [("local", workers) for workers in given.workers]
        runs += [("dask", given.workers[-1])] if given.dask else []
        for engine, workers in runs:
            out = Path(folder, f"{engine}-{workers}")
            options = ("--engine", engine, "--workers", str(workers))
            taken = run(articles, out, *options)
            size = sum(path.stat().st_size for path in out.rglob("*.parquet"))
            print(
                f"  {engine} {workers}: {given.documents / taken.seconds:6.1f} documents/s,"
                f" {given.documents / taken.cpu:5.1f} a CPU second,"
                f" {taken.seconds:.0f} s, {taken.memory / MEGABYTE:.0f} MB,"
                f" {taken.said['claims']:,} claims, {size / MEGABYTE:.1f} MB of Parquet"
            )
        print(f"  once more: {run(articles, out, *options).seconds:.1f} s")


if __name__ == "__main__":
    main()
