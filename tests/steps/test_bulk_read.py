"""A piece to its rows: what lines say, what pages say, and that ids are those of `add` and `extract`."""

import json
from pathlib import Path

import failing_finder
import pytest
import yaml

from claims.bulk.work import Kind, Piece, Shard
from claims.model.record import plain
from claims.steps.bulk_read import MOST_CHARACTERS, BulkWork
from claims.steps.extract import extract_documents
from claims.steps.extract_worker import Method
from claims.steps.ingest import Intake, ingest
from claims.steps.store_document import Intent, Overrides
from db import claims as stored
from db import rows

LINES = yaml.safe_load((Path(__file__).parents[1] / "tables/bulk_lines.yaml").read_text())
GIVEN = {
    "NINES": b'{"text": "x", "n": ' + b"9" * 10_000 + b"}",
    "DEEP": b"[" * 200_000,
    "LONG": json.dumps({"text": "It fell. " * (MOST_CHARACTERS // 8)}).encode(),
    "LATIN": '{"text": "Café"}'.encode("latin-1"),
}
PAGE = """<html><head><title>The bridge</title><meta property="article:published_time"
content="2021-05-04T10:00:00Z"></head><body><article><h1>The bridge</h1>
<p>The bridge cost 5 million dollars in 2019, the ministry said on Monday.</p>
<p>It opened in May and carries about 12,000 cars a day across the river.</p></article></body>"""
TEXT = "Fort falls\n\nMore than 90 men died on Monday. The fort cost 5 million dollars in 2019.\n"


@pytest.fixture(scope="module")
def desk():
    return BulkWork(Method("rules")).begin()


def line(raw, place=1):
    return Piece(Kind.LINE, "news.jsonl", place, raw)


@pytest.mark.parametrize("row", LINES, ids=lambda row: row["why"])
def test_what_a_line_says(desk, row):
    found = desk.read(line(GIVEN.get(row["line"], row["line"].encode())), "r-1")
    if "refused" in row:
        assert found.document["outcome"] == "unreadable"
        assert row["refused"] in found.document["why_nothing"]
        assert (found.document["id"], found.claims) == (None, [])
        return
    said = row["says"]
    assert {name: found.document[name] for name in said} == said
    assert found.document["id"].startswith("d-")


def test_a_document_without_a_claim_says_why(desk):
    found = desk.read(line(b'{"text": "Will it rain? Will it snow? Who knows?"}'), "r-1")
    assert found.document["outcome"] == "no_claims"
    assert found.document["why_nothing"].startswith("no claim in 3 sentences: ")
    assert sum(one["sentences"] for one in found.document["skipped"]) == 3


def by_the_database(edges, given, said):
    """The claims that `add` and `extract` store of a file."""
    intake = Intake([], [])
    list(ingest(edges, [str(given)], intake=intake, intent=Intent(said)))
    failures = []
    list(extract_documents(edges, intake.documents, Method("rules"), failures=failures))
    document = rows.get(edges.database, "documents", intake.documents[0])
    return document, list(stored.listing(edges.database, {"document": document["id"]}))


@pytest.mark.parametrize(
    ("name", "content", "piece", "said"),
    [
        ("a.txt", TEXT, Kind.FILE, {}),
        ("a.md", f"# Fort\n\n{TEXT}", Kind.FILE, {}),
        ("a.html", PAGE, Kind.FILE, {}),
        ("a.txt", TEXT, Kind.LINE, {"published": "2021-08-31", "url": "https://e.example/a"}),
        ("a.txt", f"\ufeff{TEXT}".replace("\n", "\r\n"), Kind.LINE, {"title": "T"}),
    ],
)
def test_ids_and_claims_are_those_of_the_database(
    edges, desk, tmp_path, name, content, piece, said
):
    (tmp_path / name).write_text(content, newline="")
    document, wanted = by_the_database(edges, tmp_path / name, Overrides(**said))
    raw = (tmp_path / name).read_bytes()
    if piece is Kind.LINE:
        raw = json.dumps({"text": content, **said}).encode()
    found = desk.read(Piece(piece, str(tmp_path / name), None, raw), wanted[0]["run"])
    names = ("id", "url", "title", "author", "publisher", "published", "media_type", "text_digest")
    assert {n: found.document[n] for n in names} == {n: document[n] for n in names}
    assert len(wanted) >= 2
    assert [
        {n: c[n] for n in w} for c, w in zip(plain(found.claims), wanted, strict=True)
    ] == wanted


def test_an_archived_page_has_its_address_and_the_day_it_was_taken(desk):
    about = {
        "url": "https://e.example/a", "content_type": "text/html", "content_encoding": None,
        "captured": "2021-05-05T00:00:00Z",
    }  # fmt: skip
    piece = Piece(Kind.ARCHIVED, "a.warc.gz", 3, PAGE.encode(), about)
    row = desk.read(piece, "r-1").document
    assert (row["url"], row["captured"], row["place"]) == (about["url"], about["captured"], 3)
    assert (row["published"], row["outcome"], row["title"]) == (
        "2021-05-04",
        "claims",
        "The bridge",
    )
    for bad, why in (
        ({"url": "urn:x"}, "no web address"),
        ({"content_encoding": "gzip"}, "is broken"),
    ):
        broken = Piece(Kind.ARCHIVED, "a.warc.gz", 3, PAGE.encode(), about | bad)
        assert why in desk.read(broken, "r-1").document["why_nothing"]
    cut = Piece(Kind.ARCHIVED, "a.warc.gz", 3, b"", about, "the body has more than 9 bytes")
    assert desk.read(cut, "r-1").document["why_nothing"] == "the body has more than 9 bytes"


def test_what_the_engine_fails_at_is_worth_another_try():
    desk = BulkWork(Method("rules", how_of=failing_finder.how_of)).begin()
    row = desk.read(line(b'{"text": "This one fails. It fell in 2019."}'), "r-1").document
    assert (row["outcome"], row["why_nothing"][:25]) == ("failed", "cannot be read: KeyError:")
    row = desk.lost(line(b"{}"), "r-1", "it died").document
    assert (row["outcome"], row["why_nothing"], row["id"]) == ("failed", "it died", None)


def test_a_document_that_is_twice_in_a_shard_has_its_claims_once(desk):
    pytest.importorskip("pyarrow", reason="the extra [bulk] is not installed")
    same = b'{"text": "More than 90 men died in 2019.", "url": "https://e.example/a"}'
    pieces = (line(same), line(b"no JSON", 2), line(same, 3))
    found = [desk.read(piece, "r-1") for piece in pieces]
    made = desk.made(Shard("s", "r-1", pieces), found)
    assert [one.document["outcome"] for one in found] == ["claims", "unreadable", "repeated"]
    assert made.counts == {"documents": 1, "claims": 1, "words": 7, "unreadable": 1, "failed": 0}
    assert [what for what, _ in made.failures] == ["news.jsonl, line 2"]


def test_texts_are_kept_when_asked_for(desk):
    piece = line(b'{"text": "More than 90 men died in 2019."}')
    assert desk.read(piece, "r-1").document["text"] is None
    keeping = BulkWork(Method("rules"), keep_text=True).begin()
    assert keeping.read(piece, "r-1").document["text"] == "More than 90 men died in 2019."
