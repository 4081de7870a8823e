"""The claim table, the other tables, and what Datasette is told about them."""

import re
from pathlib import Path

import pytest
import yaml

from db.public_schema import TABLES

METADATA = yaml.safe_load(
    (Path(__file__).resolve().parents[2] / "metadata.yml").read_text(encoding="utf-8")
)
PUBLIC = METADATA["databases"]["public"]


def facets(page):
    return {
        re.search(r"<h2[^>]*>([^<]+)</h2>", section)[1]: re.findall(
            r'<bdi>([^<]+)</bdi>.*?<span class="n">(\d+)</span>', section
        )
        for section in re.findall(r'<section class="facet".*?</section>', page, flags=re.DOTALL)
    }


def test_facets_are_links_with_counts(site):
    assert facets(site.get("/public/claims").text) == {
        "Kind of claim": [("Number", "2")],
        "Verdict": [("Mostly false", "1"), ("No verdict", "1")],
        "Said by": [("Ada Quill", "1"), ("The article itself", "1")],
        "Published in": [("The Example Paper", "2")],
        "Year": [("2025", "2")],
    }


def test_a_facet_narrows_the_list_and_can_be_taken_back(site):
    page = site.get("/public/claims").text
    (link,) = re.findall(r'<a href="([^"]*claimant=[^"]*)"', page)
    assert link.startswith("/public/claims?")
    narrowed = site.get(link.replace("&amp;", "&")).text
    assert "1 claim" in narrowed
    assert "Filters in force" in narrowed
    assert '<a href="/public/claims">remove' in narrowed


def test_rows_link_to_the_claims_own_pages(site):
    page = site.get("/public/claims").text
    for name in ("budget", "homes", "gone"):
        assert f'<a href="/claim/{site.ids[name]}">' in page
    assert "A claim that was withdrawn" in page


def test_newest_decision_first_and_other_orders(site):
    def order(path):
        found = re.findall(
            r'<td role="cell" class="words"><a href="/claim/([^"]+)"', site.get(path).text
        )
        return [name for one in found for name, i in site.ids.items() if i == one]

    assert order("/public/claims") == ["gone", "homes", "budget"]
    assert order("/public/claims?_sort_desc=check_worthiness") == ["budget", "homes", "gone"]
    assert order("/public/claims?_sort=decided_at") == ["budget", "homes", "gone"]


@pytest.mark.parametrize(
    ("words", "count"),
    [("doubling", 1), ("homes built", 1), ("Quill", 1), ("harbour", 0), ('"', 3), ("a* NOT b", 0)],
)
def test_full_text_search(site, words, count):
    answer = site.get("/public/claims.json", params={"_search": words}).json()
    assert answer["filtered_table_rows_count"] == count


def test_pages_follow_one_another(site):
    first = site.get("/public/claims?_size=2").text
    (link,) = re.findall(r'<a href="([^"]+)" rel="next">', first)
    assert link.startswith("/public/claims?")
    second = site.get(link.replace("&amp;", "&")).text
    assert site.ids["budget"] in second
    assert ">First page</a>" in second
    assert 'rel="next"' not in second


def test_json_of_the_claim_table(site):
    found = site.get("/public/claims.json?_shape=array").json()
    assert {row["id"] for row in found} == {site.ids[n] for n in ("budget", "homes", "gone")}


def test_a_row_of_claims_is_the_claims_page(site):
    answer = site.get(f"/public/claims/{site.ids['budget']}")
    assert (answer.status_code, answer.headers["location"]) == (301, f"/claim/{site.ids['budget']}")


def test_every_public_column_is_described_and_nothing_else_is(site):
    described = {t: about for t, about in PUBLIC["tables"].items() if not about.get("hidden")}
    assert set(described) == set(TABLES)
    for table, about in described.items():
        columns = site.get(f"/public/{table}.json?_size=0").json()["columns"]
        shown = [column for column in columns if column != "rowid"]
        assert list(about["columns"]) == shown, table
        assert all(text.strip() for text in about["columns"].values())


@pytest.mark.parametrize("query", PUBLIC["queries"])
def test_every_ready_made_question_is_described_and_answered(site, query):
    assert PUBLIC["queries"][query]["title"]
    assert PUBLIC["queries"][query]["description"]
    answer = site.get(f"/public/{query}.json?_shape=array")
    assert answer.status_code == 200
    assert answer.json(), "the fixture has a row for every question"


def test_inner_tables_are_not_listed(site):
    page = site.get("/public").text
    assert "fts" not in page
    assert "sqlite_stat" not in page
    assert page.index("Claims</a></h3>") < page.index("Sources</a></h3>")
