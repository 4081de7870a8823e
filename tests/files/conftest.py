"""Fixtures of the files room."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
NOBODY = 65534


@pytest.fixture
def as_nobody(tmp_path):
    """Runs Python without root's rights and gives the last line of its error output.

    The code is copied to where an ordinary user may read it, and `Path` and `sys` are imported.
    """

    def run(code, path):
        copy = tmp_path / "checkout"
        shutil.copytree(
            CHECKOUT / "claims", copy / "claims", ignore=shutil.ignore_patterns("__pycache__")
        )
        for folder in (tmp_path, *tmp_path.parents):
            if folder.stat().st_uid == os.getuid() and folder != Path("/"):
                folder.chmod(folder.stat().st_mode | 0o055)
        # Rights are dropped inside, once Python has loaded itself from wherever root keeps it.
        program = f"import os, sys; from pathlib import Path\nimport claims.files.read, claims.files.walk\nif os.getuid() == 0: os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n{code}"
        done = subprocess.run(
            [sys.executable, "-c", program, str(path)],
            cwd=copy,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr
        return done.stderr.strip().splitlines()[-1]

    return run
