"""When to look again: weekly, daily in doubt, rarer when nothing is learnt, as the server wishes."""

from datetime import datetime, timedelta

import pytest
from link_looks import LETTERS, on

from claims.health.link_state import Look, fold
from claims.health.schedule import JITTER, is_due, next_look, spread

KEY = "https://a.example/"


def days_until(letters, *, every=1.0, **look):
    """Days from the last of these looks to the next one, without the jitter."""
    seen = [Look(LETTERS[letter], on(n * every), **look) for n, letter in enumerate(letters)]
    standing = fold(seen)
    pause = datetime.fromisoformat(next_look(standing, KEY)) - datetime.fromisoformat(seen[-1].at)
    return pause / timedelta(days=1) / (1 + JITTER * spread(KEY))


@pytest.mark.parametrize(
    ("letters", "days"),
    [
        ("a", 7), ("m", 7), ("p", 7),
        ("n", 20 / 24), ("s", 20 / 24), ("k", 20 / 24), ("nn", 20 / 24),
        ("u", 20 / 24), ("uu", 40 / 24), ("uuu", 80 / 24), ("uuuu", 160 / 24), ("uuuuu", 7),
        ("u" * 8, 7), ("u" * 9, 14), ("u" * 16, 14), ("u" * 17, 28), ("u" * 99, 28),
        ("b", 20 / 24), ("bbbbb", 7), ("r" * 9, 14), ("xx", 40 / 24),
        ("nuuuu", 2), ("nbbbb", 2), ("n" + "u" * 9, 14),
        ("auua", 7),
    ],
)  # fmt: skip
def test_the_pause(letters, days):
    assert days_until(letters) == pytest.approx(days, abs=0.001)


@pytest.mark.parametrize(("hours", "due"), [(1, False), (20, False), (30, True), (90_000, True)])
def test_a_look_from_days_ahead_was_made_by_a_wrong_clock(hours, due):
    seen = fold([Look(LETTERS["a"], on(hours / 24))])
    assert is_due(seen, KEY, now=on(0)) is due


def test_the_dead_are_looked_at_monthly_and_later_rarely():
    assert days_until("nnn", every=3) == pytest.approx(30, abs=0.001)
    assert days_until("nnnnnn", every=150) == pytest.approx(90, abs=0.001)
    assert days_until("nnnn", every=364) == pytest.approx(30, abs=0.001)
    assert days_until("nnnn", every=365) == pytest.approx(90, abs=0.001)


@pytest.mark.parametrize(
    ("asked_for", "days"), [(0.01, 20 / 24), (3, 3), (6.9, 6.9), (400, 7), (-5, 20 / 24)]
)
def test_what_the_server_asked_for(asked_for, days):
    assert days_until("u", retry_at=on(asked_for)) * (
        1 if days < 1 else 1 + JITTER * spread(KEY)
    ) == pytest.approx(days, abs=0.001)


def test_a_weekly_look_heeds_a_longer_wish_and_forgets_it():
    wish = fold([Look(LETTERS["u"], on(0), retry_at=on(5))])
    assert next_look(wish, KEY) == on(5)
    assert not is_due(wish, KEY, now=on(4.9))
    assert is_due(wish, KEY, now=on(5))
    heard = fold([Look(LETTERS["a"], on(5))], wish)
    assert next_look(heard, KEY) > on(11)


def test_the_jitter_is_the_same_every_time_and_spreads():
    assert spread(KEY) == spread(KEY)
    spreads = [spread(f"https://a.example/{n}") for n in range(500)]
    assert min(spreads) < -0.9
    assert max(spreads) > 0.9
    assert abs(sum(spreads) / 500) < 0.1


def test_who_was_never_looked_at_is_due():
    assert is_due(fold([]), KEY, now=on(0))
    assert next_look(fold([]), KEY) is None
