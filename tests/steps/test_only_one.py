"""A check never runs twice at once; a crash leaves no lock behind."""

import os
import signal
import subprocess
import sys
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


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(UserError, match="cannot be opened"):
        hold(tmp_path / "missing" / "work.db")
