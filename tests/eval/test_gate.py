"""The figures of the engine do not fall below their floors; and the gate notices what it should."""

import importlib.util
import json
import shutil
import sys
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import gate  # noqa: E402 - scripts of this folder, not of a package
import gold_sets  # noqa: E402
from pins import CEILINGS, FLOORS, TOLERANCE, Pins, changes, failures, repin  # noqa: E402

PINS = Pins(HERE)
OWN = ("sample", *gold_sets.PAIRS)
ELSEWHERE = [name for name in gold_sets.SETS if name not in OWN]
BESIDE = [pytest.param(name, marks=pytest.mark.shared) for name in ELSEWHERE]
SCRIPT = gold_sets.SHARED / "eval" / "score_claims.py"


@cache
def measured(name):
    if not gold_sets.files(name):
        pytest.skip("needs the evaluation data beside the checkout")
    return gold_sets.measure(name)


@pytest.fixture
def pins(tmp_path):
    """The pins of the sample alone, in a folder that may be written to."""
    shutil.copy(HERE / "floors.json", tmp_path)
    shutil.copytree(HERE / "cases", tmp_path / "cases")
    return Pins(tmp_path)


@pytest.mark.parametrize("name", [*OWN, *BESIDE])
def test_figures_reach_their_floors(name):
    assert gate.check(name, measured(name), PINS) == []


def test_every_set_has_its_floors_and_its_cases():
    floors = PINS.floors()
    assert set(floors) == set(gold_sets.SETS)
    for name, pin in floors.items():
        kind = name if name in FLOORS else "articles"
        assert set(pin["floors"]) == set(FLOORS[kind]), name
        assert set(pin["ceilings"]) == set(CEILINGS.get(kind, ())), name
        assert (PINS.cases(name) is not None) == (name in gold_sets.ARTICLES), name


def test_pinned_cases_are_gold_claims_of_the_sample():
    (item,) = gold_sets.items("sample")
    spans = {f"{g['start']}-{g['end']}" for g in item.gold if g["level"] >= 2}
    cases = PINS.cases("sample")
    assert list(cases) == ["sample"]
    assert set(cases["sample"]) <= spans
    assert len(cases["sample"]) > 30


@pytest.mark.shared
@pytest.mark.skipif(not SCRIPT.is_file(), reason="needs the evaluation data beside the checkout")
@pytest.mark.parametrize("name", gold_sets.ARTICLES)
def test_the_same_table_as_the_evaluation_script(name):
    spec = importlib.util.spec_from_file_location("score_claims", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    got = measured(name)
    theirs, _, _ = script.score(got.pairs, [item.not_claims for item in gold_sets.items(name)])
    assert list(got.figures.items()) == list(theirs.items())


def test_an_unknown_set_is_wrong_use(capsys):
    with pytest.raises(KeyError):
        gold_sets.items("wikinews_tran")
    with pytest.raises(SystemExit) as left:
        gate.main(["wikinews_tran"])
    assert left.value.code == 2
    assert "no set is called wikinews_tran" in capsys.readouterr().err


def test_sets_that_are_not_there_are_left_out(tmp_path, capsys):
    assert gate.main(["--data", str(tmp_path), *ELSEWHERE], PINS) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        f"{name}: left out, its files are not beside the checkout" for name in ELSEWHERE
    ]


def wikinews(folder, *, date="2020-03-02", gold=(0, 21), text="More than 90 men died.\n"):
    """A folder as the evaluation data lie, with one training article of one claim."""
    inside = folder / "data" / "wikinews"
    inside.mkdir(parents=True, exist_ok=True)
    row = {"start": gold[0], "end": gold[1], "level": 3, "kind": "quantity", "standalone": "Men died",
           "speaker": None, "dates": [], "quantities": [{"value": 90, "comparator": ">"}]}  # fmt: skip
    (inside / "train-00.txt").write_text(text)
    (inside / "train-00.meta.json").write_text(json.dumps({"date": date, "url": "ignored"}))
    (inside / "train-00.gold.jsonl").write_text(json.dumps(row) + "\n")
    (inside / "train-00.not.jsonl").write_text("")
    return folder


@pytest.mark.parametrize(
    "change", [{"date": "2020-03-03"}, {"gold": (0, 20)}, {"text": "More than 90 men died!\n"}],
    ids=["its date", "its labels", "its text"],
)  # fmt: skip
def test_changed_gold_is_noticed(tmp_path, capsys, change):
    pins, data = Pins(tmp_path), str(wikinews(tmp_path))
    asked = ["--data", data, "wikinews_train"]
    assert gate.main(asked, pins) == 1
    assert "nothing is pinned" in capsys.readouterr().out
    assert gate.main(["--pin", *asked], pins) == 0
    assert gate.main(asked, pins) == 0
    assert "gained 0, lost 0" in capsys.readouterr().out
    wikinews(tmp_path, **change)
    assert gate.main(asked, pins) == 1
    assert (
        "FAIL wikinews_train: the gold is not what the floors were measured on; pin it anew"
        in capsys.readouterr().out
    )


