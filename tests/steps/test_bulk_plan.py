"""What a bulk run reads again and what not: carried on, changed, moved, cut short, given twice."""

import gzip
import json
import os
from functools import partial

import failing_finder
import pytest
from bulk_desk import bulk, contents, rows

from claims.model.errors import UserError
from claims.steps.report import Failure

pytest.importorskip("pyarrow", reason="the extra [bulk] is not installed")


def text(n):
    return f"The bridge {n} cost {n + 2} million dollars in 2019. Will it rain?\n"


def lines(numbers):
    return "".join(json.dumps({"text": text(n), "id": n}) + "\n" for n in numbers)


@pytest.fixture
def given(tmp_path):
    """A folder with 25 texts, three of them in a folder of it."""
    (tmp_path / "in/more").mkdir(parents=True)
    for n in range(25):
        (tmp_path / "in" / ("more" if n > 21 else "") / f"{n:02}.txt").write_text(text(n))
    return tmp_path / "in"


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def origins(out):
    return sorted(row["origin"].rpartition("/")[2] for row in rows(out, "documents"))


def test_files_become_rows_of_two_tables(given, out):
    outcome, read = bulk(out, given)
    assert outcome.failures == []
    assert len(read) == 25
    assert outcome.totals == {
        "shards": 3, "documents": 25, "claims": 25, "words": 300, "unreadable": 0, "failed": 0,
    }  # fmt: skip
    claims, documents = rows(out, "claims"), rows(out, "documents")
    assert {c["document"] for c in claims} == {d["id"] for d in documents}
    assert {c["run"] for c in claims} == {outcome.run}
    assert all(c["sentence"][c["start"] : c["end"]] == c["exact"] for c in claims)
    assert documents[0]["skipped"] == [{"reason": "question", "sentences": 1}]


def test_a_second_run_reads_and_changes_nothing(given, out):
    first, _ = bulk(out, given)
    before = contents(out)
    again, read = bulk(out, given)
    assert (read, again.totals, contents(out)) == ([], first.totals, before)


def test_another_way_to_the_same_files_is_the_same(given, out, monkeypatch):
    bulk(out, given)
    monkeypatch.chdir(given)
    for same in (".", "../in", given / "more", given / "03.txt"):
        assert bulk(out, same)[1] == []
    assert bulk(out, given, given / "more", given / "03.txt")[1] == []


def test_a_folder_that_moved_with_its_tables_is_known(given, out, tmp_path):
    bulk(out, given)
    (tmp_path / "elsewhere").mkdir()
    given.rename(tmp_path / "elsewhere/in")
    out.rename(tmp_path / "elsewhere/out")
    assert bulk(tmp_path / "elsewhere/out", tmp_path / "elsewhere/in")[1] == []


def test_a_changed_file_is_read_again_with_its_shard_and_its_rows_go(given, out):
    bulk(out, given)
    (given / "03.txt").write_text(text(333))
    _, read = bulk(out, given)
    assert [name[-6:] for name in read] == [f"{n:02}.txt" for n in range(10)]
    assert len(rows(out, "documents")) == len(rows(out, "claims")) == 25
    assert [c["exact"][:14] for c in rows(out, "claims") if "333" in c["exact"]] == [
        "The bridge 333"
    ]
    assert not any("bridge 3 " in c["exact"] for c in rows(out, "claims"))
    assert bulk(out, given)[1] == []


def test_a_changed_file_alone_takes_its_shard_with_it(given, out):
    bulk(out, given)
    (given / "03.txt").write_text(text(333))
    bulk(out, given / "03.txt")
    assert origins(out) == [f"{n:02}.txt" for n in range(25)]


def test_a_new_date_alone_reads_nothing(given, out):
    bulk(out, given)
    before = contents(out)
    for n in (3, 4):
        os.utime(given / f"{n:02}.txt", (n, n))
    assert (bulk(out, given)[1], contents(out)) == ([], before)
    assert bulk(out, given)[1] == []


def test_new_files_are_read_alone_and_deleted_ones_stay_until_their_shard_changes(given, out):
    bulk(out, given)
    (given / "02b.txt").write_text(text(99))
    (given / "04.txt").unlink()
    assert [name[-7:] for name in bulk(out, given)[1]] == ["02b.txt"]
    assert len(origins(out)) == 26
    (given / "03.txt").write_text(text(333))
    bulk(out, given)
    assert "04.txt" not in origins(out)
    assert len(origins(out)) == 25


def test_other_options_make_everything_anew_and_leave_other_inputs(given, out):
    first, _ = bulk(out, given)
    second, read = bulk(out, given / "more", min_worth=0.01)
    assert first.run != second.run
    # The whole shard that the three files stand in
    assert [name[-6:] for name in read] == [f"{n:02}.txt" for n in range(20, 25)]
    assert second.other_runs == 2
    assert len(origins(out)) == 25
    third, read = bulk(out, given, min_worth=0.01)
    assert (len(read), third.other_runs) == (20, 0)
    assert {c["run"] for c in rows(out, "claims")} == {second.run}
    assert len(bulk(out, given, min_worth=0.01, keep_text=True)[1]) == 25
    assert rows(out, "documents")[0]["text"] == text(0)


def test_a_run_that_was_stopped_carries_on_and_leaves_the_same_bytes(given, out, tmp_path):
    bulk(out, given, limit=10)
    (out / "claims/.0123456789abcdef.tmp").write_bytes(b"half")
    (out / "claims/0123456789abcdef.parquet").write_bytes(b"made, and not in the manifest")
    outcome, read = bulk(out, given)
    assert (len(read), outcome.totals["documents"]) == (15, 25)
    bulk(tmp_path / "whole", given)
    assert contents(out) == contents(tmp_path / "whole")


