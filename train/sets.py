"""The data folder to examples' raw material: articles with gold claims, sentences with labels.

Nothing of it is kept in the project; the model card names every set with its licence as stated.
"""

from __future__ import annotations

import csv
import hashlib
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

LABELS = Path(__file__).with_name("labels")
"""Our own labels of articles that the data folder has without any: places and values, no text."""

LICENCES = {
    "wikinews": "articles CC BY 2.5; labels made for this project by a large language model after the"
    " labelling guide, checked by script, no human adjudication; 171 articles more with labels of our own"
    " (train/labels), made in the same way; 663 texts written and labelled for this by such a model,"
    " Apache-2.0",
    "checkworthiness": "ClaimBuster, CC BY 4.0",
    "policlaim": "PoliClaim gold train (AFaCTA, ACL 2024), none stated",
    "unlabelled": "pages that WiCE dev cites (annotations ODC-BY) and passages of Factcheck-GPT (Apache-2.0),"
    " read without the labels of these sets",
}

FILES = (
    "wikinews/*",
    "checkworthiness/*",
    "policlaim/*",
    "stance/wice_dev.jsonl",
    "stance/factcheck_gpt_stance.jsonl",
)
"""What training reads of the data folder."""


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with its publication date, its gold claims and the passages that are none."""

    name: str
    text: str
    published: str
    gold: tuple[dict[str, Any], ...]
    no_claims: tuple[dict[str, Any], ...]
    ours: bool = False  # labels of our own, which are learned from and never scored


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence with a yes-or-no label, and the speech it stands in where one is named."""

    text: str
    label: bool
    group: str = ""


def articles(folder: Path, kind: str) -> list[LabelledArticle]:
    """The labelled articles `kind` ("train" or "dev"), by name."""
    found = []
    for meta in sorted((folder / "wikinews").glob(f"{kind}-*.meta.json")):
        stem = meta.name.removesuffix(".meta.json")
        found.append(
            LabelledArticle(
                name=stem,
                text=meta.with_name(f"{stem}.txt").read_text(encoding="utf-8"),
                published=str(json.loads(meta.read_text(encoding="utf-8"))["date"]),
                gold=_rows(meta.with_name(f"{stem}.gold.jsonl")),
                no_claims=_rows(meta.with_name(f"{stem}.not.jsonl")),
            )
        )
    return found


def more_articles(folder: Path, labels: Path = LABELS) -> list[LabelledArticle]:
    """The articles of `wikinews/corpus.jsonl` that have labels here, known by the SHA-256 of their text."""
    rows = {row["sha256"]: row["claims"] for row in _rows(labels / "wikinews.jsonl")}
    found = []
    for number, row in enumerate(_rows(folder / "wikinews" / "corpus.jsonl")):
        claims = rows.get(hashlib.sha256(row["text"].encode()).hexdigest())
        if claims is not None:
            gold = tuple(_NOTHING_SAID | claim for claim in claims)
            found.append(
                LabelledArticle(
                    f"corpus-{number:03}", row["text"], row["date"], gold, (), ours=True
                )
            )
    return found


def written_articles(labels: Path = LABELS) -> list[LabelledArticle]:
    """The articles of `written.jsonl`: written and labelled for this, so that they are learned from alone."""
    return [
        LabelledArticle(
            name=row["name"],
            text=row["text"],
            published=row["date"],
            gold=tuple(_NOTHING_SAID | claim for claim in row["claims"]),
            no_claims=tuple({"start": start, "end": end} for start, end in row["no_claims"]),
            ours=True,
        )
        for row in _rows(labels / "written.jsonl")
    ]


_NOTHING_SAID: dict[str, Any] = {"speaker": None, "dates": [], "quantities": []}


def check_worthy(folder: Path, kind: str) -> list[LabelledSentence]:
    """Debate sentences of ClaimBuster, "train" or "dev"."""
    rows = _table(folder / "checkworthiness" / f"{kind}.tsv")
    return [LabelledSentence(row["text"], row["checkworthy"] == "1") for row in rows]


def factual(folder: Path) -> list[LabelledSentence]:
    """Sentences of the PoliClaim speeches, in order."""
    rows = _table(folder / "policlaim" / "train.tsv")
    return [
        LabelledSentence(row["sentence"], row["factual_claim"] == "1", row["speech"])
        for row in rows
    ]


def folds(found: Iterable[LabelledArticle], count: int = 5) -> list[list[LabelledArticle]]:
    """The articles dealt into `count` folds, shuffled with a fixed seed."""
    dealt = list(found)
    random.Random(7).shuffle(dealt)
    return [dealt[i::count] for i in range(count)]


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of every file that training reads."""
    total = hashlib.sha256()
    found = [path for pattern in FILES for path in sorted(folder.glob(pattern))]
    for path in (*found, *sorted(LABELS.glob("*"))):
        total.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _rows(path: Path) -> tuple[dict[str, Any], ...]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return tuple(json.loads(line) for line in lines if line.strip())


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
