"""Persons and their short names."""

import pytest

from claims.extract.grammar.names import bodies, person_in


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
        ("The Harbour Gazette", None),  # a paper, the article in its name
        ("Norddok’s Ann Lee", "Ann Lee"),  # whose employee it is
        ("In Lower Kerwick, which is old,", None),  # a place at the beginning of a sentence
        ("In Ann Lee’s view", "Ann Lee"),  # a given name there
        ("Lime Wind A/S", None),  # the form of a firm
        ("Karl Lime AG", None),
        ("Ms Lee", "Lee"),  # a form of address makes one word a name
    ],
)
def test_person_in(phrase, name):
    assert person_in(phrase) == name


def test_bodies_with_their_short_forms():
    found = [(b.name, b.acronym) for b in bodies("The Northern Rail Union (NRU) met Ann Lee.")]
    assert found == [("The Northern Rail Union", "NRU")]
