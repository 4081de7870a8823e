"""Each rule has an object that breaks it and one that does not; the page of the rules names them all."""

from pathlib import Path

import pytest
import yaml
from foreign_reviews import JSON, SOUND
from hypothesis import given

from claims.claimreview.lint import PageRules, lint, severity
from claims.claimreview.rules import FATAL, RULES, Severity

TOP = Path(__file__).resolve().parents[2]
ROWS = yaml.safe_load((TOP / "tests/tables/claimreview_rules.yaml").read_text(encoding="utf-8"))
WHOLE_PAGE = {"CR029", "CR030"}


def laid_over(change):
    return {k: v for k, v in {**SOUND, **change}.items() if v is not None}


def broken(review, row):
    return {(p.rule, p.pointer) for p in lint(review, page_url=row.get("page"))}


def test_a_sound_object_breaks_nothing():
    assert lint(SOUND, page_url="https://facts.example/check/1") == []


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda r: f"{r['rule']} {r['at']} {str(r['breaks'])[:40]}"
)
def test_rules(row):
    assert (row["rule"], row["at"]) in broken(laid_over(row["breaks"]), row)
    assert row["rule"] not in {rule for rule, _ in broken(laid_over(row["keeps"]), row)}


def test_every_rule_has_a_row():
    assert {row["rule"] for row in ROWS} | WHOLE_PAGE == set(RULES)
    assert all(RULES[rule].severity is Severity.REQUIRED for rule in FATAL)


def test_a_page_with_two_is_told_at_the_second():
    page, here, there = PageRules(), "https://facts.example/1", "https://facts.example/2"
    other = {**SOUND, "url": "https://facts.example/check/2"}
    told = [
        {p.rule for p in page.problems(review, at)}
        for review, at in ((SOUND, here), (other, here), (SOUND, here), (other, there))
    ]
    assert told == [set(), {"CR029"}, {"CR029", "CR030"}, {"CR030"}]


def test_in_a_feed_the_context_is_the_feed_s():
    bare = laid_over({"@context": None})
    assert [p.rule for p in lint(bare)] == ["CR106"]
    assert lint(bare, embedded=True) == []


def test_the_page_of_the_rules_is_the_table():
    page = (TOP / "docs/claimreview.md").read_text(encoding="utf-8")
    for name, rule in RULES.items():
        assert f"| `{name}` | {rule.severity.value} | {rule.text} |" in page


@given(JSON)
def test_no_value_breaks_the_linter(value):
    for one in (value, {"@type": "ClaimReview", **value} if isinstance(value, dict) else value):
        assert all(severity(p) for p in lint(one, page_url="https://f.example/"))
