import asyncio
import socket
from pathlib import Path

import httpcore
import pytest
import yaml

from claims.web.guard import (
    AddressRefusedError,
    GuardedBackend,
    host_port,
    public_address,
    resolved,
)

ROWS = yaml.safe_load(
    (Path(__file__).parents[1] / "tables/addresses.yaml").read_text(encoding="utf-8")
)


class Inner(httpcore.AsyncNetworkBackend):
    """Notes where it is sent; answers as told."""

    def __init__(self, failing=()):
        self.connects = []
        self.failing = failing

    async def connect_tcp(self, host, port, *_, **__):
        self.connects.append((host, port))
        if host in self.failing:
            raise httpcore.ConnectError(f"{host} is down")
        return httpcore.AsyncMockStream([b"hello"])

    async def sleep(self, seconds):
        self.connects.append(("slept", seconds))


def backend(*addresses, allow=(), failing=()):
    inner = Inner(failing)
    asked = []

    async def resolve(host, port):
        asked.append((host, port))
        return list(addresses)

    guard = GuardedBackend(allow=frozenset(allow), resolve=resolve, inner=inner)
    return guard, inner, asked


def connect(guard, host="news.example", port=443):
    return asyncio.run(guard.connect_tcp(host, port))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['ip']} {r['why']}")
def test_addresses(row):
    assert public_address(row["ip"]) is row["public"]


def test_the_table_is_as_wide_as_it_should_be():
    assert len([r for r in ROWS if not r["public"]]) >= 40


def test_connects_to_the_very_address_that_was_judged():
    guard, inner, asked = backend("93.184.216.34")
    connect(guard)
    assert inner.connects == [("93.184.216.34", 443)]
    assert asked == [("news.example", 443)]


def test_one_hidden_address_among_public_ones_is_enough():
    guard, inner, _ = backend("93.184.216.34", "10.0.0.1")
    with pytest.raises(AddressRefusedError, match=r"news\.example is 10\.0\.0\.1"):
        connect(guard)
    assert inner.connects == []


def test_a_name_that_changes_its_answer_is_judged_each_time():
    answers = [["93.184.216.34"], ["127.0.0.1"]]
    inner = Inner()

    async def resolve(*_):
        return answers.pop(0)

    guard = GuardedBackend(resolve=resolve, inner=inner)
    connect(guard)
    with pytest.raises(AddressRefusedError):
        connect(guard)
    assert inner.connects == [("93.184.216.34", 443)]


@pytest.mark.parametrize("port", [0, 21, 22, 25, 81, 3306, 6379, 8080, 65535])
def test_other_ports_are_refused_before_any_name_is_resolved(port):
    guard, inner, asked = backend("93.184.216.34")
    with pytest.raises(AddressRefusedError, match="port"):
        connect(guard, port=port)
    assert (inner.connects, asked) == ([], [])


@pytest.mark.parametrize(
    ("host", "port", "goes"),
    [
        ("desk.example", 8443, True),  # the pair itself
        ("DESK.example", 8443, True),  # names have no case
        ("desk.example", 443, False),  # another port of the same host
        ("desk.example.evil.example", 8443, False),  # a longer name
        ("::1", 8443, True),  # IPv6, written with brackets in the list
    ],
)
def test_the_allow_list_is_of_pairs(host, port, goes):
    guard, inner, _ = backend("10.0.0.5", allow=["desk.example:8443", "[::1]:8443"])
    if goes:
        connect(guard, host, port)
        assert inner.connects == [("10.0.0.5", port)]
    else:
        with pytest.raises(AddressRefusedError):
            connect(guard, host, port)


def test_the_next_address_is_tried_when_one_is_down():
    guard, inner, _ = backend("2606:4700::1", "93.184.216.34", failing=["2606:4700::1"])
    connect(guard)
    assert inner.connects == [("2606:4700::1", 443), ("93.184.216.34", 443)]


def test_not_more_than_four_addresses_are_tried():
    addresses = [f"93.184.216.{n}" for n in range(20)]
    guard, inner, _ = backend(*addresses, failing=addresses)
    with pytest.raises(httpcore.ConnectError):
        connect(guard)
    assert len(inner.connects) == 4


def test_no_address_is_no_connection():
    guard, _, _ = backend()
    with pytest.raises(httpcore.ConnectError, match="no address"):
        connect(guard)


def test_sockets_of_this_machine_are_refused_and_sleep_is_passed_on():
    guard, inner, _ = backend()
    with pytest.raises(AddressRefusedError):
        asyncio.run(guard.connect_unix_socket("/run/docker.sock"))
    asyncio.run(guard.sleep(0.25))
    assert inner.connects == [("slept", 0.25)]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.1", "0x7f.1", "2130706433", "0177.0.0.1"])
def test_the_resolver_sees_through_odd_spellings(host):
    assert asyncio.run(resolved(host, 80)) == ["127.0.0.1"]


def test_a_name_that_cannot_be_resolved(monkeypatch):
    def fail(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(httpcore.ConnectError, match=r"nowhere\.example cannot be resolved"):
        asyncio.run(resolved("nowhere.example", 80))


def test_a_label_too_long_for_dns_is_a_failed_lookup():
    with pytest.raises(httpcore.ConnectError, match="cannot be resolved"):
        asyncio.run(resolved("a" * 300 + ".example", 80))


def test_pairs():
    assert host_port("News.Example", 80) == "news.example:80"
    assert host_port("::1", 8080) == "[::1]:8080"


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "localhost.", "x.localhost", "x.localhost."]
)
def test_names_for_this_machine_are_refused_whatever_a_name_server_says(host):
    guard, inner, asked = backend("93.184.216.34")
    with pytest.raises(AddressRefusedError, match="this machine"):
        connect(guard, host)
    assert (inner.connects, asked) == ([], [])
    guard, inner, _ = backend("127.0.0.1", allow=[f"{host.lower()}:443"])
    connect(guard, host)
    assert inner.connects == [("127.0.0.1", 443)]


def test_a_name_server_that_never_answers_costs_no_more_than_a_connection():
    async def never(*_):
        await asyncio.sleep(60)

    guard = GuardedBackend(resolve=never, inner=Inner())
    with pytest.raises(httpcore.ConnectTimeout, match="not resolved in time"):
        asyncio.run(guard.connect_tcp("a.example", 443, 0.05))


def test_addresses_share_the_time_for_a_connection():
    given = []

    class Deaf(httpcore.AsyncNetworkBackend):
        async def connect_tcp(self, host, _, timeout=None, *__):  # noqa: ASYNC109 - httpcore's
            given.append(timeout)
            raise httpcore.ConnectTimeout(host)

    async def resolve(*_):
        return ["93.184.216.34", "93.184.216.35"]

    with pytest.raises(httpcore.ConnectTimeout):
        asyncio.run(
            GuardedBackend(resolve=resolve, inner=Deaf()).connect_tcp("a.example", 443, 8.0)
        )
    assert given == [4.0, 4.0]
