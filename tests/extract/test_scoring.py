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


def test_level_three_alone_must_be_found():
    figures = score_pairs([([gold(0, 10, level=2), gold(20, 30, level=3)], [made(20, 30)])])
    assert (figures["recall_3"], figures["recall_2"]) == (1.0, 0.5)


def test_amounts_in_words_agree_with_other_words_alone():
    row = [gold(0, 10, quantities=[{"value": "dozens", "comparator": None}])]
    for value, agrees in (("scores", 1.0), (None, 1.0), ([12], 1.0), (12, 0.0), ("12", 0.0)):
        found = made(0, 10, quantities=[{"value": value, "comparator": None}])
        assert score_pairs([(row, [found])])["quantities"] == agrees, value
    huge = made(0, 10, quantities=[{"value": 10**400}])
    assert score_pairs([(row, [huge])])["quantities"] == 1.0, "too large for a number is none"


def test_tightness_is_the_median_of_the_best_covers():
    rows = [gold(0, 10), gold(100, 110), gold(200, 210), gold(300, 310)]
    found = [made(0, 20), made(0, 50), made(100, 140), made(200, 209)]
    assert score_pairs([(rows, found)])["tightness"] == 0.5  # 10/20, 10/40, 10/9 cut to 1
    assert score_pairs([(rows, [])])["tightness"] is None


def test_standalone_counts_content_words_where_there_is_a_wording():
    rows = [
        gold(0, 10, standalone="The bank of Ruritania fell in 1990"),
        gold(20, 30, standalone="x"),
    ]
    found = [made(0, 10, claim_text="[The bank] fell."), made(20, 30, claim_text=None)]
    assert (
        score_pairs([(rows, found)])["standalone"] == 0.5
    )  # bank, fell of bank, ruritania, fell, 1990
    assert score_pairs([(rows, [made(0, 10)])])["standalone"] is None


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("He fell.", 1.0),
        ("  those fell.", 1.0),
        ("Item fell.", 0.0),
        ("[It] fell.", 0.0),
        ("", None),
    ],
)
def test_pronouns_at_the_beginning(text, share):
    assert score_pairs([([], [made(0, 10, claim_text=text)])])["pronouns"] == share


def test_claims_on_passages_that_are_none():
    bad = [{"start": 100, "end": 110}, {"start": 200, "end": 210}, {"start": 0, "end": 10}]
    found = [made(105, 140), made(206, 240), made(0, 10)]
    figures = score_pairs([([gold(0, 10)], found), ([], [])], [bad])
    # half of the first, less than half of the second; on the third it covers a gold claim
    assert figures["on_not_claims"] == pytest.approx(1 / 3, abs=1e-3)
    assert score_pairs([([gold(0, 10)], found)])["on_not_claims"] is None


def test_average_precision_keeps_the_order_of_equals():
    rows = [gold(0, 10), gold(20, 30, level=2), gold(40, 50)]
    found = [made(20, 30, check_worthiness=0.5), made(0, 10, check_worthiness=0.5),
             made(40, 50, check_worthiness=0.9), made(60, 70)]  # fmt: skip
    assert score_pairs([(rows, found)])["ap"] == pytest.approx((1 + 2 / 3) / 2, abs=1e-3)
    assert score_pairs([(rows, found[:1])])["ap"] is None


def some(chance, make, name):
    """A dozen claims at most, wherever chance puts them."""
    rows = []
    for _ in range(chance.randrange(12)):
        start = chance.randrange(400)
        value = chance.choice([0, 1, "2", "dozens", None])
        fields = {
            "level": chance.choice([1, 2, 3]),
            "kind": chance.choice(["event", "statement", "status"]),
            "dates": chance.sample(["2018", "2019", "2020-01"], chance.randrange(3)),
            "quantities": [{"value": value, "comparator": chance.choice([None, ">"])}],
            "standalone": " ".join(chance.choices("it he the bank fell in 1990".split(), k=4)),
            "claim_text": chance.choice(
                [None, "", "He fell in 1990.", "the bank", "Its bank fell"]
            ),
            "check_worthiness": chance.choice([None, 0.0, 0.5, 0.5, 0.75]),
            name: chance.choice([None, "Ann Lee", "Lee", "the bank", "Reuters"]),
        }
        rows.append(make(start, start + chance.randrange(1, 90), **fields))
    return sorted(rows, key=lambda r: r["start"])


@pytest.mark.shared
@pytest.mark.skipif(not SCRIPT.is_file(), reason="needs the evaluation data beside the checkout")
def test_the_same_figures_as_the_evaluation_script():
    spec = importlib.util.spec_from_file_location("score_claims", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    chance = random.Random(7)
    for _ in range(120):
        pairs = [(some(chance, gold, "speaker"), some(chance, made, "claimant")) for _ in range(3)]
        nots = [some(chance, gold, "speaker") for _ in range(3)]
        theirs, _, _ = script.score(pairs, nots)
        assert list(score_pairs(pairs, nots).items()) == list(theirs.items())
        theirs, _, _ = script.score(pairs, [[]] * 3)
        assert score_pairs(pairs) == theirs
