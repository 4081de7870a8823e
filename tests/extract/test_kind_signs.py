"""A claim's words to signs of its kind."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from patience import takes_within

from claims.extract.kind_signs import SIGNS, kind_signs

TABLE = Path(__file__).parents[1] / "tables" / "kind_signs.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["claim"])
def test_signs(row):
    shown = {SIGNS[i] for i in kind_signs(row["claim"])}
    assert set(row["shows"]) <= shown, row["why"]
    assert shown.isdisjoint(row["not"]), row["why"]
    assert set(SIGNS) >= {*row["shows"], *row["not"]}


@given(st.text(max_size=80))
def test_any_text_has_signs_each_once(text):
    found = kind_signs(text)
    assert found == sorted(set(found))


@pytest.mark.parametrize(
    "text", ["to a " * 20_000, "the " * 20_000, ", sing" * 20_000, "x" * 100_000]
)
def test_time_grows_with_length_only(text):
    assert takes_within(1.0, kind_signs, text)
