"""Persons and their short names."""

import pytest

from claims.extract.names import Cast, people, person_in


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Foreign Minister Sergei Lavrov", "Sergei Lavrov"),  # a title is no part of the name
        ("the mayor of London, Sadiq Khan", "Sadiq Khan"),  # a place before it
        ("Mayor of London Sadiq Khan", "Sadiq Khan"),  # the place touches the name
        ("Crown Prince Mohammad bin Salman", "Mohammad bin Salman"),  # a particle in the name
        ("the Royal Academy of Sciences", None),  # "the" before it: a body
        ("the London Fire Brigade", None),  # a word for a body
        ("New York governor", None),  # a place
        ("a spokesman", None),
    ],
)
def test_person_in(phrase, name):
    assert person_in(phrase) == name


def test_the_fullest_name_wins():
    cast = Cast()
    cast.note(people("Minister Jo Lee met Jo Ann Lee, a baker."))
    assert cast.fullest("Lee") == "Jo Ann Lee"


def test_a_title_points_to_its_last_holder():
    cast = Cast()
    cast.note(people("President Ann Lee met Bo Chan."))
    assert cast.fullest("the president") == "Ann Lee"
    assert cast.fullest("the mayor") == "the mayor"


def test_only_names_with_evidence_are_sure():
    cast = Cast()
    cast.note(people("President Ann Lee saw Lime Walk."))
    assert cast.is_sure("Ann Lee")
    assert not cast.is_sure("Lime Walk")
