"""The data folder to pairs of claim and passage, each with how the passage bears on the claim.

Labels of five sets to FEVER's three. Where a set says "partly", half of the weight goes to SUPPORTS and
half to NOT_ENOUGH_INFO. Nothing of it is kept in the project; the model card names the licences.
"""

from __future__ import annotations

import ast
import csv
import hashlib
import json
import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.sources.query import key_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

LICENCES = {
    "citation_integrity": "Citation-Integrity (ScienceNLP-Lab) train, licence not seen",
    "healthver": "HealthVer dev, none stated",
    "climate_fever": "Climate-FEVER, none stated",
    "factcheck_gpt": "Factcheck-GPT, Apache-2.0",
    "wice": "WiCE dev, annotations ODC-BY",
}

SUPPORTS, REFUTES, UNSURE = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
PARTLY = (0.5, 0.0, 0.5)

_WORDS = {
    "Supports": SUPPORTS,
    "Refutes": REFUTES,
    "Neutral": UNSURE,
    "SUPPORTS": SUPPORTS,
    "REFUTES": REFUTES,
    "NOT_ENOUGH_INFO": UNSURE,
    "completely-support": SUPPORTS,
    "partially-support": PARTLY,
    "refute": REFUTES,
    "irrelevant": UNSURE,
    "supported": SUPPORTS,
    "partially_supported": PARTLY,
    "not_supported": UNSURE,
    "SUPPORT": SUPPORTS,
    "REFUTE": REFUTES,
}

_MARKS = re.compile(r"\s*[\[(]?\s*(?:<\|\w+\|>[\s,;0-9\N{EN DASH}-]*)+[\])]?")
"""Where Citation-Integrity has cut out a reference."""

NEAREST = 3
"""Sentences of a page that are shown when none of them was marked as evidence."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim and a passage; `target` is the weight of SUPPORTS, REFUTES and NOT_ENOUGH_INFO."""

    claim: str
    passage: str
    target: tuple[float, float, float]
    source: str

    @property
    def gold(self) -> int | None:
        """The label's place, or None where the set says "partly"."""
        return self.target.index(1.0) if 1.0 in self.target else None


def load(data: Path, left_out: Collection[str] = ()) -> list[Pair]:
    """Every pair that may be learnt from, without repeats and without pairs labelled in two ways."""
    found = [pair for name in LICENCES if name not in left_out for pair in READERS[name](data)]
    labels: dict[tuple[str, str], set[tuple[float, ...]]] = {}
    for pair in found:
        labels.setdefault(_same(pair), set()).add(pair.target)
    once = {_same(pair): pair for pair in found if len(labels[_same(pair)]) == 1}
    return list(once.values())


def citation_dev(data: Path, *, whole: bool) -> list[Pair]:
    """Citation-Integrity dev: the marked sentence, or the whole passages, of each cited paper.

    Claims without a marked sentence are shown the first, which is how the marked ones stand.
    """
    return list(_citations(data, "dev", lambda sentences: sentences if whole else sentences[:1]))


def folds(pairs: Iterable[Pair], count: int = 5) -> list[list[Pair]]:
    """The pairs dealt into `count` folds by claim: one claim stands in one fold alone."""
    by_claim: dict[str, list[Pair]] = {}
    for pair in pairs:
        by_claim.setdefault(_plain(pair.claim), []).append(pair)
    claims = sorted(by_claim)
    random.Random(7).shuffle(claims)
    return [[p for claim in claims[i::count] for p in by_claim[claim]] for i in range(count)]


def digest(data: Path) -> str:
    """SHA-256 over the names and bytes of every file of the stance data."""
    total = hashlib.sha256()
    folder = data / "stance"
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        total.update(name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _citation_train(data: Path) -> Iterator[Pair]:
    """The marked sentence alone and the whole passages: a desk will show the network both."""
    yield from _citations(data, "train", lambda sentences: sentences[:1])
    yield from _citations(data, "train", lambda sentences: sentences)


def _citations(data: Path, kind: str, shown: Callable[[list[str]], list[str]]) -> Iterator[Pair]:
    folder = data / "stance" / "citation_integrity"
    corpus = {row["doc_id"]: row["abstract"] for row in _lines(folder / "corpus.jsonl")}
    for row in _lines(folder / f"claims_{kind}.jsonl"):
        for cited in row["cited_doc_ids"]:
            said = [e["label"] for e in row["evidence"].get(str(cited), [])]
            sentences = shown(corpus[cited])
            if sentences:
                yield Pair(
                    _MARKS.sub("", row["claim"]).strip(),
                    " ".join(sentences),
                    _WORDS[said[0]] if said else UNSURE,
                    "citation_integrity",
                )


def _healthver(data: Path) -> Iterator[Pair]:
    for row in _table(data / "stance" / "healthver_dev.csv"):
        yield Pair(row["claim"], row["evidence"], _WORDS[row["label"]], "healthver")


def _climate_fever(data: Path) -> Iterator[Pair]:
    """Each sentence by its own label; that of the claim, "disputed" among them, is not used."""
    for row in _table(data / "stance" / "climate_fever.csv"):
        for one in ast.literal_eval(row["evidences"]):
            yield Pair(
                row["claim"], one["evidence"], _WORDS[one["evidence_label"]], "climate_fever"
            )


def _factcheck_gpt(data: Path) -> Iterator[Pair]:
    for row in _lines(data / "stance" / "factcheck_gpt_stance.jsonl"):
        yield Pair(row["claim"], row["evidence"], _WORDS[row["stance"]], "factcheck_gpt")


def _wice(data: Path) -> Iterator[Pair]:
    """The marked sentences, or those nearest to the claim in words where none is marked."""
    for row in _lines(data / "stance" / "wice_dev.jsonl"):
        marked = next((s for s in row["supporting_sentences"] if s), None)
        sentences = row["evidence"]
        shown = sorted(marked) if marked else _nearest(row["claim"], sentences)
        passage = " ".join(sentences[i] for i in shown if i < len(sentences))
        yield Pair(row["claim"], passage, _WORDS[row["label"]], "wice")


READERS: dict[str, Callable[[Path], Iterable[Pair]]] = {
    "citation_integrity": _citation_train,
    "healthver": _healthver,
    "climate_fever": _climate_fever,
    "factcheck_gpt": _factcheck_gpt,
    "wice": _wice,
}


def _nearest(claim: str, sentences: list[str]) -> list[int]:
    terms = set(key_terms(claim))
    shared = [len(terms & set(key_terms(s))) for s in sentences]
    best = sorted(range(len(sentences)), key=lambda i: (-shared[i], i))[:NEAREST]
    return sorted(best)


def _same(pair: Pair) -> tuple[str, str]:
    return _plain(pair.claim), _plain(pair.passage)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def _lines(path: Path) -> list[dict[str, Any]]:
    # Not splitlines(), which would also break at separators within a text
    return [json.loads(row) for row in path.read_text(encoding="utf-8").split("\n") if row.strip()]


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))
