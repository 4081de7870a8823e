"""Searches for what speaks against a claim stand beside those for its own words, and the gate sees both."""

import pytest
from builders import a_document
from playing_services import World, a_sourced_claim, full_desk, hunt

from claims.sources.query import DISPUTING
from claims.steps.gates import gate_findings
from db import rows

WIKI = ("mediawiki",)
FACTS = ("worldbank",)


@pytest.fixture
def desk(edges):
    return full_desk(edges)


@pytest.fixture
def claim(database):
    return a_sourced_claim(database)


def sides(edges):
    found = rows.select(edges.database, "searches", order_by="searches.rowid")
    return [(row["side"], row["outcome"]) for row in found]


def both_sides(edges, claim):
    (found,) = [one for one in gate_findings(edges, claim) if one.gate.id == "GATE004"]
    return found.looked_at


def test_those_who_dispute_a_claim_are_searched_for(desk, claim):
    hunt(desk, World(), [claim], providers=WIKI)
    findings = hunt(desk, World(), [claim], providers=WIKI, against=True)
    assert sides(desk) == [("claim", "found"), ("against", "found")]
    (search,) = findings.searches
    assert search["query"].split()[-1] == DISPUTING[0]
    assert both_sides(desk, claim) == (
        "2 answered searches, 1 of them for what speaks against it; cited as nothing"
    )
    again = World()
    hunt(desk, again, [claim], providers=WIKI, against=True)
    assert again.asked == [], "what was answered is not asked again"


def test_a_side_that_was_not_answered_stays_beside_the_other(desk, claim):
    hunt(desk, World("throttled"), [claim], providers=WIKI)
    hunt(desk, World(), [claim], providers=WIKI, against=True)
    assert sides(desk) == [("claim", "throttled"), ("against", "found")]
    assert both_sides(desk, claim).startswith("1 answered search, 1 of them")


def test_the_library_is_searched_for_both_sides(desk, claim):
    a_document(desk.database, "The figure of the ministry is disputed, the union says.\n")
    for against in (False, True):
        hunt(desk, World(), [claim], providers=("library",), against=against)
    assert [side for side, _ in sides(desk)] == ["claim", "against"]


def test_a_provider_of_figures_is_asked_the_same_for_both_sides(desk, claim):
    hunt(desk, World(), [claim], providers=FACTS)
    before = sides(desk)
    hunt(desk, World(), [claim], providers=FACTS, against=True)
    assert sides(desk) == before
    assert {side for side, _ in before} == {"claim"}
