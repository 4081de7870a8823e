"""Who says it: the table, over whole small articles."""

from pathlib import Path

import pytest
import yaml

from claims.extract.attribution import cue_of
from claims.extract.cues import find_cues
from claims.extract.engine import extract
from claims.model.span import Span

TABLE = Path(__file__).parents[1] / "tables" / "attributions.yaml"
ROWS = [pytest.param(r, id=r["why"]) for r in yaml.safe_load(TABLE.read_text(encoding="utf-8"))]


def claim_with(text, words):
    found = extract(text, document="d-1", published="2021-08-31", run="r-1")
    return next(c for c in found.claims if words in c.exact)


@pytest.mark.parametrize("row", ROWS)
def test_table(row):
    claim = claim_with(row["text"], row["claim"])
    credited = claim.attribution
    assert claim.claimant == row["claimant"]
    assert (credited.cue if credited else None) == row["cue"]
    assert (credited.mode.value if credited else None) == row["mode"]
    assert (credited.role if credited else None) == row["role"]
    if credited:
        assert row["text"][credited.start : credited.end] == credited.cue


def test_what_is_reported_by_another_goes_to_the_nearer_speaker():
    text = "The Post reported Ann Lee said the mill was sold."
    cue = cue_of(text, find_cues(text), Span(0, len(text)))
    assert cue.speaker == "Ann Lee"


def test_a_relative_clause_is_not_part_of_the_report():
    text = "Ann Lee said the mill, which was built in 1900, was sold."
    assert cue_of(text, find_cues(text), Span(23, 46)) is None
