"""What is found in a text, feature by feature."""

from pathlib import Path

import pytest
import yaml
from patience import takes_within

from claims.extract.worth.check_worthiness import shipped_worth
from claims.extract.worth.worth_features import Known, counted, log_odds, other_values, sought
from claims.extract.worth.worth_weights import shipped_weights

ROWS = yaml.safe_load(
    (Path(__file__).parents[1] / "tables/worthiness.yaml").read_text(encoding="utf-8")
)
BY_NAME = {f.name: f.key for f in shipped_weights().rules.features}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_the_features_of_a_sentence(row):
    reasons = shipped_worth().score_sentence(row["text"])[2]
    found = [BY_NAME[r.name.partition(":")[0]] for r in reasons]
    assert sorted(found) == sorted(row["found"]), row["why"]


def test_the_third_of_a_kind_counts_no_more():
    once, twice, often = (counted("x", sought(("shot*",)), "shots " * n) for n in (1, 2, 9))
    assert (once.strength, twice.strength, often) == (1.0, 1.5, twice)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (("let's",), "Let’s go", True),
        (("going to",), "going\u00a0to", True),
        (("tax",), "taxes, syntax", False),
        (("tax*",), "TAXED", True),
        (("c++",), "a c++ course", True),
        (("a.b",), "axb", False),
    ],
)
def test_words_are_taken_as_written(words, text, found):
    assert (counted("x", sought(words), text) is not None) == found


def test_the_level_counts_only_beside_the_encoder():
    assert "level" not in other_values("Two died", Known(level=0.9))
    assert other_values("Two died", Known(level=0.9, worthy=0.0))["level"].value == 0.9


def test_no_certainty_is_endless():
    assert (log_odds(0.0), log_odds(1.0), log_odds(0.5)) == (-4.0, 4.0, 0.0)


@pytest.mark.parametrize(
    "piece", ["A", "Ab", "Ab ", "A-", "Ab-", "A’", "a* ", "injur", "plan to ", "more ", "“", "$", " ", "Ab of the "]
)  # fmt: skip
def test_ten_kilobytes_of_anything_take_less_than_a_second(piece):
    text = piece * (10_000 // len(piece))
    assert takes_within(1, shipped_worth().score_sentence, text)
