"""Numbers overrule the reader, an unsure reader abstains, and words in common never decide."""

import pytest

from claims.evidence.compare import Comparison, Measured, compare
from claims.evidence.rank import measured, rank
from claims.evidence.stance import NOBODY, SURE, UNTOLD, Read, decide, stances, with_stance
from claims.extract.quantities.mentions import quantities
from claims.model.evidence import Agreement, Label

NOTHING = Comparison(Agreement.NOT_COMPARABLE, "NOT001", "no number")
CLASH = Comparison(Agreement.CLASHES, "QTY002", "12 is not 15")
DATED = Comparison(Agreement.AGREES, "DATE001", "May 2018 lies within 2018")
AGREE = Comparison(Agreement.AGREES, "QTY001", "15 is 15")


class Reader:
    """Says what it was made to say."""

    name = "reader-1"
    threshold = 0.8
    sided = 0.6
    marks = True
    temperature = 1.0

    def __init__(self, supports, refutes):
        self.view = {
            Label.SUPPORTS: supports,
            Label.REFUTES: refutes,
            Label.NOT_ENOUGH_INFO: round(1 - supports - refutes, 6),
        }
        self.asked = []

    def read(self, pairs):
        self.asked += pairs
        return [self.view] * len(pairs)


@pytest.mark.parametrize(
    ("compared", "supports", "refutes", "label", "probability", "by"),
    [
        (NOTHING, 0.9, 0.05, "SUPPORTS", 0.9, "reader-1"),
        (NOTHING, 0.05, 0.9, "REFUTES", 0.9, "reader-1"),
        (NOTHING, 0.8, 0.1, "SUPPORTS", 0.8, "reader-1"),
        (NOTHING, 0.79, 0.1, "NOT_ENOUGH_INFO", 0.11, "reader-1 abstains"),
        (NOTHING, 0.1, 0.1, "NOT_ENOUGH_INFO", 0.8, "reader-1"),
        (CLASH, 0.99, 0.0, "REFUTES", SURE, "QTY002"),
        (CLASH, 0.0, 0.1, "REFUTES", SURE, "QTY002"),
        (AGREE, 0.0, 0.99, "SUPPORTS", SURE, "QTY001"),
        (AGREE, 0.0, 0.0, "SUPPORTS", SURE, "QTY001"),
        (DATED, 0.0, 0.99, "NOT_ENOUGH_INFO", UNTOLD, "DATE001"),
        (DATED, 0.95, 0.0, "SUPPORTS", 0.95, "reader-1"),
        (DATED, 0.5, 0.1, "NOT_ENOUGH_INFO", 0.4, "reader-1 abstains"),
    ],
)
def test_who_decides(compared, supports, refutes, label, probability, by):
    reader = Reader(supports, refutes)
    found = decide(compared, reader.view, reader)
    assert (found.label.value, found.probability, found.decided_by) == (label, probability, by)


@pytest.mark.parametrize(
    ("siding", "supports", "refutes", "label", "by"),
    [
        (AGREE, 0.6, 0.1, "SUPPORTS", "reader-1 with QTY001"),
        (AGREE, 0.59, 0.1, "NOT_ENOUGH_INFO", "reader-1 abstains"),
        (AGREE, 0.1, 0.7, "NOT_ENOUGH_INFO", "reader-1 abstains"),
        (AGREE, 0.1, 0.8, "REFUTES", "reader-1"),
        (None, 0.7, 0.1, "NOT_ENOUGH_INFO", "reader-1 abstains"),
    ],
)
def test_a_reader_is_believed_sooner_with_the_arithmetic_on_its_side(
    siding, supports, refutes, label, by
):
    reader = Reader(supports, refutes)
    found = decide(NOTHING, reader.view, reader, siding)
    assert (found.label.value, found.decided_by) == (label, by)


def read(claim, passage):
    ours = Measured(claim, quantities(claim), ())
    return Read(ours, passage, compare(ours, passage, published=None))


CLAIM = "The [new] arena cost $2.4bn."


