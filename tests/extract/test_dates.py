"""Dates as newspapers write them: the table, and what holds for any text."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from patience import takes_within

from claims.extract.dates.mentions import dates

TABLES = Path(__file__).parents[1] / "tables"
ROWS = [
    pytest.param(row, id=row["why"])
    for name in ("dates.yaml", "dates_told.yaml", "dates_papers.yaml")
    for row in yaml.safe_load((TABLES / name).read_text(encoding="utf-8"))
]

PUBLISHED = "2021-08-31"


@pytest.mark.parametrize("row", ROWS)
def test_table(row):
    found = dates(row["text"], published=row.get("published", PUBLISHED))
    assert [d.edtf for d in found] == row["expect"]


PIECES = st.sampled_from(
    ["February ", "30", ", ", "1989", "last ", "week", " Monday", "in May ", "2007", "–", "to ", "ago",
     "thirty years ", "3", "1970s", "31 June", "0", "/20", " of that year", ".", "two days later ", "the next day ", "around ", "’s",
     "Christmas Eve ", "1/2/2020 ", "Q3 ", "the spring of ", "over the weekend "]
)  # fmt: skip


@given(
    st.lists(PIECES, max_size=16).map("".join), st.sampled_from([None, "", PUBLISHED, "2024-02-29"])
)
def test_exact_stands_where_it_says_and_finds_do_not_overlap(text, published):
    at = 0
    for mention in dates(text, published=published):
        assert text[mention.start : mention.end] == mention.exact
        assert mention.start >= at
        at = mention.end


@pytest.mark.parametrize("published", ["not a date", "2021", "2021-13-01", "2021-02-30"])
def test_a_publication_date_that_is_none_resolves_nothing(published):
    assert dates("on Saturday", published=published) == ()


@pytest.mark.parametrize(
    "unit",
    ["May 1 ", "1", "12/", "1/1/2020 ", "2019-", "a year later ", "in 2019 the next day ", "on Monday ",
     "of May ", " ", "last ", "20 ", "2019 to ", "1st of ", "around ", "Monday, the ",
     "On Friday the ", "opens on 1 May ", "a week on ", "first Monday of ", "the following May ", "one hundred and ",
     "asked for it by Monday ", "may be so from Friday ", "calls it for Monday ", "until at least Monday ", "the first of May ",
     "In 1991 it fell. In May ", "May 3 1991. On 4 June ", "last year to the day ",
     "his rite is on Monday ", "they plan to go on Monday ", "from about 1900 to ", "in the spring ", "first quarter sales ",
     "said on Tuesday. The day after, ", ", put up in 1895, on June 7 ", "1900 that year. In May ", "the year to May ",
     "first six months of 1999 ", "by the end of the year ", ", who was nine, on Monday "],
)  # fmt: skip
def test_ten_thousand_characters_of_anything_take_less_than_a_second(unit):
    text = unit * (10_000 // len(unit))
    assert takes_within(1, dates, text, published=PUBLISHED)
