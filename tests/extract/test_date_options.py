"""The dates that a claim may depend on: which they are, and what holds of their signs."""

import time

import pytest
from patience import allowed

from claims.extract.article import read_article
from claims.extract.dates.claim_dates import weighed_dates
from claims.extract.dates.date_options import BACK, Viewed, date_options
from claims.extract.dates.option_weights import OptionWeights, read_option_weights
from claims.extract.dates.timeline import read_timeline
from claims.extract.kinds import Setting
from claims.extract.segment import Found
from claims.model.errors import DamagedData
from claims.model.span import Span

PUBLISHED = "2021-08-31"
ELSEWHERE = (0.1, 0.1, 0.8)


def viewed(text, claim, *, published=PUBLISHED):
    article = read_article(text, published=published)
    start = text.index(claim)
    found = Found(Span(start, start + len(claim)), kinds=(0.1, 0.4, *(0.1,) * 5), dated=ELSEWHERE)
    return Viewed(article, read_timeline(article, published=published), found, Setting())


WAYS = [
    ("On Saturday, the dam broke. Nobody died.", "Nobody died", {"2021-08-28": "last"}),
    ("On Saturday, the dam broke, and nobody died.", "nobody died", {"2021-08-28": "before"}),
    ("The dam broke, they said on Monday.", "The dam broke", {"2021-08-30": "after"}),
    (
        "It broke on Friday. It was built in 1998. In May 2003 it leaked. Nobody died.",
        "Nobody died",
        {"2003-05": "last", "1998": "second", "2021-08-27": "older"},
    ),
    ("Nobody died. It broke on Friday.", "Nobody died", {}),
    ("It was the hottest day since records began in 1965. Nobody died.", "Nobody died", {}),
    ("It was up 22% from 2019. It fell in 2020. Nobody died.", "Nobody died", {"2020": "last"}),
    ("Bo Chan, a pilot who left in 2003, called it a disgrace.", "called it a disgrace", {}),
    ("Her report, the third since 2003, called it a disgrace.", "called it a disgrace", {}),
    ("Bo Chan, who took office in 2003, called it a disgrace.", "called it a disgrace", {}),
    (
        "In 1998 Ann Lee won, and Bo Chan, who had spent 58 days in prison, lost.",
        "Bo Chan, who had spent 58 days in prison",
        {},
    ),
    (
        "Bo Chan, a driver whom Ann Lee hired in 2003, called it a disgrace.",
        "called it a disgrace",
        {},
    ),
    ('Lorvia, whose rulers vowed in 2012 to be "a lamp", built 74 dams.', "built 74 dams", {}),
    (
        "They fell in a war that began in 2003, a virus that shut two ports, and a drought.",
        "a virus that shut two ports",
        {},
    ),
    ("It broke in May 1979. It lasted nine years. Men died.", "Men died", {}),
    (
        "Ann Lee won in 2011; Bo Chan, who was chosen eight years later, called it a disgrace.",
        "called it a disgrace",
        {},
    ),
    (
        "In May 2003 it shut the mine, which supplies a tenth of it.",
        "which supplies a tenth of it",
        {},
    ),
    (
        "He left in 2012, three months before he died.",
        "three months before he died",
        {"2012": "before"},
    ),
    ("Nobody died, by a count published in 1993.", "Nobody died", {}),
    ("A vote was promised for July 1956. Nobody died.", "Nobody died", {}),
    ("It broke on Tuesday. Nobody died.", "Nobody died", {"2021-08-31": "last"}),
    (
        "It is the worst since a truce was agreed in Rome in May 2020. Nobody died.",
        "Nobody died",
        {},
    ),
    ("It is to report by 2025 and has read a lot.", "has read a lot", {}),
    ("It is to report by 2025 and will read a lot.", "will read a lot", {"2025": "before"}),
    ("Thirty fell, among them Bo Chan, who won last October.", "Thirty fell", {}),
    (
        "Thirty fell in front of Bo Chan, who left on Monday.",
        "Thirty fell",
        {"2021-08-30": "after"},
    ),
]


@pytest.mark.parametrize(("text", "claim", "ways"), WAYS)
def test_each_date_is_one_option_by_its_nearest_way(text, claim, ways):
    first, *others = date_options(viewed(text, claim))
    assert first.edtf is None
    of_publication = {"2021-08-31": "published", "2021-08": "month", "2021": "year"}
    assert {one.edtf: one.way for one in others} == of_publication | ways


