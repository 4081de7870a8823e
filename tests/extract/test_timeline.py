"""Where the story stands in time, sentence by sentence."""

import pytest

from claims.extract.article import read_article
from claims.extract.dates.timeline import candidates, days_apart, read_timeline
from claims.model.span import Span

PUBLISHED = "2021-08-31"
TEXT = (
    "Tower falls\n\nTuesday, August 31, 2021\xa0\n\nOn Saturday, the tower fell. A dog barked.\n\n"
    "In 1998, a storm came, which broke a wall in 1999. A cat slept.\n\nA bird sang."
)


def roles(claim, published=PUBLISHED):
    article = read_article(TEXT, published=published)
    start = TEXT.index(claim)
    sentence = next(s for s in article.sentences if s.start <= start < s.end)
    found = candidates(
        read_timeline(article, published=published), sentence, Span(start, start + len(claim))
    )
    return {c.edtf: (c.roles, c.distance) for c in found}


def test_a_dateline_is_no_date_of_the_story():
    timeline = read_timeline(read_article(TEXT, published=PUBLISHED), published=PUBLISHED)
    assert [m.edtf for m in timeline.mentions] == ["2021-08-28", "1998", "1999"]
    assert timeline.lead == 0


def test_the_next_sentence_is_at_the_day_of_the_one_before():
    assert roles("A dog barked")["2021-08-28"] == (("carried", "news", "lead"), 1)


def test_a_sentence_has_dates_before_and_after_a_clause():
    found = roles("a storm came")
    assert found["1998"] == (("before",), 0)
    assert found["1999"] == (("after",), 0)


def test_a_flashback_holds_and_the_news_is_kept_beside_it():
    found = roles("A cat slept")
    assert found["1999"] == (("carried",), 1)
    assert found["2021-08-28"] == (("news", "lead"), 3)


def test_a_new_paragraph_knows_what_came_earlier():
    assert roles("A bird sang")["1999"] == (("earlier",), 2)


def test_publication_is_always_a_candidate():
    assert roles("A dog barked")["2021-08-31"] == (("published",), 0)
    assert roles("A dog barked")["2021-08"] == (("month",), 0)
    assert roles("A dog barked", published=None) == {}


@pytest.mark.parametrize(
    ("edtf", "published", "expect"),
    [("2021-08-28/2021-08-29", PUBLISHED, 3), ("2021", PUBLISHED, None), ("2021-08-28", None, None),
     ("2021-09-01", PUBLISHED, -1), ("2021-02-31", PUBLISHED, None)],
)  # fmt: skip
def test_days_apart(edtf, published, expect):
    assert days_apart(edtf, published) == expect
