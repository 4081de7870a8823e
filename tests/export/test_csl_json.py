import pytest

from claims.export.csl_json import csl_items, date_parts

CLAIM = {
    "id": "c-1",
    "article_title": "The budget",
    "article_author": "Ada Quill",
    "publisher": "The Paper",
    "appearance_url": "https://paper.example/a",
    "article_published": "2021-08-31",
}
CITED = {
    "source": "s-1",
    "source_title": "Accounts",
    "source_author": None,
    "source_publisher": "City",
    "url": "https://city.example/accounts",
    "source_published": "2020",
    "warc_date": "2026-11-24T09:00:00Z",
}


def test_the_article_comes_first_and_each_source_once():
    items = csl_items(CLAIM, [CITED, {**CITED, "role": "context"}, {**CITED, "source": "s-2"}])
    assert [item["id"] for item in items] == ["c-1", "s-1", "s-2"]
    assert [item["type"] for item in items] == ["article-newspaper", "webpage", "webpage"]


def test_what_is_known_stands_in_the_fields_of_the_standard():
    article, source = csl_items(CLAIM, [CITED])
    assert article["author"] == [{"literal": "Ada Quill"}]
    assert article["container-title"] == "The Paper"
    assert article["issued"] == {"date-parts": [[2021, 8, 31]]}
    assert source["accessed"] == {"date-parts": [[2026, 11, 24]]}
    assert source["issued"] == {"date-parts": [[2020]]}


def test_what_is_not_known_is_left_out():
    unknown = dict.fromkeys(CLAIM) | {"id": "c-1"}
    assert csl_items(unknown, []) == [{"id": "c-1", "type": "article-newspaper"}]
    assert "author" not in csl_items(CLAIM, [CITED])[1]


@pytest.mark.parametrize("day", [None, "", "197X", "spring", "-0044"])
def test_what_begins_with_no_year_is_no_date(day):
    assert date_parts(day) is None
