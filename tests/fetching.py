"""Exchanges of a Fetcher with a raw loopback server, or with a transport that plays the network."""

import asyncio
from datetime import UTC, datetime

from raw_server import raw_server

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


async def hang_up(writer):
    writer.close()
