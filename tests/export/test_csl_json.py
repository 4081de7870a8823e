import json

from claims.export.csl_json import csl_items

CLAIM = {
    "id": "c-1",
    "article_title": "The budget",
    "article_author": "By Ada Quill",
    "publisher": "The Paper",
    "appearance_url": "https://paper.example/a",
    "article_published": "2021-08-31",
}


def row(source, citation):
    item = {"id": source, "type": "webpage", "title": "Accounts"}
    return {"citation": citation, "csl": json.dumps({**item, "custom": {"citations": [citation]}})}


def test_the_article_comes_first_and_each_source_once_with_all_that_is_cited():
    items = csl_items(CLAIM, [row("s-1", "n-1"), row("s-2", "n-2"), row("s-1", "n-3")])
    assert [item["id"] for item in items] == ["c-1", "s-1", "s-2"]
    assert [item["type"] for item in items] == ["article-newspaper", "webpage", "webpage"]
    assert items[1]["custom"]["citations"] == ["n-1", "n-3"]


def test_what_is_known_of_the_article_stands_in_the_fields_of_the_standard():
    (article,) = csl_items(CLAIM, [])
    assert article["author"] == [{"family": "Quill", "given": "Ada"}]
    assert article["container-title"] == "The Paper"
    assert article["issued"] == {"date-parts": [[2021, 8, 31]]}


def test_what_is_not_known_is_left_out():
    unknown = dict.fromkeys(CLAIM) | {"id": "c-1"}
    assert csl_items(unknown, []) == [{"id": "c-1", "type": "article-newspaper"}]
