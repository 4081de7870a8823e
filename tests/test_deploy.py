"""The shipped unit files: systemd takes them, they shut in what they run, and the docs name them all."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claims.commands.lazy import COMMANDS
from claims.model.settings import Settings

CHECKOUT = Path(__file__).resolve().parents[1]
DEPLOY = CHECKOUT / "deploy"
UNITS = sorted([*DEPLOY.glob("*.service"), *DEPLOY.glob("*.timer")])
SERVICES = sorted(DEPLOY.glob("*.service"))
EXPOSED_AT_MOST = {"citetrail-site@.service": 12, "citetrail-check.service": 20, "citetrail-backup.service": 12}  # fmt: skip
"""Tenths, as `systemd-analyze security` counts; a unit that shuts nothing in has 96."""

PROGRAMS = r"/(?:opt/citetrail/bin/citetrail|usr/bin/(?:sqlite3|rsync|mv))(?= )"


def name(path):
    return path.name


@pytest.fixture(scope="module")
def analyze():
    found = shutil.which("systemd-analyze")
    if found is None:
        pytest.skip("systemd-analyze is not installed")

    def run(*arguments):
        return subprocess.run([found, *map(str, arguments)], check=False, capture_output=True, text=True, timeout=60)  # fmt: skip

    return run


@pytest.mark.parametrize("unit", UNITS, ids=name)
def test_systemd_takes_it(analyze, tmp_path, unit):
    for one in UNITS:  # a timer looks for its service
        said = re.sub(PROGRAMS, sys.executable, one.read_text(encoding="utf-8"))
        (tmp_path / one.name.replace("@.", "@8001.")).write_text(said, encoding="utf-8")
    done = analyze("verify", "--man=no", tmp_path / unit.name.replace("@.", "@8001."))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("unit", SERVICES, ids=name)
def test_it_is_shut_in(analyze, unit):
    if "--offline" not in analyze("--help").stdout:
        pytest.skip("this systemd is too old to judge a unit that is not installed")
    limit = f"--threshold={EXPOSED_AT_MOST[unit.name]}"
    done = analyze("security", "--offline=true", limit, unit)
    assert done.returncode == 0, done.stdout[-300:]


@pytest.mark.parametrize("unit", SERVICES, ids=name)
def test_it_runs_commands_that_there_are(unit):
    said = unit.read_text(encoding="utf-8")
    for line in re.findall(r"^ExecStart=/opt/citetrail/bin/citetrail (.*)$", said, re.MULTILINE):
        command = next(word for word in line.split() if not word.startswith("-"))
        assert command in COMMANDS
    if "backup" in unit.name:
        assert f" {Settings().db} " in said
        assert f" {Path(Settings().db).stem}.archive " in said


def test_the_page_names_every_file():
    page = (CHECKOUT / "docs/deploy.md").read_text(encoding="utf-8")
    assert [one.name for one in sorted(DEPLOY.iterdir()) if one.name not in page] == []


def test_news_of_a_citation_is_no_failure_of_the_check_and_a_missed_hour_is_made_up_for():
    assert "SuccessExitStatus=3" in (DEPLOY / "citetrail-check.service").read_text(encoding="utf-8")
    assert "Persistent=true" in (DEPLOY / "citetrail-check.timer").read_text(encoding="utf-8")
