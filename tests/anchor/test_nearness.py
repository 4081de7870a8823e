"""How near the company of a place is to that of the quote: either side alone, both, and the old place."""

import pytest

from claims.anchor.nearness import Sought, after, around, before, between, score
from claims.model.span import Span

TEXT = "They say he won the race, and left."
PLACE = Span(12, 15)  # "won"


@pytest.mark.parametrize(
    ("prefix", "suffix", "sides"),
    [
        ("They say he ", " the race", (1.0, 1.0)),
        ("say he ", "", (1.0, None)),
        ("", " the race", (None, 1.0)),
        ("say\n he ", "\u00a0the  race", (1.0, 1.0)),
        ("", "", (None, None)),
    ],
)
def test_white_space_makes_no_other_company_and_what_is_not_kept_is_not_known(
    prefix, suffix, sides
):
    sought = Sought("won", prefix, suffix)
    assert (before(sought, TEXT, PLACE), after(sought, TEXT, PLACE)) == sides


WHOLE, HALF_LEFT, HALF_RIGHT = (
    ("say he ", " the race"),
    ("xxxxxxx", " the race"),
    ("say he ", "zzzzzzzz"),
)


@pytest.mark.parametrize("half", [HALF_LEFT, HALF_RIGHT])
def test_one_whole_side_counts_for_more_than_half_and_both_for_all(half):
    assert around(Sought("won", *WHOLE), TEXT, PLACE) == 1.0
    assert 0.5 < around(Sought("won", *half), TEXT, PLACE) < 1.0


@pytest.mark.parametrize("half", [HALF_LEFT, HALF_RIGHT, ("say he ", ""), ("", " the race")])
def test_between_is_the_worse_side_and_nothing_where_one_is_not_known(half):
    assert between(Sought("won", *WHOLE), TEXT, PLACE) == 1.0
    assert between(Sought("won", *half), TEXT, PLACE) == 0.0


def test_nothing_is_known_of_a_quote_without_company():
    assert around(Sought("won"), TEXT, PLACE) is None
    assert score(Sought("won"), TEXT, PLACE, 0.5) == 0.5


@pytest.mark.parametrize("start", [12, 0, 30])
def test_the_score_falls_with_the_distance_from_the_old_place(start):
    near, far = (score(Sought("won", start=one), TEXT, PLACE, 1.0) for one in (12, start))
    assert near == 1.0
    assert (far < near) is (start != 12)
    assert far > score(Sought("won", start=12), TEXT, PLACE, 0.9), "the words count for more"


def test_nearer_is_better():
    scores = [score(Sought("won", start=one), TEXT, PLACE, 1.0) for one in (12, 10, 5, 0)]
    assert scores == sorted(set(scores), reverse=True)
