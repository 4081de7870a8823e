"""The names of an article and what they stand for."""

import pytest

from claims.extract.article import read_article
from claims.extract.grammar.given_names import MEN, WOMEN
from claims.extract.wording.entities import read_entities
from claims.extract.wording.figures import same_given
from claims.extract.wording.given_names import goes_by


def read(text):
    return read_entities(read_article(text, published=None))


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Mayor Ann Lee won.", ("Lee",), "Ann Lee"),
        ("Mayor Ann Lee won.", ("Mayor", "Lee"), "Ann Lee"),
        ("Mayor Ann Lee won.", ("Bo", "Lee"), None),
        ("Ann Lee and Peter Lee won.", ("Lee",), None),
        ("Lee dies at 80: Ann Lee in full\n\nAnn Lee and Peter Lee won.", ("Lee",), "Ann Lee"),
        ("The prize went to Ann Lee.", ("Lee",), "Ann Lee"),
        ("Jan de Lime said it fell.", ("de", "Lime"), "Jan de Lime"),
        ("King Olav Lime died.", ("Olav",), "Olav Lime"),
        ("It fell.", ("Lee",), None),
    ],
)  # fmt: skip
def test_persons(text, words, name):
    figure = read(text).figure_of(words)
    assert (figure.name if figure else None) == name


@pytest.mark.parametrize(
    ("text", "acronyms"),
    [
        ("The Lime Bridge Trust (LBT) paid.", {"LBT": "Lime Bridge Trust"}),
        ("The Bank of Lime (BL) paid.", {"BL": "Bank of Lime"}),
        ("Transport for Leeds (TfL) paid.", {"TfL": "Transport for Leeds"}),
        ("The mill (XYZ) fell.", {}),
    ],
)
def test_acronyms(text, acronyms):
    assert read(text).acronyms == acronyms


def test_what_may_be_a_town_is_no_sure_person():
    assert not read("Virginia Lime fell.").figure_of(("Lime",)).sure
    assert read("Helen Lime fell.").figure_of(("Lime",)).sure


def test_a_possessive_ends_a_name():
    assert [r.words for r in read("The Lime Trust's Ann Lee of Leeds won.").runs] == [
        ("Lime", "Trust's"),
        ("Ann", "Lee"),
        ("Leeds",),
    ]


def test_a_person_before_of_is_a_name_of_its_own():
    runs = read("Crown Prince Peter Lime of Harz said no.").runs
    assert [" ".join(r.words) for r in runs] == ["Crown Prince Peter Lime", "Harz"]


def test_titles_that_two_bear_are_nobodys():
    assert read("Mayor Ann Lee met Mayor Peter Dale.").holders["mayor"] is None


def test_initials_are_the_same_person():
    assert same_given("Ann Lee", "A.")
    assert not same_given("Ann Lee", "Bo")


def test_no_given_name_is_in_both_lists():
    assert not MEN & WOMEN
    assert (goes_by("Ann Lee"), goes_by("Xu Lee"), goes_by("Lee", "mr")) == ("she", None, "he")