@pytest.mark.parametrize("table", ["claims", "documents"])
def test_a_file_that_was_lost_or_cut_is_made_again(given, out, table):
    bulk(out, given)
    before = contents(out)
    one, two, _ = sorted((out / table).glob("*.parquet"))
    one.unlink()
    two.write_bytes(two.read_bytes()[:-1])
    assert len(bulk(out, given)[1]) in {15, 20}
    assert contents(out) == before


def test_lines_are_known_by_their_stretch(out, tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(lines(range(25)))
    assert len(bulk(out, path)[1]) == 25
    assert bulk(out, path)[1] == []
    path.write_text(lines(range(30)))  # appended to: the last stretch alone is another
    _, read = bulk(out, path)
    assert read == [f"{path}, line {n}" for n in range(21, 31)]
    assert [row["source_id"] for row in rows(out, "documents")] == [str(n) for n in range(30)]
    path.write_text(lines(range(12)))
    bulk(out, path)
    assert [row["place"] for row in rows(out, "documents")] == list(range(1, 13))
    os.utime(path, (1, 1))
    assert bulk(out, path)[1] == []


def test_limits_count_what_is_known_and_never_double(out, tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(lines(range(30)))
    for limit, least in ((7, 7), (7, 7), (15, 15), (None, 30), (4, 30)):
        outcome, _ = bulk(out, path, limit=limit)
        assert len(rows(out, "documents")) == least
    assert outcome.totals["documents"] == 30


def test_bad_lines_are_told_by_number_each_time_and_the_rest_goes_on(out, tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(lines(range(3)) + "no JSON\n\n{}\n" + lines([3]))
    told = [
        Failure(f"{path}, line 4", "is no JSON: Expecting value: line 1 column 1 (char 0)"),
        Failure(f"{path}, line 6", 'has no "text"'),
    ]
    for times in (7 - 1, 0):
        outcome, read = bulk(out, path)
        assert (len(read), outcome.failures) == (times, told)
    assert outcome.totals["documents"] == 4
    found = rows(out, "documents")
    assert [(r["place"], r["outcome"]) for r in found if r["id"] is None] == [
        (4, "unreadable"), (6, "unreadable"),
    ]  # fmt: skip


def test_a_gzipped_file_that_breaks_off_keeps_what_stood_before(out, tmp_path):
    whole = gzip.compress(lines(range(500)).encode())
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(whole[: len(whole) // 2])
    outcome, _ = bulk(out, path)
    assert "breaks off" in outcome.failures[-1].why
    assert 50 < outcome.totals["documents"] < 500
    assert outcome.totals["unreadable"] <= 1  # the line in which it breaks off
    path.write_bytes(whole)
    outcome, _ = bulk(out, path)
    assert (outcome.failures, len(rows(out, "documents"))) == ([], 500)


def test_how_far_it_is_is_told_in_bytes_of_the_inputs(given, out, tmp_path):
    (tmp_path / "news.jsonl").write_text(lines(range(60)))
    size = sum(path.stat().st_size for path in [*given.rglob("*.txt"), tmp_path / "news.jsonl"])
    ticks = []
    bulk(out, given, tmp_path / "news.jsonl", ticks=ticks)
    assert {tick.total for tick in ticks} == {size}
    assert [tick.done for tick in ticks] == sorted(tick.done for tick in ticks)
    assert 0 < ticks[0].done <= ticks[-1].done == size


def test_what_failed_is_tried_again(given, out):
    (given / "03.txt").write_text("This one fails. " + text(3))
    failing = partial(bulk, out, given, how_of=failing_finder.how_of)
    first, _ = failing()
    assert [failure.why[:14] for failure in first.failures] == ["cannot be read"]
    assert len(failing()[1]) == 10  # its shard
    assert len(rows(out, "documents")) == 25
    (given / "03.txt").write_text(text(3))
    outcome, _ = failing()
    assert (outcome.failures, outcome.totals["failed"]) == ([], 0)


def test_inputs_that_are_none_are_told(given, out, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "none.jsonl").write_text("\n\n")
    (given / "00.txt").write_bytes(b"")
    wrong = ["missing.txt", "https://e.example/a", " ", tmp_path / "empty", tmp_path / "none.jsonl"]
    outcome, read = bulk(out, *wrong, given)
    assert len(read) == 24
    whys = " | ".join(failure.why for failure in outcome.failures)
    for words in (
        "no such file",
        "is an address",
        "no path",
        "no file in this",
        "no line",
        "is empty",
    ):
        assert words in whys
    assert len(outcome.failures) == 6


def test_a_manifest_of_something_else_is_refused(given, out):
    out.mkdir()
    (out / "manifest.db").write_bytes(b"something else" * 100)
    with pytest.raises(UserError, match="give a new --out"):
        bulk(out, given)


def test_two_runs_at_once_are_refused(given, out):
    (out / "claims").mkdir(parents=True)
    from claims.steps.only_one import only_one  # noqa: PLC0415 - for this test alone

    with (
        only_one(out / "manifest.db", "bulk", now="now"),
        pytest.raises(UserError, match="at work"),
    ):
        bulk(out, given)


def test_a_name_that_is_no_text_is_read_and_known(given, out):
    (given / os.fsdecode(b"caf\xe9.txt")).write_text(text(5000))
    outcome, read = bulk(out, given)
    assert (outcome.failures, len(read)) == ([], 26)
    assert bulk(out, given)[1] == []
    (given / os.fsdecode(b"caf\xe9.txt")).write_text(text(6000))
    assert len(bulk(out, given)[1]) == 6
