"""Kinds of claims, and why a sentence makes none."""

from pathlib import Path

import pytest
import yaml

from claims.extract.engine import extract
from claims.extract.kinds import Setting, kind_of, skip_clause

TABLE = Path(__file__).parents[1] / "tables" / "skips.yaml"
ROWS = [pytest.param(r, id=r["why"]) for r in yaml.safe_load(TABLE.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("row", ROWS)
def test_skips(row):
    found = extract(row["text"], document="d-1", published="2021-08-31", run="r-1")
    last = found.sentences[-1]
    assert (last.skip_reason.value if last.skip_reason else None) == row["reason"]
    assert last.skip_detail


@pytest.mark.parametrize(
    ("clause", "setting", "kind"),
    [
        ("because the pitch was flooded", Setting(), "cause"),
        ("the tax would rise", Setting(attributed=True), "statement"),
        ("the bridge fell", Setting(attributed=True, sourced=True), "event"),  # a source for a fact
        ("it was the largest strike since the war", Setting(), "ranking"),
        ("40 men died", Setting(numbers=1, strong_numbers=1), "quantity"),
        ("media must by law name it", Setting(), "rule"),
        ("prices fell due to the storm", Setting(), "cause"),
        ("Moscow is a city", Setting(), "status"),
        ("the town lies on the coast", Setting(), "status"),
        ("the mayor was shot", Setting(), "event"),
        ("the mayor has been elected", Setting(), "event"),
        ("the firm was based in Leeds", Setting(), "status"),
        ("the bridge fell", Setting(), "event"),
        ("a former baker", Setting(), "status"),
        ("Ann Lee, in 1972", Setting(dated=True), "event"),
    ],
)
def test_kind(clause, setting, kind):
    assert kind_of(clause, setting).value == kind


def test_a_number_makes_speech_checkable():
    assert skip_clause("we will build 40 homes", Setting(quoted=True, numbers=1)) is None


def test_the_clause_with_the_reporting_verb_is_always_a_claim():
    assert skip_clause("he said it is so sad", Setting(has_cue=True, attributed=True)) is None
