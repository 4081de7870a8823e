"""JSON-LD as publishers really write it."""

import json

import pytest

from claims.text.json_ld import article_fields

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "War ends",
    "datePublished": "2021-08-31T22:00:00-04:00",
    "dateModified": "2021-09-01",
    "author": {"@type": "Person", "name": "Jane Doe"},
    "publisher": {"@type": "Organization", "name": "The Post"},
}


def _values(*things):
    found = article_fields(json.dumps(thing) for thing in things)
    return {name: field.value for name, field in found.items()}


def test_one_object_gives_every_field_and_says_where():
    found = article_fields([json.dumps(ARTICLE)])
    assert {name: (field.value, field.where) for name, field in found.items()} == {
        "title": ("War ends", "json-ld headline"),
        "author": ("Jane Doe", "json-ld author"),
        "publisher": ("The Post", "json-ld publisher"),
        "published": ("2021-08-31", "json-ld datePublished"),
        "modified": ("2021-09-01", "json-ld dateModified"),
    }


@pytest.mark.parametrize(
    "shape",
    [
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Site"}, ARTICLE]},
        {"@type": "WebPage", "name": "Page", "mainEntity": ARTICLE},
        [{"@type": "BreadcrumbList"}, [ARTICLE]],
        ARTICLE | {"@type": ["Article", "NewsArticle"]},
        ARTICLE | {"@type": "https://schema.org/NewsArticle"},
        ARTICLE | {"@type": "schema:ReportageNewsArticle"},
    ],
    ids=["list", "graph", "mainEntity", "list in list", "two types", "type address", "type prefix"],
)
def test_shapes(shape):
    assert _values(shape)["title"] == "War ends"
    assert _values(shape)["published"] == "2021-08-31"


def test_article_is_believed_before_web_page():
    page = {"@type": "WebPage", "name": "Page", "datePublished": "2020-01-01"}
    assert _values(page, ARTICLE)["published"] == "2021-08-31"
    assert _values(page)["published"] == "2020-01-01"


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ("Jane Doe", "Jane Doe"),
        (["Jane Doe", "Li Na"], "Jane Doe, Li Na"),
        ([{"name": "Jane Doe"}, {"name": "Jane Doe"}], "Jane Doe"),
        ({"name": ["Jane Doe", "JD"]}, "Jane Doe"),
        ({"@id": "#jd"}, "Jane of the Graph"),
        ("https://example.org/jane", None),
        ({"@type": "Person"}, None),
        (7, None),
    ],
)
def test_authors(author, expected):
    person = {"@type": "Person", "@id": "#jd", "name": "Jane of the Graph"}
    assert _values({"@graph": [ARTICLE | {"author": author}, person]}).get("author") == expected


def test_escaped_words_are_read_once():
    assert _values(ARTICLE | {"headline": "A &amp; B\n wins"})["title"] == "A & B wins"


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "null",
        "7",
        '"x"',
        "[" * 100_000,
        '{"a":' * 100_000,
        "<!-- {} -->",
        '{"@type": {}}',
        "x" * 2_000_000,
    ],
    ids=[
        "empty",
        "broken",
        "null",
        "number",
        "string",
        "deep list",
        "deep object",
        "comment",
        "odd type",
        "huge",
    ],
)
def test_scripts_that_say_nothing(script):
    assert article_fields([script]) == {}


def test_comment_marks_around_json_are_passed_over():
    assert article_fields([f"<!-- {json.dumps(ARTICLE)} -->"])["title"].value == "War ends"
