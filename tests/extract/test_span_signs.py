"""Words and their scores to stretches that could be claims, with what tells of each."""

import re

import numpy as np
import pytest

from claims.extract.reading import WIDTH, Reading
from claims.extract.span_signs import FEATURES, MOST, REST, find_stretches
from claims.extract.span_words import read_span_words


def found_in(text, begins=(), ends=(), verbs=(), sentence=None):
    """The stretches of a text whose claims may begin at the words `begins` and end before `ends`."""
    words = list(re.finditer(r"\w+|[^\w\s]", text))
    starts = np.array([m.start() for m in words], np.int64)
    given = Reading(
        starts,
        np.array([m.end() for m in words], np.int64),
        np.array(sentence or [0] * len(words), np.int64),
        np.zeros((len(words), WIDTH), np.float32),
    )
    tags = np.log(np.full((len(words), 3), [0.01, 0.01, 0.98])).reshape(len(words), 3)
    for i in begins:
        tags[i] = np.log([0.1, 0.5, 0.4])
    for i in ends:
        tags[i] = np.log([0.5, 0.01, 0.49])
    own = {int(starts[i]) for i in verbs}
    return find_stretches(read_span_words(text, given, tags, [[]], own), tags)


def signs(found, start, stop):
    """What is so of one stretch, by name."""
    pairs = list(zip(found.starts.tolist(), found.stops.tolist(), strict=True))
    row = found.signs[pairs.index((start, stop))]
    return {name: value for name, value in zip(FEATURES, row, strict=True) if value}


def test_stretches_go_from_where_a_claim_may_begin_to_where_it_may_end():
    found = found_in("Ann left , Bob stayed .", begins=[0, 3], ends=[2, 5], verbs=[1, 4])
    pairs = zip(found.starts.tolist(), found.stops.tolist(), strict=True)
    assert sorted(pairs) == [(0, 2), (0, 3), (0, 5), (0, 6), (3, 5), (3, 6)]
    assert found.sentences == ((0, 6),)


TOLD = [
    ("a bare subject before its verb", ("The toll", [0, 2], [2], [2]), " rose again", (0, 2),
     ["first word, no verb", "a verb follows none, first word", "begins without a verb: determiner"]),
    ("a further amount of a list", ("70 schools", [0, 3], [2], []), " , 40 homes", (3, 5),
     ["begins with a listed amount", "begins with an amount after another", "numbers, no verb"]),
    ("a list that goes on inside", ("70 schools", [0], [], []), " , 40 homes", (0, 5),
     ["inside: listed", "number: 2"]),
    ("a report alone", ("he said", [0, 2], [2], [1]), " it rained", (0, 2), ["reports, short"]),
    ("an opened quotation", ('He said "', [0], [3], [1]), "no way", (0, 3), ["odd quotation mark"]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "more", "stretch", "expect"), TOLD)
def test_what_is_so_of_a_stretch(why, text, more, stretch, expect):
    words, begins, ends, verbs = text
    found = signs(found_in(words + more, begins, ends, verbs), *stretch)
    assert set(expect) <= set(found), why


def test_the_columns_are_those_that_are_named():
    found = found_in("Ann left.", begins=[0], verbs=[1])
    assert found.signs.shape == (len(found.starts), len(FEATURES))
    assert found.rest.shape == (3, len(REST))
    assert len(set(FEATURES)) == len(FEATURES)
    assert np.isfinite(found.signs).all()


def test_no_words_no_stretches():
    found = found_in("")
    assert (len(found.starts), found.sentences) == (0, ())


def test_no_stretch_goes_over_the_end_of_a_sentence():
    found = found_in("Ann left Bob stayed", begins=[0, 2], sentence=[0, 0, 1, 1])
    pairs = zip(found.starts.tolist(), found.stops.tolist(), strict=True)
    assert sorted(pairs) == [(0, 2), (2, 4)]


def test_a_sentence_of_scraps_is_left_to_its_words():
    found = found_in("a , " * MOST, begins=range(0, 2 * MOST, 2), ends=range(1, 2 * MOST, 2))
    assert (len(found.starts), found.sentences) == (0, ())
