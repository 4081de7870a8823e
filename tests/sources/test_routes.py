from pathlib import Path

import pytest
import yaml

from claims.sources.directory import NAMES, ROWS, named, routed
from claims.sources.question import Figure, question
from claims.sources.routes import ALWAYS

TABLES = Path(__file__).resolve().parents[1] / "tables"
ROUTES = yaml.safe_load((TABLES / "routes.yaml").read_text(encoding="utf-8"))
QUERIES = yaml.safe_load((TABLES / "queries.yaml").read_text(encoding="utf-8"))
ALWAYS_ASKED = {name for name, row in ROWS.items() if ALWAYS in row.routes}


def asked(row):
    fields = {n: row[n] for n in ("kind", "published") if n in row}
    return question(
        row["claim"], dates=tuple(row.get("dates", ())), asked_on="2026-11-25", **fields
    )


@pytest.mark.parametrize("row", ROUTES, ids=lambda row: row["why"])
def test_where_a_claim_leads(row):
    found = routed(asked(row))
    assert set(found) == ALWAYS_ASKED | set(row["to"]), row["why"]
    assert all(found.values()), "each with a reason"


@pytest.mark.parametrize("row", QUERIES, ids=lambda row: row["why"])
def test_what_is_asked(row):
    figures = tuple(Figure(0.0, None, exact) for exact in row.get("figures", ()))
    made = question(row["claim"], dates=tuple(row.get("dates", ())), figures=figures)
    assert list(made.queries) == row["queries"], row["why"]


def test_every_provider_is_reached_by_some_claim():
    reached = {name for row in ROUTES for name in routed(asked(row))}
    assert reached == set(NAMES)


def test_names_are_put_in_order_and_wikipedia_is_mediawiki():
    assert named(["brave", "wikipedia", "library"]) == ("library", "mediawiki", "brave")
