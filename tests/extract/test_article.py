"""One article read once."""

import pytest

from claims.extract.article import LONGEST, read_article
from claims.model.span import Span


def test_numbers_of_dates_are_no_quantities_but_lengths_of_time_are():
    article = read_article("On 9 May 1990 it fell. It fell ten years ago.", published="2020-01-01")
    assert [q.value for q in article.quantities] == [10.0]
    assert [d.edtf for d in article.dates] == ["1990-05-09", "2010"]
    article = read_article("Ten years ago today it fell.", published="2020-01-01")
    assert [q.value for q in article.quantities] == [10.0]
    assert [d.edtf for d in article.dates] == ["2010-01-01"]


def test_look_ups_by_place():
    text = "In 1990, 40 men left. In 2000, 50 men left."
    article = read_article(text, published=None)
    second = Span(22, len(text))
    assert [d.edtf for d in article.dates_in(second)] == ["2000"]
    assert [q.value for q in article.quantities_in(second)] == [50.0]


def test_quotation_that_holds_most_or_all_of_a_stretch():
    article = read_article("He said “it fell down”.", published=None)
    assert article.quote_of(Span(9, 21)) == 0
    assert article.is_quoted(Span(9, 21))
    assert not article.is_quoted(Span(5, 21))
    assert article.quote_of(Span(0, 7)) is None


def test_paragraphs_of_their_own():
    text = "A heading\n\nOne. Two."
    article = read_article(text, published=None)
    assert [article.is_paragraph(s) for s in article.sentences] == [True, False, False]


@pytest.mark.parametrize(
    ("rest", "value"),
    [("Turnout was 52,5 percent, up from 48,25 percent.", 4250.0), ("It had 1,200 rooms.", 4.25)],
)
def test_dots_are_read_as_in_the_rest_of_the_article(rest, value):
    article = read_article(f"The index stood at 4.250 on Friday. {rest}", published=None)
    assert article.quantities[0].value == value


def test_numbers_of_overlong_sentences_are_not_read():
    assert read_article("7 men " * LONGEST, published=None).quantities == ()


def test_links_and_footnote_marks_count_and_date_nothing():
    text = "In 1703[2] he gave 12[3] million euros (https://example.org/5-may-2019?x=41)."
    article = read_article(text, published=None)
    assert [d.edtf for d in article.dates] == ["1703"]
    (sum_,) = article.quantities
    assert (sum_.value, sum_.unit, sum_.exact) == (12_000_000, "EUR", "12[3] million euros")


def test_cents_are_of_the_sums_told_elsewhere():
    text = "The tax falls by 12 cents. It costs 640 million euros."
    assert [q.unit for q in read_article(text, published=None).quantities] == ["EUR", "EUR"]
