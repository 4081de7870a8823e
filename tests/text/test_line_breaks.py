"""Line breaks: the shapes of blocks. The cases with words stand in tables/sentences.yaml."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.text.line_breaks import paragraph_starts

WRAPPED = "The government said on Monday that more than fifteen\nthousand men had died in the war."
LINES = st.lists(
    st.sampled_from(["", " ", "Head", "- a", "1. b", "Long " * 15, "and so on.", "x,", "Mr."]),
    max_size=20,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\x0c", "\u2028"]))
def test_starts_are_in_order_and_at_visible_signs(lines, end):
    text = end.join(lines)
    starts = paragraph_starts(text)
    assert starts == sorted(set(starts))
    assert all(0 < start < len(text) and not text[start].isspace() for start in starts)


@given(LINES)
def test_a_blank_line_always_parts(lines):
    text = "\n".join(lines)
    starts = paragraph_starts(text + "\n\nLast words" if text.strip() else "x\n\nLast words")
    assert starts[-1] == len(text + "\n\n" if text.strip() else "x\n\n")


@pytest.mark.parametrize(
    ("text", "count", "why"),
    [
        (WRAPPED, 0, "wrapped to a width"),
        (WRAPPED + "\nHeading\n" + WRAPPED, 2, "a short line among wrapped ones is a heading"),
        (WRAPPED.replace("\n", "\n\n"), 1, "a blank line parts even wrapped text"),
        ("One,\nTwo", 0, "a comma goes on"),
        ("The house of\nWindsor", 0, "a preposition goes on"),
        ("Spoken by Sen.\nLee", 0, "a title goes on"),
        ("a hyphen-\nated word", 0, "a hyphen goes on"),
        ("Points:\n- one\n- two", 2, "bullets after a colon"),
        ("Points\n1. one\n2. two", 2, "numbers"),
        ("", 0, "nothing"),
        ("\n\n\n", 0, "line ends only"),
    ],
)
def test_shapes(text, count, why):
    assert len(paragraph_starts(text)) == count, why
