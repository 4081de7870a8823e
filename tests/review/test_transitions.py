import itertools

import pytest

from claims.model.errors import NotAllowed
from claims.model.review import Status
from claims.review.transitions import ALLOWED, NEEDS_REASON, check_transition

OPEN = {"new", "shortlisted", "in_progress", "second_reader", "ready"}
LEGAL = {
    **{state: OPEN | {"published", "rejected"} for state in OPEN},
    "published": {"published", "corrected", "withdrawn"},
    "corrected": {"corrected", "withdrawn"},
    "withdrawn": set(),
    "rejected": {"new", "rejected"},
}


@pytest.mark.parametrize(("before", "after"), [*itertools.product(Status, Status)])
def test_every_pair_of_states_is_legal_or_refused(before, after):
    if after.value in LEGAL[before.value]:
        check_transition(before, after, reason="because")
    else:
        with pytest.raises(NotAllowed, match=f"{before.value} cannot become {after.value}"):
            check_transition(before, after, reason="because")


@pytest.mark.parametrize("after", sorted(NEEDS_REASON, key=lambda s: s.value))
@pytest.mark.parametrize("reason", [None, "", "  "])
def test_taking_something_back_needs_a_reason(after, reason):
    before = next(b for b in Status if after in ALLOWED[b])
    with pytest.raises(NotAllowed, match="needs a reason"):
        check_transition(before, after, reason=reason)
