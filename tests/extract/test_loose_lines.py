"""Lines without a full stop: which are headings, and that all others are read."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from claims.extract.engine import extract
from claims.extract.skipping.headings import loose_lines
from claims.text.sentences import sentence_spans

TABLE = Path(__file__).parents[1] / "tables" / "loose_lines.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_headings(row):
    text = row["text"]
    found = extract(text, document="d-1", published="2021-08-31", run="r-1")
    headings = [
        text[s.start : s.end].strip()
        for s in found.sentences
        if s.skip_reason and s.skip_reason.value == "heading"
    ]
    assert headings == row["headings"]
    assert all(text[c.start : c.end] == c.exact for c in found.claims)


@given(st.lists(st.sampled_from(["Bank", "It fell.", "", "It fell in 1989 again", "Who?"])))
def test_loose_lines_begin_sentences_without_a_stop(lines):
    text = "\n".join(lines)
    spans = sentence_spans(text)
    found = loose_lines(text, spans)
    assert set(found) <= {span.start for span in spans}
    assert all("." not in text[at:].split("\n")[0] for at in found)
