"""The table of reporting verbs."""

from claims.extract.grammar.reporting_verbs import PARTICIPLES, REPORTING, STANCES


def test_every_row_has_a_known_stance():
    assert {
        "said",
        "announced",
        "claimed",
        "denied",
        "admitted",
        "judged",
        "asked",
        "thought",
        "found",
    } == STANCES


def test_the_table_is_wide_enough():
    assert len(REPORTING.keys() | PARTICIPLES.keys()) >= 250


def test_stances_of_well_known_forms():
    forms = ("said", "claimed", "denied", "admitted", "blamed", "asked", "believes", "announced")
    stances = ["said", "claimed", "denied", "admitted", "judged", "asked", "thought", "announced"]
    assert [REPORTING[f].stance for f in forms] == stances


def test_forms_of_many_meanings_need_something_behind_them():
    assert "statement" in REPORTING["issued"].needs
    assert not REPORTING["said"].needs
