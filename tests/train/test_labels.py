"""Our own labels of articles: places in texts that the data folder holds, known by their digest."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from train import sets
from train.sets import LABELS, more_articles, written_articles

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = {"start", "end", "level", "kind", "speaker", "dates", "quantities"}
KINDS = {"quantity", "event", "statement", "status", "rule", "ranking", "cause"}


def test_labels_hold_places_and_values_in_order() -> None:
    """Claims follow one another without overlap, and hold no text but names of speakers."""
    rows = [json.loads(row) for row in (LABELS / "wikinews.jsonl").read_text("utf-8").splitlines()]
    assert len({row["sha256"] for row in rows}) == len(rows) > 100
    for row in rows:
        ends = 0
        for claim in row["claims"]:
            assert ends <= claim["start"] < claim["end"], (row["sha256"], claim)
            ends = claim["end"]
            assert claim.keys() <= FIELDS
            assert claim["kind"] in KINDS
            assert claim["level"] in {1, 2, 3}


def test_written_texts_hold_their_claims_in_order() -> None:
    """Each text stands in the file with its claims and the passages that are none."""
    found = written_articles()
    assert len({article.text for article in found}) == len(found) > 100
    for article in found:
        ends = 0
        for claim in article.gold:
            assert ends <= claim["start"] < claim["end"] <= len(article.text), (article.name, claim)
            ends = claim["end"]
            assert claim["kind"] in KINDS
            assert article.text[claim["start"] : claim["end"]].strip()
        assert all(0 <= none["start"] < none["end"] for none in article.no_claims)


def test_an_article_is_known_by_the_digest_of_its_text(tmp_path: Path) -> None:
    """One without labels here, or whose text is another, is left out."""
    text = "Title\n\nThe bridge opened in 2019."
    data, labels = tmp_path / "data", tmp_path / "labels"
    (data / "wikinews").mkdir(parents=True)
    labels.mkdir()
    articles = [{"text": text + "!", "date": "2020-01-01"}, {"text": text, "date": "2020-01-02"}]
    (data / "wikinews" / "corpus.jsonl").write_text(
        "".join(json.dumps(a) + "\n" for a in articles), encoding="utf-8"
    )
    claim = {"start": 7, "end": 32, "level": 3, "kind": "event", "dates": ["2019"]}
    row = {"sha256": hashlib.sha256(text.encode()).hexdigest(), "claims": [claim]}
    (labels / "wikinews.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")

    found = more_articles(data, labels)

    assert [(a.name, a.published) for a in found] == [("corpus-001", "2020-01-02")]
    assert found[0].gold == ({**claim, "speaker": None, "quantities": []},)


def test_every_label_finds_its_article(shared: Path) -> None:
    """All labelled articles stand in the data folder, and the places lie within them."""
    found = more_articles(shared / "data")
    rows = (LABELS / "wikinews.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(found) == len(rows)
    for article in found:
        assert all(claim["end"] <= len(article.text) for claim in article.gold)


@pytest.mark.parametrize("count", [2, 5])
def test_folds_hold_each_article_once(count: int) -> None:
    """Dealt by a fixed seed."""
    made = [sets.LabelledArticle(str(i), "", "2020-01-01", (), ()) for i in range(11)]
    dealt = sets.folds(made, count)
    assert sorted(a.name for fold in dealt for a in fold) == sorted(a.name for a in made)
    assert dealt == sets.folds(made, count)
