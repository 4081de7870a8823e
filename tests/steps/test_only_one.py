"""A check never runs twice at once; an end leaves no file behind, and a crash no lock."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from claims.model.errors import UserError
from claims.steps.only_one import only_one

CHECKOUT = Path(__file__).resolve().parents[2]


def hold(path, now="2026-11-24T10:00:00Z"):
    with only_one(path, "check", now=now):
        return True


HOLDING = """
import sys, time
from pathlib import Path
from claims.steps.only_one import only_one
with only_one(Path(sys.argv[1]), "check", now="2026-11-24T09:00:00Z"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_is_told_who_is_at_work(tmp_path):
    path = tmp_path / "work.db"
    with only_one(path, "check", now="2026-11-24T09:00:00Z"):
        with pytest.raises(UserError, match=f"process {os.getpid()}, since 2026-11-24T09:00:00Z"):
            hold(path)
        assert hold(tmp_path / "other.db")
    assert hold(path)


def test_another_name_of_the_same_file_is_the_same_lock(tmp_path):
    (tmp_path / "work.db").touch()
    (tmp_path / "link.db").symlink_to("work.db")
    with only_one(tmp_path / "work.db", "check", now="x"), pytest.raises(UserError):
        hold(tmp_path / "link.db")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_the_lock_of_a_killed_process_is_free(tmp_path, number):
    path = tmp_path / "work.db"
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path)], cwd=CHECKOUT, stdout=subprocess.PIPE
    )
    assert process.stdout.readline() == b"held\n"
    with pytest.raises(UserError, match=f"process {process.pid}"), only_one(path, "check", now="x"):
        pass
    process.send_signal(number)
    process.wait(10)
    process.stdout.close()
    assert hold(path)


def test_no_file_is_left_when_the_work_ends_well(tmp_path):
    with only_one(tmp_path / "work.db", "check", now="x"):
        assert [one.name for one in tmp_path.iterdir()] == ["work.check.lock"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("end", [ValueError, UserError, KeyboardInterrupt])
def test_nor_when_it_ends_ill(tmp_path, end):
    with pytest.raises(end), only_one(tmp_path / "work.db", "check", now="x"):
        raise end
    assert list(tmp_path.iterdir()) == []


def test_the_file_that_a_killed_process_left_goes_with_the_next_end(tmp_path):
    (tmp_path / "work.check.lock").write_text("process 1, since 2026-11-24T09:00:00Z\n")
    assert hold(tmp_path / "work.db")
    assert list(tmp_path.iterdir()) == []


def test_whoever_opened_the_file_before_it_went_holds_nothing_by_it(tmp_path, monkeypatch):
    """The other ends, and a third begins, between our opening of the file and our locking of it."""
    path, lock = tmp_path / "work.db", tmp_path / "work.check.lock"
    lock.touch()
    flock, third = fcntl.flock, []

    def late(descriptor, how):
        if not third:
            lock.unlink()
            third.append(os.open(lock, os.O_RDWR | os.O_CREAT))
            flock(third[0], fcntl.LOCK_EX)
        flock(descriptor, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with pytest.raises(UserError, match="at work"):
        hold(path)
    assert lock.exists()
    os.close(third[0])
    assert hold(path)
    assert not lock.exists()


def test_a_file_that_somebody_else_made_meanwhile_is_left_alone(tmp_path):
    """A person removed the lock by hand: the one that stands there now belongs to another."""
    lock = tmp_path / "work.check.lock"
    with only_one(tmp_path / "work.db", "check", now="x"):
        lock.unlink()
        lock.write_text("process 7")
    assert lock.read_text() == "process 7"


def test_of_many_that_come_and_go_never_two_are_at_work(tmp_path):
    inside, most, done = [], [], []

    def come_and_go(number):
        until = time.monotonic() + 0.5
        while time.monotonic() < until:
            try:
                with only_one(tmp_path / "work.db", "check", now="x"):
                    inside.append(number)
                    time.sleep(0)
                    most.append(len(inside))
                    inside.remove(number)
                    done.append(number)
            except UserError:
                continue

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(come_and_go, range(8)))
    assert len(done) > 8
    assert set(most) == {1}
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(UserError, match="cannot be opened"):
        hold(tmp_path / "missing" / "work.db")
