"""Sentences are grouped into windows; nothing is lost, doubled or out of order."""

from hypothesis import given
from hypothesis import strategies as st

from claims.encoder.windows import windows


@given(
    lengths=st.lists(st.integers(min_value=0, max_value=40), max_size=20),
    limit=st.integers(min_value=1, max_value=16),
)
def test_windows_tile_the_sentences(lengths, limit):
    made = list(windows(lengths, limit=limit))
    assert all(0 < sum(b - a for _, a, b in window) <= limit for window in made)
    read = [(s, i) for window in made for s, a, b in window for i in range(a, b)]
    assert read == [(s, i) for s, length in enumerate(lengths) for i in range(length)]


def test_a_sentence_is_not_cut_while_it_fits_a_window_of_its_own():
    assert list(windows([5, 5], limit=8)) == [[(0, 0, 5)], [(1, 0, 5)]]
