"""Words that stand as they were, and whether their neighbours turned them."""

import pytest

from claims.anchor.beside import with_neighbours
from claims.anchor.differences import differences
from claims.anchor.nearness import Sought
from claims.model.span import Span

WAS = ("It cost ", "15", " billion in all.")


@pytest.mark.parametrize(
    ("before", "after", "change", "why"),
    [
        ("It cost ", " billion in all.", None, "nothing changed"),
        ("It cost ", " million in all.", "number", "the scale behind a figure is part of it"),
        ("It took ", " billion in all.", None, "another word before it is no other number"),
        ("It never cost ", " billion in all.", "negation", "denied"),
    ],
)
def test_neighbours_that_turn_a_figure(before, after, change, why):
    prefix, exact, suffix = WAS
    span = Span(len(before), len(before) + len(exact))
    now = f"{before}{exact}{after}"
    found = with_neighbours(differences(exact, exact), Sought(exact, prefix, suffix), now, span)
    assert [kind.value for kind in found.changes] == ([change] if change else []), why
