"""Dates that the words around them speak against; all articles are of Tuesday, August 31, 2021."""

import pytest
from patience import takes_within

from claims.extract.article import read_article
from claims.extract.wording.date_glosses import date_glosses

PUBLISHED = "2021-08-31"


def told(text):
    return [g.words for g in date_glosses(read_article(text, published=PUBLISHED))]


@pytest.mark.parametrize(
    "text",
    [
        "The light is switched over to the sun this Friday.",
        "An overnight bus left the road.",
        "The bus had driven overnight from Leeds.",
        "The town has forty inhabitants today.",
        "It is as good as the glue used today.",
        "Today it has about 700 inhabitants.",
        "The town that until December owned a mill has sold it.",
        "In January of the following year two women came.",
        "The season starts earlier in the year.",
    ],
)
def test_no_date_is_better_than_a_wrong_one(text):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The lines are shut until at least Friday.", ["September 3, 2021"]),
        ("The ban would last until at least 7 a.m. on Friday.", ["September 3, 2021"]),
        ("He said that he might return to work from Friday.", ["September 3, 2021"]),
        ("He promised a report by Friday.", ["September 3, 2021"]),
        ("A council is then to be elected in November.", ["2021"]),
        ("Rain was expected from Saturday.", ["September 4, 2021"]),
        ("Since September 20 workers may refuse.", ["2020"]),
        ("The lines were shut on Friday.", ["August 27, 2021"]),
        ("By Friday 300 men had left.", ["August 27, 2021"]),
        ("She adjourned the case until next Monday.", ["September 6, 2021"]),
        ("The mill burned down today.", ["August 31, 2021"]),
        ("They are today looking for him.", ["August 31, 2021"]),
        ("Police presented the plan on Friday.", ["August 27, 2021"]),
        ("Ships may have sunk on Friday.", ["August 27, 2021"]),
        ("The vote will be held in September.", ["2021"]),
        ("Next year's race is planned for August 20.", ["2022"]),
        ("It opens a year later. In May the crew struck coal.", ["2021"]),
        ("They have had no power since Friday.", ["August 27, 2021"]),
    ],
)
def test_what_is_sure_is_told(text, words):
    assert told(text) == words


@pytest.mark.parametrize(
    "piece", ["until ", "is to ", "will on ", "has a ", "due to ", "in the year "]
)
def test_ten_kilobytes_of_anything_take_less_than_a_second(piece):
    assert takes_within(1, told, f"{piece * (10_000 // len(piece))} Friday")
