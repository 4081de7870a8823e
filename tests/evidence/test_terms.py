from pathlib import Path

import pytest
import yaml

from claims.evidence.terms import LONGEST, MOST, search_terms
from claims.evidence.wordings import Weighed, shares, stands_in

ROWS = yaml.safe_load(
    (Path(__file__).parents[1] / "tables/search_terms.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["why"])
def test_terms(row):
    found = search_terms(row["claim"], row.get("figures", ()))
    told = {term.shown: [" ".join(form) for form in term.forms] for term in found}
    wanted = {shown: forms for shown, forms in row["terms"].items() if forms}
    if row.get("at_least"):
        assert wanted.items() <= told.items(), row["why"]
    else:
        assert told == wanted, row["why"]
    assert [term.shown for term in found if term.name] == row["names"]


def test_a_hostile_claim_asks_for_no_more_than_a_long_one():
    assert len(search_terms(" ".join(f"word{n}" for n in range(10_000)))) == MOST
    assert search_terms("x" * (LONGEST + 1)) == ()


def test_a_long_passage_must_hold_more_to_be_as_near():
    words = [Weighed("Marou", (("marou",),), 3, 6.0, name=True)]
    near, far = (shares(words, [True], length=length).words for length in (200, 900))
    assert near > far > 0
    assert shares([], [], length=200).words == 0.0


@pytest.mark.parametrize(
    ("forms", "text", "stands"),
    [
        ((("people",),), "many people came", True),
        ((("nations",),), "a nation of its own", True),
        ((("war",),), "software", False),
        ((("anti", "war"),), "the war of the anti-tank", True),
        ((("anti", "war"),), "the war", False),
        ((("15", "000"), ("15000",)), "some 15000 men", True),
        ((("c++",),), "c", False),
    ],
)
def test_a_common_word_in_any_ending(forms, text, stands):
    assert stands_in(Weighed("w", forms, 1, 1.0, name=False), text) is stands
