"""Narrowing, counting and ordering the claim table; pages of claimants and articles; charts."""

import re
import sqlite3

import pytest
from public_desk import FACTS, Desk, ordinary_desk, published
from public_site import Site, run, site_of

from claims.site.charts import by_kind, by_month
from claims.site.document_page import pieces
from claims.site.list_page import read_wish
from claims.site.serve import datasette_for
from claims.site.shelf import load_shelf
from db.public_rows import slug

ROWS = [
    # kind, verdict, claimant, publisher, year, decided_at, check_worthiness, article_published, status
    ("event", "False", "Ada", "Paper", 2020, "2026-01-01", 0.5, "2020-01-01", "published"),
    ("event", None, None, "Paper", 2021, "2026-01-03", 0.9, "2021-01-01", "published"),
    ("rule", "True", "Ada", None, 2020, "2026-01-02", 0.1, None, "corrected"),
    (None, None, None, None, None, "2026-01-04", None, None, "withdrawn"),
]


@pytest.fixture
def shelf():
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE TABLE claims (kind, verdict, claimant, publisher, year, decided_at, check_worthiness,"
        " article_published, status)"
    )
    database.executemany("INSERT INTO claims VALUES (?,?,?,?,?,?,?,?,?)", ROWS)
    yield load_shelf(database)
    database.close()


@pytest.mark.parametrize(
    ("filters", "numbers", "fit"),
    [
        ({}, None, [1, 2, 3, 4]),
        ({"kind": "event"}, None, [1, 2]),
        ({"kind": "event", "year": "2020"}, None, [1]),
        ({"verdict": None}, None, [2]),  # what was withdrawn has no verdict that could be missing
        ({"kind": "odd"}, None, []),
        ({}, [3, 4, 99], [3, 4]),
        ({"claimant": "Ada"}, [2, 3], [3]),
    ],
)
def test_which_claims_fit(shelf, filters, numbers, fit):
    assert list(shelf.numbers[shelf.fitting(filters, numbers)]) == fit


@pytest.mark.parametrize(
    ("column", "counts", "different"),
    [
        ("kind", [("event", 2), ("rule", 1)], 2),
        ("claimant", [("Ada", 2), (None, 1)], 1),
        ("year", [(2020, 2), (2021, 1)], 2),
    ],
)
def test_how_many_have_each_value(shelf, column, counts, different):
    assert shelf.counts(column, shelf.fitting({}), shown=10) == (counts, different)


def test_counts_are_cut_and_say_how_many_there_are(shelf):
    assert shelf.counts("kind", shelf.fitting({}), shown=1) == ([("event", 2)], 2)


@pytest.mark.parametrize(
    ("column", "descending", "order"),
    [
        ("decided_at", True, [4, 2, 3, 1]),
        ("decided_at", False, [1, 3, 2, 4]),
        ("check_worthiness", True, [2, 1, 3, 4]),
        ("article_published", False, [1, 2, 3, 4]),
        ("article_published", True, [2, 1, 3, 4]),  # those without a date come last either way
    ],
)
def test_orders(shelf, column, descending, order):
    assert list(shelf.ordered(column, shelf.fitting({}), descending=descending)) == order


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("", "/public/claims"),
        ("kind=event&verdict__isnull=1", "/public/claims?kind=event&verdict__isnull=1"),
        ("_search=+a+b+&_page=3", "/public/claims?_search=a+b&_page=3"),
        ("_sort=verdict", "/public/claims?_sort=verdict"),
        ("_page=0", "/public/claims"),
        ("claimant=%3Cb%3E", "/public/claims?claimant=%3Cb%3E"),
        ("_page=-1", None),
        ("_page=9999999999", None),
        ("kind=a&kind=b", None),
        ("_sort=exact", None),
        ("kind__isnull=0", None),
        ("_facet=mode", None),
        ("_size=50", None),
    ],
)
def test_what_an_address_asks_for(query, address):
    wish = read_wish(query)
    assert (wish.address() if wish else None) == address


def test_a_page_past_the_end_is_the_last(site):
    assert site.get("/public/claims?_page=99").text.count('class="words"') == 3


def test_a_chosen_value_can_be_changed_for_another(site):
    page = site.get("/public/claims?verdict=Mostly+false").text
    assert "verdict__isnull=1" in page
    assert '<li class="chosen"><a href="/public/claims"' in page


def test_a_search_without_finds_says_how_to_go_on(site):
    page = site.get("/public/claims?_search=zebra").text
    assert "No claim fits." in page
    assert '<a href="/public/claims">All claims</a>' in page


