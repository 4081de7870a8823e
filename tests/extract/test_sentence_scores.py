"""Figures of sentence scores, worked out by hand."""

import random

import pytest

from claims.extract.worth.sentence_scores import reliability, score_sentences


def test_figures_of_four_sentences():
    figures = score_sentences([(0.9, True), (0.6, False), (0.5, True), (0.1, True)])
    assert (figures["sentences"], figures["positives"]) == (4, 3)
    assert figures["f1"] == pytest.approx(2 / 3, abs=1e-4)  # 0.5 itself counts as positive
    assert (figures["best_f1"], figures["best_threshold"]) == (pytest.approx(6 / 7, abs=1e-4), 0.1)
    assert figures["average_precision"] == pytest.approx((1 + 2 / 3 + 3 / 4) / 3, abs=1e-4)
    assert figures["brier"] == pytest.approx((0.01 + 0.36 + 0.25 + 0.81) / 4, abs=1e-4)
    # bins: 0.9 | 0.6 | 0.5 | 0.1, each with its own gap
    assert figures["calibration_error"] == pytest.approx((0.1 + 0.6 + 0.5 + 0.9) / 4, abs=1e-4)


def test_equal_scores_are_taken_together():
    rows = [(0.7, True), (0.7, False), (0.2, True), (0.2, False)]
    for seed in range(5):
        random.Random(seed).shuffle(rows)
        assert score_sentences(rows)["average_precision"] == 0.5


@pytest.mark.parametrize("rows", [[], [(0.7, False)]])
def test_without_a_positive_there_is_no_f1(rows):
    figures = score_sentences(rows)
    for name in ("f1", "best_f1", "best_threshold", "average_precision"):
        assert figures[name] is None
    assert (figures["brier"] is None) == (figures["calibration_error"] is None) == (not rows)


def test_all_wrong_is_nought():
    figures = score_sentences([(0.4, True), (0.6, False)])
    assert (figures["f1"], figures["average_precision"]) == (0.0, 0.5)


def test_the_reliability_table_has_ten_bins():
    table = reliability([(0.0, False), (0.05, True), (0.95, True), (1.0, True), (0.3, False)])
    assert [(b.lowest, b.highest) for b in table] == [(i / 10, (i + 1) / 10) for i in range(10)]
    assert [b.sentences for b in table] == [2, 0, 0, 1, 0, 0, 0, 0, 0, 2]
    assert (table[0].mean_score, table[0].positive_share) == (0.025, 0.5)
    assert (table[1].mean_score, table[1].positive_share) == (None, None)
    assert table[9].positive_share == 1.0
