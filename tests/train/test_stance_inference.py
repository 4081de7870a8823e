"""The everyday pairs are read only out of the file that the recipe names."""

import hashlib
import json

import pytest

from train.stance import inference as module
from train.stance.inference import inference

ROWS = [
    {"sentence1": "A man sleeps.", "sentence2": "A man rests.", "gold_label": "entailment"},
    {"sentence1": "A man sleeps.", "sentence2": "A man runs.", "gold_label": "contradiction"},
    {"sentence1": "A man sleeps.", "sentence2": "A man is old.", "gold_label": "neutral"},
    {"sentence1": "A man sleeps.", "sentence2": "A man is.", "gold_label": "-"},
]


@pytest.fixture
def given(tmp_path, monkeypatch):
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    monkeypatch.setattr(module, "SHA256", hashlib.sha256(path.read_bytes()).hexdigest())
    return path


def test_what_was_described_is_the_passage_and_pairs_without_a_label_are_left_out(given):
    found = {pair.claim: (pair.passage, pair.gold) for pair in inference(given, count=9)}
    assert found == {
        "A man rests.": ("A man sleeps.", 0),
        "A man runs.": ("A man sleeps.", 1),
        "A man is old.": ("A man sleeps.", 2),
    }


def test_as_many_as_asked_for_and_the_same_each_time(given):
    assert len(inference(given, count=2)) == 2
    assert inference(given, count=2) == inference(given, count=2)


def test_another_file_is_refused_and_none_gives_no_pairs(given):
    given.write_text("{}\n")
    with pytest.raises(ValueError, match="not the file"):
        inference(given, count=9)
    assert inference(None, count=9) == []