@pytest.mark.parametrize(
    ("search", "everything"),
    [
        ("", True),
        ("+", True),
        ("%22", True),
        ("%22%22", True),
        ("%E2%82%AC", False),
        ("%F0%9F%98%80", False),
        ("*", False),
        ("'", False),
        ("%22+%22", False),
    ],
)
def test_what_no_claim_holds_is_not_found(site, search, everything):
    every = site.get("/public/claims.json").json()["filtered_table_rows_count"]
    told = site.get(f"/public/claims.json?_search={search}").json()
    assert told["filtered_table_rows_count"] == (every if everything else 0)
    page = site.get(f"/public/claims?_search={search}")
    assert (page.status_code, "No claim fits." in page.text) == (200, not everything)


def test_a_claimants_page(site):
    page = site.get("/claimant/ada-quill").text
    assert "<h1><bdi>Ada Quill</bdi></h1>" in page
    assert "no score of a person" in page
    assert f"/claim/{site.ids['budget']}" in page
    assert site.get("/public/claimants/ada-quill").headers["location"] == "/claimant/ada-quill"


@pytest.mark.parametrize(
    "asked",
    ["nobody", "withdrawn-speaker", "unpublished-speaker", "%3Cscript%3E", "a" * 500, "%00"],
)
def test_nobody_of_this_name(site, asked):
    assert site.get(f"/claimant/{asked}").status_code == 404


@pytest.mark.parametrize(
    ("name", "gives"),
    [
        ("Ada Quill", "ada-quill"),
        ("ADA  QUILL.", "ada-quill"),
        ("Zoë Müller", "zoe-muller"),
        ("Иван Й.", "иван-и"),
        ("../../etc", "etc"),
        ("a/b?c#d", "a-b-c-d"),
        ("<script>", "script"),
    ],
)
def test_names_in_addresses(name, gives):
    assert slug(name) == gives


def test_names_without_letters_and_long_ones_are_told_apart():
    assert slug("!!") != slug("??")
    assert slug("long " * 40) != slug("long " * 41)
    assert len(slug("x" * 5000)) < 80


def test_an_articles_page_quotes_only_the_sentences(site):
    page = site.get(f"/document/{site.ids['document']}").text
    assert "The article itself is not repeated here." in page
    assert "<mark>The budget has doubled in five years</mark>" in page
    assert "Nobody objected" not in page
    for asked in ("d-0000000000000000", "x", "d-zz"):
        assert site.get(f"/document/{asked}").status_code == 404


def test_under_a_licence_the_whole_article_is_shown_with_its_claims_marked(tmp_path):
    desk, ids = ordinary_desk(tmp_path / "work.db")
    document = desk.database.execute("SELECT document FROM claims WHERE id = ?", [ids["budget"]])
    key = document.fetchone()[0]
    site = site_of(desk, ids, tmp_path, licences={key: "CC BY 4.0"})
    page = site.get(f"/document/{key}").text
    assert "The whole text, under <bdi>CC BY 4.0</bdi>" in page
    assert "Nobody objected." in page
    assert f'href="/claim/{ids["budget"]}"><mark>The budget has doubled' in page
    assert f'href="/claim/{ids["homes"]}"><mark>At least 1,200 homes' in page


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ([], [("abcdef", None)]),
        ([(0, 6, "x")], [("abcdef", "x")]),
        ([(1, 4, "x"), (3, 5, "y")], [("a", None), ("bc", "x"), ("de", "y"), ("f", None)]),
        ([(0, 6, "x"), (2, 3, "y")], [("ab", "x"), ("c", "y"), ("def", "x")]),
        ([(-3, 2, "x"), (5, 99, "y"), (3, 3, "z")], [("ab", "x"), ("cde", None), ("f", "y")]),
    ],
)
def test_pieces_give_back_the_text_whatever_overlaps(marks, found):
    assert pieces("abcdef", marks) == found
    assert "".join(words for words, _ in found) == "abcdef"


def test_charts_hold_the_numbers_of_their_tables(site):
    page = site.get("/figures").text
    assert page.count("<svg") == 2
    assert page.count('role="img"') == 2
    (row,) = re.findall(r'<th scope="row"><bdi>Number</bdi></th>(.*?)</tr>', page)
    assert re.findall(r"<td>(\d+)</td>", row) == ["1", "1", "2"]


