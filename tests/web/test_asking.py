"""What a request says, and to whom: conditions, keys, forms."""

import asyncio

import pytest
from fetching import HTML, SMALL, mocked, raw
from raw_server import page

from claims.model.exchange import Conditions, conditions, header
from claims.web.client import Fetcher
from claims.web.http import httpx

SAME = b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nConnection: close\r\n\r\n'
MODIFIED = "Wed, 25 Nov 2026 10:00:00 GMT"


def said(handler, url="https://a.example/x", **options):
    """The exchange, and the requests that went out."""
    seen = []

    def noting(request):
        seen.append(request)
        return handler(request)

    (got,) = mocked(noting, url, robots=False, **options)
    return got, seen


def test_an_unchanged_page_need_not_come_again():
    (got,), _, pair = raw({"/x": SAME}, "/x", conditions=None)
    assert not got.not_modified  # nobody asked it whether
    given = Conditions(f"http://{pair}/x", '"1"', MODIFIED)

    got, seen = said(lambda _: httpx.Response(304), f"http://{pair}/x", conditions=given)
    assert (got.not_modified, got.outcome.value, got.http_status) == (True, "http_error", 304)
    assert got.reason == "not modified since the copy that is kept"
    assert (got.body, got.wire_body) == (b"", b"")
    assert seen[0].headers["if-none-match"] == '"1"'
    assert seen[0].headers["if-modified-since"] == MODIFIED
    assert header(got.request_headers, "If-None-Match") == '"1"'  # it belongs into the archive


def test_a_changed_page_comes_whole():
    given = Conditions("https://a.example/x", '"1"', None)
    got, seen = said(lambda _: httpx.Response(200, content=HTML), conditions=given)
    assert (got.not_modified, got.outcome.value, got.body) == (False, "stored", HTML)
    assert "if-modified-since" not in seen[0].headers


def test_conditions_are_told_to_the_address_that_gave_them():
    def handler(request):
        if request.url.path == "/x":
            return httpx.Response(301, headers={"Location": "https://b.example/y"})
        return httpx.Response(304)

    given = Conditions("https://b.example/y", '"1"', None)
    got, seen = said(handler, conditions=given)
    assert ["if-none-match" in request.headers for request in seen] == [False, True]
    assert got.not_modified
    elsewhere = Conditions("https://c.example/", '"1"', None)
    got, seen = said(handler, conditions=elsewhere)
    assert not any("if-none-match" in request.headers for request in seen)
    assert not got.not_modified


@pytest.mark.parametrize(
    ("headers", "etag", "last_modified"),
    [
        ([("ETag", '"1"'), ("Last-Modified", MODIFIED)], '"1"', MODIFIED),
        ([("etag", ' W/"1" ')], 'W/"1"', None),
        ([("ETag", '"a\r\nX-Evil: 1"')], None, None),  # never more than one line
        ([("ETag", '"\u00e9"'), ("Last-Modified", MODIFIED)], None, MODIFIED),
        ([("ETag", "x" * 501)], None, None),
        ([("ETag", "")], None, None),
        ([], None, None),
    ],
)
def test_what_can_be_sent_back(headers, etag, last_modified):
    given = conditions("https://a.example/", tuple(headers))
    expected = Conditions("https://a.example/", etag, last_modified)
    assert given == (expected if etag or last_modified else None)


@pytest.mark.parametrize(
    ("location", "key_goes"),
    [
        ("https://a.example/y", True),
        ("http://a.example/y", False),  # not in the open
        ("https://b.example/y", False),
        ("https://a.example:8443/y", False),
        ("https://sub.a.example/y", False),
    ],
)
def test_a_key_is_for_the_origin_it_was_given_for(location, key_goes):
    def handler(request):
        if request.url.path == "/x":
            return httpx.Response(302, headers={"Location": location})
        return httpx.Response(200)

    got, seen = said(handler, headers={"Authorization": "Token hunter2"})
    assert seen[0].headers["authorization"] == "Token hunter2"
    assert ("authorization" in seen[1].headers) is key_goes
    assert "hunter2" not in repr(got)


def test_a_form_is_sent_once_and_a_redirect_is_the_answer():
    seen = []

    def handler(request):
        seen.append((request.method, request.content, request.headers["content-type"]))
        return httpx.Response(302 if len(seen) == 1 else 503, headers={"Location": "/other"})

    async def run():
        async with Fetcher(
            user_agent="C/1", transport=httpx.MockTransport(handler), limits=SMALL
        ) as fetcher:
            return [
                await fetcher.post(
                    "https://a.example/save",
                    form={"url": "https://b.example/?a=1&b"},
                    accept="application/json",
                    headers={"Authorization": "LOW a:hunter2"},
                )
                for _ in range(2)
            ]

    got = asyncio.run(run())
    form = (
        "POST",
        b"url=https%3A%2F%2Fb.example%2F%3Fa%3D1%26b",
        "application/x-www-form-urlencoded",
    )
    assert seen == [form, form]  # neither followed nor tried again
    assert [(g.method, g.http_status) for g in got] == [("POST", 302), ("POST", 503)]
    assert "hunter2" not in repr(got)


def test_a_form_over_a_real_connection():
    requests = []

    async def run():
        async def serve(reader, writer):
            head = await reader.readuntil(b"\r\n\r\n")
            requests.append(head + await reader.readexactly(5))
            writer.write(page(HTML))
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        pair = "{}:{}".format(*server.sockets[0].getsockname())
        async with (
            server,
            Fetcher(user_agent="C/1", allow_hosts=frozenset({pair}), limits=SMALL) as fetcher,
        ):
            return await fetcher.post(
                f"http://{pair}/", form={"a": "b c"}, accept="*/*", headers={}
            )

    assert asyncio.run(run()).outcome.value == "stored"
    assert requests[0].endswith(b"\r\n\r\na=b+c")
    assert b"Content-Length: 5\r\n" in requests[0]
