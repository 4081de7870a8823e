"""Labels of five sets to three, repeats and contradictions left out, one claim in one fold alone."""

import csv
import json

import pytest

from train.stance.pairs import LICENCES, citation_dev, folds, load
from train.stance.scores import answers, curve, macro_f1, majority

np = pytest.importorskip("numpy")

EVIDENCES = [
    {"evidence": "It warms.", "evidence_label": "SUPPORTS"},
    {"evidence": "It cools.", "evidence_label": "REFUTES"},
    {"evidence": "It rains.", "evidence_label": "NOT_ENOUGH_INFO"},
]


def lines(path, *rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "stance"
    papers = folder / "citation_integrity"
    lines(papers / "corpus.jsonl", {"doc_id": 7, "abstract": ["It helps.", "It was dear."]})
    cited = {"claim": "X helps [<|cit|>].", "cited_doc_ids": [7]}
    lines(
        papers / "claims_train.jsonl",
        {**cited, "evidence": {"7": [{"sentences": [0], "label": "REFUTE"}]}},
    )
    lines(papers / "claims_dev.jsonl", {**cited, "evidence": {}})
    with (folder / "healthver_dev.csv").open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["claim", "evidence", "label"])
        rows.writerows([["A", "b", "Supports"], ["A", "b ", "Supports"]])
        rows.writerows([["a", "c", "Neutral"], ["A", "C", "Refutes"]])
    with (folder / "climate_fever.csv").open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["claim_id", "claim", "claim_label", "evidences"])
        rows.writerow([0, "It warms", "DISPUTED", repr(EVIDENCES)])
    lines(
        folder / "factcheck_gpt_stance.jsonl",
        {"claim": "D", "evidence": "e", "stance": "partially-support"},
        {"claim": "D", "evidence": "f", "stance": "irrelevant"},
    )
    lines(
        folder / "wice_dev.jsonl",
        {"claim": "Ann sings", "evidence": ["Ann sings.", "No."], "label": "supported",
         "supporting_sentences": [[0]]},
        {"claim": "Bob runs", "evidence": ["Bob runs.", "No."], "label": "not_supported",
         "supporting_sentences": [[]]},
    )  # fmt: skip
    return tmp_path


def test_labels_repeats_and_contradictions(data):
    found = {(p.source, p.claim, p.passage): p.target for p in load(data)}
    assert found == {
        ("citation_integrity", "X helps.", "It helps."): (0.0, 1.0, 0.0),
        ("citation_integrity", "X helps.", "It helps. It was dear."): (0.0, 1.0, 0.0),
        ("healthver", "A", "b "): (1.0, 0.0, 0.0),
        ("climate_fever", "It warms", "It warms."): (1.0, 0.0, 0.0),
        ("climate_fever", "It warms", "It cools."): (0.0, 1.0, 0.0),
        ("climate_fever", "It warms", "It rains."): (0.0, 0.0, 1.0),
        ("factcheck_gpt", "D", "e"): (0.5, 0.0, 0.5),
        ("factcheck_gpt", "D", "f"): (0.0, 0.0, 1.0),
        ("wice", "Ann sings", "Ann sings."): (1.0, 0.0, 0.0),
        ("wice", "Bob runs", "Bob runs. No."): (0.0, 0.0, 1.0),
    }


@pytest.mark.parametrize("name", LICENCES)
def test_every_set_can_be_left_out(data, name):
    assert {p.source for p in load(data, [name])} == set(LICENCES) - {name}


def test_a_claim_without_a_marked_sentence_is_no_stance(data):
    (pair,) = citation_dev(data, whole=True)
    assert (pair.passage, pair.gold) == ("It helps. It was dear.", 2)


def test_one_claim_stands_in_one_fold(data):
    dealt = folds(load(data))
    places = {}
    for number, part in enumerate(dealt):
        for pair in part:
            places.setdefault(pair.claim, set()).add(number)
    assert all(len(numbers) == 1 for numbers in places.values())
    assert sum(map(len, dealt)) == len(load(data))


def test_figures():
    assert macro_f1([0, 1, 2], [0, 1, 2]) == 1.0
    assert macro_f1([0, 0, 1, 2], [0, 0, 0, 0]) == majority([0, 0, 1, 2]) == 0.2222
    shares = np.array([[0.9, 0.05, 0.05], [0.1, 0.6, 0.3], [0.2, 0.2, 0.6]])
    assert answers(shares, [0, 0, 2], 0.5) == (2, 1)
    rows = {row["threshold"]: row for row in curve(shares, [0, 0, 2], 0.7)}
    assert rows[0.7] == {"threshold": 0.7, "coverage": 0.3333, "accuracy": 1.0, "kept": 0.5}
