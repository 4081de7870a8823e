"""Numbers overrule the reader, an unsure reader abstains, and words in common never decide."""

import pytest

from claims.evidence.compare import Comparison
from claims.evidence.rank import rank
from claims.evidence.stance import NOBODY, SURE, UNTOLD, decide, stances, with_stance
from claims.model.evidence import Agreement, Label

NOTHING = Comparison(Agreement.NOT_COMPARABLE, "NOT001", "no number")
CLASH = Comparison(Agreement.CLASHES, "QTY002", "12 is not 15")
DATED = Comparison(Agreement.AGREES, "DATE001", "May 2018 lies within 2018")
AGREE = Comparison(Agreement.AGREES, "QTY001", "15 is 15")


class Reader:
    """Says what it was made to say."""

    name = "reader-1"
    threshold = 0.8
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


def test_without_a_reader_only_numbers_speak():
    pairs = [("Ann left Rome.", "Ann left Rome."), ("12 fell.", "15 fell.")]
    found = stances(pairs, [NOTHING, CLASH], None)
    assert [s.label.value for s in found] == ["NOT_ENOUGH_INFO", "REFUTES"]
    assert [s.decided_by for s in found] == [NOBODY, "QTY002"]
    assert [s.probability for s in found] == [UNTOLD, SURE]


def test_no_pairs_ask_nobody():
    reader = Reader(0.9, 0.0)
    assert stances([], [], reader) == []
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
    found = with_stance(ranked, "[Ann] left.", {r["id"]: r["exact"] for r in rows}, reader)
    assert [e.passage for e in found] == ["p-0", "p-1"]
    assert {(e.label.value, e.probability, e.decided_by) for e in found} == {
        ("SUPPORTS", 0.9, "reader-1")
    }
    assert reader.asked == [("Ann left.", "Passage 0."), ("Ann left.", "Passage 1.")]
