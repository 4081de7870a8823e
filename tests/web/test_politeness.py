"""A whole fetcher against simulated hosts and a simulated clock: nobody is hurried, nobody blocks others."""

import asyncio
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest
from simulated_time import run_simulated

from claims.web.client import Fetcher
from claims.web.http import httpx
from claims.web.limits import Limits

HOSTS, PAGES = 1_000, 3


class Web:
    """Hosts that answer after a while; `slow` ones after another. Notes when each was asked."""

    def __init__(self, *, answers_s, slow=0, slow_s=0.0, status=200, headers=None):
        self.asked = defaultdict(list)
        self.open_now = defaultdict(int)
        self.most_open = defaultdict(int)
        self._answers_s, self._slow, self._slow_s = answers_s, slow, slow_s
        self._status, self._headers = status, headers

    async def __call__(self, request):
        host = request.url.host
        number = int(host.partition(".")[0][1:])
        self.asked[host].append(asyncio.get_running_loop().time())
        self.open_now[host] += 1
        self.most_open[host] = max(self.most_open[host], self.open_now[host])
        await asyncio.sleep(self._slow_s if number < self._slow else self._answers_s)
        self.open_now[host] -= 1
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return httpx.Response(self._status, headers=self._headers, content=b"<p>page</p>")

    def closest(self):
        return min(b - a for at in self.asked.values() for a, b in pairwise(at))


def fetch_all(web, urls, *, limits=None, robots=True):
    """Each exchange with the simulated second at which it was there, and when all were."""
    limits = limits or Limits()

    async def one(fetcher, url):
        got = await fetcher.get(url, robots=robots)
        return got, asyncio.get_running_loop().time()

    async def run():
        async with Fetcher(
            user_agent="Citetrail/0.1 (mailto:desk@news.example)",
            transport=httpx.MockTransport(web),
            limits=limits,
        ) as fetcher:
            return await asyncio.gather(*(one(fetcher, url) for url in urls))

    return run_simulated(run())


def pages(hosts=HOSTS, count=PAGES):
    # host after host, as a list of candidates comes: the first ones must not fill all places
    return [f"https://h{n}.example/{page}" for n in range(hosts) for page in range(count)]


def test_a_thousand_hosts_at_one_request_a_second_each():
    web = Web(answers_s=0.3)
    got, took = fetch_all(web, pages())
    assert {exchange.outcome.value for exchange, _ in got} == {"stored"}
    assert len(got) == 3_000
    assert took < 15.0
    assert web.closest() >= 0.999
    assert max(web.most_open.values()) <= 2


@pytest.mark.parametrize("slow_s", [3.0, 1_000.0])
def test_slow_hosts_never_block_others(slow_s):
    web = Web(answers_s=0.2, slow=100, slow_s=slow_s)
    got, took = fetch_all(web, pages(), robots=False)
    fast = [(e, at) for e, at in got if int(e.url[9:].partition(".")[0]) >= 100]
    assert {exchange.outcome.value for exchange, _ in fast} == {"stored"}
    assert max(at for _, at in fast) < 15.0
    assert web.closest() >= 0.999
    if slow_s < 30.0:
        assert took < 15.0
        assert {exchange.outcome.value for exchange, _ in got} == {"stored"}


def test_a_host_that_fails_again_and_again_is_left_alone_and_the_outcome_says_so():
    web = Web(answers_s=0.1, status=500)
    got, _ = fetch_all(web, pages(1, 20), robots=False)
    reasons = [exchange.reason for exchange, _ in got]
    assert len(web.asked["h0.example"]) <= 6  # five in a row, and at most one that was under way
    assert reasons[0] == "answered 500 Internal Server Error"
    last = got[-1][0]
    assert reasons[-1].startswith(
        "not asked: the host failed 5 times in a row, at last: answered 500"
    )
    assert (last.outcome.value, last.http_status, last.http_version) == ("http_error", 500, None)
    assert last.retry_at


def test_the_whole_run_has_an_end():
    web = Web(answers_s=0.5)
    got, took = fetch_all(web, pages(3, 50), limits=Limits(run_s=10.0), robots=False)
    assert took <= 10.1
    stored = [e for e, _ in got if e.outcome.value == "stored"]
    late = [e for e, _ in got if e.outcome.value != "stored"]
    assert 27 <= len(stored) <= 33
    assert {e.outcome.value for e in late} == {"timed_out"}
    assert late[-1].reason == "not asked: the time for the whole run is over"


def test_all_wikis_share_their_turns():
    web = Web(answers_s=0.1)
    web_urls = [f"https://h{n}.wikipedia.org/{page}" for n in range(4) for page in range(5)]
    _, took = fetch_all(web, web_urls, robots=False)
    assert took == pytest.approx(19 * 0.3 + 0.1)


def test_a_stranger_is_slower_where_hosts_ask_for_a_contact():
    web = Web(answers_s=0.1)

    async def run():
        async with Fetcher(
            user_agent="Citetrail/0.1", transport=httpx.MockTransport(web)
        ) as fetcher:
            for _ in range(3):
                await fetcher.get("https://h0.wikipedia.org/w/api.php", robots=False)

    _, took = run_simulated(run())
    assert took == pytest.approx(12.1)


def test_retry_after_holds_up_all_workers_and_says_until_when():
    web = Web(answers_s=0.1, status=429, headers={"Retry-After": "120"})
    got, _ = fetch_all(web, pages(1, 10), robots=False, limits=replace(Limits(), retries=0))
    assert len(web.asked["h0.example"]) == 1
    assert all(e.retry_at for e, _ in got)
    assert {e.http_status for e, _ in got} == {429}


class Large(httpx.AsyncByteStream):
    """A body in ten parts that counts how many of its kind are being read."""

    reading = most = 0

    async def __aiter__(self):
        yield b"x" * 100
        for _ in range(9):
            await asyncio.sleep(1.0)
            Large.reading += 1
            Large.most = max(Large.most, Large.reading)
            yield b"x" * 100
            await asyncio.sleep(0)
            Large.reading -= 1


@pytest.mark.parametrize(("large_bytes", "most"), [(50, 2), (5_000, 6)])
def test_only_so_many_large_bodies_are_read_at_once(large_bytes, most):
    Large.reading = Large.most = 0

    async def web(_):
        return httpx.Response(200, stream=Large())

    limits = Limits(large_bytes=large_bytes, large_at_once=2, deadline_s=100.0)
    got, _ = fetch_all(web, pages(6, 1), limits=limits, robots=False)
    assert {len(exchange.body) for exchange, _ in got} == {1_000}
    assert Large.most == most
