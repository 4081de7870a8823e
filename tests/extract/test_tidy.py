"""A clause as it was cut to clean words."""

import time

import pytest
from patience import allowed

from claims.extract.wording.tidy import tidied, trimmed


@pytest.mark.parametrize(
    ("clause", "clean"),
    [
        ("the mill , sadly , fell ;", "the mill, sadly, fell"),
        ("Ann Lee, Bo Chan, and", "Ann Lee, Bo Chan"),
        ("Ann Lee of Leeds and of the", "Ann Lee of Leeds"),
        ("the mill closed two shops in the", "the mill closed two shops"),
        ("a plant, in which", "a plant"),
        ("The study found that", "The study found"),
        ("the house that they moved in", "the house that they moved in"),
        ("a clerk who was looked after", "a clerk who was looked after"),
        ("the glue held [", "the glue held"),
        ("the glue held [...", "the glue held"),
        (") in the town", "in the town"),
        ("a mill (of 1871) in Leeds", "a mill (of 1871) in Leeds"),
        ("the", "the"),
    ],
)
def test_clean_words(clause, clean):
    assert tidied(clause) == clean


@pytest.mark.parametrize("piece", ["and ", "of the ", "(", "[", ")", "a"])
def test_ten_kilobytes_of_anything_take_less_than_a_second(piece):
    started = time.process_time()
    tidied(piece * (10_000 // len(piece)))
    trimmed(piece * (10_000 // len(piece)))
    assert time.process_time() - started < allowed(1)