@pytest.mark.parametrize(
    ("passage", "supports", "refutes", "label", "by"),
    [
        # other words, the same number
        ("The city paid out 2,412 million dollars for it.", 0.7, 0.1, "SUPPORTS", "QTY001"),
        # other words and another number: that they are of the same is the reader's word alone
        (
            "The city paid out 1,900 million dollars for it.",
            0.1,
            0.7,
            "NOT_ENOUGH_INFO",
            "abstains",
        ),
        (
            "The city paid out 1,900 million dollars for it.",
            0.7,
            0.1,
            "NOT_ENOUGH_INFO",
            "abstains",
        ),
        # no number to take a side
        ("The city paid for the arena.", 0.7, 0.1, "NOT_ENOUGH_INFO", "abstains"),
    ],
)
def test_the_arithmetic_takes_a_side(passage, supports, refutes, label, by):
    (found,) = stances([read(CLAIM, passage)], Reader(supports, refutes))
    assert found.label.value == label
    assert found.decided_by.endswith(by)


def test_a_number_that_many_things_share_takes_no_side():
    (found,) = stances([read("Two men fell.", "A pair of climbers came down.")], Reader(0.7, 0.1))
    assert found.decided_by == "reader-1 abstains"


def test_a_claim_of_more_numbers_than_are_compared_is_never_met():
    text = ", ".join(f"{n} boats" for n in range(112, 126))
    (found,) = stances([read(f"Osk has {text}.", f"They counted {text}.")], Reader(0.7, 0.1))
    assert found.decided_by == "reader-1 abstains"


def test_a_claim_of_two_numbers_needs_both():
    passage = "In the floods 40 houses fell."
    claim = "The flood destroyed 40 homes and 12 bridges."
    (found,) = stances([read(claim, passage)], Reader(0.7, 0.1))
    assert found.decided_by == "reader-1 abstains"


@pytest.mark.parametrize(
    ("marks", "shown"),
    [
        (True, "The city paid out = $2.4bn for it."),
        (False, "The city paid out 2,412 million dollars for it."),
    ],
)
def test_what_the_reader_is_shown(marks, shown):
    reader = Reader(0.7, 0.1)
    reader.marks = marks
    stances([read(CLAIM, "The city paid out 2,412 million dollars for it.")], reader)
    assert reader.asked == [("The new arena cost $2.4bn.", shown)]


def test_without_a_reader_only_numbers_speak():
    pairs = [
        ("Ann left Rome.", "Ann and Rome were left out."),
        ("12 men fell ill.", "15 men fell ill."),
    ]
    found = stances([read(*pair) for pair in pairs], None)
    assert [s.label.value for s in found] == ["NOT_ENOUGH_INFO", "REFUTES"]
    assert [s.decided_by for s in found] == [NOBODY, "QTY002"]
    assert [s.probability for s in found] == [UNTOLD, SURE]


def test_no_pairs_ask_nobody():
    reader = Reader(0.9, 0.0)
    assert stances([], reader) == []
    assert reader.asked == []


def test_ranked_evidence_gets_its_stance_and_keeps_its_place():
    claim = {
        "id": "c-1",
        "claim_text": "[Ann] left.",
        "exact": "left",
        "quantities": [],
        "dates": [],
    }
    rows = [
        {"id": f"p-{n}", "snapshot": f"s-{n}", "ordinal": 1, "exact": f"Passage {n}.",
         "published": None, "words": 1.0 - n / 2, "meaning": 0.0, "names": 0.0, "shared": (),
         "found_for": False}
        for n in range(2)
    ]  # fmt: skip
    ranked = rank(claim, rows, top=5, run="r-1")
    assert all(e.probability is None and e.decided_by is None for e in ranked)
    reader = Reader(0.9, 0.0)
    found = with_stance(ranked, measured(claim), {r["id"]: r for r in rows}, reader)
    assert [e.passage for e in found] == ["p-0", "p-1"]
    assert {(e.label.value, e.probability, e.decided_by) for e in found} == {
        ("SUPPORTS", 0.9, "reader-1")
    }
    assert reader.asked == [("Ann left.", "Passage 0."), ("Ann left.", "Passage 1.")]
