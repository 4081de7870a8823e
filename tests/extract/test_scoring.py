"""The figures of `citetrail eval`: hand-computed cases, and the evaluation script beside the checkout."""

import importlib.util
import random
from pathlib import Path

import pytest

from claims.extract.scoring import same_name, score_pairs

SCRIPT = Path(__file__).parents[3] / "shared" / "eval" / "score_claims.py"


def gold(start, end, **fields):
    row = {"start": start, "end": end, "level": 3, "kind": "event", "speaker": None, "dates": [],
           "quantities": [], "standalone": ""}  # fmt: skip
    return row | fields


def made(start, end, **fields):
    return {
        "start": start,
        "end": end,
        "kind": "event",
        "claimant": None,
        "dates": [],
        "quantities": [],
    } | fields


def test_nothing_predicted():
    figures = score_pairs([([gold(0, 10)], [])])
    assert (figures["claim_f1"], figures["recall_3"], figures["precision"]) == (0.0, 0.0, None)


def test_nothing_at_all():
    assert score_pairs([])["claim_f1"] is None


def test_a_wide_claim_covers_two_but_pairs_with_one():
    # [0, 20) holds both; the union with either is 20, the intersection 10: exactly a half.
    figures = score_pairs([([gold(0, 10), gold(10, 20)], [made(0, 20)])])
    assert figures["claim_f1"] == pytest.approx(2 / 3, abs=1e-3)
    assert (figures["recall_3"], figures["precision"], figures["atomicity"]) == (1.0, 1.0, 0.0)


def test_a_claim_inside_a_gold_claim_is_right_but_covers_nothing():
    figures = score_pairs([([gold(0, 100)], [made(0, 10)])])
    assert (figures["precision"], figures["recall_3"], figures["claim_f1"]) == (1.0, 0.0, 0.0)


def test_level_one_is_neither_right_nor_wrong():
    figures = score_pairs(
        [([gold(0, 10, level=1), gold(20, 30, level=2)], [made(0, 10), made(20, 30)])]
    )
    assert (figures["claim_f1"], figures["recall_3"], figures["recall_2"]) == (1.0, None, 1.0)


def test_the_smallest_cover_is_the_one_compared():
    wide, near = made(0, 40, kind="status"), made(0, 12)
    assert score_pairs([([gold(0, 10)], [wide, near])])["kind"] == 1.0


def test_claimants():
    rows = [gold(0, 10, kind="statement", speaker="Sergei Lavrov"), gold(20, 30)]
    found = [made(0, 10, claimant="Lavrov"), made(20, 30, claimant="Ann Lee")]
    figures = score_pairs([(rows, found)])
    assert (figures["claimant"], figures["claimant_none"]) == (1.0, 0.0)


def test_dates_and_amounts_count_each_once():
    rows = [gold(0, 10, dates=["2018", "2019"], quantities=[{"value": 5, "comparator": ">"}])]
    found = [
        made(0, 10, dates=["2018"], quantities=[{"value": 5.0, "comparator": ">"}, {"value": 5}])
    ]
    figures = score_pairs([(rows, found)])
    assert figures["dates"] == figures["quantities"] == pytest.approx(2 / 3, abs=1e-3)


def test_the_last_word_must_be_there():
    assert same_name("the bank", "The Bank")
    assert not same_name("Ann Lee", "Ann")
    assert not same_name("Ann Lee", "")


@pytest.mark.shared
@pytest.mark.skipif(not SCRIPT.is_file(), reason="needs the evaluation data beside the checkout")
def test_the_same_figures_as_the_evaluation_script():
    spec = importlib.util.spec_from_file_location("score_claims", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    chance = random.Random(7)
    names = [None, "Ann Lee", "Lee", "the bank", "Reuters"]
    kinds = ["event", "statement", "status"]

    def some(make, name):
        rows = []
        for _ in range(chance.randrange(12)):
            start = chance.randrange(400)
            rows.append(
                make(
                    start,
                    start + chance.randrange(1, 90),
                    kind=chance.choice(kinds),
                    dates=chance.sample(["2018", "2019", "2020-01"], chance.randrange(3)),
                    quantities=[
                        {"value": chance.randrange(3), "comparator": chance.choice([None, ">"])}
                    ],
                    **{name: chance.choice(names)},
                )
            )
        return sorted(rows, key=lambda r: r["start"])

    for _ in range(60):
        pairs = [(some(gold, "speaker"), some(made, "claimant")) for _ in range(3)]
        for rows, _ in pairs:
            for row in rows:
                row["level"] = chance.choice([1, 2, 3])
        theirs, _, _ = script.score(pairs, [[]] * 3)
        ours = score_pairs(pairs)
        assert {k: theirs[k] for k in ours} == ours
