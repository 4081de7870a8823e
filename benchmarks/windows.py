"""How long a passage should be: how much of a claim's evidence is read in how little text.

    python3 benchmarks/windows.py DATA [--budget 1500]

DATA holds stance/wice_dev.jsonl: claims of Wikipedia with the sentences of the cited page that bear them
out, at times in several sets. All pages lie in one database; each length of `passages.MAX_CHARS` cuts them
anew, and the passages are ranked as `evidence` ranks them. `read` is the mean share of a claim's needed
sentences (those of the set that is read most of) that stand whole in the best passages, as many of them as
fit into the budget of characters; `whole` the share of claims with all of a set there; `first` the share
of claims whose first passage holds a needed sentence; `length` the mean of the passages in characters.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP))

from claims.evidence import passages, rank  # noqa: E402 - after the path is set
from claims.model.span import Span  # noqa: E402
from claims.steps.index_passages import index_passages  # noqa: E402
from claims.steps.search_passages import PassageSearch  # noqa: E402
from db.connection import open_database, transaction  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LENGTHS = (1, 240, 360, 480, 720, 960, 1440)
"""Characters; 1 leaves every sentence alone."""

RUN = "r-benchmark"
BLANK: dict[str, Any] = {
    "id": "c-0",
    "document": "d-0",
    "exact": "",
    "quantities": [],
    "dates": [],
}


@dataclass(frozen=True, slots=True)
class Found:
    """A passage: the page on which it stands, and where."""

    page: str
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """A claim, the page that it cites, and the sets of spans of which each bears it out."""

    claim: str
    page: str
    text: str
    sets: tuple[tuple[Span, ...], ...]


def questions(path: Path) -> Iterator[Question]:
    """The claims of a set that some sentences of their page bear out."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        text, spans = _page(row["evidence"])
        sets = tuple(tuple(spans[i] for i in some) for some in row["supporting_sentences"] if some)
        if sets:
            yield Question(row["claim"], f"s-{number:04}", text, sets)


def _page(sentences: Iterable[str]) -> tuple[str, list[Span]]:
    """The page's text, headings on lines of their own, and where each sentence stands."""
    text, spans, heading = "", [], True
    for raw in sentences:
        apart = raw.startswith(("#", "(meta data)"))
        words = raw.removeprefix("(meta data)").strip("# ")
        text += "\n" if apart or heading else " "
        spans.append(Span(len(text), len(text) + len(words)))
        text, heading = text + words, apart
    return text, spans


def ranked(asked: Sequence[Question], length: int) -> Iterator[tuple[Question, list[Found]]]:
    """Each claim with the passages found for it, nearest first."""
    passages.MAX_CHARS = length
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "windows.db")
        database.execute("PRAGMA foreign_keys = OFF")
        with transaction(database):
            for one in asked:
                database.execute(
                    "INSERT INTO snapshots (id, url, warc_target_uri, warc_date, outcome, headers,"
                    " text, run) VALUES (?, ?, ?, '2026-01-01T00:00:00Z', 'stored', '{}', ?, ?)",
                    [
                        one.page,
                        f"https://example.org/{one.page}",
                        "https://a.example/",
                        one.text,
                        RUN,
                    ],
                )
        list(index_passages(database))
        places = {row["id"]: Span(row["start"], row["end"]) for row in database["passages"].rows}
        search = PassageSearch(database)
        for one in asked:
            rows = search.find({**BLANK, "claim_text": one.claim})
            rows.sort(key=lambda row: (-rank.nearness(row), row["id"]))
            yield one, [Found(row["snapshot"], places[row["id"]]) for row in rows]
        database.close()


def figures(
    answers: Iterable[tuple[Question, list[Found]]], budget: int
) -> tuple[float, float, float, float]:
    """(read, whole, first, length) as the head of this file has them."""
    read, whole, first, lengths = [], [], [], []
    for asked, found in answers:
        lengths += [len(one.span) for one in found]
        chosen, left = [], budget
        for one in found:
            if len(one.span) <= left:
                left -= len(one.span)
                chosen.append(one)
        shares = [_share(asked, some, chosen) for some in asked.sets]
        read.append(max(shares))
        whole.append(max(shares) == 1)
        first.append(any(_share(asked, some, found[:1]) for some in asked.sets))
    count = len(read)
    return sum(read) / count, sum(whole) / count, sum(first) / count, sum(lengths) / len(lengths)


def _share(asked: Question, needed: Sequence[Span], found: Sequence[Found]) -> float:
    """The share of the needed sentences that stand whole in one of the passages."""
    own = [one.span for one in found if one.page == asked.page]
    held = [any(s.start <= n.start and n.end <= s.end for s in own) for n in needed]
    return sum(held) / len(held)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--budget", type=int, default=1500, help="characters read for a claim")
    options = parser.parse_args()
    path = options.data / "stance" / "wice_dev.jsonl"
    asked = list(questions(path))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
    print(f"{path.name} {digest}: {len(asked)} claims, {options.budget} characters read for each")
    print(f"{'at most':>8}{'length':>8}{'read':>8}{'whole':>8}{'first':>8}")
    for length in LENGTHS:
        read, whole, first, mean = figures(ranked(asked, length), options.budget)
        print(f"{length:8}{mean:8.0f}{read:8.3f}{whole:8.3f}{first:8.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
