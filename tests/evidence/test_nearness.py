import numpy as np
import pytest

from claims.evidence.nearness import (
    joined,
    likeness,
    nearest,
    positions_of,
    positions_within,
)

SIZE = 256


def vectors(count):
    made = np.random.default_rng(3).normal(size=(count, SIZE)).astype(np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def stored(made, per_page=3):
    codes = np.packbits(made > 0, axis=1)
    pages = range(0, len(codes), per_page)
    return [(f"s-{at // per_page}", codes[at : at + per_page].tobytes()) for at in pages]


def test_a_vector_is_nearest_to_its_own_code():
    made = vectors(70_000)
    codes = joined(stored(made), size=SIZE)
    for at in (0, 1, 33_000, 69_999):
        assert nearest(made[at], codes, limit=3)[0] == at
        assert codes.place(at) == (f"s-{at // 3}", at % 3 + 1)


def test_what_is_nearer_comes_first_and_as_many_as_are_asked_for():
    made = vectors(500)
    codes = joined(stored(made), size=SIZE)
    near = nearest(made[7], codes, limit=20)
    told = likeness(made[7], codes, near)
    assert len(near) == 20
    assert (np.diff(told) <= 0).all()
    assert len(nearest(made[7], codes, limit=900)) == 500
    assert not len(nearest(made[7], codes, limit=0))


def test_among_some_pages_alone():
    made = vectors(30)
    codes = joined(stored(made), size=SIZE)
    among = positions_within(codes, ["s-4", "s-2", "s-none"])
    assert among.tolist() == [6, 7, 8, 12, 13, 14]
    assert set(nearest(made[0], codes, limit=9, among=among).tolist()) == set(among.tolist())
    assert not len(nearest(made[0], codes, limit=9, among=positions_within(codes, [])))


@pytest.mark.parametrize(
    ("place", "position"),
    [(("s-0", 1), 0), (("s-1", 3), 5), (("s-1", 4), -1), (("s-none", 1), -1)],
)
def test_a_place_that_has_no_code_is_nowhere(place, position):
    codes = joined(stored(vectors(6)), size=SIZE)
    assert positions_of(codes, [place]).tolist() == [position]


def test_no_codes_at_all_and_codes_of_another_size_are_nothing():
    empty = joined([], size=SIZE)
    assert len(empty) == 0
    assert not len(nearest(vectors(1)[0], empty, limit=5))
    assert len(joined([("s-1", b""), ("s-2", b"12345")], size=SIZE)) == 0
