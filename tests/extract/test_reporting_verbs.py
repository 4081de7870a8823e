"""The lists of reporting verbs agree with one another."""

from claims.extract.reporting_verbs import NEED_CONTENT, NEED_NOUN, REPORTING, STANCES


def test_every_form_has_one_stance():
    assert sum(len(forms) for forms in STANCES.values()) == len(REPORTING)


def test_forms_with_conditions_are_reporting_verbs():
    assert set(REPORTING) >= NEED_CONTENT | NEED_NOUN
