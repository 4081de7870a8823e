"""How well evidence is found: claims and sentences with known answers to recall, by words, meaning, both.

    python3 benchmarks/retrieval.py DATA [--half even|odd|all] [--choose] [--limit N] [--floor]

DATA holds stance/climate_fever.csv (claim_id, claim, evidences). Every evidence sentence is a passage with
its article's title; gold are those labelled SUPPORTS or REFUTES. `recall` is the mean share of a claim's
gold among the first N, `any` the share of claims with at least one there. `--choose` tries weights on the
half: the product's were chosen on the even half, so the odd one is what counts. `--floor` counts how
often the first passage is near enough to be shown (`rank.NEAR_ENOUGH`), also for claims on other subjects
(wikinews/train-*.gold.jsonl), for which it should never be.
"""

from __future__ import annotations

import argparse
import ast
import csv
import hashlib
import json
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from claims.encoder.meaning import shipped_meaning  # noqa: E402 - after the path is set
from claims.evidence import rank  # noqa: E402
from claims.evidence.nearness import joined, nearest  # noqa: E402
from claims.sources.query import key_terms  # noqa: E402
from claims.steps.search_passages import PassageSearch  # noqa: E402
from db import fts, passages  # noqa: E402
from db.connection import open_database, transaction  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlite_utils import Database

DEEP = 100
RUN = "r-benchmark"
OTHERS = 400
BLANK: dict[str, Any] = {
    "id": "c-0",
    "document": "d-0",
    "exact": "",
    "claim_text": "",
    "quantities": [],
    "dates": [],
}


@dataclass(frozen=True, slots=True)
class Question:
    """A claim with the ids of its gold sentences, and of all that were labelled for it."""

    text: str
    gold: frozenset[str]
    labelled: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pool:
    """Sentences by id, each with the title of its article, and how many rows they come from."""

    sentences: dict[str, tuple[str, str]]
    rows: int


def read(path: Path) -> tuple[Pool, list[Question]]:
    """The sentences, each once, and the claims that have gold among them."""
    sentences: dict[str, tuple[str, str]] = {}
    questions = []
    rows = 0
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found = ast.literal_eval(row["evidences"])
            rows += len(found)
            sentences.update((e["evidence_id"], (e["article"], e["evidence"])) for e in found)
            gold = {e["evidence_id"] for e in found if e["evidence_label"] != "NOT_ENOUGH_INFO"}
            every = frozenset(e["evidence_id"] for e in found)
            questions.append(Question(row["claim"], frozenset(gold), every))
    return Pool(sentences, rows), questions


def stored(folder: Path, pool: Pool) -> Database:
    """A database that holds every sentence as the one passage of a page of its own."""
    database = open_database(folder / "retrieval.db")
    table = shipped_meaning()
    database.execute("PRAGMA foreign_keys = OFF")
    keys = list(pool.sentences)
    read_as = [f"{pool.sentences[key][0]}. {pool.sentences[key][1]}" for key in keys]
    with transaction(database):
        for key, codes in zip(keys, table.codes(read_as), strict=True):
            title, text = pool.sentences[key]
            database.execute(
                "INSERT INTO snapshots (id, url, warc_target_uri, warc_date, outcome, headers, title,"
                " text, run) VALUES (?, ?, ?, '2026-01-01T00:00:00Z', 'stored', '{}', ?, ?, ?)",
                [key, f"https://example.org/{key}", "https://example.org/", title, text, RUN],
            )
            row = {"id": key, "snapshot": key, "ordinal": 1, "start": 0, "end": max(1, len(text))}
            passages.add(database, [{**row, "exact": text, "title": title}])
            passages.keep_codes(database, key, table.name, codes.tobytes())
    return database


def by_bm25(pool: Pool, questions: Iterable[Question]) -> Iterator[list[str]]:
    """FTS5's own bm25 over title and sentence, any of the claim's key terms."""
    keys = list(pool.sentences)
    index = sqlite3.connect(":memory:")
    index.execute(
        "CREATE VIRTUAL TABLE t USING fts5(title, exact,"
        " tokenize='porter unicode61 remove_diacritics 2')"
    )
    index.executemany("INSERT INTO t VALUES (?, ?)", (pool.sentences[key] for key in keys))
    for question in questions:
        match = fts.any_of(key_terms(question.text)[:24])
        sql = "SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t), rowid LIMIT ?"
        found = index.execute(sql, [match, DEEP]).fetchall() if match else []
        yield [keys[row[0] - 1] for row in found]


def by_meaning(
    database: Database, pool: Pool, questions: Iterable[Question]
) -> Iterator[list[str]]:
    """Meaning alone: the nearest by their codes, in the order of what their words mean in full."""
    table = shipped_meaning()
    codes = joined(passages.codes_of(database, table.name), size=table.size)
    for question in questions:
        vector = table.vectors([question.text])[0]
        keys = [codes.place(at)[0] for at in nearest(vector, codes, limit=DEEP).tolist()]
        likeness = table.vectors([". ".join(pool.sentences[key]) for key in keys]) @ vector
        yield [key for _, key in sorted(zip(-likeness, keys, strict=True))]


