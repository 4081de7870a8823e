"""Short names, titles and "the firm" to the names an article gives."""

from claims.extract.grammar.names import bodies, people
from claims.extract.speakers.cast import Cast


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


def test_the_first_of_two_with_one_last_name_has_it():
    cast = Cast()
    cast.note(people("Minister Jo Lee met Maya Rose Lee, a baker."))
    assert cast.fullest("Lee") == "Jo Lee"


def test_an_acronym_and_a_kind_of_body_point_to_it():
    cast = Cast()
    cast.note_bodies(bodies("The Northern Rail Union (NRU) met in May."))
    assert cast.fullest("the NRU") == "The Northern Rail Union (NRU)"
    assert cast.fullest("the union") == "The Northern Rail Union (NRU)"


def test_two_bodies_of_a_kind_leave_it_open():
    cast = Cast()
    cast.note_bodies(bodies("The Northern Rail Union met the Harbour Workers Union in May."))
    assert cast.fullest("the union") == "the union"


def test_a_word_for_officials_is_no_title_before_a_name():
    assert Cast().fullest("State officials") == "State officials"
