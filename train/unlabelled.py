"""Passages of the data folder that nobody has marked claims in: read with the larger networks' labels alone.

Pages that WiCE cites and passages of Factcheck-GPT, without the labels that these sets give them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from train.sets import LabelledArticle
from train.soft import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETS = ("wice_dev.jsonl", "factcheck_gpt_stance.jsonl")
"""Files of the folder `stance` that are read."""

HEADING = 40
"""Characters up to which a line of a page is taken for a heading or a menu."""

PAGE, PASSAGE = 6000, 3000
"""Characters that are read of a page and of a passage."""

SHORT = 200
"""Characters below which a passage is left out."""

SAME = 80
"""Characters by which passages are told apart."""


def unlabelled(data: Path) -> list[LabelledArticle]:
    """The passages as articles without claims, named by their digest; none without the files."""
    folder = data / "stance"
    if not all((folder / name).exists() for name in SETS):
        return []
    texts = dict.fromkeys([*_pages(folder / SETS[0]), *_passages(folder / SETS[1])])
    return [LabelledArticle(digest(text), text, "", (), (), ours=True) for text in texts]


def _pages(path: Path) -> Iterator[str]:
    for row in _rows(path):
        lines = (line.strip() for line in row["evidence"])
        kept = [line for line in lines if len(line) > HEADING and not line.startswith("(meta")]
        yield " ".join(kept)[:PAGE]


def _passages(path: Path) -> Iterator[str]:
    seen = set()
    for row in _rows(path):
        text = " ".join(row["evidence"].split())
        if len(text) >= SHORT and text[:SAME] not in seen:
            seen.add(text[:SAME])
            yield text[:PASSAGE]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
