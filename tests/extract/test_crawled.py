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
