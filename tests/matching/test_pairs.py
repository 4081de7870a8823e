"""Pairs of claims with the right answer; no pair is ever taken for the same when it is not."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.matching.claimants import two_people
from claims.matching.pairs import Relation, Told, pair

TABLES = Path(__file__).resolve().parents[1] / "tables"
OPEN, HELD, TRAPS = (
    yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))
    for name in ("matches", "matches_held", "match_traps")
)
ROWS = [*OPEN, *HELD, *TRAPS]


def found(row):
    one, other = Told(row["one"], row.get("by")), Told(row["other"], row.get("other_by"))
    return pair(one, other), pair(other, one)


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda r: f"{r['is']}: {r['one'][:35]} | {r['other'][:45]}"
)
def test_pairs(row):
    there, back = found(row)
    assert there.relation.value == row.get("missed", row["is"]), there.why
    assert back.relation is there.relation, back.why
    assert 0 <= there.score <= 1
    assert all(there.why)


@pytest.mark.parametrize(
    ("rows", "least", "recall"), [(OPEN, 60, 0.85), (HELD, 40, 0.7), (TRAPS, 28, 1)]
)
def test_nothing_is_taken_for_the_same_that_is_not_and_most_is_found(rows, least, recall):
    pairs = [(row.get("missed", row["is"]), row["is"]) for row in rows]
    assert len(pairs) >= least
    assert all(right == "same" for told, right in pairs if told == "same")
    same = [told for told, right in pairs if right == "same"]
    assert same.count("same") / len(same) >= recall


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_are_something_to_each_other(one, other):
    there, back = pair(Told(one), Told(other)), pair(Told(other), Told(one))
    assert there.relation is back.relation
    assert pair(Told(one), Told(one)).relation in {Relation.SAME, Relation.RELATED}


@given(st.text(max_size=30), st.text(max_size=30))
def test_claimants_differ_both_ways(one, other):
    assert two_people(one, other) is two_people(other, one)
    assert not two_people(one, one)
