"""Claims that we wrote about passages of the sets, three to a passage, to pairs that ask for reading.

In the sets the subject of a passage often tells the label, and a network learns that (decision 0005).
Here one passage stands beside a claim that it supports, one that it refutes and one that it does not
settle, with about as many words in common, so that only reading tells them apart. The file holds our
claims and the digests of passages; the passages are those of the data folder.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from train.stance.pairs import REFUTES, SUPPORTS, UNSURE, Pair

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

LABELS = Path(__file__).parent.parent / "labels" / "stance.jsonl"
SOURCE = "written"
_ASIDES = (("s", SUPPORTS), ("r", REFUTES), ("n", UNSURE))


def written(data: Path, known: Iterable[Pair], labels: Path = LABELS) -> list[Pair]:
    """The pairs whose passage stands in `known` or in an article of `wikinews/corpus.jsonl`."""
    passages = {digest(pair.passage): pair.passage for pair in known}
    passages |= _news(data, rows := _rows(labels))
    return [
        Pair(row[letter], passages[row["passage"]], target, SOURCE)
        for row in rows
        if row["passage"] in passages
        for letter, target in _ASIDES
        if letter in row
    ]


def unseen(pairs: Iterable[Pair], held: Collection[Pair]) -> list[Pair]:
    """Those pairs whose passage stands beside no claim that is held out."""
    passages = {pair.passage for pair in held}
    return [pair for pair in pairs if pair.passage not in passages]


def digest(passage: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a passage."""
    return hashlib.sha256(passage.encode()).hexdigest()[:16]


def _news(data: Path, rows: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Passages of articles, by digest; their white space is made single blanks."""
    articles = {
        digest(article["text"]): article["text"]
        for article in _rows(data / "wikinews" / "corpus.jsonl")
    }
    places = ((row["passage"], *row["place"]) for row in rows if "place" in row)
    return dict(_cut(articles, places))


def _cut(
    articles: dict[str, str], places: Iterable[tuple[str, str, int, int]]
) -> Iterator[tuple[str, str]]:
    for name, article, start, end in places:
        passage = " ".join(articles.get(article, "")[start:end].split())
        if digest(passage) == name:
            yield name, passage


def _rows(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    return [json.loads(row) for row in path.read_text(encoding="utf-8").split("\n") if row]
