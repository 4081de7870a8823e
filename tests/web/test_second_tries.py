import asyncio
import gzip
from dataclasses import replace

import pytest
from fetching import HTML, SMALL, hang_up, mocked, raw, told
from raw_server import page

from claims.model.exchange import header
from claims.web.client import Fetcher
from claims.web.http import httpx
from claims.web.limits import Limits

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


def test_hosts_are_paced_and_allowed_ones_are_not():
    async def run(**options):
        loop = asyncio.get_running_loop()
        async with Fetcher(
            user_agent="Citetrail/0.1",
            transport=httpx.MockTransport(lambda _: httpx.Response(200)),
            limits=Limits(interval_s=0.15),
            **options,
        ) as fetcher:
            began = loop.time()
            for host in ["a.example", "a.example", "a.example", "b.example", "c.example"]:
                await fetcher.get(f"http://{host}/", robots=False)
            return loop.time() - began

    assert asyncio.run(run()) >= 0.29
    assert asyncio.run(run(allow_hosts=frozenset({"A.example:80"}))) < 0.15


def test_many_at_once_use_as_many_places_as_there_are():
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
            user_agent="Citetrail/0.1",
            transport=httpx.MockTransport(handler),
            limits=replace(SMALL, connections=10),
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
            return type(fetcher._transport.backend).__name__

    assert asyncio.run(run()) == "GuardedBackend"


def test_a_429_that_does_not_say_for_how_long_is_a_pause_as_well():
    first, second = mocked(
        lambda _: httpx.Response(429), "http://a.example/1", "http://a.example/2", robots=False
    )
    assert first.retry_at == "2026-11-24T09:00:30Z"
    assert second.reason.startswith("not asked: the host answered 429")


def test_the_pause_of_one_of_our_own_hosts_is_not_that_of_its_neighbour():
    async def run():
        async with Fetcher(
            user_agent="C/1",
            transport=httpx.MockTransport(
                lambda r: httpx.Response(429 if r.url.port == 81 else 200)
            ),
            allow_hosts=frozenset({"127.0.0.1:81", "127.0.0.1:82"}),
        ) as fetcher:
            return [
                (await fetcher.get(f"http://127.0.0.1:{port}/", robots=False)).http_status
                for port in (81, 82)
            ]

    assert asyncio.run(run()) == [429, 200]


def test_a_key_that_no_header_could_hold_is_made_to_fit():
    (got,) = mocked(
        lambda r: httpx.Response(200, text=r.headers["x-key"]),
        "http://a.example/",
        robots=False,
        headers={"X-Key": "schl\u00fcssel\r\nX-Evil: 1"},
    )
    assert got.body == b"schl?ssel X-Evil: 1"