def test_bars_are_as_long_as_their_counts():
    tallies = [
        {"kind": "event", "verdict": "False", "rating_value": 1, "month": "2026-01", "claims": 3},
        {"kind": "event", "verdict": None, "rating_value": None, "month": "2026-02", "claims": 1},
        {"kind": "rule", "verdict": "Odd", "rating_value": None, "month": "2026-02", "claims": 2},
    ]
    chart = by_kind(tallies)
    assert [(row.name, list(row.counts), row.total) for row in chart.rows] == [
        ("Event", [3, 0, 1], 4),
        ("Law or rule", [0, 2, 0], 2),
    ]
    assert [round(bar.width) for bar in chart.rows[0].bars] == [224, 74]
    assert [row.name for row in by_month(tallies).rows] == ["February 2026", "January 2026"]
    assert by_kind([]).rows == []


def test_every_address_of_more_than_fifty_thousand_is_in_a_list(tmp_path, monkeypatch):
    monkeypatch.setattr("claims.site.feeds.SITEMAP_LENGTH", 2)
    desk, ids = ordinary_desk(tmp_path / "work.db")
    site = site_of(desk, ids, tmp_path)
    parts = re.findall(r"<loc>http://localhost(/[^<]+)</loc>", site.get("/sitemap.xml").text)
    assert parts[0] == "/sitemap-claims-1.xml"
    found = [p for part in parts for p in re.findall(r"<loc>([^<]+)</loc>", site.get(part).text)]
    assert f"http://localhost/claim/{ids['budget']}" in found
    assert "http://localhost/claimant/ada-quill" in found
    assert not any(ids["gone"] in one for one in found)
    assert len(found) == len(set(found))
    assert site.get("/sitemap-claims-99.xml").status_code == 404


def test_full_text_is_shown_only_where_the_setting_names_a_licence(tmp_path):
    desk, _ = ordinary_desk(tmp_path / "work.db")
    published(desk.database, tmp_path / "p.db", FACTS)
    desk.database.close()
    database = sqlite3.connect(tmp_path / "p.db")
    assert database.execute("SELECT count(text), count(licence) FROM documents").fetchone() == (
        0,
        0,
    )
    database.close()


def test_the_list_says_what_bears_on_each_claim(site):
    page = site.get("/public/claims").text
    assert re.search(r'<p class="found">\d+ sources? cited</p>', page)


def test_the_list_tells_no_search_from_no_find(tmp_path):
    desk, ids = ordinary_desk(tmp_path / "work.db")
    document = desk.document(title="Another")
    for n, exact in enumerate(("Nobody objected", "The council met on Monday", "reporters")):
        ids[exact] = desk.claim(document, exact)
        desk.event(ids[exact], "published", verdict="Unproven", summary="Nobody knows.")
        if n == 0:
            desk.search(ids[exact], "library", "nothing_found")
        if n == 1:
            told = {"confidential": 1, "explanation": "An official.", "role": "supports"}
            desk.citation(ids[exact], ids["page"], "an increase of 61 percent", **told)
    page = site_of(desk, ids, tmp_path).get("/public/claims").text
    said = dict(re.findall(r'href="/claim/(c-[^"]+)".*?class="found">(.*?)</p>', page, re.DOTALL))
    assert said[ids["Nobody objected"]] == "No passage near enough"
    assert said[ids["The council met on Monday"]] == "1 source that cannot be named"
    assert said[ids["reporters"]] == "No search made"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/public/sources", "Sources"),
        ("/public/claims?exact__contains=e", "Claims: Exact (contains) e"),
        ("/public/claims?kind=quantity&_facet=mode", "Claims: Kind of claim Number"),
        ("/public/claims?_search=budget&_size=5", "Claims: “budget”"),
    ],
)
def test_a_table_is_titled_in_the_readers_words(site, path, title):
    assert re.search("<title>(.*?)</title>", site.get(path).text)[1] == f"{title} – Citetrail"


def test_an_empty_site_promises_no_narrower_list(tmp_path):
    desk = Desk(tmp_path / "work.db")
    published(desk.database, tmp_path / "public.db", FACTS)
    desk.database.close()
    datasette = datasette_for(tmp_path / "public.db")
    run(datasette.invoke_startup())
    site = Site(datasette, {})
    claims = site.get("/public/claims").text
    assert "No claim has been published yet." in claims
    assert "No claim fits." in site.get("/public/claims?_search=x").text
    for page in (claims, site.get("/public/sources").text):
        assert "Narrow the list" not in page
