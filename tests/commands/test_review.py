"""`review` as people start it: by name, through a pipe, where no screen can be drawn."""

import inspect

import pytest
from public_desk import ordinary_desk

from claims.commands.reviews import decide_command
from claims.review.fields import JUDGEMENT, STATEMENTS


@pytest.fixture
def desk(tmp_path):
    made, ids = ordinary_desk(tmp_path / "citetrail.db")
    made.database.close()
    return ids


def test_without_a_terminal_one_line_points_to_plain(citetrail):
    done = citetrail("review", "--as", "ada")
    assert done.code == 2
    assert (
        done.err
        == "Error: no screen can be drawn here; citetrail review --plain asks line by line\n"
    )


def test_plain_through_a_pipe(citetrail, desk):
    done = citetrail("review", "--plain", "--as", "ada", desk["hidden"], stdin=b"note\nAsk\nquit\n")
    assert done.code == 0
    assert "Done: comment: second reader; because: Ask" in done.out
    assert "\x1b" not in done.out


def test_who_reviews_is_asked_once(citetrail, desk):
    done = citetrail("review", "--plain", desk["hidden"], stdin=b"zoe\ntake\n")
    assert "Done: assign: second reader, assignee: zoe" in done.out
    assert citetrail("review", "--plain", stdin=b"", LOGNAME="", USER="").code in {0, 1}
    done = citetrail("review", "--plain", stdin=b"quit\n", CITETRAIL_REVIEWER="eve")
    assert "Review as eve." in done.out


def test_a_refused_act_in_a_pipe_is_told_by_the_exit_code(citetrail, desk):
    done = citetrail("review", "--plain", "--as", "ada", desk["hidden"], stdin=b"unflag\nquit\n")
    assert done.code == 3
    assert "Not done: there is no open question" in done.out


@pytest.mark.usefixtures("desk")
def test_wrong_names_are_told(citetrail):
    assert citetrail("review", "--plain", "--as", "a", "c-ffffffff").code == 1
    assert citetrail("review", "--plain", "--as", "a", "--document", "nowhere").code == 1
    assert citetrail("review", "--plain", "--as", " ").code == 2
    done = citetrail(
        "review", "--plain", "--as", "ada", "--status", "withdrawn", stdin=b"\xff\xfe\n"
    )
    assert "1 claim: withdrawn" in done.out


def test_every_field_of_the_judgement_is_an_option_of_decide():
    assert {*JUDGEMENT, *STATEMENTS} <= set(inspect.signature(decide_command).parameters)
