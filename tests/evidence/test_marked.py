"""Passages with their numbers marked for a reader that cannot count."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.evidence.quantity.marked import marked

TABLE = Path(__file__).parents[1] / "tables" / "marked.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["passage"][:40])
def test_numbers_are_marked(row):
    assert marked(row["claim"], row["passage"]) == row["shown"]


def test_a_passage_is_read_against_its_own_date():
    shown = marked("It fell on 4 May 2010.", "It fell on Tuesday.", published="2010-05-05")
    assert shown == "It fell on = Tuesday."


@settings(deadline=None, max_examples=60)
@given(claim=st.text(max_size=60), passage=st.text(max_size=120))
def test_without_a_number_in_the_claim_nothing_is_marked_and_nothing_fails(claim, passage):
    marked(claim, passage)
    assert marked("Rain fell.", passage) == passage
