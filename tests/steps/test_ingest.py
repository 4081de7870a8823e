from dataclasses import replace

import httpx
from builders import NOW

from claims.steps.ingest import Intake, ingest
from claims.steps.store_document import Intent, Overrides
from db import rows
from db.connection import open_database

TEXT = "A headline\n\nThe bridge cost 5 million dollars in 2019. It opened in May.\n"


def take(edges, *inputs, **options):
    intake = Intake([], [])
    list(ingest(edges, [str(i) for i in inputs], intake=intake, **options))
    return intake


def document(edges, intake):
    return rows.get(edges.database, "documents", intake.documents[0])


def test_a_text_file_is_stored_character_for_character(edges, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    stored = document(edges, take(edges, tmp_path / "a.txt"))
    assert stored["text"] == TEXT
    assert (stored["added_at"], stored["role"]) == (NOW, "article")


def test_windows_line_ends_become_line_feeds_and_the_mark_goes(edges, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    stored = document(edges, take(edges, tmp_path / "a.txt"))
    assert (stored["text"], stored["charset_from"]) == (TEXT, "bom")


def test_what_the_user_says_wins_and_is_marked(edges, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    said = Overrides(
        published="2021-08-31", url="https://e.example/a", title="T", author="A", publisher="P"
    )
    stored = document(edges, take(edges, tmp_path / "a.txt", intent=Intent(said)))
    for name in ("published", "title", "author", "publisher"):
        assert (stored[name], stored[f"{name}_from"]) == (getattr(said, name), "option")
    assert stored["url"] == "https://e.example/a"


def test_saying_more_later_updates_the_same_document(edges, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    first = take(edges, tmp_path / "a.txt")
    later = take(edges, tmp_path / "a.txt", intent=Intent(Overrides(published="2020-01-01")))
    assert later.documents == first.documents
    assert document(edges, later)["published"] == "2020-01-01"
    assert rows.count(edges.database, "documents") == 1


def test_the_same_text_under_two_names_is_one_document(edges, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT)
    assert len(set(take(edges, tmp_path).documents)) == 1


def test_one_bad_file_does_not_stop_the_others(edges, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"\0\1\2" * 50)
    (tmp_path / "c.html").write_text("<script>1</script>")
    intake = take(edges, tmp_path, tmp_path / "missing.txt")
    assert len(intake.documents) == 1
    assert len(intake.failures) == 3
    assert all(f.why and "\n" not in f.why for f in intake.failures)


PAGE = """<html><head><title>The bridge</title><meta property="article:published_time"
content="2021-05-04T10:00:00Z"></head><body><article><h1>The bridge</h1>
<p>The bridge cost 5 million dollars in 2019, the ministry said on Monday.</p>
<p>It opened in May and carries about 12,000 cars a day across the river.</p></article></body>"""
FEED = """<rss><channel><item><link>https://e.example/one</link></item>
<item><link>https://e.example/gone</link></item></channel></rss>"""


def web(edges, page=PAGE):
    def answer(request):
        path = request.url.path
        kind = "application/rss+xml" if path == "/feed" else "text/html; charset=utf-8"
        status = 404 if path in {"/gone", "/robots.txt"} else 200
        body = FEED if path == "/feed" else page
        return httpx.Response(
            status, headers={"Content-Type": kind}, stream=httpx.ByteStream(body.encode())
        )

    settings = replace(edges.settings, allow_hosts="e.example:443")
    return replace(edges, transport=httpx.MockTransport(answer), settings=settings)


def test_an_address_is_archived_and_says_where_its_date_stands(edges):
    stored = document(edges, take(web(edges), "https://e.example/one"))
    assert (stored["url"], stored["published"]) == ("https://e.example/one", "2021-05-04")
    assert "published_time" in stored["published_from"]
    snapshot = rows.get(edges.database, "snapshots", stored["snapshot"])
    assert snapshot["text"] == stored["text"]
    assert (edges.archive / snapshot["warc_file"]).exists()


def test_a_feed_gives_its_articles_and_names_those_that_fail(edges):
    intake = take(web(edges), "https://e.example/feed")
    assert len(intake.documents) == 1
    assert [f.what for f in intake.failures] == ["https://e.example/gone"]


def test_the_day_of_a_feed_counts_where_the_page_has_none(edges, tmp_path):
    feed = tmp_path / "feed.xml"
    dated = "</link><pubDate>Mon, 01 Mar 2021 10:00:00 GMT</pubDate></item>"
    feed.write_text(FEED.replace("</link></item>", dated))
    other = web(edges, PAGE.replace("2021-05-04", ""))
    told = document(other, take(other, feed))
    assert (told["published"], told["published_from"]) == ("2021-03-01", "feed")


def test_the_page_knows_its_day_better_than_the_feed(edges, tmp_path):
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED.replace("</link></item>", "</link><pubDate>1 Mar 2021</pubDate></item>"))
    assert document(edges, take(web(edges), feed))["published"] == "2021-05-04"


def test_a_feed_that_names_very_many_says_where_it_was_left(edges, tmp_path, monkeypatch):
    monkeypatch.setattr("claims.steps.ingest.MOST_LINKS", 1)
    feed = tmp_path / "feed.xml"
    feed.write_text(FEED)
    intake = take(web(edges), feed)
    assert (len(intake.documents), len(intake.failures)) == (1, 1)
    assert intake.failures[0].why == (
        "names 2 articles, of which the first 1 are taken; add the others by their addresses,"
        " from https://e.example/gone on"
    )


def test_a_web_archive_gives_its_pages(edges, tmp_path):
    take(web(edges), "https://e.example/one")
    (archive,) = edges.archive.glob("*.warc.gz")
    path = tmp_path / "other.db"
    other = replace(edges, database=open_database(path), path=path)
    intake = take(other, archive)
    assert intake.failures == []
    stored = document(other, intake)
    assert stored["url"] == "https://e.example/one"
    assert stored["text"] == document(edges, take(web(edges), "https://e.example/one"))["text"]


def test_what_is_no_web_archive_is_refused(edges, tmp_path):
    (tmp_path / "x.warc.gz").write_bytes(b"not an archive")
    (tmp_path / "y.wacz").write_bytes(b"PK not a zip")
    intake = take(edges, tmp_path)
    assert (intake.documents, len(intake.failures)) == ([], 2)
