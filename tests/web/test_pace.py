import asyncio

import pytest

from claims.web.pace import SLOWEST_S, Pace


class Time:
    """A clock that moves when somebody sleeps."""

    def __init__(self):
        self.now = 0.0

    def clock(self):
        return self.now

    async def sleep(self, seconds):
        assert seconds > 0
        self.now += seconds
        await asyncio.sleep(0)


def paced(interval_s=1.0, **intervals):
    time = Time()
    pace = Pace(interval_s=interval_s, intervals=intervals, clock=time.clock, sleep=time.sleep)
    return pace, time


def turns(pace, time, *hosts, longest_s=10.0):
    """When each host of the list got its turn, asked one after the other."""

    async def run():
        at = []
        for host in hosts:
            await pace.turn(host, longest_s=longest_s)
            at.append(time.now)
        return at

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("interval_s", "intervals", "hosts", "at"),
    [
        (1.0, {}, "aaa", [0, 1, 2]),  # one second between two
        (1.0, {}, "aba", [0, 0, 1]),  # hosts do not wait for one another
        (0.0, {}, "aaa", [0, 0, 0]),  # no pace
        (1.0, {"a": 5.0}, "aaa", [0, 5, 10]),  # a slower host
        (1.0, {"a": 0.25}, "aaa", [0, 0.25, 0.5]),  # a faster one
    ],
)
def test_turns(interval_s, intervals, hosts, at):
    pace, time = paced(interval_s, **intervals)
    assert turns(pace, time, *hosts) == at


def test_a_host_that_was_left_alone_long_enough_is_asked_at_once():
    pace, time = paced()
    turns(pace, time, "a")
    time.now = 50.0
    assert turns(pace, time, "a", "a") == [50.0, 51.0]


def test_those_who_wait_already_wait_longer_when_the_host_says_so():
    pace, time = paced()
    at = []

    async def one(name):
        await pace.turn("a", longest_s=10.0)
        at.append((name, time.now))
        if name == 0:
            pace.hold("a", 7.0, status=503)

    async def run():
        await asyncio.gather(*(one(n) for n in range(3)))

    asyncio.run(run())
    assert at == [(0, 0.0), (1, 7.0), (2, 8.0)]


def test_a_pause_longer_than_anybody_waits_is_told_and_not_slept():
    pace, time = paced()
    pace.hold("a", 3600.0, status=429)
    assert pace.held("a") == (3600.0, 429)
    assert turns(pace, time, "a", longest_s=10.0) == [0.0]
    assert pace.held("b")[0] == 0.0


def test_a_shorter_pause_does_not_cut_a_longer_one():
    pace, _ = paced()
    pace.hold("a", 100.0, status=503)
    pace.hold("a", 5.0, status=503)
    assert pace.held("a")[0] == 100.0


def test_a_pause_ends():
    pace, time = paced()
    pace.hold("a", 5.0, status=503)
    time.now = 6.0
    assert pace.held("a")[0] == 0.0


def test_robots_may_slow_us_but_not_for_ever():
    pace, time = paced()
    pace.slow("a", 3.0)
    assert turns(pace, time, "a", "a") == [0.0, 3.0]
    pace.slow("b", 86_400.0)
    assert turns(pace, time, "b", "b") == [3.0, 3.0 + SLOWEST_S]


def test_robots_do_not_hasten_us():
    pace, time = paced(2.0)
    pace.slow("a", 0.1)
    assert turns(pace, time, "a", "a") == [0.0, 2.0]
