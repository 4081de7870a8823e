"""The bracket that tells what an article is about and as of when."""

import pytest
from patience import takes_within

from claims.extract.article import read_article
from claims.extract.kinds import Setting
from claims.extract.wording.occasion import occasion_of
from claims.extract.wording.story import read_story
from claims.model.span import Span

LEAD = "Bridge falls in Harrowby\n\nA road bridge collapsed in the town on Saturday, killing four people."
SAID = "Bridge is unsafe, study finds\n\nThe old road bridge of Harrowby is unsafe, a study published on Saturday found."


def occasion(text, clause, *, around=""):
    story = read_story(read_article(text, published="2021-08-31"))
    at = text.rindex(clause)
    setting = Setting(attributed=False, has_cue=False)
    return occasion_of(story, Span(at, at + len(clause)), setting, around=around)


@pytest.mark.parametrize(
    ("clause", "stamped"),
    [
        ("The road is still shut", True),
        ("So far 38 men have been paid", True),
        ("The road was still shut", False),
        ("The road will still be shut", False),
        ("The buses stood still", False),
        ("The price in Leeds is higher still", False),
        ("The list is kept up to date", False),
        ("No drone has flown so far north", False),
        ('Some men said: "We are still counting the dead"', False),
    ],
)
def test_only_a_state_of_the_day_of_the_report_is_stamped(clause, stamped):
    assert ("as of August 31, 2021" in (occasion(f"{LEAD} {clause}.", clause) or "")) is stamped


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LEAD, "context: A road bridge collapsed in the town on Saturday (August 28, 2021), killing four people"),
        # the day of the study is not the day of what it found
        (SAID, "context: The old road bridge of Harrowby is unsafe, a study published on Saturday (August 28, 2021) found"),
    ],
)  # fmt: skip
def test_the_day_is_told_once(text, told):
    assert (
        occasion(f"{text} The road to the mill was closed.", "The road to the mill was closed")
        == told
    )


def test_what_stands_around_the_claim_is_not_told_again():
    text = f"{LEAD} The road bridge collapsed in the town, killing four people, hurting 12."
    around = (
        "The road bridge collapsed in the town, killing four people on Saturday August 28 2021,"
    )
    assert occasion(text, "hurting 12", around=around) is None


@pytest.mark.parametrize("piece", ["still ", "so far ", "x still is ", "“still "])
def test_ten_kilobytes_of_anything_take_less_than_a_second(piece):
    story = read_story(read_article(LEAD, published="2021-08-31"))
    assert takes_within(1, occasion, f"{LEAD} {piece * (10_000 // len(piece))}", piece) is not None
    assert story.headline
