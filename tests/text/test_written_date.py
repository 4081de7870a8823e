"""Days as pages and newspapers write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.written_date import written_date

ROWS = [
    ("2021-08-31", "2021-08-31", "ISO"),
    ("2021-08-31T23:30:00-04:00", "2021-08-31", "the day as written, not the day in UTC"),
    ("2021-08-31 23:30", "2021-08-31", "ISO with a blank"),
    ("2021-8-1", "2021-08-01", "ISO without leading zeros"),
    ("2021/08/31", "2021-08-31", "slashes, year first"),
    ("20210831", "2021-08-31", "ISO without hyphens"),
    ("20210831T120000Z", "2021-08-31", "ISO without hyphens, with a time"),
    ("Friday, September 20, 2019", "2019-09-20", "American with weekday"),
    ("Friday, September 20, 2019\u00a0", "2019-09-20", "no-break space behind it"),
    ("Sept. 20, 2019", "2019-09-20", "abbreviated month"),
    ("September 20th, 2019", "2019-09-20", "ordinal"),
    ("20 September 2019", "2019-09-20", "British"),
    ("Fri 20 Sep 2019 11.45 BST", "2019-09-20", "British with weekday and time"),
    ("Fri, 20 Sep 2019 11:45:00 GMT", "2019-09-20", "RFC 5322, as in feeds"),
    ("the 20th of September 2019", None, "words before it"),
    ("20th of September 2019", "2019-09-20", "of"),
    ("SEPTEMBER 20, 2019 AT 11:45 AM", "2019-09-20", "capitals"),
    ("31.08.2021", "2021-08-31", "continental, day first"),
    ("31/08/2021", "2021-08-31", "the first number must be the day"),
    ("08/31/2021", "2021-08-31", "the second number must be the day"),
    ("08/08/2021", "2021-08-08", "the same either way"),
    ("9/8/2021", None, "two days in two countries"),
    ("2021-02-31", None, "no such day"),
    ("31 February 2021", None, "no such day in words"),
    ("2021-13-01", None, "no such month"),
    ("0021-08-31", None, "no such year in newspapers"),
    ("2021", "2021", "a bare year is EDTF"),
    ("2021-08", "2021-08", "a bare month is EDTF"),
    ("1234567", None, "a number"),
    ("on Friday", None, "no year"),
    ("May", None, "a month alone"),
    ("", None, "nothing"),
    (None, None, "no value"),
    ("x" * 500, None, "far too long"),
    ("The war ended on 15 February 1989", None, "a sentence is no date"),
]


@pytest.mark.parametrize(("written", "day", "why"), ROWS, ids=[row[-1] for row in ROWS])
def test_table(written, day, why):
    assert written_date(written) == day, why


@given(st.dates(min_value=date(1700, 1, 1)))
def test_every_day_is_read_in_every_form(day):
    if day.year > 2199:
        return
    for form in ("%Y-%m-%d", "%Y%m%d", "%A, %B %d, %Y", "%d %B %Y", "%a, %d %b %Y 10:00:00 GMT"):
        assert written_date(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=60))
def test_any_text_gives_a_date_or_nothing(text):
    found = written_date(text)
    assert found is None or found[:4].isdecimal()
