"""Claims written about passages: which pairs they make, and which a fold may see."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from train.stance.pairs import REFUTES, SUPPORTS, UNSURE, Pair, load
from train.stance.written import LABELS, digest, unseen, written

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = Pair("A claim of the set", "The dam was opened in 1999.", SUPPORTS, "climate_fever")
NEWS = "Title\n\nThe mayor\nresigned on Monday. Nobody said why."
ROWS = (
    {"passage": digest(KNOWN.passage), "s": "It opened", "r": "It shut", "n": "It leaks"},
    {
        "passage": digest("The mayor resigned on Monday."),
        "place": [digest(NEWS), 7, 36],
        "r": "The mayor stays",
    },
    {"passage": "0" * 16, "s": "Of a passage that is not there"},
)


def _data(folder: Path) -> Path:
    (folder / "wikinews").mkdir()
    article = json.dumps({"text": NEWS, "date": "2020-01-01"})
    (folder / "wikinews" / "corpus.jsonl").write_text(article + "\n", encoding="utf-8")
    (folder / "rows.jsonl").write_text("".join(json.dumps(r) + "\n" for r in ROWS), "utf-8")
    return folder


def test_three_claims_to_a_passage(tmp_path: Path) -> None:
    """Each with its label; a claim that was not written and a passage that is not there make no pair."""
    data = _data(tmp_path)
    found = written(data, [KNOWN], data / "rows.jsonl")
    assert [(p.claim, p.passage, p.target) for p in found] == [
        ("It opened", KNOWN.passage, SUPPORTS),
        ("It shut", KNOWN.passage, REFUTES),
        ("It leaks", KNOWN.passage, UNSURE),
        ("The mayor stays", "The mayor resigned on Monday.", REFUTES),
    ]


def test_a_fold_sees_nothing_of_passages_held_out(tmp_path: Path) -> None:
    """A passage stands beside several claims: what was written about it would tell of all of them."""
    data = _data(tmp_path)
    found = written(data, [KNOWN], data / "rows.jsonl")
    assert [p.claim for p in unseen(found, [KNOWN])] == ["The mayor stays"]


def test_every_written_claim_finds_its_passage(shared: Path) -> None:
    """All passages stand in the data folder, and none is written about twice."""
    rows = [json.loads(row) for row in LABELS.read_text(encoding="utf-8").splitlines()]
    assert len({row["passage"] for row in rows}) == len(rows) > 1000
    found = written(shared / "data", load(shared / "data"))
    assert len(found) == sum(letter in row for row in rows for letter in "srn")
