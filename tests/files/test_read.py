"""Reading what the user points at: every refusal is one clear line, and nothing ever waits."""

import io
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from claims.files.read import MAX_BYTES, read_file, read_stdin
from claims.model.errors import BadInput

CHECKOUT = Path(__file__).parents[2]


def _refusal(path, **options):
    with pytest.raises(BadInput) as caught:
        read_file(path, **options)
    message = str(caught.value)
    assert "\n" not in message
    assert message.count(":") >= 2  # what, why, what to do next
    return message


def test_bytes_come_as_they_are(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xff\r\n\x00")
    assert read_file(file) == b"\xff\r\n\x00"


def test_exactly_the_limit_is_read(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"x" * 1000)
    assert len(read_file(file, limit=1000)) == 1000
    assert "1,000 bytes, the limit is 999 bytes" in _refusal(file, limit=999)


def test_missing(tmp_path):
    assert "no such file" in _refusal(tmp_path / "missing.txt")


def test_folder(tmp_path):
    assert "is a folder" in _refusal(tmp_path)


def test_empty(tmp_path):
    (tmp_path / "a.txt").touch()
    assert "is empty" in _refusal(tmp_path / "a.txt")


def test_below_a_file(tmp_path):
    (tmp_path / "a.txt").touch()
    assert "not a folder" in _refusal(tmp_path / "a.txt" / "b.txt")


def test_200_megabytes_are_refused_unread(tmp_path):
    file = tmp_path / "big.txt"
    with file.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    assert "has 200 MB, the limit is 50 MB" in _refusal(file)
    assert MAX_BYTES == 50 * 1024 * 1024


def test_fifo_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "a pipe (FIFO)" in _refusal(tmp_path / "pipe")


def test_socket(tmp_path):
    with socket.socket(socket.AF_UNIX) as server:
        # A socket's path may have 108 bytes at most; temporary folders are often longer.
        before = Path.cwd()
        os.chdir(tmp_path)
        try:
            server.bind("sock")
        finally:
            os.chdir(before)
        assert "is a socket" in _refusal(tmp_path / "sock")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_devices_are_not_opened(device):
    if not Path(device).exists():
        pytest.skip(f"there is no {device} here")
    assert "is a device" in _refusal(Path(device))


def test_link_to_itself(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    assert "cannot be read" in _refusal(tmp_path / "loop")


def test_link_to_a_device(tmp_path):
    (tmp_path / "link").symlink_to("/dev/zero")
    assert "is a device" in _refusal(tmp_path / "link")


def test_zero_byte_in_the_path():
    assert "no valid path" in _refusal(Path("a\0b"))


def test_line_feed_in_the_name_stays_one_line(tmp_path):
    assert r"a\nb" in _refusal(tmp_path / "a\nb")


def test_name_that_is_not_utf8(tmp_path):
    message = _refusal(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")))
    message.encode("utf-8")
    assert "no such file" in message


def test_without_rights(tmp_path, as_nobody):
    file = tmp_path / "secret.txt"
    file.write_text("words")
    file.chmod(0)
    code = "from claims.files.read import read_file; read_file(Path(sys.argv[1]))"
    assert "no right to read it" in as_nobody(code, file)


def test_file_that_grows_past_the_limit():
    """What /proc says has no size; the limit holds for what is read, not for what is promised."""
    with pytest.raises(BadInput, match="more than 10 bytes"):
        read_file(Path("/proc/self/status"), limit=10)


class TestStandardInput:
    def test_bytes_come_as_they_are(self):
        assert read_stdin(io.BytesIO(b"words\r\n")) == b"words\r\n"

    def test_empty(self):
        with pytest.raises(BadInput, match="standard input: is empty"):
            read_stdin(io.BytesIO())

    def test_too_large(self):
        with pytest.raises(BadInput, match="standard input: has more than 10 bytes"):
            read_stdin(io.BytesIO(b"x" * 11), limit=10)

    def test_closed(self):
        stream = io.BytesIO(b"x")
        stream.close()
        with pytest.raises(BadInput, match="standard input"):
            read_stdin(stream)

    def test_endless_pipe_is_cut_off_at_the_limit(self):
        code = "import sys; from claims.files.read import read_stdin; read_stdin(sys.stdin.buffer, limit=1 << 20)"
        with Path("/dev/zero").open("rb") as endless:
            done = subprocess.run(
                [sys.executable, "-c", code],
                stdin=endless,
                capture_output=True,
                cwd=CHECKOUT,
                timeout=60,
                check=False,
            )
        assert b"more than 1 MB" in done.stderr
