"""A million passages: time to index, memory, time of a search, beside bm25s and tantivy in the same run.

    python3 benchmarks/passages.py [--passages 1000000] [--claims 200] [--text FOLDER] [--keep FOLDER]

Passages are made, with a fixed seed, out of the sentences of FOLDER's .txt files and corpus.jsonl, or of
the bundled sample: names, numbers and some words are replaced out of a vocabulary that grows with the
text as it does in English. A claim is a stored sentence with words left out, so that its passage is known.
Each engine runs in a process of its own, and its peak memory is that process's.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from claims.evidence.rank import rank  # noqa: E402 - after the path is set
from claims.sources.query import key_terms  # noqa: E402
from claims.steps.collapse_copies import collapse_copies  # noqa: E402
from claims.steps.gather_evidence import CONSIDERED  # noqa: E402
from claims.steps.index_passages import index_passages  # noqa: E402
from claims.steps.search_passages import PassageSearch  # noqa: E402
from db.connection import open_database, transaction  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SENTENCE = re.compile(r"[A-Z\"][^\n]{40,300}?[.!?]\"?(?=\s|$)")
WORD = re.compile(r"[A-Za-z]{4,}")
PER_PAGE = 40
NEW_WORDS = 400_000
SYLLABLES = "ka ri mo te lu san ber dor vin gal phe ost ur ith mar zo nel qua".split()


def sentences(folder: Path | None) -> list[str]:
    """The sentences that passages are made of."""
    root = folder or TOP / "claims" / "sample"
    texts = [path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.txt"))]
    for path in sorted(root.rglob("corpus.jsonl")):
        texts += [json.loads(line)["text"] for line in path.open(encoding="utf-8")]
    if not texts:
        texts = [
            re.sub(r"<[^>]*>", " ", p.read_text("utf-8")) for p in sorted(root.rglob("*.html"))
        ]
    return [found for text in texts for found in SENTENCE.findall(text)]


class Writer:
    """Writes passages with a fixed seed."""

    def __init__(self, given: Sequence[str], seed: int) -> None:
        self._given, self._random = given, random.Random(seed)
        self._words = sorted({word for one in given for word in WORD.findall(one)})

    def sentence(self) -> str:
        """A given sentence with another name, number or word here and there."""
        return WORD.sub(self._other, re.sub(r"\d", self._digit, self._random.choice(self._given)))

    def page(self) -> str:
        """Paragraphs of two or three sentences."""
        make = self.sentence
        return "\n\n".join(
            " ".join(make() for _ in range(self._random.choice((2, 2, 3)))) for _ in range(PER_PAGE)
        )

    def _digit(self, _: re.Match[str]) -> str:
        return str(self._random.randrange(10))

    def _other(self, found: re.Match[str]) -> str:
        dice = self._random.random()
        if dice > 0.3:
            return found[0]
        if dice > 0.06:
            return self._words[int(len(self._words) * self._random.random() ** 3)]
        number = int(NEW_WORDS * self._random.random() ** 3)
        made = ""
        while number:
            number, at = divmod(number, len(SYLLABLES))
            made += SYLLABLES[at]
        return made.title() if found[0][0].isupper() else made or found[0]


def fill(path: Path, options: argparse.Namespace) -> None:
    """A database of pages that are not indexed yet, and the claims beside it."""
    writer = Writer(sentences(options.text), options.seed)
    dice = random.Random(options.seed + 1)
    database = open_database(path)
    database.execute("PRAGMA foreign_keys = OFF")
    claims = []
    pages = max(1, options.passages // PER_PAGE)
    asked = set(dice.sample(range(pages), min(pages, options.claims)))
    with transaction(database):
        for number in range(pages):
            text = writer.page()
            database.execute(
                "INSERT INTO snapshots (id, url, warc_target_uri, warc_date, outcome, headers, title,"
                " text, run) VALUES (?, ?, '', '2026-01-01T00:00:00Z', 'stored', '{}', ?, ?, 'r-0')",
                [f"s-{number:08}", f"https://example.org/{number}", writer.sentence()[:60], text],
            )
            if number in asked:
                kept = dice.choice(SENTENCE.findall(text)).split()
                words = [word for word in kept if dice.random() < 0.7]
                claims.append({"text": " ".join(words), "page": f"s-{number:08}"})
    database.close()
    path.with_suffix(".json").write_text(json.dumps(claims), encoding="utf-8")


def index(path: Path) -> dict[str, Any]:
    """The product's own indexing."""
    database = open_database(path)
    start = time.perf_counter()
    for done, of in index_passages(database):
        if not done % 5000:
            print(f"  {done} of {of} pages, {time.perf_counter() - start:.0f} s", file=sys.stderr)
    spent = time.perf_counter() - start
    counted = database.execute("SELECT count(*) FROM passages").fetchone()[0]
    database.close()
    return {"seconds": spent, "passages": counted, "file MB": path.stat().st_size / 1e6}


def search(path: Path) -> dict[str, Any]:
    """The product's search, then with comparing the numbers and putting them in order as well."""
    database = open_database(path)
    start = time.perf_counter()
    engine = PassageSearch(database)
    opening = time.perf_counter() - start
    blank = {"id": "c-0", "document": "d-0", "exact": "", "quantities": [], "dates": []}
    found: list[list[dict[str, Any]]] = []

    def ask(text: str) -> list[str]:
        found.append(engine.find({**blank, "claim_text": text}))
        return [row["snapshot"] for row in found[-1]]

    told = timed(path, ask)
    whole = []
    for claim, rows in zip(asked(path), found[1:], strict=True):
        start = time.perf_counter()
        collapsed = collapse_copies(rows[:CONSIDERED])
        rank({**blank, "claim_text": claim["text"]}, collapsed, top=5, run="r-0")
        whole.append(time.perf_counter() - start)
    return {**told, "opening ms": opening * 1e3, "ranking p50 ms": statistics.median(whole) * 1e3}


