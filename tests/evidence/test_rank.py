from claims.evidence.rank import PER_SNAPSHOT, rank

CLAIM = {
    "id": "c-1",
    "claim_text": None,
    "exact": "More than 15,000 Soviet soldiers died in Afghanistan",
    "quantities": [
        {"value": 15000.0, "unit": "Soviet soldiers", "comparator": ">", "exact": "", "start": 0,
         "end": 1}
    ],
    "dates": [],
}  # fmt: skip


def found(key, snapshot, exact, bm25):
    return {"id": key, "snapshot": snapshot, "exact": exact, "published": None, "bm25": bm25}


def test_a_comparable_number_goes_before_more_words_in_common():
    rows = [
        found("p-1", "s-1", "Soviet soldiers died in Afghanistan.", 6.0),
        found("p-2", "s-2", "15,051 Soviet soldiers died in Afghanistan.", 5.0),
    ]
    ranked = rank(CLAIM, rows, top=5, run="r-1")
    assert [e.passage for e in ranked] == ["p-2", "p-1"]
    assert [e.rank for e in ranked] == [1, 2]
    assert ranked[0].agreement.value == "agrees"


def test_the_reasons_add_up_to_the_score():
    rows = [found("p-1", "s-1", "15,051 Soviet soldiers died in Afghanistan.", 5.0)]
    (evidence,) = rank(CLAIM, rows, top=5, run="r-1")
    assert sum(r.value * r.weight for r in evidence.reasons) == evidence.score


def test_one_page_does_not_fill_the_list():
    rows = [found(f"p-{n}", "s-1", f"Passage {n}.", 9.0 - n) for n in range(5)]
    rows.append(found("p-9", "s-2", "Another page.", 0.1))
    ranked = rank(CLAIM, rows, top=5, run="r-1")
    assert [e.passage for e in ranked] == ["p-0", "p-1", "p-9"]
    assert PER_SNAPSHOT == 2


def test_a_copy_of_a_passage_counts_once():
    rows = [
        found("p-1", "s-1", "The same words.", 2.0),
        found("p-2", "s-2", "The same words.", 2.0),
    ]
    assert [e.passage for e in rank(CLAIM, rows, top=5, run="r-1")] == ["p-1"]


def test_equal_scores_are_ordered_by_id_and_no_stance_is_taken():
    rows = [found("p-2", "s-2", "B.", 1.0), found("p-1", "s-1", "A.", 1.0)]
    ranked = rank(CLAIM, rows, top=5, run="r-1")
    assert [e.passage for e in ranked] == ["p-1", "p-2"]
    assert {e.label.value for e in ranked} == {"NOT_ENOUGH_INFO"}
