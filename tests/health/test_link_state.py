"""Looks to the state of a link: the table holds every way through the machine."""

import random
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import yaml
from link_looks import LETTERS, looks, on

from claims.health.link_state import NEVER_LOOKED, SILENT, SUSPECT, THERE, Look, after, fold
from claims.model.citation import LinkState
from claims.model.health import LinkFinding

TABLE = Path(__file__).resolve().parents[1] / "tables/link_states.yaml"
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["looks"])
def test_the_ways_through_the_machine(row):
    standing, states = NEVER_LOOKED, []
    for look in looks(row["looks"]):
        standing = after(standing, look)
        states.append(standing.words)
    assert states == row["states"], row["why"]


def test_a_strike_by_a_clock_that_was_set_back_since_does_not_hold_up_the_others():
    standing = fold(looks("0a 9n 5000n 13n 16n 19n"))
    assert (standing.words, standing.since) == ("dead", on(19))


def test_a_state_did_not_begin_after_its_newest_look():
    assert fold(looks("5000a 9a")).since == on(9)


def test_the_table_reaches_every_state_and_finding():
    words = " ".join(" ".join(row["states"]) for row in ROWS).replace("-", "_")
    assert all(state.value in words for state in LinkState)
    assert {one[-1] for row in ROWS for one in row["looks"].split()} == set(LETTERS)
    assert {*THERE, *SUSPECT, *SILENT} == set(LinkFinding)


def test_folding_in_two_parts_is_folding_in_one():
    dice = random.Random(5)
    for _ in range(200):
        seen = [Look(dice.choice([*LinkFinding]), on(n * dice.uniform(0.3, 4))) for n in range(12)]
        cut = dice.randrange(12)
        assert fold(seen[cut:], fold(seen[:cut])) == fold(seen)


def test_dead_needs_three_strikes_three_days_apart_and_no_answer_between():
    dice = random.Random(6)
    deaths = 0
    for _ in range(3000):
        day, seen = 0.0, []
        for _ in range(10):
            day += dice.uniform(0.2, 5)
            seen.append(
                Look(
                    dice.choice([LinkFinding.NOT_THERE, LinkFinding.NOT_THERE, *LinkFinding]),
                    on(day),
                )
            )
        if fold(seen).state is LinkState.DEAD:
            deaths += 1
            last = max((n for n, one in enumerate(seen) if one.finding in THERE), default=-1)
            gone = [one for one in seen[last + 1 :] if one.finding in SUSPECT]
            first, end = (datetime.fromisoformat(gone[at].at) for at in (0, -1))
            assert len(gone) >= 3
            assert end - first >= timedelta(days=6)
    assert deaths > 100


def test_since_when_and_by_what():
    seen = [Look(LinkFinding.ANSWERED, on(0)), Look(LinkFinding.NOT_THERE, on(7), detail="answered 404"),
            Look(LinkFinding.NOT_THERE, on(10)), Look(LinkFinding.SOFT_404, on(14), detail="no page")]  # fmt: skip
    standing = fold(seen)
    assert (standing.since, standing.last_answer, standing.last_look) == (on(14), on(0), on(14))
    assert (standing.gone_as, standing.detail, standing.looks) == (
        LinkFinding.SOFT_404,
        "no page",
        4,
    )
    dying = fold(seen[:3])
    assert (dying.state, dying.since, dying.strikes) == (LinkState.DYING, on(7), 2)


def test_where_a_page_moved_to_is_forgotten_when_it_is_back():
    there = "https://b.example/x"
    moved = fold([Look(LinkFinding.MOVED, on(0), target_url=there)])
    assert moved.moved_to == there
    assert fold([Look(LinkFinding.ANSWERED, on(7))], moved).moved_to is None
    assert fold([Look(LinkFinding.UNREACHABLE, on(7))], moved).moved_to == there
