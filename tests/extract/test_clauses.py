"""Sentences to candidate claims: the table, and what holds for any sentence."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.grammar.clauses import clauses

TABLE = Path(__file__).parents[1] / "tables" / "clauses.yaml"
ROWS = [pytest.param(r, id=r["why"]) for r in yaml.safe_load(TABLE.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("row", ROWS)
def test_table(row):
    assert [c.of(row["sentence"]) for c in clauses(row["sentence"])] == row["expect"]


PIECES = st.sampled_from(
    ["he ", "said ", "and ", ", ", "which ", "was ", "(", ")", "— ", "; ", ": ", "because ", "Ann Lee ",
     "40 ", "men ", "died ", "“", "” ", ". ", "ing ", "when ", "\n", "é"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join))
def test_clauses_stand_in_order_without_overlap(sentence):
    at = 0
    for clause in clauses(sentence):
        assert at <= clause.start < clause.end <= len(sentence)
        assert clause.of(sentence).strip() == clause.of(sentence)
        at = clause.end
