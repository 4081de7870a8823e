"""The gold sets by name: their files, what they hold, their digest, and the engine measured on them."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable  # noqa: TC003 - NamedTuple reads it
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
SHARED = CHECKOUT.parent / "shared"

if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from claims.extract.claim_pairs import SHOULD, pair_up  # noqa: E402 - the lines above find it
from claims.extract.scoring import score_pairs  # noqa: E402
from claims.extract.worth.sentence_scores import score_sentences  # noqa: E402
from claims.steps.engine import predictions  # noqa: E402
from claims.steps.gold_files import (  # noqa: E402
    GoldArticle,
    beside,
    read_article,
    read_sentences,
)
from claims.steps.judge import score_line, stance_pair  # noqa: E402
from claims.steps.stance import reader_of  # noqa: E402
from claims.text.sentences import sentence_spans  # noqa: E402
from train.stance.scores import macro_f1  # noqa: E402

ARTICLES = ("sample", "seed", "wikinews_train", "wikinews_dev")
SENTENCES = {
    "checkworthiness_dev": "checkworthiness/dev.tsv",
    "policlaim": "policlaim/train.tsv",
}
PAIRS = ("outside_pairs",)
"""Claims with passages, written by somebody who knew neither the rules nor what was learned from."""

SETS = (*ARTICLES, *SENTENCES, *PAIRS)
TOTALS_ONLY = frozenset({"wikinews_dev"})
"""Sets whose single cases are not shown, so that nobody works towards them."""

PUBLISHED = {"sample": "2021-09-02", "seed": "2021-08-31"}
"""Dates of the articles that have no meta file."""

LABELS = ("SUPPORTS", "REFUTES", "NOT_ENOUGH_INFO")

Rows = list[dict[str, Any]]


class Measured(NamedTuple):
    """Figures of a set; of articles also (gold, predicted) of each, and the gold claims paired right."""

    figures: dict[str, float | int | None]
    pairs: list[tuple[Rows, Rows]]
    cases: dict[str, list[str]]


def files(name: str, shared: Path = SHARED) -> list[Path]:
    """The gold files of a set, in order; none when it is not there. KeyError for an unknown name."""
    if name in SENTENCES:
        table = shared / "data" / SENTENCES[name]
        return [table] if table.is_file() else []
    found = {
        "outside_pairs": lambda: [HERE / "gold" / "outside_pairs.jsonl"],
        "sample": lambda: [HERE / "gold" / "sample.gold.jsonl"],
        "seed": lambda: sorted((shared / "seed").glob("gold.jsonl")),
        "wikinews_train": lambda: sorted((shared / "data/wikinews").glob("train-*.gold.jsonl")),
        "wikinews_dev": lambda: sorted((shared / "data/wikinews").glob("dev-*.gold.jsonl")),
    }
    return found[name]()


def items(name: str, shared: Path = SHARED) -> list[GoldArticle]:
    """The articles of a set, in order; none when it is not there."""
    return [read_article(p, published=PUBLISHED.get(name)) for p in files(name, shared)]


def digest(name: str, shared: Path = SHARED) -> str:
    """SHA-256 over the gold of a set, in order: texts, labels, and the dates they were read with."""
    total = hashlib.sha256()
    for path in files(name, shared):
        parts = [path.read_bytes()]
        if name in ARTICLES:
            article, _, not_claims = beside(path)
            date = read_article(path, published=PUBLISHED.get(name)).published or ""
            parts += [article.read_bytes(), date.encode()]
            parts += [not_claims.read_bytes() if not_claims.exists() else b""]
        for part in parts:
            total.update(hashlib.sha256(part).digest())
    return f"sha256:{total.hexdigest()}"


def every_sentence(item: GoldArticle) -> Rows:
    """The dumb baseline: each sentence is one claim of the article's own voice."""
    spans = [span.trim(item.text) for span in sentence_spans(item.text)]
    return [{"start": s.start, "end": s.end, "kind": "event"} for s in spans if len(s)]


def measure(
    name: str, shared: Path = SHARED, predict: Callable[[GoldArticle], Rows] = predictions
) -> Measured:
    """The figures of a set: those of `citetrail eval`, with the engine of the product."""
    if name in SENTENCES:
        labelled = [s for path in files(name, shared) for s in read_sentences(path)]
        judged = [(float(score_line(s.text)[s.score]), s.label) for s in labelled]
        return Measured(score_sentences(judged), [], {})
    if name in PAIRS:
        return Measured(_stances(files(name, shared)), [], {})
    found = items(name, shared)
    pairs = [(item.gold, predict(item)) for item in found]
    cases = {item.name: _paired(*pair) for item, pair in zip(found, pairs, strict=True)}
    return Measured(score_pairs(pairs, [item.not_claims for item in found]), pairs, cases)


def _stances(paths: list[Path]) -> dict[str, float | int | None]:
    """The stance of each pair against its label: macro-F1, the answers, and how many of them are right."""
    lines = [line for path in paths for line in path.read_text("utf-8").splitlines()]
    gold = [json.loads(line)["label"] for line in lines]
    said = [stance_pair(line, reader=reader_of("encoder"))["label"] for line in lines]
    both = list(zip(gold, said, strict=True))
    given = [(g, s) for g, s in both if s != LABELS[-1]]
    right = sum(g == s for g, s in given)
    return {
        "macro_f1": macro_f1(*([LABELS.index(one) for one in side] for side in (gold, said))),
        "answers_right": round(right / len(given), 4) if given else None,
        "answered": round(len(given) / max(1, len(gold)), 4),
        "n": len(gold),
    }


def _paired(gold: Rows, made: Rows) -> list[str]:
    """The gold claims that count for claim_f1 as found, as START-END in text order."""
    own = [gold[i] for i in pair_up(gold, made) if gold[i]["level"] >= SHOULD]
    return [f"{g['start']}-{g['end']}" for g in sorted(own, key=lambda g: (g["start"], g["end"]))]
