"""The screen in a real terminal (a pty of 80 by 24): colours, leaving, a kill in the middle of a word."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

import pytest
from public_desk import ordinary_desk

COLOUR = re.compile(r"\x1b\[[\d;]*\b(3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)\b[\d;]*m")
PATIENCE = 40
"""Seconds: a busy machine draws slowly."""


class Terminal:
    """A process at a terminal of its own."""

    def __init__(self, command, folder, environment):
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs,
            start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self.seen = ""
        self.before = 0

    def until(self, words):
        """Read until these words were drawn."""
        end = time.monotonic() + PATIENCE
        while words not in re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", self.seen[self.before :]):
            assert time.monotonic() < end, self.seen[-2000:]
            if select.select([self.ours], [], [], 0.2)[0]:
                try:
                    self.seen += os.read(self.ours, 65536).decode("utf-8", "replace")
                except OSError:
                    break

    def until_kept(self, folder, words):
        """Read until the words stand in a draft."""
        end = time.monotonic() + PATIENCE
        while not any(words in one.read_text() for one in folder.glob("*.drafts/*.json")):
            assert time.monotonic() < end
            if select.select([self.ours], [], [], 0.1)[0]:
                self.seen += os.read(self.ours, 65536).decode("utf-8", "replace")

    def press(self, keys):
        """Press the keys; what is waited for from now on was drawn after that."""
        self.before = len(self.seen)
        os.write(self.ours, keys.encode())

    def end(self):
        """Wait for its end, reading what it still says; the exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < end:
            if select.select([self.ours], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.ours, 65536).decode("utf-8", "replace")
                except OSError:
                    break
        return self.process.wait(PATIENCE)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.ours)


@pytest.fixture
def terminal(tmp_path, command, environment):
    made, ids = ordinary_desk(tmp_path / "citetrail.db")
    made.database.close()
    opened = []

    def start(*arguments, **variables):
        variables = {"TERM": "xterm", **variables}
        one = Terminal(
            [*command, "review", "--as", "ada", *arguments, ids["hidden"]],
            tmp_path,
            {k: v for k, v in environment.items() if k not in {"NO_COLOR", "COLORTERM", "COLUMNS"}}
            | variables,
        )
        opened.append(one)
        return one

    yield start
    for one in opened:
        one.close()


def test_no_colour_where_none_is_wanted_and_the_terminal_is_left_as_it_was(terminal):
    screen = terminal(NO_COLOR="1")
    screen.until("Nine ships")
    screen.press("q")
    screen.until("search")
    screen.press("q")
    assert screen.end() == 0, screen.seen[-300:]
    assert COLOUR.findall(screen.seen) == []
    assert "\x1b[?1049l" in screen.seen
    assert "\x1b[?1000h" not in screen.seen  # no mouse is asked for


def test_what_was_typed_survives_the_hardest_kill(terminal, tmp_path):
    screen = terminal()
    screen.until("Nine ships")
    screen.press("v")
    screen.until("Summary")
    screen.press("\tHalf a word")  # at once, as over a slow line
    screen.until_kept(tmp_path, "Half a word")
    os.kill(screen.process.pid, signal.SIGKILL)
    assert screen.end() == -signal.SIGKILL
    again = terminal()
    again.until("Nine ships")
    again.press("v")
    again.until("Half a word")
    os.kill(again.process.pid, signal.SIGTERM)
    assert again.end() == 128 + signal.SIGTERM
    assert "\x1b[?1049l" in again.seen
    assert "Traceback" not in again.seen


def test_a_terminal_that_draws_nothing_is_told_of_plain(terminal):
    screen = terminal(TERM="dumb")
    assert screen.end() == 2
    plain = terminal("--plain", TERM="dumb")
    plain.until("Command (help lists them): ")
    plain.press("quit\n")
    assert plain.end() == 0
    assert "\x1b" not in plain.seen
