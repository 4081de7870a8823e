"""The quantity engine on tables of pairs: never wrong where it is sure, and sure often enough."""

from pathlib import Path

import pytest
import yaml
from patience import takes_within

from claims.evidence.compare import Measured, compare
from claims.evidence.quantity import rules
from claims.extract.dates.mentions import dates
from claims.extract.quantities.mentions import quantities

TABLES = Path(__file__).parents[1] / "tables"
NAMES = (
    "compare_first",
    "compare_open",
    "compare_held",
    "compare_more",
    "compare_news",
    "compare_traps",
    "compare_traps_held",
    "compare_looks",
    "compare_windows",
    "compare_grammar",
    "compare_desk",
    "compare_voice",
    "compare_events",
    "compare_plain",
    "compare_names",
    "compare_names_traps",
    "compare_names_near",
    "compare_names_forms",
    "compare_names_again",
    "compare_ages",
    "compare_durations",
    "compare_reports",
    "compare_retold",
    "compare_retold_traps",
    "compare_deeds",
    "compare_deeds_traps",
    "compare_worked",
    "compare_worked_traps",
    "compare_plain_traps",
)
ROWS = [
    row
    for name in NAMES
    for row in yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))
]
LEAST_RIGHT = 0.97
"""Of the pairs of the two halves that were written before the rules."""


def found(row):
    published = row.get("published")
    claim = Measured(
        text=row["claim"],
        quantities=quantities(row["claim"]),
        dates=tuple(m.edtf for m in dates(row["claim"], published=published)),
    )
    return compare(claim, row["passage"], published=published)


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['claim'][:40]} | {r['passage'][:50]}")
def test_pairs(row):
    answer = found(row)
    if row.get("missed"):
        assert answer.agreement.value == "not_comparable", "no longer missed: take the mark away"
        assert row["outcome"] != "not_comparable"
    else:
        assert answer.agreement.value == row["outcome"], (row["why"], answer)
        assert row.get("rule") in {None, answer.rule}
    assert answer.agreement is rules.agreement(answer.rule)
    assert rules.title(answer.rule) in answer.arithmetic


def test_enough_pairs_are_settled():
    halves = [
        row
        for name in ("compare_open", "compare_held")
        for row in yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))
    ]
    assert len(halves) >= 300
    traps = sum(row["outcome"] == "not_comparable" for row in halves)
    assert traps >= 0.4 * len(halves)
    right = sum(not row.get("missed") for row in halves)
    assert right / len(halves) >= LEAST_RIGHT


def test_a_claims_relative_date_is_read_where_the_claim_stands():
    claim = Measured(
        "The firm sold 2,140 boats last year.", quantities("The firm sold 2,140 boats"), ("2018",)
    )
    for year, outcome in (("2018", "agrees"), ("2017", "not_comparable")):
        answer = compare(claim, f"In {year} the firm sold 2,140 boats.", published=None)
        assert answer.agreement.value == outcome


def test_a_setting_put_in_may_be_unsaid_where_figures_agree():
    text = "More than 15,000 soldiers died in Marou [in the winter offensive]"
    claim = Measured(text, quantities(text), ())
    for number, outcome in (("15,051", "agrees"), ("14,453", "not_comparable")):
        answer = compare(claim, f"In all, {number} soldiers died in Marou.", published=None)
        assert answer.agreement.value == outcome


def test_brackets_of_a_claim_are_read_through():
    text = "[The airline] hired 4,120 workers"
    answer = compare(
        Measured(text, quantities(text), ()), "The airline hired 900 workers.", published=None
    )
    assert answer.rule == "QTY002"


@pytest.mark.parametrize(
    "text",
    [
        "1 2 3 4 5 6 7 8 9 " * 560,
        "12, 13, 14, " * 840,
        "Of the 20 percent of 30 men " * 360,
        "It rose 5 percent to 12 boats. " * 320,
        ("12, 13, 14, " * 110 + "boats. ") * 8,
        "rose from 12 percent to 15 percent and " * 260,
        "according to those who said that " * 300,
        "(" * 10_000,
        "in 1999 and 2000, " * 550,
        "Ab Cd " * 9_000 + ", 17, died",
        "1," * 30_000,
        "At 2,410 metres, " * 87 + "it is high.",
        "of the 5 registered voters " * 55 + "voted.",
    ],
    ids=lambda text: text[:20],
)
def test_hostile_text_takes_no_long_time(text):
    claim = {"claim": "The firm grew 12 percent to 14 boats in 1999.", "passage": text}
    assert takes_within(1.0, found, claim)
    assert takes_within(2.0, found, {"claim": text, "passage": text})
