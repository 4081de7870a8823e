import asyncio
import gzip
import tracemalloc
import zlib
from dataclasses import replace

import brotli
import pytest
from fetching import HTML, SMALL, hang_up, mocked, raw, told
from raw_server import page

from claims.model.exchange import header
from claims.web.client import Fetcher
from claims.web.http import httpx
from claims.web.limits import Limits


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


async def endless(writer):
    writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
    while True:
        writer.write(b"x" * 65_536)
        await writer.drain()


async def slow_body(writer):
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.02)


async def slow_headers(writer):
    writer.write(b"HTTP/1.1 200 OK\r\nX-A: ")
    while True:
        writer.write(b"x")
        await writer.drain()
        await asyncio.sleep(0.02)


async def silent(writer):
    del writer
    await asyncio.sleep(30)


GZIP_BOMB = gzip.compress(bytes(50_000_000))
QUICK = Limits(
    wire_bytes=100_000, body_bytes=200_000, deadline_s=0.3, back_off_s=0.01, interval_s=0.0
)

HOSTILE = [
    # what the server does, its answer, outcome, part of the reason, kept of the body, truncated
    ("a gzip bomb", page(GZIP_BOMB, "Content-Encoding: gzip"), "too_large", "unfolds", len(GZIP_BOMB), None),
    ("a bomb in a bomb", page(gzip.compress(GZIP_BOMB), "Content-Encoding: gzip, gzip"), "too_large", "unfolds", ..., None),
    ("a brotli bomb", page(brotli.compress(bytes(50_000_000)), "Content-Encoding: br"), "too_large", "unfolds", ..., None),
    ("gzip that is none", page(b"plain", "Content-Encoding: gzip"), "bad_response", "broken", 5, None),
    ("gzip that breaks off", page(gzip.compress(HTML)[:-9], "Content-Encoding: gzip"), "bad_response", "breaks off", ..., None),
    ("three encodings", page(b"x", "Content-Encoding: br, gzip, br"), "bad_response", "3 times", 1, None),
    ("an unknown encoding", page(b"x", "Content-Encoding: zstd"), "bad_response", "zstd", 1, None),
    ("a body without end", endless, "too_large", "more than 100000 bytes", 100_000, "length"),
    ("one byte now and then", slow_body, "timed_out", "too long", ..., "time"),
    ("headers without end", slow_headers, "timed_out", "too long", 0, None),
    ("nothing at all", silent, "timed_out", "too long", 0, None),
    ("hanging up", hang_up, "bad_response", "not proper HTTP", 0, None),
    ("a length that lies high", page(HTML, length=1000), "bad_response", "not proper HTTP", len(HTML), "disconnect"),
    ("a length that lies low", page(HTML, length=5), "stored", None, 5, None),
    ("a length that is no number", b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("two lengths", b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", "bad_response", "HTTP", 0, None),
    ("a header of 8 MB", b"HTTP/1.1 200 OK\r\nX-A: " + b"x" * 8_000_000 + b"\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("20,000 headers", b"HTTP/1.1 200 OK\r\n" + b"X-A: y\r\n" * 20_000 + b"\r\n", "bad_response", "HTTP", 0, None),
    ("no HTTP", b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "bad_response", "HTTP", 0, None),
    ("bad chunks", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "bad_response", "HTTP", 0, "disconnect"),
    ("line breaks in a header", b"HTTP/1.1 200 OK\r\nX-A: a\rb\r\nContent-Length: 0\r\n\r\n", ..., ..., 0, None),
    ("a part of the page", page(HTML, "Content-Range: bytes 0-18/99", status="206 Partial Content"), "http_error", "206", ..., None),
    ("a status without a name", page(HTML, status="299 "), "stored", None, ..., None),
    ("a status nobody knows", page(HTML, status="799 What"), "http_error", "answered 799", ..., None),
    ("no such page", page(HTML, status="404 Not Found"), "http_error", "answered 404 Not Found", ..., None),
    ("no such page, badly encoded", page(b"x", "Content-Encoding: gzip", status="410 Gone"), "http_error", "answered 410 Gone", 1, None),
    ("a redirect to nowhere", page(status="302 Found"), "http_error", "answered 302 Found", 0, None),
    ("not modified", b"HTTP/1.1 304 Not Modified\r\n\r\n", "http_error", "304", 0, None),
]  # fmt: skip


@pytest.mark.parametrize("row", HOSTILE, ids=lambda r: r[0])
def test_hostile_answers(row):
    _, answer, outcome, reason, kept, truncated = row
    (got,), _, _ = raw({"/": answer}, "/", limits=QUICK)
    if outcome is not ...:
        assert got.outcome.value == outcome
        assert (reason is None and got.reason is None) or reason in got.reason
    assert kept is ... or len(got.wire_body) == kept
    assert got.truncated == truncated
    assert got.outcome.value == "stored" or got.reason
    assert got.outcome.value in {"stored", "http_error"} or got.body == b""


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
