import pytest

from claims.model.snapshot import FetchOutcome
from claims.web.attempt import Attempt
from claims.web.breaker import FIRST_PAUSE_S, LONGEST_PAUSE_S, Breaker

DOWN = Attempt(failure=(FetchOutcome.UNREACHABLE, "no connection"))
BUSY = Attempt(status=503, http_version="HTTP/1.1")
FINE = Attempt(status=200, http_version="HTTP/1.1")
PAIR = "a.example:443"


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def fail(breaker, times):
    for _ in range(times):
        breaker.note(PAIR, DOWN)


@pytest.mark.parametrize(
    ("made", "against"),
    [
        (DOWN, True),
        (BUSY, True),
        (Attempt(failure=(FetchOutcome.TIMED_OUT, "slow")), True),
        (Attempt(status=200, failure=(FetchOutcome.BAD_RESPONSE, "broke off")), True),
        (Attempt(status=500), True),
        (FINE, False),
        (Attempt(status=404), False),  # it did answer
        (Attempt(status=429), False),  # what it asks for is kept elsewhere
        (Attempt(status=200, failure=(FetchOutcome.TOO_LARGE, "large")), False),  # that page alone
        (Attempt(failure=(FetchOutcome.ADDRESS_REFUSED, "private")), False),
    ],
)
def test_what_speaks_against_a_host(clock, made, against):
    breaker = Breaker(after=1, clock=clock)
    breaker.note(PAIR, made)
    assert (breaker.open(PAIR, claim=True) is not None) is against


def test_it_opens_after_so_many_in_a_row(clock):
    breaker = Breaker(after=3, clock=clock)
    fail(breaker, 2)
    breaker.note(PAIR, FINE)
    fail(breaker, 2)
    assert breaker.open(PAIR, claim=True) is None
    fail(breaker, 1)
    opened = breaker.open(PAIR, claim=True)
    assert (opened.seconds, opened.failures, opened.reason) == (FIRST_PAUSE_S, 3, "no connection")
    assert breaker.open("b.example:443", claim=True) is None


def test_half_open_one_may_try(clock):
    breaker = Breaker(after=3, clock=clock)
    fail(breaker, 3)
    clock.now = FIRST_PAUSE_S
    assert breaker.open(PAIR, claim=False) is None  # asking whether does not claim it
    assert breaker.open(PAIR, claim=True) is None
    assert breaker.open(PAIR, claim=True) is not None  # the others wait for what comes of it
    breaker.note(PAIR, FINE)
    assert breaker.open(PAIR, claim=True) is None


def test_a_try_that_fails_doubles_the_pause_up_to_a_limit(clock):
    breaker = Breaker(after=3, clock=clock)
    fail(breaker, 3)
    pauses = []
    for _ in range(6):
        pauses.append(breaker.open(PAIR, claim=True).seconds)
        clock.now += pauses[-1]
        assert breaker.open(PAIR, claim=True) is None
        breaker.note(PAIR, BUSY)
    assert pauses == [60, 120, 240, 480, LONGEST_PAUSE_S, LONGEST_PAUSE_S]


def test_a_try_that_was_given_up_lets_the_next_one_try(clock):
    breaker = Breaker(after=1, clock=clock)
    fail(breaker, 1)
    clock.now = FIRST_PAUSE_S
    assert breaker.open(PAIR, claim=True) is None
    breaker.note(PAIR, None)
    assert breaker.open(PAIR, claim=True) is None


def test_answers_that_were_under_way_do_not_lengthen_the_pause(clock):
    breaker = Breaker(after=3, clock=clock)
    fail(breaker, 9)
    assert breaker.open(PAIR, claim=True).seconds == FIRST_PAUSE_S
