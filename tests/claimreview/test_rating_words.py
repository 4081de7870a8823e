"""Publishers' rating words to ours: by a table, and never by a guess."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.claimreview.rating_words import plain, rating_words
from claims.model.fact_check import Axis

TABLES = Path(__file__).resolve().parents[1] / "tables"
ROWS = yaml.safe_load((TABLES / "rating_words.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['rating'][:30]!r}: {r['why']}")
def test_ratings(row):
    meaning = rating_words().meaning(row["rating"], host=row.get("host"))
    assert (meaning.verdict, meaning.number, meaning.by) == (
        row["verdict"],
        row.get("number"),
        row.get("by"),
    )
    axis = Axis.UNMAPPED if row["verdict"] is None else Axis.OFF
    assert meaning.axis is (Axis.TRUTH if row.get("number") else axis)


def test_no_word_means_two_things():
    source = Path(rating_words.__wrapped__.__code__.co_filename).with_name("rating_words.yml")
    read = yaml.safe_load(source.read_text(encoding="utf-8"))
    meanings = {}
    for one in read["verdicts"]:
        for word in ";".join([*one["words"], one["label"]]).split(";"):
            meanings.setdefault(plain(word), set()).add(one["label"])
    assert {w: m for w, m in meanings.items() if len(m) > 1 or not w} == {}
    labels = {one["label"] for one in read["verdicts"]}
    assert {v for p in read["publishers"] for v in p["words"].values()} <= labels


@given(st.text(max_size=60))
def test_any_text_is_mapped_or_not_and_nothing_else(text):
    meaning = rating_words().meaning(text)
    assert (meaning.verdict is None) is (meaning.axis is Axis.UNMAPPED) is (meaning.by is None)
