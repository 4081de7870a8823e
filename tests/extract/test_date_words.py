"""EDTF dates in newspaper words."""

import pytest

from claims.extract.wording.date_words import date_words, missing


@pytest.mark.parametrize(
    ("edtf", "first", "words"),
    [
        ("2021-08-28", False, "August 28, 2021"),
        ("2021-08-28", True, "28 August 2021"),
        ("2021-08", False, "August 2021"),
        ("2021", False, "2021"),
        ("2021-W34", False, "August 23, 2021 to August 29, 2021"),
        (
            "2021-W53",
            True,
            "27 December 2021 to 2 January 2022",
        ),  # a week that the year lacks is its last
        ("2019/2021", False, "2019 to 2021"),
        ("2021-13", False, None),
        ("199X", False, None),
        ("2019/..", False, None),
        ("2019/2020/2021", False, None),
        ("", False, None),
    ],
)
def test_words(edtf, first, words):
    assert date_words(edtf, day_first=first) == words


@pytest.mark.parametrize(
    ("exact", "edtf", "words"),
    [
        ("Saturday", "2021-08-28", "August 28, 2021"),
        ("May 3", "2021-05-03", "2021"),
        ("in July", "2021-07", "2021"),
        (
            "December 30 to January 2",
            "2020-12-30/2021-01-02",
            "December 30, 2020 to January 2, 2021",
        ),
        ("May 3, 2021", "2021-05-03", None),
        ("19th century", "18XX", None),
        ("last year", "2020", "2020"),
        ("from 2010 until last year", "2010/2020", "2020"),
        ("third quarter", "2021-07/2021-09", None),  # of whose year, is not told
        ("by the end of the year", "2021", "2021"),
    ],
)
def test_what_is_missing(exact, edtf, words):
    assert missing(exact, edtf) == words