def test_a_lost_case_is_listed_by_its_place(tmp_path, capsys):
    pins, data = Pins(tmp_path), str(wikinews(tmp_path))
    gate.main(["--pin", "--data", data, "wikinews_train"], pins)
    assert json.loads((tmp_path / "cases/wikinews_train.json").read_text()) == {
        "train-00": ["0-21"]
    }
    capsys.readouterr()
    wikinews(tmp_path, text="Will it be 90 men then?\n")
    assert gate.main(["--misses", "--data", data, "wikinews_train"], pins) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:3] == ["wikinews_train: gained 0, lost 1", "  lost train-00:0-21"]
    assert lines[3].startswith("  missed train-00:0-21")


def test_many_cases_are_cut_and_those_of_dev_only_counted(pins):
    got = measured("sample")._replace(cases={"sample": []})
    lines = gate.moved("sample", got, pins)
    before = PINS.cases("sample")["sample"]
    assert lines[0] == f"sample: gained 0, lost {len(before)}"
    assert lines[1:3] == [f"  lost sample:{span}" for span in before[:2]]
    assert lines[-1] == f"  lost {len(before) - 20} more"
    pins.write("wikinews_dev", {}, {"dev-00": ["1-2"]})
    assert gate.moved("wikinews_dev", got, pins) == ["wikinews_dev: gained 0, lost 1"]


def test_gained_and_lost():
    assert changes({"a": ["1-2", "3-4"], "b": ["1-2"]}, {"a": ["1-2", "5-6"]}) == (
        ["a:5-6"],
        ["a:3-4", "b:1-2"],
    )


def test_a_fall_and_a_figure_without_value_are_noticed():
    pin = {
        "digest": "x",
        "floors": {"dates": 0.8, "kind": 0.0},
        "ceilings": {"pronouns": 0.1, "on": 0.2},
    }
    assert failures("s", {"dates": 0.8, "kind": 0.1, "pronouns": 0.1, "on": 0}, "x", pin) == []
    assert failures("s", {"dates": 0.79, "kind": None, "pronouns": 0.11}, "x", pin) == [
        "s: dates is 0.79, under its floor 0.8",
        "s: kind has no value, and one of its floors is 0.0",
        "s: pronouns is 0.11, over its ceiling 0.1",
        "s: on has no value, and one of its ceilings is 0.2",
    ]


def test_a_pin_stands_a_little_off_the_figure_and_only_tightens():
    figures = dict.fromkeys(FLOORS["articles"], 0.8) | {"pronouns": 0.02, "on_not_claims": None}
    pin, given_up = repin("sample", figures, {}, None)
    assert given_up == []
    assert set(pin["floors"].values()) == {0.8 - TOLERANCE}
    assert pin["ceilings"] == {"pronouns": 0.025}
    for kind, bound in ((0.797, 0.795), (0.81, 0.805)):
        again, given_up = repin("sample", figures | {"kind": kind, "pronouns": 0.024}, pin, None)
        assert (again["floors"]["kind"], again["ceilings"], given_up) == (
            bound,
            pin["ceilings"],
            [],
        )


def test_a_bound_is_given_up_for_a_reason_alone(pins):
    was = PINS.floors()["sample"]
    held = was["floors"] | was["ceilings"]
    figures = held | {"kind": 0.1, "dates": None, "on_not_claims": 0.9}
    fallen = gold_sets.Measured(figures, [], {"sample": ["1-2"]})
    refused = gate.pin("sample", fallen, pins, reason=None, shared=gold_sets.SHARED)
    assert refused == [
        f"sample: {figure} would go from {bound} to {to}; --lower REASON allows it"
        for figure, bound, to in (
            ("kind", was["floors"]["kind"], 0.095),
            ("dates", was["floors"]["dates"], None),
            ("on_not_claims", was["ceilings"]["on_not_claims"], 0.905),
        )
    ]
    assert pins.floors() == PINS.floors()
    why = "labels of dates were withdrawn"
    assert gate.pin("sample", fallen, pins, reason=why, shared=gold_sets.SHARED) == []
    now = pins.floors()["sample"]
    assert (now["floors"]["kind"], "dates" in now["floors"]) == (0.095, False)
    assert [(g["figure"], g["to"], g["reason"]) for g in now["lowered"][-3:]] == [
        ("kind", 0.095, why),
        ("dates", None, why),
        ("on_not_claims", 0.905, why),
    ]
    kept, _ = repin("sample", fallen.figures, now, None)
    assert kept["lowered"] == now["lowered"], "a later pin keeps the reasons"


@pytest.mark.parametrize("asked", [["--lower", "because"], ["--pin", "--lower", " "]])
def test_lowering_goes_with_a_pin_and_a_reason(asked):
    with pytest.raises(SystemExit) as left:
        gate.main([*asked, "sample"])
    assert left.value.code == 2


def test_the_engine_beats_every_sentence_as_a_claim():
    dumb = gold_sets.measure("sample", predict=gold_sets.every_sentence)
    assert measured("sample").figures["claim_f1"] > dumb.figures["claim_f1"] + 0.1


def test_the_own_gold_stands_in_its_text():
    (item,) = gold_sets.items("sample")
    text, gold = item.text, item.gold
    assert len(gold) >= 25
    assert all(
        text[g["start"] : g["end"]] == g["core"] and text.count(g["core"]) == 1 for g in gold
    )
    assert [g["start"] for g in gold] == sorted(g["start"] for g in gold)
    assert all(text[n["start"] : n["end"]] == n["text"] for n in item.not_claims)
