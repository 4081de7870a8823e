"""A claimant to the words behind "according to"."""

import pytest

from claims.extract.wording.sources import source_words


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("Ann Lee", "Ann Lee"),
        ("The Lime Trust (LT)", "the Lime Trust"),
        ("One study of the Trust", "one study of the Trust"),
        ("Officials", "officials"),
        ("police", "police"),
        ("two drivers", "two drivers"),
        ("a report", "a report"),
        ("Moody's", "Moody's"),
        ("one of the Lime Trust's", None),
        ("data of the", None),
        ("Studying owls", None),
        ("he sometimes", None),
        ("his daughter", None),
        ("the driver who fled", None),
        ("in Leeds", None),
        ("the ladder", None),
        ("An eyewitness", "an eyewitness"),
        ("RIAA's notice", "RIAA's notice"),
        ("one of the children", "one of the children"),
        ("", None),
    ],
)
def test_sources(who, words):
    assert source_words(who) == words
