"""The extractor's figures do not fall below their floors."""

import importlib.util
import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def load(name):
    spec = importlib.util.spec_from_file_location(f"eval_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


gate = load("gate")
FLOORS = json.loads(gate.FLOORS.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "name",
    [
        "sample",
        pytest.param("seed", marks=pytest.mark.shared),
        pytest.param("wikinews_train", marks=pytest.mark.shared),
    ],
)
def test_figures_reach_their_floors(name):
    if not gate.items(name):
        pytest.skip("needs the evaluation data beside the checkout")
    _, wrong = gate.failures(name, FLOORS[name])
    assert wrong == []


def test_every_set_with_a_floor_is_tested():
    assert set(FLOORS) == {"sample", "seed", "wikinews_train"}


def test_changed_gold_is_noticed():
    floor = FLOORS["sample"] | {"digest": "sha256:0"}
    assert gate.failures("sample", floor)[1] == [
        "sample: the gold files are not those the floor was measured on; pin it anew"
    ]


def test_a_fall_is_noticed():
    floor = FLOORS["sample"] | {"floors": {"claim_f1": 1.01}, "ceilings": {"on_not_claims": -1}}
    assert [line.split(" is ")[0] for line in gate.failures("sample", floor)[1]] == [
        "sample: claim_f1",
        "sample: on_not_claims",
    ]


def test_the_engine_beats_every_sentence_as_a_claim():
    found = gate.items("sample")
    assert (
        gate.figures(found)["claim_f1"] > gate.figures(found, gate.every_sentence)["claim_f1"] + 0.1
    )


def test_the_own_gold_stands_in_its_text():
    item = gate.items("sample")[0]
    text = item.text.read_text(encoding="utf-8")
    gold = gate.rows(item.gold)
    assert len(gold) >= 25
    assert all(
        text[g["start"] : g["end"]] == g["core"] and text.count(g["core"]) == 1 for g in gold
    )
    assert [g["start"] for g in gold] == sorted(g["start"] for g in gold)
    assert all(text[n["start"] : n["end"]] == n["text"] for n in gate.rows(item.no_claims))


@pytest.mark.shared
def test_the_same_figures_as_the_evaluation_script():
    script = gate.evaluation_script()
    if script is None:
        pytest.skip("needs the evaluation data beside the checkout")
    found = gate.items("seed")
    ours = gate.figures(found)
    pairs = [(gate.rows(i.gold), gate.predictions(i)) for i in found]
    theirs, _, _ = script.score(pairs, [gate.rows(i.no_claims) for i in found])
    assert {k: theirs[k] for k in ours} == ours
