#!/usr/bin/env python3
"""Set Citetrail up in .venv and run it: `python3 run.py demo`, `python3 run.py test`, or any command.

Needs Python 3.11 and nothing else: standard library only. The second start finds the stamp and is instant.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "citetrail.stamp"
LOCK = HERE / "requirements.lock"
OLDEST = (3, 11)
LOG = VENV / "install.log"


def main(arguments: list[str]) -> int:
    """Set up if needed, then become the command."""
    if sys.version_info < OLDEST:
        return _sorry(f"Citetrail needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if not arguments or arguments[0] in {"-h", "--help"}:
        print("usage: python3 run.py demo | test [PYTEST OPTION...] | COMMAND [OPTION...]")
        print("  demo   the main job on a bundled article, then the site (--no-serve: without it)")
        print("  test   the test suite")
        print("  any other command is passed on to citetrail, for example: python3 run.py doctor")
        return 0 if arguments else 2
    failed = _set_up()
    if failed:
        return failed
    if arguments[0] == "test":
        options = arguments[1:] or ["-n", "auto", "--dist", "worksteal"]  # one worker a core
        return _run([str(PYTHON), "-m", "pytest", *options], cwd=HERE)
    return _run([str(PYTHON), str(HERE / "cli.py"), *arguments])


def _run(command: list[str], cwd: Path | None = None) -> int:
    sys.stdout.flush()
    try:
        return subprocess.run(command, cwd=cwd, check=False).returncode
    except KeyboardInterrupt:
        return 130


def _stamp() -> str:
    parts = [LOCK.read_bytes(), (HERE / "pyproject.toml").read_bytes(), sys.version.encode()]
    return hashlib.sha256(b"\0".join([*parts, str(HERE).encode()])).hexdigest()


def _set_up() -> int:
    wanted = _stamp()
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return 0
    print("Setting up Citetrail in .venv (once; under a minute) ...", file=sys.stderr)
    shutil.rmtree(VENV, ignore_errors=True)
    uv = shutil.which("uv")
    failed = _with_uv(uv) if uv else _with_pip()
    if failed:
        shutil.rmtree(VENV, ignore_errors=True)
        return failed
    STAMP.write_text(wanted, encoding="utf-8")
    return 0


def _with_uv(uv: str) -> int:
    into = [uv, "pip", "install", "--quiet", "--python", str(PYTHON)]
    return (
        _quietly([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)])
        or _quietly([*into, "--require-hashes", "-r", str(LOCK)])
        or _quietly([*into, "--no-deps", "--no-build-isolation", "--editable", str(HERE)])
    )


def _with_pip() -> int:
    try:
        import ensurepip  # noqa: F401, PLC0415 - missing on Debian without python3-venv
        import venv  # noqa: PLC0415
    except ImportError:
        return _sorry(
            "this Python has no venv module. On Debian or Ubuntu: apt install python3-venv"
            " (or install uv), then run this again."
        )
    venv.create(VENV, with_pip=True)
    into = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return _quietly([*into, "--require-hashes", "-r", str(LOCK)]) or _quietly(
        [*into, "--no-deps", "--no-build-isolation", "--editable", str(HERE)]
    )


def _quietly(command: list[str]) -> int:
    """Run an installation step; show what it said only when it fails."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout[-2000:] + done.stderr[-4000:], file=sys.stderr)
        return _sorry(f"the set-up failed at: {' '.join(command[:4])} ...; see above.")
    return 0


def _sorry(message: str) -> int:
    print(f"Error: {message}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
