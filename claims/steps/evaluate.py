"""The extractor held against gold files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claims.extract.engine import extract
from claims.extract.scoring import score_pairs
from claims.files.read import read_file
from claims.model.errors import BadInput
from claims.model.record import plain
from claims.steps.report import Tick
from claims.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SUFFIX = ".gold.jsonl"


def evaluate(
    gold: Sequence[Path], *, published: str | None, figures: dict[str, float | int | None]
) -> Iterator[Tick]:
    """Extract each gold file's article and put the pooled figures into `figures`.

    Raises BadInput when an article is missing or a gold line is no JSON object.
    """
    pairs = []
    for done, path in enumerate(gold, start=1):
        text, date = _article(path)
        found = extract(text, document=path.name, published=date or published, run="eval")
        pairs.append((_rows(path), [plain(claim) for claim in found.claims]))
        yield Tick("eval", done, len(gold))
    figures.update(score_pairs(pairs))


def _article(gold: Path) -> tuple[str, str | None]:
    """The article a gold file is about, and its publication date where a meta file gives it."""
    if gold.name == "gold.jsonl":
        return _text(gold.with_name("article.txt")), None
    if not gold.name.endswith(SUFFIX):
        raise BadInput(f"{gold}: gold files are called NAME{SUFFIX}, beside NAME.txt")
    stem = gold.name.removesuffix(SUFFIX)
    meta = gold.with_name(f"{stem}.meta.json")
    date = _read_json(meta, _text(meta)).get("date") if meta.exists() else None
    if not isinstance(date, str | None):
        raise BadInput(f'{meta}: "date" is no text')
    return _text(gold.with_name(f"{stem}.txt")), date


def _text(path: Path) -> str:
    return decode(read_file(path)).text


def _rows(path: Path) -> list[dict[str, Any]]:
    rows = [_read_json(path, line) for line in _text(path).split("\n") if line.strip()]
    for number, row in enumerate(rows, start=1):
        if not all(isinstance(row.get(name), int) for name in ("start", "end", "level")):
            raise BadInput(f"{path}: row {number} lacks a whole number as start, end or level")
    return rows


def _read_json(path: Path, words: str) -> dict[str, Any]:
    try:
        read = json.loads(words)
    except (ValueError, RecursionError) as why:
        raise BadInput(f"{path}: no JSON: {why}") from None
    if not isinstance(read, dict):
        raise BadInput(f"{path}: no JSON object: {words[:40]}")
    return read
