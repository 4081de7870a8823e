"""An article as a story: headline, lead and the day it happened."""

import pytest

from claims.extract.article import read_article
from claims.extract.wording.headline import headline_words, lead_day, lead_of, story_day
from claims.extract.wording.story import read_story

LEAD = "A road bridge collapsed in Harrowby on Saturday, killing four people."


def article(text):
    return read_article(text, published="2021-08-31")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"Bridge falls in Harrowby\n\n{LEAD}", "Bridge falls in Harrowby"),
        (f"UPDATE: Bridge falls in Harrowby | The Lime Post\n\n{LEAD}", "Bridge falls in Harrowby"),
        (f"Who let the bridge fall?\n\n{LEAD}", None),
        (f"News\n\n{LEAD}", None),
        (LEAD, None),
        ("", None),
    ],
)
def test_headlines(text, words):
    assert headline_words(article(text)) == words


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (f"Bridge falls in Harrowby\n\nSunday, August 29, 2021\n\n{LEAD}", LEAD[:-1]),
        (f"Bridge falls in Harrowby\n\nBy Ann Lee\n\n{LEAD}", LEAD[:-1]),
        (f"Bridge falls in Harrowby\n\nHARROWBY, England (AP) — {LEAD}", LEAD[:-1]),  # no dateline
        (f"A bridge fell.\n\n{LEAD}", None),  # the first sentence is too short to tell the story
        ("“The bridge fell,” said the mayor of Harrowby on Saturday morning.", None),
        (f"A road bridge collapsed in Harrowby{' and hurt many more on the road' * 12}.", None),
        (f"{LEAD[:-1]}, which shocked the town{' and the county around it' * 12}.", LEAD[:-1]),
        ("It is half past five in the morning when Ann Lee opens the door of a mill.", None),
        ("", None),
    ],
)
def test_leads(text, lead):
    read = article(text)
    span = lead_of(read)
    assert (span.of(text) if span else None) == lead


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (LEAD, "2021-08-28"),
        (f"Bridge falls in Harrowby\n\nSunday, August 29, 2021\n\n{LEAD}", "2021-08-28"),
        ("A bridge fell. It was old. It was long. It fell on Saturday.", None),
        ("A bridge fell.", None),
    ],
)
def test_days(text, day):
    assert story_day(article(text)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (LEAD, "2021-08-28"),
        ("A road bridge collapsed in Harrowby, the mayor said on Saturday.", None),
        ("Gulls eat less fish, according to a study published on Saturday.", None),
        ("A road bridge that fell on Saturday was opened on Monday.", None),
        ("A road bridge collapsed in Harrowby.", None),
        (f"Wikinews interviews the mayor of Harrowby\n\n{LEAD}", None),
    ],
)
def test_the_day_of_the_lead_is_the_day_of_what_it_tells(text, day):
    assert lead_day(article(text)) == day


@pytest.mark.parametrize(
    "lead",
    [
        "The following is the third part of a series on bridges in Leeds.",
        "This article tells of bridges in Leeds and in Harrowby.",
    ],
)
def test_a_lead_about_the_article_itself_tells_no_occasion(lead):
    assert read_story(article(f"Bridge falls in Leeds\n\n{lead}")).opening is None


def test_a_lead_that_points_outside_itself_tells_no_occasion():
    assert (
        read_story(article("They closed the old road bridge in Harrowby on Saturday.")).opening
        is None
    )


def test_the_dates_of_a_lead_are_told():
    opening = read_story(article(LEAD)).opening
    assert (
        opening
        == "A road bridge collapsed in Harrowby on Saturday (August 28, 2021), killing four people"
    )


@pytest.mark.parametrize(
    ("held", "told"),
    [
        ("It had opened in May.", "The fair of Harrowby closed on Saturday (August 28, 2021) after a fire"),
        ("It was held on August 20-22.", None),  # that Saturday may be the 21st
    ],
)  # fmt: skip
def test_no_opening_with_a_weekday_of_which_week_nobody_knows(held, told):
    lead = "The fair of Harrowby closed on Saturday after a fire hurt 12 people, police said."
    opening = read_story(article(f"Fair of Harrowby closes\n\n{lead}\n\n{held}")).opening
    assert opening is None if told is None else opening.startswith(told)