def bm25s(path: Path) -> dict[str, Any]:
    """The peer bm25s: everything in memory, built anew for every change."""
    import bm25s as peer  # noqa: PLC0415 - a peer, perhaps not installed

    places, texts = passages_of(path)
    start = time.perf_counter()
    engine = peer.BM25()
    engine.index(peer.tokenize(texts, stopwords="en", show_progress=False), show_progress=False)
    built = time.perf_counter() - start

    def ask(text: str) -> list[str]:
        tokens = peer.tokenize([text], stopwords="en", show_progress=False)
        rows, _ = engine.retrieve(tokens, k=150, show_progress=False, n_threads=1)
        return [places[int(row)] for row in rows[0]]

    return {"seconds": built, **timed(path, ask)}


def tantivy(path: Path) -> dict[str, Any]:
    """The peer tantivy: an index of its own in Rust."""
    import tantivy as peer  # noqa: PLC0415 - a peer, perhaps not installed

    places, texts = passages_of(path)
    schema = peer.SchemaBuilder()
    schema.add_text_field("exact", stored=False, tokenizer_name="en_stem")
    schema.add_integer_field("number", stored=True)
    start = time.perf_counter()
    engine = peer.Index(schema.build())
    writer = engine.writer(heap_size=128_000_000, num_threads=1)
    for number, text in enumerate(texts):
        writer.add_document(peer.Document(exact=text, number=number))
    writer.commit()
    writer.wait_merging_threads()
    built = time.perf_counter() - start
    engine.reload()
    searcher = engine.searcher()

    def ask(text: str) -> list[str]:
        query = engine.parse_query(
            " ".join(re.findall(r"\w+", " ".join(key_terms(text)))), ["exact"]
        )
        hits = searcher.search(query, 150).hits
        return [places[searcher.doc(at)["number"][0]] for _, at in hits]

    return {"seconds": built, **timed(path, ask)}


def passages_of(path: Path) -> tuple[list[str], list[str]]:
    """The page and the words of every passage."""
    database = open_database(path)
    rows = database.execute("SELECT snapshot, exact FROM passages ORDER BY rowid").fetchall()
    database.close()
    return [row[0] for row in rows], [row[1] for row in rows]


def asked(path: Path) -> list[dict[str, str]]:
    """The claims."""
    read: list[dict[str, str]] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return read


def timed(path: Path, ask: Callable[[str], list[str]]) -> dict[str, Any]:
    """How long questions take, and how often the page that a claim was made from is found."""
    spent, busy, hits = [], [], 0
    claims = asked(path)
    ask(claims[0]["text"])
    for claim in claims:
        start, cpu = time.perf_counter(), time.process_time()
        found = ask(claim["text"])
        spent.append(time.perf_counter() - start)
        busy.append(time.process_time() - cpu)
        hits += claim["page"] in found
    spent.sort()
    busy.sort()
    return {
        "p50 ms": statistics.median(spent) * 1e3,
        "p95 ms": spent[int(len(spent) * 0.95)] * 1e3,
        "CPU p50 ms": statistics.median(busy) * 1e3,
        "CPU p95 ms": busy[int(len(busy) * 0.95)] * 1e3,
        "page found": hits / len(claims),
    }


PHASES: dict[str, Callable[[Path], dict[str, Any]]] = {
    "index": index,
    "search": search,
    "bm25s": bm25s,
    "tantivy": tantivy,
}


def measured(phase: str, path: Path) -> dict[str, Any] | None:
    """What a phase says in a process of its own; None where a peer is not installed."""
    done = subprocess.run(
        [sys.executable, __file__, "--phase", phase, "--keep", str(path.parent)],
        stdout=subprocess.PIPE,
        check=False,
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    told: dict[str, Any] | None = json.loads(done.stdout) if done.returncode == 0 else None
    return told


def report(told: dict[str, dict[str, Any]]) -> Iterator[str]:
    """The lines of the report, peers with the ratio to the product."""
    for phase, figures in told.items():
        shown = ", ".join(f"{name} {value:,.2f}" for name, value in figures.items())
        yield f"{phase:8} {shown}"
    for peer in ("bm25s", "tantivy"):
        if peer in told and "search" in told:
            pairs = {
                "index time": told["index"]["seconds"] / told[peer]["seconds"],
                "p50": told["search"]["p50 ms"] / told[peer]["p50 ms"],
                "p95": told["search"]["p95 ms"] / told[peer]["p95 ms"],
                "memory": told["search"]["peak MB"] / told[peer]["peak MB"],
            }
            yield f"ours to {peer}: " + ", ".join(f"{n} {v:.2f}x" for n, v in pairs.items())


def main() -> int:
    """Make the passages, run every engine, print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=1_000_000)
    parser.add_argument("--claims", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--text", type=Path)
    parser.add_argument("--keep", type=Path, help="where the database goes, to be looked at later")
    parser.add_argument("--phase", choices=list(PHASES), help=argparse.SUPPRESS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = (options.keep or Path(folder)) / "passages.db"
        if options.phase:
            figures = PHASES[options.phase](path)
            used = resource.getrusage(resource.RUSAGE_SELF)
            spent = used.ru_utime + used.ru_stime
            print(json.dumps({**figures, "peak MB": used.ru_maxrss / 1024, "CPU s": spent}))
            return 0
        if not path.with_suffix(".json").exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            fill(path, options)
        told = {phase: measured(phase, path) for phase in PHASES}
        print("\n".join(report({phase: f for phase, f in told.items() if f})))
    return 0


if __name__ == "__main__":
    sys.exit(main())
