"""Heavy libraries load only where they are used. (CPU time itself is measured in benchmarks/.)"""

import subprocess
import sys

import pytest

HEAVY = {
    "textual",
    "httpx",
    "trafilatura",
    "datasette",
    "pypdf",
    "rich",
    "sqlite_utils",
    "lxml",
    "warcio",
}

ALLOWED = [
    (["--help"], set()),
    (["--version"], set()),
    (["claims", "--help"], set()),
    (["claims", "--json"], {"sqlite_utils"}),
    (["show", "--help"], set()),
    (["review", "--help"], set()),
    (["score", "--nl"], set()),
]


@pytest.mark.parametrize(("arguments", "allowed"), ALLOWED, ids=str)
def test_what_a_command_loads(tmp_path, command, environment, arguments, allowed):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *command[1:], *arguments],
        cwd=tmp_path, env=environment, input=b"", capture_output=True, timeout=60, check=True,
    )  # fmt: skip
    loaded = {
        line.rpartition("|")[2].strip().partition(".")[0]
        for line in done.stderr.decode().splitlines()
        if line.startswith("import time:")
    }
    assert loaded & HEAVY <= allowed
