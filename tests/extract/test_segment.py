"""Word scores to claim spans."""

import itertools
import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from claims.extract.reading import TAG, WIDTH, Reading
from claims.extract.segment import Found, beside, segment
from claims.model.span import Span


def reading(text, tags, sentence=None):
    """A reading of the words of `text` that is sure of one tag, O, B or I, for each."""
    found = list(re.finditer(r"\w+|[^\w\s]", text))
    assert len(found) == len(tags)
    logits = np.zeros((len(tags), WIDTH), np.float32)
    for row, tag in zip(logits, tags, strict=True):
        row[TAG]["OBI".index(tag)] = 9.0
    return Reading(
        np.array([m.start() for m in found]),
        np.array([m.end() for m in found]),
        np.array(sentence or [0] * len(tags)),
        logits,
    )


ROWS = [
    ("Ann left early, Bob stayed.", "BIIOBIO", ["Ann left early", "Bob stayed"]),
    ("Ann left early, Bob stayed.", "BIIIIII", ["Ann left early, Bob stayed"]),
    ("Ann left early, Bob stayed.", "OOOOOOO", []),
    ("Ann left early, Bob stayed.", "BIIOBOO", ["Ann left early"]),  # one short word is no claim
    ("Ann left and Bob stayed.", "BIBIII", ["Ann left", "and Bob stayed"]),
    ("the pass where Ann fell in May", "BIBIIII", ["the pass", "Ann fell in May"]),
    ("the pass where Ann fell in May", "BIIIIII", ["the pass where Ann fell in May"]),
    ("Two are ill, it said in a note.", "BIIOBIIIII", ["Two are ill, it said in a note"]),
    ("Two are ill, it has two wards.", "BIIOBIIIO", ["Two are ill", "it has two wards"]),
    (
        "Ann Lee, for the bank, told Bo it fell",
        "BIIIIIOBIII",
        ["Ann Lee, for the bank, told Bo it fell"],
    ),
    ("Ann Lee, a cook, told Bo it fell", "BIIIIOBIII", ["Ann Lee, a cook", "told Bo it fell"]),
    (
        "In a note read aloud, Bo said it fell",
        "BIIIIOBIII",
        ["In a note read aloud, Bo said it fell"],
    ),
    (
        "In a note, the bank sold it, which fell",
        "BIIIIIIIOBI",
        ["In a note, the bank sold it", "which fell"],
    ),
    ("Ann said the car, a van, had hit Bo", "BIIIIIIOBII", ["Ann said the car, a van, had hit Bo"]),
    ("Two men (of 40) died -", "BIIIIIII", ["Two men (of 40) died"]),
    ("It began at 9:47am in Rome", "BIIIOOOO", ["It began at 9:47am"]),  # a number is never cut
    ("It began at 9:47am in Rome", "BIIIOBII", ["It began at 9", "47am in Rome"]),
    ("It cost about 1,500 then", "BIIIOOO", ["It cost about 1,500"]),
    ("It began in 9, 47 left", "BIIIOOO", ["It began in 9"]),
]


@pytest.mark.parametrize(("text", "tags", "expect"), ROWS)
def test_table(text, tags, expect):
    assert [f.span.of(text) for f in segment(text, reading(text, tags))[0]] == expect


def test_no_claim_goes_on_that_has_not_begun():
    text = "Ann left early."
    made = segment(text, reading(text, "IIIO"))
    assert all(f.span.start == 0 for f in made[0])


def test_a_claim_ends_with_its_sentence():
    text = "Ann left early Bob stayed on"
    made = segment(text, reading(text, "BIIIII", [0, 0, 0, 1, 1, 1]))
    assert {k: [f.span.of(text) for f in v] for k, v in made.items()} == {
        0: ["Ann left early"],
        1: ["Bob stayed on"],
    }


@given(logits=arrays.arrays(np.float32, (7, WIDTH), elements=st.floats(-20, 20, width=32)))
def test_spans_lie_in_the_text_in_order_and_apart(logits):
    text = "Ann left early, Bob stayed."
    given = reading(text, "OOOOOOO")
    made = segment(text, Reading(given.starts, given.ends, given.sentence, logits))
    spans = [f.span for f in made[0]]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(sum(f.kinds) == pytest.approx(1) and 0 <= f.level <= 1 for f in made[0])


def test_each_claim_knows_the_claims_beside_it():
    text = "We left. They fell. I ran."
    found = [Found(Span(0, 7), said=0.9), Found(Span(9, 18)), Found(Span(20, 25), said=0.9)]
    made = beside(text, {0: found[:1], 4: found[1:]})
    assert {sentence: len(claims) for sentence, claims in made.items()} == {0: 1, 4: 2}
    first, middle, last = [one for claims in made.values() for one in claims]
    assert middle.around[0] == pytest.approx(2.197, abs=0.001)
    assert [one.around[2] for one in (first, middle, last)] == [0.5, 1.0, 0.5]
    assert beside(text, {0: found[:1]})[0][0].around == (0.0, 0.0, 0.0)