def test_without_a_date_there_is_nothing_to_choose():
    options = date_options(viewed("The dam broke. Nobody died.", "Nobody died", published=None))
    assert [one.edtf for one in options] == [None]
    found = weighed_dates(
        viewed("The dam broke. Nobody died.", "Nobody died", published=None), OptionWeights({})
    )
    assert (found.edtf, found.role) == ((), "none")


WEIGHED = [
    ({}, []),
    ({"last": 5.0}, ["2021-08-28"]),
    ({"month": 5.0}, ["2021-08"]),
    ({"last": 5.0, "none": 9.0}, []),
    ({"last, encoder": 3.0}, ["2021-08-28"]),
    ({"none, encoder: elsewhere": 9.0, "last": 1.0}, ["2021-08-28"]),
]


@pytest.mark.parametrize(("weights", "expect"), WEIGHED)
def test_the_weights_choose(weights, expect):
    asked = viewed("On Saturday, the dam broke. Nobody died.", "Nobody died")
    found = weighed_dates(asked, OptionWeights(weights))
    assert list(found.edtf) == expect
    assert found.reason
    assert 0 <= found.probability <= 1


def test_its_own_date_wins():
    asked = viewed("On Saturday, the dam broke. On Sunday nobody died.", "On Sunday nobody died")
    assert weighed_dates(asked, OptionWeights({"last": 9.0})).edtf == ("2021-08-29",)


def test_an_event_pointed_back_to_has_the_date_of_the_sentence_before():
    text = "Moor was hit by a storm on 3 May 1999. That storm killed 36 people."
    assert weighed_dates(viewed(text, "That storm killed 36"), OptionWeights({})).edtf == (
        "1999-05-03",
    )
    later = "Moor was hit by a storm on 3 May 1999. That storm is the topic."
    assert weighed_dates(viewed(later, "That storm is"), OptionWeights({})).edtf == ()


COUNTED = [
    "He was hurt the following day",
    "He was hurt the day before",
    "The plane was looked over ten days before the flight",
]


@pytest.mark.parametrize("claim", COUNTED)
def test_what_is_counted_from_a_date_untold_takes_none_from_elsewhere(claim):
    asked = viewed(f"Bo Chan left in 2003. {claim}.", claim)
    assert weighed_dates(asked, OptionWeights({"last": 9.0})).edtf == ()


WHEN = [
    ("the worst since 1996, when a ferry sank.", "when a ferry sank", ("1996",)),
    ("It dates from 1974, when a junta ruled.", "a junta ruled", ("1974",)),
    ("In 1974 it opened. Few came when it rained.", "when it rained", ()),
]


@pytest.mark.parametrize(("text", "claim", "expect"), WHEN)
def test_a_clause_with_when_is_of_the_date_that_it_hangs_on(text, claim, expect):
    assert weighed_dates(viewed(text, claim), OptionWeights({"none": 9.0})).edtf == expect


def test_a_table_of_dates_gives_few_options_in_little_time():
    text = "".join(f"On {1 + i % 28} May {1900 + i % 120} it rained. " for i in range(3000))
    asked = viewed(text + "Nobody died.", "Nobody died")
    began = time.process_time()
    for _ in range(100):
        options = date_options(asked)
    assert len(options) <= BACK + 6
    assert time.process_time() - began < allowed(1)


@pytest.mark.parametrize("given", [["last"], {"last": "much"}, {"last": None}, 3])
def test_damaged_weights_are_told(given):
    with pytest.raises(DamagedData, match="reinstall"):
        read_option_weights(given)


SURE = [
    (
        "It was signed on 29 July 1987. The day after the signing, men struck.",
        "The day after the signing, men struck",
        ("1987-07-30",),
    ),
    (
        "It was signed on 29 July 1987. A week before the ceremony he fell ill.",
        "A week before the ceremony he fell ill",
        (),
    ),
    (
        "It was signed on 29 July 1987. The day after the bank fell, men struck.",
        "The day after the bank fell",
        (),
    ),
    ("Lee took over in May 1979, when prices rose.", "when prices rose", ("1979-05",)),
    (
        "They took 810 tonnes in 1968, the year in which boats took the most.",
        "the year in which boats took the most",
        ("1968",),
    ),
]


@pytest.mark.parametrize(("text", "claim", "expect"), SURE)
def test_a_clause_tied_to_a_date_by_its_words_takes_that_one_whatever_the_weights(
    text, claim, expect
):
    assert weighed_dates(viewed(text, claim), OptionWeights({})).edtf == expect
