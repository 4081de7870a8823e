import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model.span import Span, tiles

places = st.integers(min_value=0, max_value=50)


@st.composite
def spans(draw):
    start = draw(places)
    return Span(start, start + draw(places))


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (-2, -1)])
def test_what_is_no_stretch_is_refused(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(spans(), spans())
def test_overlap_is_what_both_cover(one, other):
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlap(other) == other.overlap(one) == len(shared)


@given(st.text(alphabet=" \n\u00a0ab", max_size=30))
def test_trimming_takes_white_space_alone(text):
    trimmed = Span(0, len(text)).trim(text)
    assert trimmed.of(text) == text.strip()


@pytest.mark.parametrize(
    ("pairs", "length", "expected", "why"),
    [
        ([], 0, True, "nothing tiles an empty text"),
        ([], 1, False, "something is left out"),
        ([(0, 1), (1, 3)], 3, True, "edge to edge"),
        ([(0, 2), (1, 3)], 3, False, "overlap"),
        ([(0, 1), (1, 1), (1, 3)], 3, False, "an empty span"),
        ([(1, 3), (0, 1)], 3, False, "out of order"),
        ([(0, 3)], 2, False, "beyond the end"),
    ],
)
def test_tiling(pairs, length, expected, why):
    assert tiles([Span(*p) for p in pairs], length) is expected, why
