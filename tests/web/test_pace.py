import asyncio

import pytest

from claims.web.ledger import FileLedger
from claims.web.pace import LONGEST_PAUSE_S, SLOWEST_S, Pace, Pause
from claims.web.rates import Rate, Turn


class Time:
    """A clock that moves when somebody sleeps."""

    def __init__(self):
        self.now = 1_000.0

    def clock(self):
        return self.now

    async def sleep(self, seconds):
        assert seconds > 0
        self.now += seconds
        await asyncio.sleep(0)


@pytest.fixture(params=["memory", "files"])
def paced(request, tmp_path):
    """A pace and its clock, with a ledger of either kind."""
    time = Time()
    ledger = FileLedger(tmp_path / "turns") if request.param == "files" else None
    return Pace(clock=time.clock, sleep=time.sleep, ledger=ledger), time


def turn(name, interval_s=1.0, **rate):
    return Turn(name, Rate(interval_s, **rate))


A = turn("a")


def turns(pace, time, *wanted):
    """When each turn of the list came, in seconds from now, asked for one after the other."""

    async def run():
        began = time.now
        at = []
        for one in wanted:
            async with pace.turn(one, longest_s=10.0) as pause:
                at.append(pause or time.now - began)
        return at

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("wanted", "at"),
    [
        ([A, A, A], [0, 1, 2]),  # one second between two
        ([A, turn("b"), A], [0, 0, 1]),  # hosts do not wait for one another
        ([turn("a", 0.0)] * 3, [0, 0, 0]),  # no pace
        ([turn("a", 5.0)] * 3, [0, 5, 10]),  # a slower host
        ([turn("a", 0.25)] * 3, [0, 0.25, 0.5]),  # a faster one, evenly and not in bursts
        ([turn("a", 1.0, windows=((2, 30.0),))] * 4, [0, 1, 30, 31]),  # two in thirty seconds
        (
            [turn("a", 0.0, windows=((2, 5.0), (3, 20.0)))] * 4,
            [0, 0, 5, 20],
        ),  # the tighter one counts
    ],
)
def test_turns(paced, wanted, at):
    assert turns(*paced, *wanted) == at


def test_a_day_that_is_used_up_is_told_and_not_waited_for(paced):
    pace, time = paced
    daily = turn("a", 0.0, windows=((2, 86_400.0),))
    assert turns(pace, time, daily, daily, daily) == [0, 0, Pause(86_400.0, None)]
    time.now += 86_401.0
    assert turns(pace, time, daily) == [0]


def test_a_host_that_was_left_alone_long_enough_is_asked_at_once(paced):
    pace, time = paced
    turns(pace, time, A)
    time.now += 50.0
    assert turns(pace, time, A, A) == [0, 1]


def test_those_who_wait_already_wait_longer_when_the_host_says_so(paced):
    pace, time = paced
    at = []

    async def one(name):
        async with pace.turn(A, longest_s=10.0):
            at.append((name, time.now - 1_000.0))
            if name == 0:
                pace.hold(A, 7.0, status=503)

    async def run():
        await asyncio.gather(*(one(n) for n in range(3)))

    asyncio.run(run())
    assert at == [(0, 0.0), (1, 7.0), (2, 8.0)]


def test_a_pause_longer_than_anybody_waits_is_told_and_not_slept(paced):
    pace, time = paced
    pace.hold(A, 3600.0, status=429)
    assert pace.held(A) == Pause(3600.0, 429)
    assert turns(pace, time, A) == [Pause(3600.0, 429)]
    assert pace.held(turn("b")).seconds == 0.0


def test_a_shorter_pause_does_not_cut_a_longer_one(paced):
    pace, _ = paced
    pace.hold(A, 100.0, status=503)
    pace.hold(A, 5.0, status=503)
    assert pace.held(A).seconds == 100.0


def test_a_pause_ends(paced):
    pace, time = paced
    pace.hold(A, 5.0, status=503)
    time.now += 6.0
    assert pace.held(A).seconds == 0.0


def test_a_clock_that_is_set_back_holds_nobody_up(paced):
    pace, time = paced
    turns(pace, time, turn("a", 1.0, windows=((1, 60.0),)))
    pace.hold(A, 5.0, status=503)
    time.now -= LONGEST_PAUSE_S + 100.0
    assert pace.held(A).seconds == 0.0
    assert turns(pace, time, turn("a", 1.0, windows=((1, 60.0),))) == [0]


def test_robots_may_slow_us_but_not_for_ever(paced):
    pace, time = paced
    pace.slow(A, 3.0)
    assert turns(pace, time, A, A) == [0.0, 3.0]
    b = turn("b")
    pace.slow(b, 86_400.0)
    assert turns(pace, time, b, b) == [0.0, SLOWEST_S]


def test_robots_do_not_hasten_us(paced):
    pace, time = paced
    slow = turn("a", 2.0)
    pace.slow(slow, 0.1)
    assert turns(pace, time, slow, slow) == [0.0, 2.0]


def test_a_slow_answer_earns_a_pause_where_the_host_wants_one(paced):
    pace, time = paced
    wiki, other = turn("wiki", 0.3, after_slow_s=5.0), turn("other", 0.3)
    for one in (wiki, other):
        turns(pace, time, one)
        pace.answered(one, 0.9)
        assert turns(pace, time, one) == [pytest.approx(0.3)]
        pace.answered(one, 1.1)
    assert turns(pace, time, wiki) == [
        pytest.approx(5.0 - 0.3)
    ]  # the other one was asked meanwhile
    assert turns(pace, time, other) == [0]


def test_so_many_places_and_no_more(paced):
    pace, _ = paced
    two = turn("a", 0.0, at_once=2)
    now = most = 0

    async def one():
        nonlocal now, most
        async with pace.place(two):
            now += 1
            most = max(most, now)
            await asyncio.sleep(0)
            now -= 1

    async def run():
        await asyncio.gather(*(one() for _ in range(9)))

    asyncio.run(run())
    assert most == 2


def test_a_turn_counts_from_when_the_request_goes_out(paced):
    pace, time = paced

    async def run():
        async with pace.turn(A, longest_s=10.0):
            time.now += 5.0  # no connection of ours was free
        began = time.now
        async with pace.turn(A, longest_s=10.0):
            return time.now - began

    assert asyncio.run(run()) == 1.0
