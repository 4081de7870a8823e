"""A claim turned round says the opposite; one that cannot be turned simply is left."""

import random

import pytest

from train.stance.turned import OPPOSITES, turned

FIRST, VERB = 1, 0
"""Seeds of which the first number falls below and above the share of words that are turned."""

CASES = [
    ("Vitamin D reduces deaths.", FIRST, "Vitamin D increases deaths.", "a word with an opposite"),
    ("Higher seas are safe.", FIRST, "Lower seas are safe.", "capitals stay"),
    ("Higher seas are safe.", VERB, "Higher seas are not safe.", "or the verb is denied"),
    ("The answer is known.", VERB, "The answer is not known.", "nothing to turn but the verb"),
    ("The answer is not known.", FIRST, "The answer is known.", "a denial taken back"),
    ("Masks cannot do it.", VERB, "Masks can do it.", "also in one word"),
    ("It has been seen.", VERB, "It has not been seen.", "in the middle of a verb"),
    ("No answer is known.", VERB, None, "a denial that is not a verb's"),
    ("Rain fell.", VERB, None, "a verb that cannot be denied by a word"),
    ("It has a name.", VERB, None, "has, and not has been"),
]


@pytest.mark.parametrize(("claim", "seed", "wanted", "why"), CASES, ids=[c[3] for c in CASES])
def test_turned(claim, seed, wanted, why):
    assert turned(claim, random.Random(seed)) == wanted, why


def test_every_opposite_is_one_word():
    assert all(one.isalpha() and other.isalpha() for one, other in OPPOSITES.items())
    assert all(one != other for one, other in OPPOSITES.items())
