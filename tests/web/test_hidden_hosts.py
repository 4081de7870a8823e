"""No spelling of an address leads inside: the table is held against a whole fetcher."""

import asyncio
from pathlib import Path

import httpcore
import pytest
import yaml

from claims.web.client import Fetcher
from claims.web.guard import GuardedBackend, public_address, resolved
from claims.web.limits import Limits
from claims.web.pool import PooledTransport

ROWS = yaml.safe_load(
    (Path(__file__).parents[1] / "tables/hidden_hosts.yaml").read_text(encoding="utf-8")
)


class Nobody(httpcore.AsyncNetworkBackend):
    """Notes which addresses a connection would have gone to."""

    def __init__(self):
        self.connects = []

    async def connect_tcp(self, host, port, *_, **__):
        self.connects.append((host, port))
        raise httpcore.ConnectError("nobody there")


def fetch(row):
    async def resolve(host, port):
        return row["resolves"] if "resolves" in row else await resolved(host, port)

    async def run():
        transport = PooledTransport(GuardedBackend(resolve=resolve, inner=inner), connect_s=5.0)
        async with Fetcher(
            user_agent="Citetrail/0.1", transport=transport, limits=Limits(retries=0)
        ) as fetcher:
            return await fetcher.get(row["url"], robots=False)

    inner = Nobody()
    return asyncio.run(run()), inner.connects


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["why"])
def test_no_spelling_of_a_host_leads_inside(row):
    got, connects = fetch(row)
    assert got.outcome.value == row["outcome"], got.reason
    assert got.http_version is None
    assert got.reason
    assert "hunter2" not in got.reason
    assert bool(connects) is (row["outcome"] == "unreachable")
    assert all(public_address(host) and port in {80, 443} for host, port in connects)


def test_the_table_is_as_wide_as_it_should_be():
    refused = [row["url"] for row in ROWS if row["outcome"] == "address_refused"]
    assert len(set(refused)) == len(refused) >= 100
