import asyncio
import gzip
import tracemalloc
import zlib
from dataclasses import replace

import brotli
import pytest
from fetching import HTML, SMALL, mocked, raw, told
from raw_server import page

from claims.model.exchange import header
from claims.web.client import Fetcher
from claims.web.http import httpx


def test_a_page_that_comes_whole():
    wire = gzip.compress(HTML)
    answer = page(
        wire, "Content-Type: text/html; charset=utf-8", "Content-Encoding: gzip", "X-B: 1"
    )
    (got,), requests, pair = raw(
        {"/a?q=x+y": answer}, "/a", params={"q": "x y"}, accept="text/html"
    )
    assert told(got) == ("stored", None)
    assert (got.url, got.target_uri) == (f"http://{pair}/a", f"http://{pair}/a?q=x+y")
    assert (got.http_status, got.http_version, got.method) == (200, "HTTP/1.1", "GET")
    assert (got.wire_body, got.body) == (wire, HTML)
    assert got.content_type == "text/html; charset=utf-8"
    assert header(got.headers, "x-b") == "1"
    assert got.ip_address == "127.0.0.1"
    assert got.at == "2026-11-24T09:00:00Z"
    assert (got.truncated, got.redirects) == (None, ())
    assert header(got.request_headers, "user-agent") == "Citetrail/0.1 (test)"
    assert header(got.request_headers, "accept") == "text/html"
    assert header(got.request_headers, "accept-encoding") == "gzip, br"
    assert "Cookie" not in requests[0]


def test_chunking_is_undone_and_encoding_is_kept():
    wire = brotli.compress(HTML)
    chunked = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: br\r\n\r\n"
        + b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n" % (5, wire[:5], len(wire) - 5, wire[5:])
    )
    (got,), _, _ = raw({"/": chunked}, "/")
    assert (got.wire_body, got.body, got.outcome.value) == (wire, HTML, "stored")


def test_an_error_page_keeps_its_words():
    (got,), _, _ = raw({"/": page(HTML, status="404 Not Found")}, "/")
    assert got.body == HTML


def test_a_bomb_is_refused_without_being_unfolded():
    answer = page(zlib.compress(bytes(300_000_000)), "Content-Encoding: deflate")
    tracemalloc.start()
    (got,), _, _ = raw({"/": answer}, "/", limits=replace(SMALL, wire_bytes=1_000_000))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert got.outcome.value == "too_large"
    assert most < 20_000_000


def test_redirects_are_followed_and_kept():
    answers = {
        "/1": page(
            b"one", "Location: /2", "Set-Cookie: a=b; Path=/", status="301 Moved Permanently"
        ),
        "/2": page(b"two", "Location: 3?x#part", status="307 Temporary Redirect"),
        "/3?x": page(HTML),
    }
    (got,), requests, pair = raw(answers, "/1")
    assert told(got) == ("stored", None)
    assert (got.url, got.target_uri) == (f"http://{pair}/1", f"http://{pair}/3?x")
    assert [(h.url, h.http_status, h.wire_body) for h in got.redirects] == [
        (f"http://{pair}/1", 301, b"one"),
        (f"http://{pair}/2", 307, b"two"),
    ]
    assert got.redirects[0].ip_address == "127.0.0.1"
    assert not any("cookie" in request.lower() for request in requests)  # none is ever sent back


def test_a_ring_of_redirects_ends():
    ring = {"/a": page(b"", "Location: /b", status="302 Found"), "/b": page(b"", "Location: /a", status="302 Found")}  # fmt: skip
    (got,), requests, _ = raw(ring, "/a")
    assert told(got) == ("too_many_redirects", "more than 5 redirects")
    assert (len(requests), len(got.redirects), got.http_status) == (6, 5, 302)


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "not an http or https address"),
        ("ftp://a.example/x", "not an http or https address"),
        ("http://127.0.0.1/admin", "not a public address"),
        ("http://127.0.0.1:22/", "port 22"),
        ("http://169.254.169.254/latest/meta-data/", "not a public address"),
        ("http://[::ffff:10.0.0.1]/", "not a public address"),
        ("http://2130706433/", "not a public address"),
        ("http://user:secret@a.example/", "user name"),
        ("javascript:alert(1)", "not an http or https address"),
    ],
)
def test_redirects_that_lead_inside(location, reason):
    (got,), requests, _ = raw({"/": page(b"", f"Location: {location}", status="302 Found")}, "/")
    assert got.outcome.value == "address_refused"
    assert reason in got.reason
    assert "secret" not in got.reason
    assert (len(requests), len(got.redirects)) == (1, 1)
    assert got.http_status is None


def test_a_private_address_is_refused_before_any_connection():
    (got,), requests, _ = raw({"/": page(HTML)}, "/", allow=False)
    assert got.outcome.value == "address_refused"
    assert (requests, got.http_version) == ([], None)


@pytest.mark.parametrize("url", ["", "file:///etc/passwd", "a.example", "http://", "http://\x00/"])
def test_what_is_no_web_address(url):
    (got,) = mocked(lambda _: httpx.Response(200), url)
    assert got.outcome.value == "address_refused"
    assert (got.url, got.target_uri, got.at) == (url, url, "2026-11-24T09:00:00Z")


def test_nobody_answers():
    async def run():
        server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
        pair = "{}:{}".format(*server.sockets[0].getsockname())
        server.close()
        await server.wait_closed()
        async with Fetcher(
            user_agent="Citetrail/0.1", allow_hosts=frozenset({pair}), limits=SMALL
        ) as fetcher:
            return await fetcher.get(f"http://{pair}/")

    got = asyncio.run(run())
    assert got.outcome.value == "unreachable"
    assert (got.http_status, got.http_version, got.headers, got.wire_body) == (None, None, (), b"")
