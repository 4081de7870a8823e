import pytest

from claims.evidence.rank import COMPARED, PER_SNAPSHOT, nearness, rank

CLAIM = {
    "id": "c-1",
    "claim_text": None,
    "exact": "More than 15,000 Soviet soldiers died in Afghanistan",
    "quantities": [
        {"value": 15000.0, "unit": "Soviet soldiers", "comparator": ">", "exact": "", "start": 0,
         "end": 1}
    ],
    "dates": ["1989"],
}  # fmt: skip


def found(key, snapshot, exact, words, **more):
    row = {
        "id": key, "snapshot": snapshot, "exact": exact, "published": None, "ordinal": 1,
        "words": words, "names": 0.0, "meaning": 0.0, "shared": ("soldiers",), "found_for": False,
    }  # fmt: skip
    return row | more


def test_a_comparable_number_goes_before_a_few_more_words_in_common():
    rows = [
        found("p-1", "s-1", "Soviet soldiers died in Afghanistan.", 0.9),
        found("p-2", "s-2", "15,051 Soviet soldiers died in Afghanistan.", 0.7),
    ]
    ranked = rank(CLAIM, rows, top=5, run="r-1")
    assert [e.passage for e in ranked] == ["p-2", "p-1"]
    assert [e.rank for e in ranked] == [1, 2]
    assert ranked[0].agreement.value == "agrees"
    assert any(r.name.startswith("numbers or dates agree (QTY") for r in ranked[0].reasons)


@pytest.mark.parametrize(
    "more",
    [{}, {"meaning": 0.4}, {"names": 1.0, "found_for": True}, {"ordinal": 7, "copies": ["p-8"]}],
)
def test_the_reasons_add_up_to_the_score(more):
    rows = [found("p-1", "s-1", "15,051 Soviet soldiers died by 1989.", 0.5, **more)]
    (evidence,) = rank(CLAIM, rows, top=5, run="r-1")
    assert sum(r.value * r.weight for r in evidence.reasons) == pytest.approx(
        evidence.score, abs=1e-4
    )


@pytest.mark.parametrize(
    ("more", "reason", "value"),
    [
        ({}, "shared words, rare ones most: soldiers", 0.5),
        ({"meaning": 0.41236}, "near in meaning", 0.4124),
        ({"names": 0.51236}, "names of the claim", 0.5124),
        ({"exact": "It ended in 1989."}, "year of the claim", 1.0),
        ({"found_for": True}, "found by a search for this claim", 1.0),
        ({"ordinal": 2}, "place in its page", 0.5),
        ({"copies": ["p-8", "p-9"]}, "copies elsewhere, counted once", 2.0),
    ],
)
def test_each_thing_that_moves_a_score_is_told(more, reason, value):
    (evidence,) = rank(CLAIM, [found("p-1", "s-1", "Words.", 0.5) | more], top=5, run="r-1")
    told = {r.name: r.value for r in evidence.reasons}
    assert told[reason] == value
    assert evidence.copies == tuple(more.get("copies", ()))


def test_one_page_does_not_fill_the_list():
    rows = [found(f"p-{n}", "s-1", f"Passage {n}.", 0.9 - n / 10) for n in range(5)]
    rows.append(found("p-9", "s-2", "Another page.", 0.01))
    ranked = rank(CLAIM, rows, top=5, run="r-1")
    assert [e.passage for e in ranked] == ["p-0", "p-1", "p-9"]
    assert PER_SNAPSHOT == 2


def test_numbers_are_compared_in_the_nearest_passages_alone():
    rows = [found(f"p-{n:03}", f"s-{n}", "Words.", 0.9) for n in range(COMPARED)]
    rows.append(found("p-far", "s-far", "15,051 Soviet soldiers died in Afghanistan.", 0.1))
    ranked = rank(CLAIM, rows, top=50, run="r-1")
    assert len(ranked) == COMPARED
    assert "p-far" not in {e.passage for e in ranked}


def test_equal_scores_are_ordered_by_id_and_no_stance_is_taken():
    rows = [found("p-2", "s-2", "B.", 0.1), found("p-1", "s-1", "A.", 0.1)]
    ranked = rank(CLAIM, rows, top=5, run="r-1")
    assert [e.passage for e in ranked] == ["p-1", "p-2"]
    assert {e.label.value for e in ranked} == {"NOT_ENOUGH_INFO"}


def test_words_meaning_and_names_all_bring_nearer():
    bare = found("p-1", "s-1", "A.", 0.1)
    for more in ({"words": 0.2}, {"meaning": 0.2}, {"names": 0.5}):
        assert nearness(bare | more) > nearness(bare)
