import asyncio
import gzip
import tracemalloc
import zlib
from dataclasses import replace
from datetime import UTC, datetime

import brotli
import pytest
from raw_server import page, raw_server

from claims.model.exchange import header
from claims.web.client import Fetcher
from claims.web.http import httpx
from claims.web.limits import Limits

NOW = datetime(2026, 11, 24, 9, 0, 0, 123_456, tzinfo=UTC)
HTML = b"<p>15,051 died.</p>"
SMALL = Limits(
    wire_bytes=100_000, body_bytes=200_000, deadline_s=2.0, back_off_s=0.01, interval_s=0.0
)


def raw(answers, *paths, limits=SMALL, allow=True, **options):
    """The exchanges for `paths` of a raw server, and the requests that it saw."""

    async def run():
        async with raw_server(answers) as (pair, requests):
            hosts = frozenset({pair}) if allow else frozenset()
            async with Fetcher(
                user_agent="Citetrail/0.1 (test)",
                allow_hosts=hosts,
                limits=limits,
                clock=lambda: NOW,
            ) as fetcher:
                options.setdefault("robots", False)
                got = [await fetcher.get(f"http://{pair}{path}", **options) for path in paths]
            return got, requests, pair

    return asyncio.run(run())


def mocked(handler, *urls, limits=SMALL, **options):
    """The exchanges for `urls`, answered by `handler` instead of a network."""

    async def run():
        async with Fetcher(
            user_agent="Citetrail/0.1 (test)",
            transport=httpx.MockTransport(handler),
            limits=limits,
            clock=lambda: NOW,
        ) as fetcher:
            return [await fetcher.get(url, **options) for url in urls]

    return asyncio.run(run())


def told(exchange):
    return exchange.outcome.value, exchange.reason


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


async def hang_up(writer):
    writer.close()


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


BUSY = page(b"busy", status="503 Service Unavailable")


@pytest.mark.parametrize(
    ("answers", "outcome", "asked"),
    [
        ([BUSY, page(HTML)], "stored", 2),  # a second try helps
        ([BUSY], "http_error", 2),  # and there is no third
        ([page(b"", status="502 Bad Gateway"), page(HTML)], "stored", 2),
        ([page(b"", status="504 Gateway Timeout"), page(HTML)], "stored", 2),
        ([hang_up, page(HTML)], "stored", 2),  # a restarting server
        ([page(b"", status="500 Internal Server Error"), page(HTML)], "http_error", 1),  # its own fault
        ([page(b"", status="403 Forbidden"), page(HTML)], "http_error", 1),
        ([page(HTML, length=99), page(HTML)], "bad_response", 1),  # it did answer
        ([page(b"", "Retry-After: 3600", status="503 Service Unavailable"), page(HTML)], "http_error", 1),
        ([page(b"", "Retry-After: 0", status="503 Service Unavailable"), page(HTML)], "stored", 2),
        ([page(b"", "Retry-After: 5", status="429 Too Many Requests"), page(HTML)], "http_error", 1),
    ],
)  # fmt: skip
def test_second_tries(answers, outcome, asked):
    (got,), requests, _ = raw({"/": list(answers)}, "/")
    assert (got.outcome.value, len(requests)) == (outcome, asked)


def test_429_says_until_when_and_the_host_is_then_left_alone():
    seen = []

    def handler(request):
        seen.append(str(request.url))
        return httpx.Response(429, headers={"Retry-After": "3600"})

    urls = ["http://a.example/1", "http://a.example/2", "http://b.example/3"]
    first, second, third = mocked(handler, *urls, robots=False)
    assert told(first) == (
        "http_error",
        "answered 429 Too Many Requests; wants to be left alone until 2026-11-24T10:00:00Z",
    )
    assert (second.outcome.value, second.http_status, second.http_version) == (
        "http_error",
        429,
        None,
    )
    assert second.reason.startswith("not asked: the host answered 429")
    assert third.http_version is not None
    assert seen == ["http://a.example/1", "http://b.example/3"]


def test_those_who_wait_for_their_turn_hear_of_a_429():
    seen = []

    def handler(request):
        seen.append(str(request.url))
        return httpx.Response(429, headers={"Retry-After": "3600"})

    async def run():
        async with Fetcher(
            user_agent="Citetrail/0.1",
            transport=httpx.MockTransport(handler),
            limits=replace(SMALL, interval_s=0.05),
        ) as fetcher:
            urls = [f"http://a.example/{n}" for n in range(4)]
            return await asyncio.gather(*(fetcher.get(u, robots=False) for u in urls))

    got = asyncio.run(run())
    assert seen == ["http://a.example/0"]
    assert [g.http_status for g in got] == [429] * 4
    assert [g.reason.startswith("not asked") for g in got] == [False, True, True, True]


