"""Scores and their reasons."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.engine import How, extract
from claims.extract.finding import ByEncoder
from claims.extract.reading import FACTUAL, LEVEL, WIDTH, WORTHY, Reading, sentence_logits
from claims.extract.worth.check_worthiness import Worth, shipped_worth
from claims.extract.worth.worth_features import Known
from claims.extract.worth.worth_weights import read_weights

WORDS = {"died": (6.0, 9.0), "slept": (-6.0, 3.0)}
LOGITS = st.floats(-30, 30)


class TableEncoder:
    """Knows the log-odds of a few words; every sentence is one claim."""

    name = "table"
    layers = None

    def read(self, text, sentences):
        found = [(m, n) for n, s in enumerate(sentences) for m in re.finditer(r"\w+", s.of(text))]
        starts = [m.start() + sentences[n].start for m, n in found]
        ends = [m.end() + sentences[n].start for m, n in found]
        logits = np.zeros((len(found), WIDTH), np.float32)
        for i, (match, ordinal) in enumerate(found):
            logits[i, WORTHY], logits[i, FACTUAL] = WORDS.get(match[0], (0.0, 0.0))
            logits[i, 1 if i == 0 or found[i - 1][1] != ordinal else 2] = 20
            logits[i, LEVEL] = 2.0
        return Reading(np.array(starts), np.array(ends), np.array([n for _, n in found]), logits)


def logistic(total):
    return 1 / (1 + np.exp(-total))


def total(bias, reasons):
    return bias + sum(r.weight for r in reasons)


@given(text=st.text(max_size=200))
def test_scores_lie_between_nought_and_one(text):
    value, reasons = shipped_worth().score(text)
    assert 0.0 <= value <= 1.0
    assert all(r.name for r in reasons)


@given(text=st.text(max_size=200), worthy=LOGITS | st.none(), level=st.floats(0, 1) | st.none())
def test_a_score_is_the_logistic_of_bias_and_weights(text, worthy, level):
    known = Known(worthy=worthy, level=level)
    value, reasons = shipped_worth().score(text, known)
    assert value == pytest.approx(
        logistic(total(shipped_worth().profile(known).bias, reasons)), abs=6e-5
    )


@given(text=st.text(max_size=200), logits=st.tuples(LOGITS, LOGITS) | st.none())
def test_so_is_that_of_a_sentence(text, logits):
    value, factual, reasons = shipped_worth().score_sentence(text, logits)
    profile = shipped_worth().profile(Known(worthy=logits[0] if logits else None))
    whole = total(profile.bias, reasons)
    assert value == pytest.approx(logistic(whole), abs=6e-5)
    assert factual == pytest.approx(logistic(logits[1] if logits else 0.6 + 1.2 * whole), abs=6e-5)


@pytest.mark.parametrize(
    ("high", "low"),
    [
        ("More than 15,000 soldiers died in 1989.", "I think that things are good."),
        ("Unemployment rose to 7 percent last year.", "Thank you very much."),
        ("The court banned the party in 2003.", "We will see what happens."),
    ],
)
def test_a_checkable_sentence_stands_above_a_vague_one(high, low):
    above, below = (shipped_worth().score_sentence(one)[:2] for one in (high, low))
    assert above > below
    assert above[1] > 0.5 > below[1]


def test_what_makes_no_claim_is_named_among_the_reasons():
    reasons = shipped_worth().score_sentence("Was that friendship?")[2]
    assert reasons[-1].name == "makes no checkable claim: it asks and does not state"


def test_found_numbers_and_dates_are_not_read_again():
    nothing, both = Known(numbers=0, dated=False), Known(numbers=1, dated=True)
    score = shipped_worth().score
    assert score("forty men", nothing)[0] < score("forty men", both)[0]


def test_beside_the_encoder_named_features_are_small_corrections():
    text = "More than 15,000 soldiers died in the war, a court ruled in 1989."
    reasons = shipped_worth().score(text, Known(worthy=1.5))[1]
    assert (reasons[0].name, reasons[0].value, reasons[0].weight) == (
        "the encoder's judgement", 1.5, 1.5,
    )  # fmt: skip
    assert len(reasons) > 4
    assert 0 < sum(r.weight for r in reasons[1:]) < 0.5


def test_a_desk_weighs_otherwise():
    text = "Two miners died."
    changed = "features: {harm: {encoder: 2.0}}\nbias: {encoder: -0.2}"
    desk = Worth(read_weights(changed, source="w.yml"))
    ours, theirs = (w.score(text, Known(worthy=-1.0)) for w in (shipped_worth(), desk))
    assert theirs[0] > 0.5 > ours[0]
    assert [r.name for r in theirs[1]] == [r.name for r in ours[1]]
    assert desk.score(text) == shipped_worth().score(text), "rules alone weigh as before"


def test_a_feature_without_weight_is_no_reason():
    text, known = "He said “no” to it.", Known(worthy=0.0)
    names = [r.name for r in shipped_worth().score(text, known)[1]]
    assert "quotes words" not in names


def test_a_claim_in_an_article_is_scored_by_its_own_words_and_its_level():
    text = "Some soldiers died. Some 40 cats slept."
    found = extract(
        text, document="d-1", published=None, run="r-1", how=How(ByEncoder(TableEncoder()))
    )
    high, low = found.claims
    assert [r.value for r in high.reasons[:2]] == [2.0, 0.881]
    assert [r.name for r in high.reasons[:2]] == [
        "the encoder's judgement", "a desk must check it before printing",
    ]  # fmt: skip
    assert high.reasons[1].weight == 1.0, "half of the log-odds 2"
    assert high.check_worthiness > 0.9 > low.check_worthiness
    bias = shipped_worth().weights.encoder.bias
    assert high.check_worthiness == pytest.approx(logistic(total(bias, high.reasons)), abs=6e-5)


def test_the_weights_are_handed_in_with_the_finder():
    desk = Worth(read_weights("bias: {encoder: -9}", source="w.yml"))
    how = How(ByEncoder(TableEncoder()), min_worth=0.5, worth=desk)
    found = extract("Some soldiers died.", document="d-1", published=None, run="r-1", how=how)
    assert found.claims == ()


def test_a_sentence_alone_is_averaged_over_its_words():
    assert sentence_logits(TableEncoder(), "Some soldiers died.") == (2.0, 3.0)
    assert sentence_logits(TableEncoder(), "…") == (0.0, 0.0)
