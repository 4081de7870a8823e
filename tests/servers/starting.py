"""Real servers as child processes on free ports: started, waited for, ended with all their children."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PEERS = Path(os.environ.get("CITETRAIL_PEERS") or CHECKOUT / ".venv-peers")
NEEDED = os.environ.get("CITETRAIL_NEEDS_SERVERS") == "1"
PATIENCE_S = 30.0


def missing(what):
    """Skip the test, or fail it where the servers were promised."""
    told = f"{what} is not installed; run: .ci/servers"
    if NEEDED:
        pytest.fail(told)
    pytest.skip(told)


def program(name):
    """The path of a program of the system."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    return found or missing(name)


def peer(environment, name):
    """The path of a program of a peer's own environment."""
    path = PEERS / environment / "bin" / name
    return str(path) if path.exists() else missing(environment)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(command, url, *, folder, **environment):
    """Run `command` in `folder` until the block ends; begins when `url` answers anything at all."""
    log = (folder / "server.log").open("ab")
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **environment}, stdout=log, stderr=log,
        stdin=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        _wait(url, process, folder)
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)
        log.close()


def _wait(url, process, folder):
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        try:
            get(url)
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.05)
        else:
            return
    said = (folder / "server.log").read_text(errors="replace")[-2000:]
    pytest.fail(f"{process.args[0]} does not answer {url}: {said}")


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), NoRedirect)


def get(url, **headers):
    """(status, headers, body as received) of an answer; redirects are answers."""
    request = urllib.request.Request(
        url, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )
    try:
        with OPENER.open(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.headers, answer.read()


def command_line(folder):
    """A function that runs the command line in a folder: code, out (standard output), err."""

    def run(*arguments, **settings):
        environment = {k: v for k, v in os.environ.items() if not k.startswith("CITETRAIL_")}
        environment |= {f"CITETRAIL_{k.upper()}": v for k, v in settings.items()}
        done = subprocess.run(
            [sys.executable, str(CHECKOUT / "cli.py"), "--quiet", "--db", "work.db", *map(str, arguments)],
            cwd=folder, env={**environment, "CITETRAIL_ENGINE": "rules"}, capture_output=True,
            text=True, timeout=100, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr
        return SimpleNamespace(code=done.returncode, out=done.stdout, err=done.stderr)

    return run
