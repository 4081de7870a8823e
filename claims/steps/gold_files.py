"""Gold files to rows: articles with gold claims beside them, and tables of labelled sentences."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.files.read import read_file
from claims.model.errors import BadInput
from claims.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SUFFIX = ".gold.jsonl"
TABLE = ".tsv"
LABELS = {"checkworthy": ("text", "check_worthiness"), "factual_claim": ("sentence", "factual")}
"""Column of labels to the column of sentences, and to the score that is held against it."""

_SPAN = ("start", "end")
_WORDS = ("kind", "speaker", "standalone", "core")


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article, its gold claims, and the passages that are listed as no claims."""

    name: str
    text: str
    published: str | None
    gold: list[dict[str, Any]]
    not_claims: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class GoldSentence:
    """A sentence and its label; `score` names the score of `citetrail score` that it is held against."""

    text: str
    label: bool
    score: str


def read_article(gold: Path, *, published: str | None = None) -> GoldArticle:
    """The article a gold file is about; `published` counts where no meta file gives a date.

    Raises BadInput when the article is missing, or a line is no gold claim or speaks of another text.
    """
    text, meta, not_claims = beside(gold)
    date = _read_json(meta, _text(meta)).get("date") if meta.exists() else None
    if not isinstance(date, str | None):
        raise BadInput(f'{meta}: "date" is no text')
    listed = not_claims.exists() and not_claims.stat().st_size  # an empty list is no mistake
    words = _text(text)
    claims = [_gold(gold, n, row) for n, row in _rows(gold, (*_SPAN, "level"))]
    off = sum(row.get("core") not in {None, words[row["start"] : row["end"]]} for row in claims)
    if off * 2 > len(claims):
        raise BadInput(f"{gold}: {off} of {len(claims)} rows do not stand in {text} where they say")
    return GoldArticle(
        name=text.stem,
        text=words,
        published=date or published,
        gold=claims,
        not_claims=[row for _, row in _rows(not_claims, _SPAN)] if listed else [],
    )


def beside(gold: Path) -> tuple[Path, Path, Path]:
    """Where the text, the meta file and the passages that are no claims lie."""
    if gold.name == "gold.jsonl":
        text, meta, not_claims = "article.txt", "article.meta.json", "not_claims.jsonl"
    elif gold.name.endswith(SUFFIX):
        stem = gold.name.removesuffix(SUFFIX)
        text, meta, not_claims = f"{stem}.txt", f"{stem}.meta.json", f"{stem}.not.jsonl"
    else:
        raise BadInput(
            f"{gold}: gold files are called NAME{SUFFIX}, beside NAME.txt,"
            f" or NAME{TABLE} for labelled sentences"
        )
    return gold.with_name(text), gold.with_name(meta), gold.with_name(not_claims)


LONGEST = 100_000
"""Characters of a sentence in a table; a longer one is none."""


def read_sentences(table: Path) -> list[GoldSentence]:
    """The rows of a tab-separated table whose header names a sentence and its label, 0 or 1."""
    csv.field_size_limit(
        LONGEST
    )  # for the whole process: another reader of tables may have set its own
    try:
        rows = list(csv.DictReader(io.StringIO(_text(table), newline=""), delimiter="\t"))
    except csv.Error as why:
        raise BadInput(f"{table}: no table of tab-separated values: {why}") from None
    header = rows[0] if rows else {}
    known = [(label, *names) for label, names in LABELS.items() if {label, names[0]} <= set(header)]
    if not known:
        wanted = " or ".join(f'"{names[0]}" and "{label}"' for label, names in LABELS.items())
        raise BadInput(f"{table}: no row under a header with {wanted}")
    label, words, score = known[0]
    for number, row in enumerate(rows, start=1):
        if not row[words] or row[label] not in {"0", "1"}:
            raise BadInput(f"{table}: row {number} lacks a sentence, or its label is not 0 or 1")
    return [GoldSentence(row[words], row[label] == "1", score) for row in rows]


def _text(path: Path) -> str:
    return decode(read_file(path)).text


def _rows(path: Path, needed: Iterable[str]) -> list[tuple[int, dict[str, Any]]]:
    lines = [line for line in _text(path).split("\n") if line.strip()]
    rows = list(enumerate((_read_json(path, line) for line in lines), start=1))
    for number, row in rows:
        if not all(isinstance(row.get(name), int) for name in needed):
            raise BadInput(f"{path}: row {number} lacks a whole number as {', '.join(needed)}")
    return rows


def _gold(path: Path, number: int, row: dict[str, Any]) -> dict[str, Any]:
    """The row, when its fields can be compared; what a quantity's value is does not matter."""
    dates, amounts = row.get("dates") or [], row.get("quantities") or []
    sound = (
        all(isinstance(row.get(name), str | None) for name in _WORDS)
        and isinstance(dates, list)
        and all(isinstance(d, str) for d in dates)
        and isinstance(amounts, list)
        and all(
            isinstance(q, dict) and isinstance(q.get("comparator"), str | None) for q in amounts
        )
    )
    if not sound:
        raise BadInput(f"{path}: row {number} has a field of another shape than gold claims have")
    return row


def _read_json(path: Path, words: str) -> dict[str, Any]:
    try:
        read = json.loads(words)
    except (ValueError, RecursionError) as why:
        raise BadInput(f"{path}: no JSON: {why}") from None
    if not isinstance(read, dict):
        raise BadInput(f"{path}: no JSON object: {words[:40]}")
    return read
