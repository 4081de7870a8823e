"""What becomes of the fields of a record on their way into the public file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.public_rows import claim_row, quantities, web_address, year


@pytest.mark.parametrize(
    ("url", "gives"),
    [
        ("https://a.example/p?q#f", "https://a.example/p?q#f"),
        ("http://127.0.0.1:8000/wiki", "http://127.0.0.1:8000/wiki"),
        ("https://[::1]:80/x", "https://[::1]:80/x"),
        ("https://user:secret@a.example:8/p", "https://a.example:8/p"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("/home/desk/a.html", None),
        ("https://", None),
        ("https://[broken", None),
        ("https://a.example:port/", None),
        ("-", None),
        (None, None),
    ],
)
def test_addresses_that_readers_can_follow(url, gives):
    assert web_address(url) == gives


@given(st.text(max_size=60))
def test_whatever_the_address_it_becomes_a_web_address_or_nothing(url):
    found = web_address(url)
    assert found is None or found.startswith(("http://", "https://"))


@pytest.mark.parametrize(
    ("found", "gives"),
    [
        ([], None),
        ([{"value": 15000.0, "unit": None, "comparator": ">"}], "more than 15,000"),
        ([{"value": 2.5, "unit": "percent", "comparator": "~"}], "about 2.5 percent"),
        (
            [
                {"value": 9, "unit": "year", "comparator": None},
                {"value": 10, "unit": "year", "comparator": "<="},
            ],
            "9 year; at most 10 year",
        ),
    ],
)
def test_numbers_as_readers_have_them(found, gives):
    assert quantities(found) == gives


@pytest.mark.parametrize(
    ("date", "gives"),
    [
        ("2021-08-31", 2021),
        ("2021~", 2021),
        ("202X", None),
        (None, None),
        ("", None),
        ("²⁰²¹", None),
    ],
)
def test_years(date, gives):
    assert year(date) == gives


def test_a_claim_without_attribution_has_no_role():
    claim = dict.fromkeys(
        ("id", "exact", "sentence", "prefix", "suffix", "ambiguous", "kind", "claimant"), "x"
    )
    claim |= {"claim_text": None, "attribution": None, "start": 12, "sentence_start": 10}
    claim |= {"check_worthiness": 0.5, "dates": [], "quantities": []}
    document = dict.fromkeys(("id", "published", "url", "title", "author", "publisher"))
    row = claim_row(claim, document, {"status": "published"})
    assert (row["claim"], row["claimant_role"], row["mark_start"]) == ("x", None, 2)
