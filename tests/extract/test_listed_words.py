"""Lists of words that are searched only where one of their words stands."""

import re

import pytest

from claims.extract.grammar.listed_words import Listed, needles, words_held

WORDS = r"so far|injur\w+|in (?:the )?past|remains?|hospitali[sz]ed|not ?yet|never"


@pytest.mark.parametrize(
    ("alternatives", "found"),
    [
        ("died|dead", {"died", "dead"}),
        ("at the time", {"time"}),  # the longest word tells most
        (r"by\slaw", {"law"}),  # the later of two that are as long
        (r"injur\w+|bomb(?:s|ed)?", {"inj*", "bom*"}),
        ("when (?:he|she)", {"when"}),
        ("remains?", {"rem*"}),  # the last letter may be absent
        ("required? to", {"req*"}),
        ("not ?yet", {"not*"}),  # and so may the blank
        ("(?:un)?likely", None),
        ("(?:one|two) men", {"men"}),
        (r"[ap]\.m\.", None),
        ("is?|dead", None),  # too short to look for
    ],
)
def test_one_word_of_each_is_looked_for(alternatives, found):
    assert needles(alternatives) == found


@pytest.mark.parametrize(
    "text",
    [
        "Two were INJURED",
        "in past years, in the past",
        "it remain, it remains",
        "hospitalised-hospitalized",
        "not yet, notyet",
        "ſo far",  # letters that stand for others in any case
        "nevertheless",
        "a never-ending row",
        "so  far",
        "",
    ],
)
def test_as_the_plain_pattern(text):
    plain = re.search(rf"\b(?:{WORDS})\b", text, re.IGNORECASE)
    found = Listed(WORDS).search(text)
    assert (found and found.span()) == (plain and plain.span())


def test_what_must_stand_before():
    listed = Listed("fire|flood", before=r"the\s(?:\w+\s)?")
    assert listed.search("It rained before the great flood")[0] == "the great flood"
    assert listed.search("a fire, the end") is None


def test_letters_beyond_ascii_tell_nothing():
    assert words_held("ſo far") is None
    assert "far" in words_held("“So far”")
