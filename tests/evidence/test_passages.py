from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claims.evidence.passages import MAX_CHARS, passage_spans

TEXT = (
    "First one here. And a second.\n\nA new paragraph stands alone.\n"
    + "Long sentence again. " * 60
)


def test_passages_end_with_their_paragraph():
    first, second, *_ = passage_spans(TEXT)
    assert first.of(TEXT) == "First one here. And a second."
    assert second.of(TEXT).startswith("A new paragraph")


def test_a_heading_goes_with_what_stands_under_it():
    text = "Course\n\nThe war began in 1979.\n\nIt ended in 1989."
    found = [span.of(text) for span in passage_spans(text)]
    assert found == ["Course\n\nThe war began in 1979.", "It ended in 1989."]


def test_carriage_returns_break_lines_too():
    assert list(passage_spans(TEXT.replace("\n", "\r"))) == list(passage_spans(TEXT))


def test_passages_are_no_longer_than_they_need_to_be():
    lengths = [len(s) for s in passage_spans(TEXT)]
    assert max(lengths) <= MAX_CHARS
    assert len(lengths) > 3


@given(st.text(alphabet='aB. \n!?"“”', max_size=300))
def test_passages_are_in_order_and_lose_no_letter(text):
    spans = list(passage_spans(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = "".join(s.of(text) for s in spans)
    assert "".join(kept.split()) == "".join(text.split())
