"""What verify notices: one byte turned anywhere, and columns that are not what the log says."""

import sys
from pathlib import Path

import pytest

from claims.model.errors import DamagedData
from claims.steps.verify import verify

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))
import flips  # benchmarks/ stands on no path of the tests


@pytest.fixture
def desk(tmp_path):
    return flips.a_desk(tmp_path)


def test_a_sound_desk_is_counted_whole(desk):
    counts = {}
    ticks = list(verify(desk, counts))
    assert ticks[-1].done == ticks[-1].total
    assert counts["review events"] == 12
    assert counts["claims by the log"] == 2
    assert counts["archived exchanges"] == 2
    assert counts["quotes of citations"] == 4


def test_no_turned_byte_is_missed(desk):
    """The quick version of `benchmarks/flips.py 10000`."""
    tried, missed = flips.try_flips(desk, 700, seed=20261126)
    assert missed == []
    assert set(tried) == set(flips.READERS)


VIEWS = [
    ("status", "'published'"),
    ("verdict", "'True'"),
    ("assignee", "NULL"),
    ("flags", "'[]'"),
    ("claimant", "'Somebody Else'"),
    ("machine", "'{}'"),
    ("last_seq", "99"),
]


@pytest.mark.parametrize(("column", "value"), VIEWS)
def test_a_column_that_is_not_what_the_log_says_is_named(desk, column, value):
    desk.database.execute(f"UPDATE claims SET {column} = {value}")
    with pytest.raises(DamagedData, match=r"of claim c-[0-9a-f]{16} is not what the log says"):
        list(verify(desk, {}))


def test_a_log_that_lost_its_end_is_noticed(desk):
    desk.database.execute(
        "DELETE FROM review_events WHERE seq = (SELECT max(seq) FROM review_events)"
    )
    with pytest.raises(DamagedData, match="is not what the log says"):
        list(verify(desk, {}))


def test_bytes_that_are_no_text_are_damage_and_no_crash(desk):
    desk.database.execute("UPDATE review_events SET reason = CAST(X'ff61' AS TEXT) WHERE seq = 1")
    with pytest.raises(DamagedData, match="the chain cannot be read"):
        list(verify(desk, {}))
