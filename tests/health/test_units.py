"""The systemd units of docs/health.md are units that systemd takes."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs/health.md"
NAMES = ("citetrail-check.service", "citetrail-check.timer")


def units():
    return re.findall(r"```ini\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_the_service_takes_exit_code_3_for_success():
    service, timer = units()
    assert "SuccessExitStatus=3" in service
    assert "Persistent=true" in timer
    assert all(name in PAGE.read_text(encoding="utf-8") for name in NAMES)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd is not installed")
def test_systemd_takes_them(tmp_path):
    paths = [tmp_path / name for name in NAMES]
    for path, text in zip(paths, units(), strict=True):
        path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", *map(str, paths)],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
