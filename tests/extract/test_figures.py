"""Which runs of capitals are persons."""

import pytest

from claims.extract.grammar.names import Person
from claims.extract.wording.figures import figure_at


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Marie Dubois", True),
        ("NBA Finals MVP", False),
        ("AJ Dubois", True),
        ("Karl Gustav XVI", True),
    ],
)
def test_acronyms_are_no_names_of_persons(name, person):
    sentence = f"Then {name} spoke."
    found = figure_at(sentence, 5, Person(name=name, title="", sure=False))
    assert (found is not None) is person
