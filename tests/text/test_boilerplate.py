"""Where articles end: the table of cases, and that no gold claim is ever cut off."""

import json
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.text.boilerplate import body_end, is_boilerplate

TABLE = Path(__file__).parents[1] / "tables" / "boilerplate.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.parametrize("row", ROWS["lines"], ids=lambda row: row["why"] + ": " + row["text"][:30])
def test_lines(row):
    assert is_boilerplate(row["text"]) is row["boilerplate"]


@pytest.mark.parametrize("row", ROWS["ends"], ids=lambda row: row["why"])
def test_ends(row):
    assert row["text"][body_end(row["text"]) :] == row["tail"]


@given(st.text())
def test_end_is_an_offset_of_any_text(text):
    assert 0 <= body_end(text) <= len(text)
    assert is_boilerplate(text) in (True, False)


@given(st.lists(st.sampled_from([row["text"] for row in ROWS["lines"]]), max_size=12))
def test_what_is_cut_runs_to_the_end_and_leaves_something(lines):
    text = "The war ended in 1989.\n\n" + "\n".join(lines)
    assert "The war ended in 1989." in text[: body_end(text)]


@pytest.mark.parametrize(
    "unit", ["a\n", "Leave a Reply\n", "x", " ", "Share ", "\n", "Photo: ", "a/"]
)
def test_two_megabytes_are_quick(unit):
    text = unit * (2_000_000 // len(unit))
    start = time.process_time()
    body_end(text)
    is_boilerplate(text)
    assert time.process_time() - start < 4  # 0.1 s on a quiet machine


def _gold():
    yield SHARED / "seed" / "article.txt", SHARED / "seed" / "gold.jsonl"
    for gold in sorted((SHARED / "data" / "wikinews").glob("*.gold.jsonl")):
        yield gold.with_name(gold.name.replace(".gold.jsonl", ".txt")), gold


@pytest.mark.shared
def test_no_gold_claim_is_cut_off():
    if not SHARED.is_dir():
        pytest.skip("the evaluation data is not beside this checkout")
    claims = 0
    for article, gold in _gold():
        end = body_end(article.read_text(encoding="utf-8"))
        for line in gold.read_text(encoding="utf-8").splitlines():
            assert json.loads(line)["end"] <= end, article.name
            claims += 1
    assert claims > 2000


@pytest.mark.shared
def test_the_comment_form_of_the_seed_article_is_cut_off():
    if not SHARED.is_dir():
        pytest.skip("the evaluation data is not beside this checkout")
    text = (SHARED / "seed" / "article.txt").read_text(encoding="utf-8")
    assert text[body_end(text) :].startswith("Leave a Reply")
