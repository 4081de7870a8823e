"""Keys of a capture index, page list and package of a WACZ."""

import json
from pathlib import Path

import pytest
import yaml

from claims.export.surt import url_key
from claims.export.wacz import ListedPage, Part, package, package_digest, page_lines
from claims.model.ids import digest

KEYS = yaml.safe_load(
    (Path(__file__).parents[1] / "tables/index_keys.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("row", KEYS, ids=lambda row: row["url"])
def test_keys(row):
    assert url_key(row["url"]) == row["key"]


@pytest.mark.parametrize("url", ["", "http://[::1/x", "http://a.example:99999999/", "x"])
def test_what_is_no_address_still_has_a_key(url):
    assert url_key(url) == url.lower()


def test_pages():
    hostile = 'a "quote"\n</script>\u2028'
    lines = list(
        page_lines(
            [
                ListedPage("s-1", "http://a.example/", "2026-11-24T09:00:00Z", None, None),
                ListedPage("s-2", "http://a.example/b", "2026-11-24T09:00:00Z", hostile, hostile),
            ]
        )
    )
    assert all(line.count("\n") == 1 and line.isascii() for line in lines)
    _, bare, full = map(json.loads, lines)
    assert bare == {
        "id": "s-1", "url": "http://a.example/", "ts": "2026-11-24T09:00:00Z",
        "title": "http://a.example/",
    }  # fmt: skip
    assert (full["title"], full["text"]) == (hostile, hostile)


def test_the_package_names_its_parts():
    parts = [
        Part("archive/data.warc.gz", 5, "sha256:aa"),
        Part("pages/pages.jsonl", 6, "sha256:bb"),
    ]
    text = package(parts, title="T", created="2026-11-24T09:00:00Z", software="citetrail/1")
    read = json.loads(text)
    assert read["wacz_version"] == "1.1.1"
    assert [(r["name"], r["path"], r["bytes"]) for r in read["resources"]] == [
        ("data.warc.gz", "archive/data.warc.gz", 5),
        ("pages.jsonl", "pages/pages.jsonl", 6),
    ]
    assert json.loads(package_digest(text)) == {"path": "datapackage.json", "hash": digest(text)}
