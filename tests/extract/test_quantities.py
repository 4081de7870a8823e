"""Numbers in running text: the table, and what holds for any text."""

import math
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from patience import takes_within

from claims.extract.quantities.mentions import quantities

TABLES = Path(__file__).parents[1] / "tables"
ROWS = [
    pytest.param(row, id=row["why"])
    for name in ("quantities.yaml", "quantities_papers.yaml")
    for row in yaml.safe_load((TABLES / name).read_text(encoding="utf-8"))
]


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
     "Flight ", " ", "between 2 and ", "€", "dozens", " a million", "٣", "é", "\n", ".", "half ", "a year",
     " and a half", "one in ", "five", "15.000", "3,5", "-", "minus ", "20C", " km", "50m", "½", "1/2", "Rs. ",
     "SEK", "aged ", "(", ")", " or more", "doubled", "in his forties", "under-18s", "majority of ", "’", "²"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=20).map("".join))
def test_exact_stands_where_it_says_for_any_text(text):
    last = 0
    for quantity in quantities(text, offset=3):
        assert text[quantity.start - 3 : quantity.end - 3] == quantity.exact
        assert quantity.exact
        assert quantity.comparator in {None, ">", ">=", "<", "<=", "~"}
        assert math.isfinite(quantity.value)
        assert quantity.start >= last  # in order of the text
        last = quantity.start


@given(st.text(max_size=60))
def test_any_text_is_read(text):
    assert all(text[q.start : q.end] == q.exact for q in quantities(text))


@pytest.mark.parametrize(
    "piece",
    ["1", "9", "1,", "1 ", "123 ", "123.", "1,234,", "12,34,", "1'234", "1/2 ", "½", "a ", "an half ", "one ",
     "one hundred ", "one hundred and ", "twenty-", "a million and ", "thousands of ", "one in ", "more than ",
     "at least about the ", "$", "US$", "€1", "5%-", "2-3-", "between 2 and ", "from 1 to ", "aged nine, ",
     "5 Polish ", "7 A", "Flight 6 ", "half of a ", "a year and a half ", "1.5m", "9 May ", "(5) ", "minus ",
     " ", "\u202f", "’", "majority of ", "in his forties", "12 of the 12 of the ", "one such man in ", "at ten to ",
     "not a man, not more than ", "between two and ", "every man or two ", "minus 5 to -", "7 Leopard 2 ",
     "of them were under ", "cut it by $2 to $", "half of a man of "],
)  # fmt: skip
def test_ten_kilobytes_of_anything_take_less_than_a_second(piece):
    text = piece * (10_000 // len(piece))
    assert takes_within(1, quantities, text)
