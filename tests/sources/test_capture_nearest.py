"""Replies of CDX services to the capture nearest to a date."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from claims.sources.capture_nearest import nearest, read_captures, requests_nearest

TABLE = yaml.safe_load(
    (Path(__file__).parents[1] / "tables/cdx_replies.yaml").read_text(encoding="utf-8")
)
CDX = "https://web.archive.org/cdx/search/cdx"
WANTED = date(2021, 8, 31)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["why"])
def test_replies(row):
    captures = read_captures(CDX, row["body"].encode())
    if row["nearest"] == "-":
        assert captures is None
        return
    best = nearest(captures, WANTED)
    assert (best and best.memento_url) == row["nearest"]
    if best:
        assert best.payload_digest == row.get("digest")
        assert best.http_status == row.get("status", 200)


def test_nested_json_is_no_reply():
    assert read_captures(CDX, b"[" * 200_000) is None


def test_what_is_asked():
    before, after = requests_nearest(CDX, "http://a.example/?q=1", WANTED)
    assert before.params["url"] == after.params["url"] == "http://a.example/?q=1"
    assert (before.params["to"], after.params["from"]) == ("20210831", "20210831")
    (own,) = requests_nearest("http://127.0.0.1:1/news/cdx", "http://a.example/", WANTED)
    assert own.params["closest"] == "20210831120000"
