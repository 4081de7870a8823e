"""Connections: reused when it is safe, encrypted to the name that was asked for, never led elsewhere."""

import asyncio
import contextlib
import shutil
import ssl
import subprocess

import httpcore
import pytest
from fetching import HTML, SMALL
from raw_server import page, raw_server

from claims.web.client import Fetcher
from claims.web.guard import GuardedBackend
from claims.web.http import httpx
from claims.web.pool import MOST_IDLE, PooledTransport
from claims.web.streams import SocketBackend

KEPT = b"HTTP/1.1 200 OK\r\nContent-Length: 19\r\n\r\n" + HTML


class Counting(SocketBackend):
    """Real connections to loopback, counted; a `door` sends all of them to one port."""

    def __init__(self, door=None):
        self.opened = []
        self._door = door

    async def connect_tcp(self, host, port, *_, **__):
        self.opened.append((host, port))
        return await super().connect_tcp("127.0.0.1", self._door or port, 2.0)


def ask_twice(serve, *, pause_s=0.0):
    async def run():
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        pair = "{}:{}".format(*server.sockets[0].getsockname())
        inner = Counting()
        guard = GuardedBackend(allow=frozenset({pair}), inner=inner)
        async with (
            server,
            Fetcher(
                user_agent="C/1",
                allow_hosts=frozenset({pair}),
                transport=PooledTransport(guard, connect_s=2.0),
                limits=SMALL,
            ) as fetcher,
        ):
            got = []
            for _ in range(2):
                got.append(await fetcher.get(f"http://{pair}/", robots=False))
                await asyncio.sleep(pause_s)
        await asyncio.sleep(0.02)  # the server's ends close as well
        return [g.outcome.value for g in got], len(inner.opened)

    return asyncio.run(run())


def serving(answer, *, times):
    async def serve(reader, writer):
        try:
            for _ in range(times):
                await reader.readuntil(b"\r\n\r\n")
                writer.write(answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        writer.close()
        with contextlib.suppress(ConnectionError, ssl.SSLError):
            await writer.wait_closed()

    return serve


def test_a_connection_is_used_again():
    assert ask_twice(serving(KEPT, times=9)) == (["stored"] * 2, 1)


def test_one_that_the_server_closed_is_not():
    assert ask_twice(serving(KEPT, times=1), pause_s=0.05) == (["stored"] * 2, 2)


@pytest.mark.parametrize(
    "answer",
    [
        page(HTML),  # it says that it closes
        KEPT.replace(b"1.1", b"1.0"),
        KEPT + b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",  # one answer too many
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n",
    ],
)
def test_one_that_may_mislead_is_not(answer):
    assert ask_twice(serving(answer, times=9)) == (["stored"] * 2, 2)


def test_only_so_many_are_kept():
    async def run():
        async with raw_server({"/": KEPT}) as (pair, _):
            backend = Counting(door=int(pair.rpartition(":")[2]))
            transport = PooledTransport(backend, connect_s=2.0)
            for n in range(MOST_IDLE + 20):
                response = await transport.handle_async_request(
                    httpx.Request("GET", f"http://h{n}.example/")
                )
                assert b"".join([part async for part in response.stream])
                await response.aclose()
            kept = len(transport._idle)
            await transport.aclose()
            return kept

    assert asyncio.run(run()) <= MOST_IDLE + 1


def test_a_name_that_turns_inward_after_it_was_judged_is_refused():
    answers = [["93.184.216.34"], ["93.184.216.34", "10.0.0.1"], ["127.0.0.1"]]

    async def run():
        async with raw_server({"/": page(HTML)}) as (pair, _):
            inner = Counting(door=int(pair.rpartition(":")[2]))

            async def resolve(*_):
                return answers.pop(0)

            transport = PooledTransport(GuardedBackend(resolve=resolve, inner=inner), connect_s=2.0)
            async with Fetcher(user_agent="C/1", transport=transport, limits=SMALL) as fetcher:
                got = [await fetcher.get("http://a.example/", robots=False) for _ in range(3)]
            return [g.outcome.value for g in got], inner.opened

    assert asyncio.run(run()) == (
        ["stored", "address_refused", "address_refused"],
        [("93.184.216.34", 80)],  # what was judged is what was asked, once
    )


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
@pytest.mark.parametrize(
    ("url", "trusted", "outcome"),
    [
        ("https://news.example/", True, "stored"),
        ("https://other.example/", True, "unreachable"),  # the certificate is another's
        ("https://news.example/", False, "unreachable"),  # nobody vouches for it
    ],
)
def test_tls_is_with_the_name_and_not_with_the_address(tmp_path, url, trusted, outcome):
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=x",
         "-addext", "subjectAltName=DNS:news.example", "-keyout", key, "-out", cert],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)

    async def run():
        large = b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n" + b"x" * 90_000
        server = await asyncio.start_server(serving(large, times=9), "127.0.0.1", 0, ssl=context)
        inner = Counting(door=server.sockets[0].getsockname()[1])

        async def resolve(*_):
            return ["93.184.216.34"]

        transport = PooledTransport(
            GuardedBackend(resolve=resolve, inner=inner),
            connect_s=5.0,
            tls=ssl.create_default_context(cafile=str(cert) if trusted else None),
        )
        async with server, Fetcher(user_agent="C/1", transport=transport, limits=SMALL) as fetcher:
            got = [await fetcher.get(url, robots=False) for _ in range(2)]
            await transport.aclose()
            await asyncio.sleep(0.05)
            return got, len(inner.opened)

    got, opened = asyncio.run(run())
    assert [g.outcome.value for g in got] == [outcome] * 2, got[0].reason
    if outcome == "stored":
        assert (len(got[1].body), opened) == (90_000, 1)
        assert got[0].ip_address == "127.0.0.1"
    else:
        assert "certificate" in got[0].reason.lower()


def test_a_connection_that_takes_too_long():
    class Slow(httpcore.AsyncNetworkBackend):
        async def connect_tcp(self, *_, **__):
            raise httpcore.ConnectTimeout("slow")

    async def run():
        transport = PooledTransport(Slow(), connect_s=0.1)
        with pytest.raises(httpx.ConnectTimeout):
            await transport.handle_async_request(httpx.Request("GET", "http://a.example/"))

    asyncio.run(run())