def searched(database: Database, questions: Iterable[Question]) -> list[list[dict[str, Any]]]:
    """What the product's search finds for each claim, not yet in order."""
    search = PassageSearch(database)
    return [search.find({**BLANK, "claim_text": one.text}) for one in questions]


def fused(
    found: Iterable[list[dict[str, Any]]], weights: tuple[float, float, float]
) -> Iterator[list[str]]:
    """The found passages by words, meaning and names together."""
    words, meaning, names = weights
    for rows in found:
        score = {
            row["id"]: words * row["words"] + meaning * row["meaning"] + names * row["names"]
            for row in rows
        }
        yield sorted(score, key=lambda key: (-score[key], key))


def figures(
    ranked: Sequence[list[str]], questions: Sequence[Question], limit: int
) -> dict[str, float]:
    """Recall and the share of claims with a hit, by gold and by everything labelled for the claim."""
    told: dict[str, float] = {}
    wanted: dict[str, Callable[[Question], frozenset[str]]] = {
        "gold": lambda one: one.gold,
        "labelled": lambda one: one.labelled,
    }
    for name, of in wanted.items():
        pairs = [(set(r[:limit]), of(q)) for r, q in zip(ranked, questions, strict=True) if of(q)]
        told[f"{name} recall"] = sum(len(r & g) / len(g) for r, g in pairs) / len(pairs)
        told[f"{name} any"] = sum(bool(r & g) for r, g in pairs) / len(pairs)
    return told


def floor(
    database: Database, questions: Sequence[Question], others: Sequence[Question]
) -> Iterator[str]:
    """How often the first passage is near enough: where it is gold, of all claims, of other subjects."""

    def shown(some: Sequence[Question]) -> list[tuple[bool, bool]]:
        firsts = [
            (rank.rank(BLANK, rows, top=1, run=RUN), question)
            for rows, question in zip(searched(database, some), some, strict=True)
        ]
        return [
            (one[0].score >= rank.NEAR_ENOUGH, one[0].passage in question.gold)
            for one, question in firsts
            if one
        ]

    ours, theirs = shown(questions), shown(others)
    for name, found in (
        ("first passage is gold", [near for near, gold in ours if gold]),
        ("all claims", [near for near, _ in ours]),
        ("claims on other subjects", [near for near, _ in theirs]),
    ):
        yield f"near enough ({rank.NEAR_ENOUGH}), {name}: {sum(found) / len(found):.3f} of {len(found)}"


def elsewhere(data: Path, limit: int) -> list[Question]:
    """Claims out of news articles, evenly taken."""
    told = [
        json.loads(line).get("standalone")
        for path in sorted((data / "wikinews").glob("train-*.gold.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    whole = [text for text in told if text]
    step = max(1, len(whole) // limit)
    return [Question(text, frozenset(), frozenset()) for text in whole[::step][:limit]]


def choose(
    found: list[list[dict[str, Any]]], questions: Sequence[Question], limit: int
) -> tuple[float, float, float]:
    """The weights with the best recall of gold among a grid; words weigh 1."""
    grid = [(1.0, m / 10, n / 20) for m in range(0, 31, 2) for n in range(5)]
    return max(grid, key=lambda w: figures(list(fused(found, w)), questions, limit)["gold recall"])


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--half", choices=["even", "odd", "all"], default="odd")
    parser.add_argument("--choose", action="store_true")
    parser.add_argument("--limit", type=int, default=10)
    parser.add_argument("--floor", action="store_true")
    options = parser.parse_args()
    path = options.data / "stance" / "climate_fever.csv"
    pool, every = read(path)
    halves = {"even": every[::2], "odd": every[1::2], "all": every}
    questions = halves[options.half]
    with tempfile.TemporaryDirectory() as folder:
        database = stored(Path(folder), pool)
        found = searched(database, questions)
        weights = (rank.WORDS, rank.MEANING, rank.NAMES)
        if options.choose:
            weights = choose(found, questions, options.limit)
            print("best weights of words, meaning, names here:", weights)
        table = {
            "BM25 alone": list(by_bm25(pool, questions)),
            "embeddings alone": list(by_meaning(database, pool, questions)),
            "fused": list(fused(found, weights)),
        }
        told = floor(database, questions, elsewhere(options.data, OTHERS)) if options.floor else ()
        for line in told:
            print(line)
        database.close()
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    print(
        f"{path.name} {digest}: {pool.rows} rows of evidence, {len(pool.sentences)} sentences,"
        f" {len(questions)} claims ({options.half}), first {options.limit}"
    )
    names = list(figures(table["fused"], questions, options.limit))
    print(f"{'':18}" + "".join(f"{name:>17}" for name in names))
    for name, ranked in table.items():
        told = figures(ranked, questions, options.limit)
        print(f"{name:18}" + "".join(f"{told[one]:17.4f}" for one in names))
    return 0


if __name__ == "__main__":
    sys.exit(main())