def test_a_short_pause_that_a_server_asks_for_is_kept_even_with_our_own_hosts():
    at = []

    async def busy(writer):
        at.append(asyncio.get_running_loop().time())
        writer.write(page(b"", "Retry-After: 1", status="503 Service Unavailable"))

    async def ready(writer):
        at.append(asyncio.get_running_loop().time())
        writer.write(page(HTML))

    (got,), _, _ = raw({"/": [busy, ready]}, "/")
    assert got.outcome.value == "stored"
    assert at[1] - at[0] >= 0.9


@pytest.mark.parametrize(
    ("content", "stream"), [(HTML, None), (None, httpx.ByteStream(HTML))], ids=["content", "stream"]
)
def test_both_kinds_of_mocked_answers_can_be_read(content, stream):
    def handler(_):
        return httpx.Response(200, content=content, stream=stream)

    (got,) = mocked(handler, "http://a.example/", robots=False)
    assert (got.outcome.value, got.body, got.ip_address) == ("stored", HTML, None)


def test_a_mocked_body_keeps_its_encoding():
    wire = gzip.compress(HTML)

    def handler(_):
        return httpx.Response(200, headers={"Content-Encoding": "gzip"}, content=wire)

    (got,) = mocked(handler, "http://a.example/", robots=False)
    assert (got.wire_body, got.body) == (wire, HTML)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (httpx.ConnectError("no route"), "unreachable"),
        (httpx.ConnectTimeout("slow"), "unreachable"),
        (httpx.ReadTimeout("slow"), "timed_out"),
        (httpx.RemoteProtocolError("what"), "bad_response"),
        (httpx.InvalidURL("what"), "address_refused"),
    ],
)
def test_what_the_transport_raises_is_an_outcome(error, outcome):
    def handler(_):
        raise error

    (got,) = mocked(handler, "http://a.example/", robots=False)
    assert got.outcome.value == outcome


def test_errors_of_ours_are_raised():
    def handler(_):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        mocked(handler, "http://a.example/", robots=False)


def test_secrets_are_not_shown():
    # nothing of ours sends secrets yet, so the test slips them in
    async def run():
        async with Fetcher(
            user_agent="Citetrail/0.1",
            transport=httpx.MockTransport(lambda _: httpx.Response(200)),
            limits=SMALL,
        ) as fetcher:
            fetcher._headers.update({"Authorization": "Bearer x", "X-Subscription-Token": "x"})
            return await fetcher.get("http://a.example/", robots=False)

    got = asyncio.run(run())
    assert header(got.request_headers, "authorization") is None
    assert header(got.request_headers, "x-subscription-token") is None
    assert header(got.request_headers, "user-agent") == "Citetrail/0.1"


def test_hosts_are_paced_and_allowed_ones_are_not():
    async def run(**options):
        loop = asyncio.get_running_loop()
        async with Fetcher(
            user_agent="Citetrail/0.1",
            transport=httpx.MockTransport(lambda _: httpx.Response(200)),
            limits=Limits(interval_s=0.15, intervals={"quick.example": 0.0}),
            **options,
        ) as fetcher:
            began = loop.time()
            for host in ["a.example", "a.example", "a.example", "quick.example", "quick.example"]:
                await fetcher.get(f"http://{host}/", robots=False)
            return loop.time() - began

    assert asyncio.run(run()) >= 0.29
    assert asyncio.run(run(allow_hosts=frozenset({"a.example:80"}))) < 0.15


def test_many_at_once_use_ten_connections():
    open_now = most = 0

    async def handler(_):
        nonlocal open_now, most
        open_now += 1
        most = max(most, open_now)
        await asyncio.sleep(0.01)
        open_now -= 1
        return httpx.Response(200, content=HTML)

    async def run():
        async with Fetcher(
            user_agent="Citetrail/0.1", transport=httpx.MockTransport(handler), limits=SMALL
        ) as fetcher:
            urls = [f"http://h{n}.example/" for n in range(40)]
            return await asyncio.gather(*(fetcher.get(u, robots=False) for u in urls))

    assert {got.outcome.value for got in asyncio.run(run())} == {"stored"}
    assert most == 10


def test_a_name_for_us_that_no_header_could_hold_is_made_to_fit():
    async def run():
        async with Fetcher(
            user_agent="Citetrail/0.1 (Büro\r\nX-Evil: 1)",
            transport=httpx.MockTransport(lambda _: httpx.Response(200)),
        ) as fetcher:
            return await fetcher.get("http://a.example/", robots=False)

    got = asyncio.run(run())
    assert header(got.request_headers, "user-agent") == "Citetrail/0.1 (B?ro X-Evil: 1)"


def test_a_fetcher_wants_its_context():
    fetcher = Fetcher(user_agent="Citetrail/0.1")
    with pytest.raises(RuntimeError, match="async with"):
        asyncio.run(fetcher.get("http://127.0.0.1/", robots=False))


def test_the_guard_sits_where_connections_are_made():
    async def run():
        async with Fetcher(user_agent="Citetrail/0.1") as fetcher:
            pool = fetcher._transport._pool
            return type(pool._network_backend).__name__, pool._max_connections

    assert asyncio.run(run()) == ("GuardedBackend", 10)
