"""Texts as crawlers, scanners and posts leave them: what is taken and what is not."""

from pathlib import Path

import pytest
import yaml

from claims.extract.engine import extract
from claims.model.span import Span, tiles

TABLE = Path(__file__).parents[1] / "tables" / "crawled.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_crawled(row):
    text = row["text"]
    found = extract(text, document="d-1", published="2021-08-31", run="r-1")
    assert [c.exact for c in found.claims] == row["claims"]
    assert [s.skip_reason.value for s in found.sentences if s.skip_reason] == row["skipped"]
    assert all(text[c.start : c.end] == c.exact for c in found.claims)
    assert tiles([Span(s.start, s.end) for s in found.sentences], len(text))


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opened  on   Monday and cost 5   million dollars, the town said.",
        "THE BRIDGE OPENED ON MONDAY AND COST 5 MILLION DOLLARS, THE TOWN SAID.",
    ],
)
def test_stray_blanks_and_capitals_hide_no_date_and_no_number(text):
    found = extract(text, document="d-1", published="2021-08-31", run="r-1").claims
    assert {date for claim in found for date in claim.dates} == {"2021-08-30"}
    (cost,) = (quantity for claim in found for quantity in claim.quantities)
    assert (cost.value, cost.unit) == (5_000_000, "USD")
    assert text[cost.start : cost.end] == cost.exact
