"""Words behind "it" and "which" that speak of an act or a whole clause."""

import pytest

from claims.extract.wording.predicates import is_of_a_clause, is_of_an_act


@pytest.mark.parametrize(
    ("after", "subject", "act"),
    [
        (" was unlawful", "The court", True),
        (" was completely unnecessary", "The council", True),
        (" is a grave mistake", "The party", True),
        (" was the first time", "The team", True),
        (" took two hours", "The mill", True),
        (" came after the vote", "The party", True),
        (" happened at noon", "The mayor", True),
        (" happened at noon", "The crash", False),
        (" came third", "The team", False),
        (" employs 90 people", "The mill", False),
        (" is the largest mill in Leeds", "The mill", False),
        (" was sold in 1999", "The mill", False),
    ],
)
def test_acts(after, subject, act):
    assert is_of_an_act(after, subject) == act


@pytest.mark.parametrize(
    ("relative", "clause"),
    [
        ("which makes the wall smooth", True),
        ("which in turn led to a strike", True),
        ("which was why he left", True),
        ("which killed 12 people", False),
        ("which was built in 1871", False),
    ],
)
def test_clauses(relative, clause):
    assert is_of_a_clause(relative) == clause
