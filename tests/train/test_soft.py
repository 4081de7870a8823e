"""Soft targets: what larger networks say of texts, mixed with labels, as the small one learns it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from train.examples import Tokens, article_examples, claims_of
from train.sets import LabelledArticle, written_articles
from train.soft import (
    LABELS,
    SHARE,
    Soft,
    SoftText,
    digest,
    load_soft,
    save_soft,
    tag_shares,
    view_shares,
)
from train.unlabelled import SETS, unlabelled

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Rain fell. Ten died."
NO, YES = -12.0, 12.0
QUANTITY = [YES, *[NO] * 6]
SURE = [*QUANTITY, YES, NO, YES, NO, NO]
"""A claim of quantity that must be checked, that nobody is credited with and that has no date."""


def _text(tags: list[list[float]], spans: list[list[int]], views: list[list[float]]) -> SoftText:
    return SoftText(
        np.array(tags, np.float32),
        np.array(spans, np.int64).reshape(-1, 2),
        np.array(views, np.float32).reshape(-1, 12),
    )


def _tokens(said: SoftText | None) -> list[Tokens]:
    return [
        Tokens([1, 2, 3], [0, 5, 9], [True, True, True], said and said.tags[:3]),
        Tokens([4, 5, 3], [11, 15, 19], [True, True, True], said and said.tags[3:]),
    ]


def _article(*gold: dict[str, object]) -> LabelledArticle:
    return LabelledArticle("a", TEXT, "2020-01-01", gold, ())


SAID = _text([[NO, NO]] * 3 + [[YES, NO], [NO, YES], [NO, NO]], [[11, 19]], [SURE])
GOLD = {"start": 11, "end": 19, "kind": "event", "level": 1, "speaker": None, "dates": []}


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """To a tenth, and what lies beyond one byte at its end."""
    soft = Soft(np.array([0.12, -20.0], np.float32), digest("x", "y"), {digest(TEXT): SAID})
    save_soft(soft, tmp_path / "soft.npz")
    read = load_soft(tmp_path / "soft.npz")
    assert read.sentences.tolist() == pytest.approx([0.1, -12.7])
    assert read.of_sentences == digest("x", "y")
    assert read.texts.keys() == {digest(TEXT)}
    assert read.texts[digest(TEXT)].tags == pytest.approx(SAID.tags)
    assert read.texts[digest(TEXT)].spans.tolist() == [[11, 19]]
    assert read.texts[digest(TEXT)].views == pytest.approx(SAID.views)


def test_without_the_file_nothing_is_said(tmp_path: Path) -> None:
    """Training goes on from labels alone."""
    soft = load_soft(tmp_path / "soft.npz")
    assert not soft.texts
    assert soft.worthy(["a"], [True]) == [1.0]


def test_shares_add_up_to_one() -> None:
    """Of tags, kinds and dates; the other two are chances by themselves."""
    assert tag_shares(SAID.tags).sum(1) == pytest.approx(np.ones(6))
    views = view_shares(SAID.views)
    assert views[0, :7].sum() == pytest.approx(1.0)
    assert views[0, 9:].sum() == pytest.approx(1.0)
    assert views[0, 7] > 0.99
    assert views[0, 8] < 0.01


def test_sentences_are_softened_where_they_are_those_that_were_read() -> None:
    """Of other sentences the label is kept as it is."""
    soft = Soft(np.array([12.0, -12.0], np.float32), digest("a", "b"), {})
    assert soft.worthy(["a", "b"], [False, False]) == pytest.approx([SHARE, 0.0], abs=1e-3)
    assert soft.worthy(["a", "c"], [False, True]) == [0.0, 1.0]


def test_a_label_alone_gives_ones_and_zeros() -> None:
    """Without the word of larger networks the targets are the labels."""
    (window,) = article_examples(claims_of(_article(GOLD)), _tokens(None))
    assert window.tags is not None
    assert window.tags.argmax(1).tolist() == [0, 0, 0, 0, 1, 2, 0, 0]
    assert window.tags.sum(1).tolist() == [0, 1, 1, 1, 1, 1, 1, 0]
    (span,) = window.spans
    assert (span.start, span.end) == (4, 6)
    assert span.views.tolist() == [0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]


def test_a_label_and_the_word_of_larger_networks_are_mixed() -> None:
    """The kind is shared between what the label says and what they say."""
    (window,) = article_examples(claims_of(_article(GOLD), SAID), _tokens(SAID))
    (span,) = window.spans
    assert span.views[:2].tolist() == pytest.approx([SHARE, 1 - SHARE], abs=1e-3)
    assert span.views[7] == pytest.approx(SHARE, abs=1e-3)
    assert window.tags is not None
    assert window.tags[4] == pytest.approx([0, 1, 0], abs=1e-3)


def test_a_text_without_labels_has_their_claims() -> None:
    """They are learned from as they are."""
    (window,) = article_examples(claims_of(_article(), SAID), _tokens(SAID))
    (span,) = window.spans
    assert (span.start, span.end) == (4, 6)
    assert span.views[0] == pytest.approx(1.0, abs=1e-3)
    assert window.tags is not None
    assert window.tags[4:6].argmax(1).tolist() == [1, 2]
    assert window.tags[0].tolist() == [0, 0, 0]


def test_the_file_tells_of_all_written_texts_and_their_claims() -> None:
    """Every marked claim of a written text has its row."""
    soft = load_soft(LABELS)
    for article in written_articles():
        said = soft.texts[digest(article.text)]
        assert {tuple(place) for place in said.spans.tolist()} == {
            (claim["start"], claim["end"]) for claim in article.gold
        }
        assert np.abs(said.views).max() <= 12.7


def test_passages_are_read_without_labels(tmp_path: Path) -> None:
    """Headings, repeats and scraps are left out; without the files there are none."""
    assert unlabelled(tmp_path) == []
    folder = tmp_path / "stance"
    folder.mkdir()
    line = "A sentence that is long enough to be no heading."
    page = {"label": "supported", "evidence": ["(meta data) TITLE: x" + "y" * 40, "Menu", line]}
    (folder / SETS[0]).write_text(json.dumps(page) + "\n", encoding="utf-8")
    rows = [{"evidence": "w  " * 120}, {"evidence": "w " * 120 + "."}, {"evidence": "short"}]
    (folder / SETS[1]).write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    found = unlabelled(tmp_path)
    assert [article.text for article in found] == [line, ("w " * 120).strip()]
    assert all(not article.gold for article in found)
