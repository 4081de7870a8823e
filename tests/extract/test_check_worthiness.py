"""Scores and their reasons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.check_worthiness import BIAS, baseline_score, score, score_sentence


@pytest.mark.parametrize("scorer", [score, baseline_score])
@given(text=st.text(max_size=200))
def test_scores_lie_between_nought_and_one(scorer, text):
    value, reasons = scorer(text)
    assert 0.0 <= value <= 1.0
    assert all(r.name for r in reasons)


def test_the_score_is_the_logistic_of_bias_and_weights():
    value, reasons = score("Police arrested 40 men.")
    total = BIAS + sum(r.weight for r in reasons)
    assert value == pytest.approx(1 / (1 + 2.718281828**-total), abs=1e-3)


@pytest.mark.parametrize(
    ("high", "low"),
    [
        ("More than 15,000 soldiers died in 1989.", "I think that things are good."),
        ("Unemployment rose to 7 percent last year.", "Thank you very much."),
        ("The court banned the party in 2003.", "We will see what happens."),
    ],
)
def test_a_checkable_sentence_stands_above_a_vague_one(high, low):
    assert score_sentence(high)[:2] > score_sentence(low)[:2]
    assert score_sentence(high)[1] > 0.5 > score_sentence(low)[1]


def test_what_makes_no_claim_is_named_among_the_reasons():
    reasons = score_sentence("Was that friendship?")[2]
    assert reasons[-1].name == "makes no checkable claim: it asks and does not state"


def test_found_numbers_and_dates_are_not_read_again():
    assert (
        score("forty men", numbers=0, dated=False)[0] < score("forty men", numbers=1, dated=True)[0]
    )
