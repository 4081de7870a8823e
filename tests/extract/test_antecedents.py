"""What ", who" and ", which" are about."""

import pytest

from claims.extract.wording.antecedents import person_before, thing_before


@pytest.mark.parametrize(
    ("before", "thing"),
    [
        ("The firm closed a mill, ", "a mill"),
        ("The court banned the Lime Party, ", "the Lime Party"),
        ("It joined the Lime Trust (LT), ", "the Lime Trust (LT)"),
        ("In Leeds, ", "Leeds"),
        ("The firm closed a mill in Leeds, ", None),
        ("It fell in Leeds, England, ", None),
        ("She played the character Abe Lime, ", None),
        ("It fell on Monday, ", None),
        ("The mill was shut, ", None),
        ("He said “the mill”, ", None),
        ("the roof of the mill, ", None),
        ("a mill fell, ", None),
    ],
)
def test_things(before, thing):
    assert thing_before(before) == thing


@pytest.mark.parametrize(
    ("before", "names", "person"),
    [
        ("It hit Ann Lee, ", ["Ann Lee"], "Ann Lee"),
        ("It hit the driver, ", [], "the driver"),
        ("It hit two soldiers, ", [], "two soldiers"),
        ("It hit the wall, ", [], None),
        ("It was shut, ", [], None),
    ],
)
def test_persons(before, names, person):
    assert person_before(before, names) == person
