"""Reporting cues of one sentence."""

import pytest

from claims.extract.speakers.cues import find_cues
from claims.extract.speakers.source_phrases import SOURCE


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Ann Lee, who runs the mill, said it was sold.", ["Ann Lee"]),  # an aside before the verb
        ("Bo, on the roof when it fell, said he ran.", ["Bo"]),  # a clause inside the aside
        (
            "In a note on Monday, the bank said it was sold.",
            ["the bank"],
        ),  # words of time and place
        ("On live radio he said it was sold.", ["he"]),  # a lead without a comma
        ("Ann Lee went on to say it was sold.", ["Ann Lee"]),
        ("They released a note which said it was sold.", ["They"]),
        ("Ann Lee denied it and accused the bank.", ["Ann Lee", "Ann Lee"]),  # the second shares it
        ("The bank issued a statement on the sale.", ["The bank"]),
        ("The bank issued shares in May.", []),  # no noun for speech
        ("The chain, also called Lime, was sold.", []),
        ("The site was reported sold.", []),
        ("It was said to be old.", []),
        ("Media must say so.", []),
        ("As of May it was sold.", []),
    ],
)
def test_speakers(sentence, speakers):
    assert [c.speaker for c in find_cues(sentence)] == speakers


def test_a_source_for_a_fact_is_told_apart_from_speech():
    assert find_cues("According to the bank, it was sold.")[0].stance == SOURCE


def test_words_inside_a_quotation_are_no_cue():
    assert find_cues("“Ann Lee said no,” the play begins.") == ()


def test_what_came_before_the_verb_is_what_is_reported():
    cue = find_cues("The mill was sold, officials said.")[0]
    assert (cue.speaker, cue.after) == ("officials", False)
