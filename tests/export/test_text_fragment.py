"""Quotes to links that open a page at the very words."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.export.text_fragment import LONG, link_to_words, text_fragment

TABLE = Path(__file__).resolve().parents[1] / "tables/text_fragments.yml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_table(row):
    assert text_fragment(row["exact"], row["prefix"], row["suffix"]) == row["gives"]


def test_a_long_quote_is_given_by_its_first_and_last_words():
    words = [f"word{n}" for n in range(100)]
    fragment = text_fragment(" ".join(words))
    start, end = fragment.removeprefix("#:~:text=").split(",")
    assert unquote(start) == " ".join(words[:6])
    assert unquote(end) == " ".join(words[-6:])


def test_a_long_quote_of_three_words_does_not_overlap_itself():
    start, end = text_fragment(f"{'a' * LONG} b c").removeprefix("#:~:text=").split(",")
    assert (unquote(start), unquote(end)) == ("a" * LONG, "b c")


@pytest.mark.parametrize(
    ("url", "gives"),
    [
        ("https://n.example/a", "https://n.example/a#:~:text=He%20won"),
        ("https://n.example/a?b=c", "https://n.example/a?b=c#:~:text=He%20won"),
        ("https://n.example/a#part", "https://n.example/a#part:~:text=He%20won"),
    ],
)
def test_a_link_keeps_what_the_address_has(url, gives):
    assert link_to_words(url, exact="He won") == gives


@given(st.text(max_size=300), st.text(max_size=40), st.text(max_size=40))
def test_whatever_the_quote_the_fragment_is_plain_ascii_and_in_one_piece(exact, prefix, suffix):
    fragment = text_fragment(exact, prefix, suffix)
    assert fragment.isascii()
    assert not set(fragment) & set("<>\"'` \n\r&")
    assert urlsplit("https://n.example/" + fragment).fragment == fragment[1:]
    directive = fragment.removeprefix("#:~:text=")
    assert directive.count(",") <= 3
    bare = [part for part in directive.split(",") if "-" in part]
    assert all(part.endswith("-") or part.startswith("-") for part in bare)
