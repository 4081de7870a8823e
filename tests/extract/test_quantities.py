"""Numbers in running text: the table, and what holds for any text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.quantities import quantities

TABLE = Path(__file__).parents[1] / "tables" / "quantities.yaml"
ROWS = [pytest.param(r, id=r["why"]) for r in yaml.safe_load(TABLE.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("row", ROWS)
def test_table(row):
    found = [[q.value, q.unit, q.comparator, q.exact] for q in quantities(row["text"])]
    assert found == row["expect"]


def test_offset_moves_the_places_and_nothing_else():
    near, far = quantities("some 40 men"), quantities("some 40 men", offset=1000)
    assert [(q.start + 1000, q.end + 1000, q.exact) for q in near] == [
        (q.start, q.end, q.exact) for q in far
    ]


PIECES = st.sampled_from(
    ["more than ", "15,000", " men", "$", "3bn", "%", " to ", "two", " hundred", "–", "1990", ", ",
     "Flight ", " ", "between 2 and ", "€", "dozens", " a million", "٣", "é", "\n", "."]
)  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join))
def test_exact_stands_where_it_says_for_any_text(text):
    for quantity in quantities(text):
        assert text[quantity.start : quantity.end] == quantity.exact
        assert quantity.comparator in {None, ">", ">=", "<", "<=", "~"}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("piece", ["1,", "1 ", "one hundred ", "more than ", "$", "9"])
def test_time_grows_with_the_text(piece):
    assert quantities(piece * (3000 // len(piece))) is not None
