"""What covers, what pairs, what is missed: spans worked out by hand."""

import pytest

from claims.extract.claim_pairs import (
    best_cover,
    covers,
    is_right,
    lies_on,
    missed,
    pair_up,
    unfounded,
)


def at(start, end, level=3):
    return {"start": start, "end": end, "level": level}


@pytest.mark.parametrize(
    ("gold", "predicted", "pairs", "why"),
    [
        ([at(0, 10)], [at(0, 20)], {0: 0}, "exactly half of the union"),
        ([at(0, 10)], [at(0, 21)], {}, "less than half"),
        ([at(0, 10)], [at(10, 20)], {}, "they only touch"),
        ([at(0, 10), at(10, 20)], [at(0, 20)], {1: 0}, "one prediction, one gold claim"),
        ([at(0, 10)], [at(0, 14), at(0, 11)], {0: 1}, "the closer one"),
        ([at(0, 10), at(0, 12)], [at(0, 10), at(0, 12)], {0: 0, 1: 1}, "each its own"),
        ([], [at(0, 9)], {}, "no gold"),
    ],
)
def test_pairs(gold, predicted, pairs, why):
    assert pair_up(gold, predicted) == pairs, why


def test_a_cover_holds_four_fifths():
    assert covers(at(2, 10), at(0, 10))
    assert not covers(at(3, 10), at(0, 10))
    assert best_cover(at(0, 10), [at(3, 10)]) is None


def test_right_and_wrong():
    gold = [at(0, 10), at(50, 150, level=1)]
    assert is_right(at(60, 70), gold), "inside a claim of level 1"
    assert unfounded(gold, [at(0, 10), at(60, 70), at(200, 210)]) == [at(200, 210)]
    assert missed(gold, []) == [at(0, 10)], "level 1 need not be found"


def test_half_of_a_passage_that_is_no_claim():
    assert lies_on(at(5, 30), at(0, 10), [])
    assert not lies_on(at(6, 30), at(0, 10), [])
    assert not lies_on(at(5, 30), at(0, 10), [at(20, 30)]), "it covers a gold claim"
