"""What verify notices: one byte turned anywhere, and columns that are not what the log says."""

import shutil
import sys
from pathlib import Path

import pytest

from claims.model.errors import DamagedData
from claims.model.health import link_look_id
from claims.steps.diagnose import diagnose
from claims.steps.seal import SEALED, add_sealed
from claims.steps.verify import verify
from db import rows

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
    assert (counts["looks and repairs"], counts["looks at words"]) == (18, 8)
    assert counts["looks and repairs by digest"] == 18
    assert "looks and repairs without digest" not in counts


def test_a_desk_that_was_moved_without_its_archive_is_told_what_to_bring(desk):
    assert diagnose(desk)["problems"] == []
    (file,) = desk.archive.glob("*.warc.gz")
    whole = file.read_bytes()
    file.write_bytes(whole[:-1])
    said = (
        f"{file} breaks off at byte {len(whole) - 1} of {len(whole)}; bring it back from a backup"
    )
    assert diagnose(desk)["problems"] == [said]
    shutil.rmtree(desk.archive)
    said = f"{file} is not there, with 2 archived exchanges; it belongs beside the database: bring it back"
    assert diagnose(desk)["problems"] == [said]
    with pytest.raises(DamagedData, match="it belongs beside the database"):
        list(verify(desk, {}))


def test_no_turned_byte_is_missed(desk):
    """The quick version of `benchmarks/flips.py 10000`."""
    tried, missed = flips.try_flips(desk, 1000, seed=20261126)
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


WATCH = [
    ("UPDATE link_looks SET url = 'https://a.example/9'", "is not the id of what its row says"),
    ("UPDATE citation_checks SET at = '2027-01-01T00:00:00Z'", "is no part of the look"),
    ("UPDATE notices SET kind = 'retraction'", "o-[0-9a-f]{16} is not the id"),
    ("UPDATE repair_decisions SET decision = 'accepted'", "i-[0-9a-f]{16} is not the id"),
    ("UPDATE repair_decisions SET decision = 'maybe'", "the identities cannot be read"),
    ("UPDATE check_reports SET last_notice = NULL", "u-[0-9a-f]{16} is not the id"),
    ("UPDATE citation_events SET action = 'restored'", "h-[0-9a-f]{16} is not the id"),
    ("UPDATE link_looks SET finding = 'not_there'", "l-[0-9a-f]{16} was changed"),
    ("UPDATE link_looks SET http_status = NULL", "l-[0-9a-f]{16} was changed"),
    ("UPDATE citation_checks SET found = 'In 2025'", "k-[0-9a-f]{16} was changed"),
    ("UPDATE citation_checks SET passage_state = 'present'", "k-[0-9a-f]{16} was changed"),
    ("UPDATE citation_checks SET score = 1.0", "k-[0-9a-f]{16} was changed"),
    ("UPDATE citation_checks SET changes = '[ ]'", "k-[0-9a-f]{16} was changed"),
    ("UPDATE notice_looks SET outcome = 'nothing_found'", "g-[0-9a-f]{16} was changed"),
    ("UPDATE notices SET source = 'retraction-watch'", "o-[0-9a-f]{16} was changed"),
    ("UPDATE check_reports SET told = 0", "u-[0-9a-f]{16} was changed"),
    ("UPDATE repairs SET passage_state = 'present'", "x-[0-9a-f]{16} was changed"),
    ("UPDATE repair_decisions SET reason = 'A banner.'", "i-[0-9a-f]{16} was changed"),
    ("UPDATE citation_events SET reason = 'Why not.'", "h-[0-9a-f]{16} was changed"),
    ("UPDATE link_looks SET digest = 'sha256:00'", "l-[0-9a-f]{16} was changed"),
    ("UPDATE link_looks SET digest = NULL WHERE rowid > 1", "l-[0-9a-f]{16} has no digest"),
    ("UPDATE link_looks SET digest = NULL, finding = 'moved' WHERE rowid = 2", "has no digest"),
]


@pytest.mark.parametrize(("sql", "words"), WATCH)
def test_what_was_seen_of_citations_and_is_changed_is_named(desk, sql, words):
    desk.database.execute(sql)
    with pytest.raises(DamagedData, match=words):
        list(verify(desk, {}))


def without_digests(desk):
    for table in SEALED:
        desk.database.execute(f"UPDATE {table} SET digest = NULL")


def test_rows_of_the_time_before_digests_are_counted_and_no_damage(desk):
    without_digests(desk)
    counts = {}
    list(verify(desk, counts))
    assert counts["looks and repairs without digest"] == 18
    assert "looks and repairs by digest" not in counts
    row = rows.get(
        desk.database, "link_looks", next(rows.as_stored(desk.database, "link_looks"))["id"]
    )
    assert add_sealed(desk.database, "link_looks", row | new_look(row, "2026-12-08T09:00:00Z"))
    assert not add_sealed(desk.database, "link_looks", row | new_look(row, "2026-12-08T09:00:00Z"))
    counts = {}
    list(verify(desk, counts))
    assert counts["looks and repairs without digest"] == 18
    assert counts["looks and repairs by digest"] == 1


def new_look(row, at):
    return {"id": link_look_id(url=row["url"], at=at), "at": at}


def test_every_row_is_of_a_table_that_verify_digests(desk):
    named = {t.name for t in desk.database.tables if "digest" in t.columns_dict}
    assert named == {*SEALED, "review_events"}


def test_looks_of_the_time_before_looks_had_ids_are_sound(desk):
    """As the ninth migration makes them: one old row told of page and words."""
    without_digests(desk)
    desk.database.execute("DELETE FROM check_reports")
    desk.database.execute("UPDATE citation_checks SET id = 'k-' || substr(look, 3) WHERE citation ="
                          " (SELECT min(citation) FROM citation_checks)")  # fmt: skip
    desk.database.execute("UPDATE citation_checks SET look = NULL, id = 'k-00' WHERE rowid = 2")
    list(verify(desk, {}))


def test_bytes_that_are_no_text_are_damage_and_no_crash(desk):
    desk.database.execute("UPDATE review_events SET reason = CAST(X'ff61' AS TEXT) WHERE seq = 1")
    with pytest.raises(DamagedData, match="the chain cannot be read"):
        list(verify(desk, {}))
