"""The data folder to sentences, set by set: only the words are used, no label."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from claims.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

SHORTEST, LONGEST = 15, 600
"""Characters of a sentence that is learnt from."""

LICENCES = {
    "wikinews": "CC BY 2.5",
    "checkworthiness": "ClaimBuster, CC BY 4.0",
    "policlaim": "PoliClaim (AFaCTA, ACL 2024), none stated",
    "matching": "CheckThat! 2020 Task 2 and 2022 Task 2A, free for general research use",
    "citation_integrity": "Citation-Integrity (ScienceNLP-Lab), licence not seen",
    "factcheck_gpt": "Factcheck-GPT, Apache-2.0",
    "healthver": "HealthVer dev, none stated",
    "wice": "WiCE, annotations ODC-BY",
    "feverfact": "FEVERFact, derived from FEVER, CC BY-SA 3.0",
}
"""Sets and their licences as stated. Climate-FEVER is not among them: retrieval is measured on it."""


def sentences(data: Path, *, left_out: Collection[str] = ()) -> list[str]:
    """Every sentence of the sets once, in order."""
    found: set[str] = set()
    for name, read in _SETS.items():
        if name not in left_out:
            tidy = (" ".join(text.split()) for text in read(data))
            found.update(text for text in tidy if SHORTEST < len(text) < LONGEST)
    return sorted(found)


def _cut(text: str) -> Iterator[str]:
    return (span.of(text) for span in sentence_spans(text))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def _wikinews(data: Path) -> Iterator[str]:
    for path in sorted((data / "wikinews").glob("train-*.txt")):
        yield from _cut(path.read_text(encoding="utf-8"))
    for row in _lines(data / "wikinews/corpus.jsonl"):
        yield from _cut(row.get("text", ""))


def _matching(data: Path) -> Iterator[str]:
    for row in _lines(data / "matching/ct22/verified_claims.jsonl"):
        yield from (row["vclaim"], row["title"])
    for row in _table(data / "matching/ct22/CT2022-Task2A-EN-Train-Dev_Queries.tsv"):
        yield from row[1:2]
    for row in _table(data / "matching/ct20/verified_claims.docs.tsv"):
        yield from row[1:]


def _citation_integrity(data: Path) -> Iterator[str]:
    folder = data / "stance/citation_integrity"
    for row in _lines(folder / "corpus.jsonl"):
        yield from row["abstract"]
    for name in ("train", "dev"):
        yield from (row["claim"] for row in _lines(folder / f"claims_{name}.jsonl"))


def _factcheck_gpt(data: Path) -> Iterator[str]:
    for row in _lines(data / "stance/factcheck_gpt_stance.jsonl"):
        yield row["claim"]
        yield from _cut(row["evidence"])


def _healthver(data: Path) -> Iterator[str]:
    with (data / "stance/healthver_dev.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["claim"]
            yield from _cut(row["evidence"])


def _wice(data: Path) -> Iterator[str]:
    for row in _lines(data / "stance/wice_dev.jsonl"):
        yield from (row["claim"], *row["evidence"])


def _feverfact(data: Path) -> Iterator[str]:
    for row in _lines(data / "feverfact/validation.jsonl"):
        yield from (row["sentence"], *row["claims"])


_SETS: dict[str, Callable[[Path], Iterator[str]]] = {
    "wikinews": _wikinews,
    "checkworthiness": lambda data: (r[0] for r in _table(data / "checkworthiness/train.tsv")),
    "policlaim": lambda data: (r[1] for r in _table(data / "policlaim/train.tsv")),
    "matching": _matching,
    "citation_integrity": _citation_integrity,
    "factcheck_gpt": _factcheck_gpt,
    "healthver": _healthver,
    "wice": _wice,
    "feverfact": _feverfact,
}
