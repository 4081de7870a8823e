import asyncio
import json
import threading
import time
from urllib.request import Request, urlopen

import pytest

from claims.archive.reader import read_payload
from claims.archive.writer import WarcArchive
from claims.model.exchange import header
from claims.sample.pages import read_page, read_pages
from claims.sample.server import SAMPLE, serving, source_app
from claims.sources.mediawiki import MediaWiki
from claims.sources.provider import Answer
from claims.sources.question import Question
from claims.web.client import Fetcher
from claims.web.http import httpx


@pytest.fixture(scope="module")
def app():
    return source_app()


def ask(app, path, *, method="GET", **headers):
    async def run():
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(
            transport=transport, base_url="http://wiki.example:81"
        ) as client:
            return await client.request(method, path, headers=headers)

    return asyncio.run(run())


PAGES = read_pages(SAMPLE / "sources")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.title)
def test_every_page_stands_at_its_title(page, app):
    got = ask(app, f"/wiki/{page.path}")
    assert (got.status_code, got.content) == (200, page.content)
    assert got.headers["content-type"] == page.media_type
    assert got.headers["content-length"] == str(len(page.content))


def test_titles_are_told_apart():
    assert len({page.path for page in PAGES}) == len(PAGES)


def test_the_article(app):
    got = ask(app, "/article")
    assert got.content == (SAMPLE / "article.html").read_bytes()


def test_a_page_that_was_seen_before_is_not_sent_again(app):
    first = ask(app, "/article")
    again = ask(app, "/article", **{"If-None-Match": f'"other", W/{first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert ask(app, "/article", **{"If-None-Match": '"other"'}).status_code == 200
    assert ask(app, "/article", **{"If-None-Match": "*"}).status_code == 304


def test_head_is_get_without_the_body(app):
    head, get = (ask(app, "/article", method=m) for m in ("HEAD", "GET"))
    assert head.content == b""
    assert dict(head.headers) == dict(get.headers)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(method, app):
    got = ask(app, "/article", method=method)
    assert (got.status_code, got.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path", ["/wiki/", "/wiki/None", "/wiki/../article.html", "/sources/salang-road.html", "/w/"]
)
def test_there_is_nothing_else(path, app):
    assert ask(app, path).status_code == 404


def test_a_strange_path_is_shown_as_text(app):
    got = ask(app, "/wiki/<script>alert(1)</script>")
    assert got.status_code == 404
    assert b"<script>" not in got.content


def test_robots_may_read_all(app):
    assert ask(app, "/robots.txt").text == "User-agent: *\nAllow: /\n"


def test_the_front_page_lists_all(app):
    got = ask(app, "/")
    assert got.text.count("<li>") == len(PAGES)
    assert "http://wiki.example:81/wiki/Salang_road" in got.text


def test_an_api_error_is_a_200_that_says_so(app):
    got = ask(app, "/w/api.php?action=edit")
    assert (got.status_code, got.headers["mediawiki-api-error"]) == (200, "badvalue")
    assert got.json()["error"]["code"] == "badvalue"


def test_other_protocols_are_not_answered(app):
    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(app({"type": "websocket"}, None, send))
    assert sent == []


def test_it_answers_from_entry_to_exit_and_not_longer():
    before = threading.active_count()
    with serving(source_app()) as base:
        assert base.startswith("http://127.0.0.1:")
        with urlopen(Request(f"{base}/robots.txt"), timeout=5) as got:
            assert got.status == 200
    assert threading.active_count() == before
    with pytest.raises(OSError, match="refused"):
        urlopen(f"{base}/robots.txt", timeout=5)


def test_answers_do_not_wait_for_acknowledgements():
    """Without TCP_NODELAY each answer on a kept connection takes 40 ms."""
    with serving(source_app()) as base, httpx.Client(trust_env=False) as client:
        spent = []
        for _ in range(50):
            began = time.perf_counter()
            assert client.get(f"{base}/robots.txt").status_code == 200
            spent.append(time.perf_counter() - began)
    assert sorted(spent)[len(spent) // 4] < 0.03, "a busy machine may delay some, not three in four"


def test_two_servers_do_not_get_in_each_others_way():
    with serving(source_app()) as one, serving(source_app()) as two:
        assert one != two


def test_the_way_of_the_demonstration(tmp_path):
    """Search, fetch, archive and read back, over real sockets of the loopback."""

    async def run(base):
        wiki = MediaWiki(f"{base}/w/api.php")
        question = Question("", (), (), queries=("Soviet Afghanistan 15,000 soldiers died",))
        (ask,) = wiki.plan(question, top=3).asks
        async with Fetcher(
            user_agent="Citetrail/0.1", allow_hosts=frozenset({base.removeprefix("http://")})
        ) as fetcher:
            request = ask.request
            found = await fetcher.get(request.url, params=request.params, robots=False)
            hits = wiki.read(ask, [Answer(found.http_status, found.body)]).hits
            return hits, [await fetcher.get(hit.url) for hit in hits]

    with serving(source_app()) as base:
        hits, pages = asyncio.run(run(base))
    assert hits[0].title == "Soviet losses in the Afghan war"
    assert {page.outcome.value for page in pages} == {"stored"}
    assert b"15,051" in pages[0].body
    assert header(pages[0].headers, "etag")
    archive = WarcArchive(tmp_path, software="citetrail/0.1")
    for page in pages:
        placed = archive.append(page)
        assert read_payload(tmp_path, placed.warc_file, placed.warc_offset) == page.wire_body


def test_a_page_without_a_title_is_named(tmp_path):
    (tmp_path / "x.html").write_text("<p>no title</p>", encoding="utf-8")
    with pytest.raises(Exception, match=r"x\.html has no title"):
        read_page(tmp_path / "x.html", 1)


def test_the_api_speaks_json(app):
    got = ask(app, "/w/api.php?action=query&list=search&srsearch=Kabul&srwhat=text&format=json&formatversion=2")  # fmt: skip
    assert got.headers["content-type"] == "application/json; charset=utf-8"
    assert json.loads(got.content)["query"]["searchinfo"]["totalhits"] > 3
