"""What became of cited words over several looks, and which change of them a reader should know."""

import pytest
from link_looks import on

from claims.health.passage_history import PassageLook, fold, tells
from claims.model.citation import PassageState

LETTERS = {
    "p": PassageState.PRESENT, "m": PassageState.MOVED, "a": PassageState.ALTERED,
    "g": PassageState.GONE, "u": PassageState.UNMEASURED,
}  # fmt: skip


@pytest.mark.parametrize(
    ("looks", "state", "since", "measured", "measured_since", "measured_at"),
    [
        ("0p", "p", 0, "p", 0, 0),
        ("0p 7p", "p", 0, "p", 0, 7),
        ("0p 7g", "g", 7, "g", 7, 7),
        ("0g 7u", "u", 7, "g", 0, 0),
        ("0u 7p", "p", 7, "p", 7, 7),
        ("0p 7u 14p", "p", 14, "p", 0, 14),
        ("0p 7u 14g", "g", 14, "g", 14, 14),
        ("9p 7p", "p", 7, "p", 7, 7),
    ],
)
def test_what_was_measured_last_is_kept_while_nothing_can_be_read(
    looks, state, since, measured, measured_since, measured_at
):
    found = fold(PassageLook(LETTERS[one[-1]], on(one[:-1])) for one in looks.split())
    assert (found.state, found.since) == (LETTERS[state], on(since))
    assert (found.measured, found.measured_since, found.measured_at) == (
        LETTERS[measured], on(measured_since), on(measured_at),
    )  # fmt: skip
    assert found.last_look == on(looks.split()[-1][:-1])


@pytest.mark.parametrize(
    ("old", "new", "changes", "told"),
    [
        ("16,000 men recieved it", "16,000 men received it", ("words",), False),
        ("Men recieved teh money", "Men received teh money", ("words",), False),
        ("the pay, it was recieved", "the pay was it received", ("words",), True),
        ("16,000 men died", "16,000 people died", ("words",), True),
        ("men died", "many men died", ("words",), True),
        ("men died", "men lied", ("words",), True),
        ("men Recieved It then", "men received it then", ("letter_case", "words"), False),
        ("yes, it is", "Yes it is", ("letter_case", "punctuation"), False),
        ("15 men died", "13 men died", ("number",), True),
    ],
)
def test_mended_typing_is_no_news(old, new, changes, told):
    assert tells(old, new, changes) is told


def test_a_change_whose_words_are_not_kept_is_told():
    assert tells("men died", None, ("words",))
