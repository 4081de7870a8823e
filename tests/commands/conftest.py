"""The command line as a user runs it: a real process, in a folder of its own, with an empty home."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass
class Done:
    code: int
    out: str
    err: str

    def json(self):
        return json.loads(self.out)


@pytest.fixture
def environment(tmp_path):
    keep = {k: v for k, v in os.environ.items() if not k.startswith(("CITETRAIL_", "PYTHONUN"))}
    return keep | {"HOME": str(tmp_path), "COLUMNS": "100"}


@pytest.fixture
def command():
    return [sys.executable, str(CHECKOUT / "cli.py")]


@pytest.fixture
def citetrail(tmp_path, environment, command):
    """Run `citetrail ARGUMENTS` in tmp_path; no run may end in a traceback."""

    def run(*arguments, stdin=b"", **variables):
        done = subprocess.run(
            [*command, *map(str, arguments)],
            cwd=tmp_path,
            env=environment | variables,
            input=stdin,
            capture_output=True,
            timeout=100,
            check=False,
        )
        result = Done(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in result.err, result.err
        return result

    return run
