"""A path or a stream of the user to bytes, or to one clear line about why not.

Never waits: what is no ordinary file (a FIFO, socket or device) is refused before it is opened, and again
after, in case it changed in between.
"""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, BinaryIO

from claims.model.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

STDIN = "-"
"""What stands for standard input among paths."""

MIB = 1024 * 1024
MAX_BYTES = 50 * MIB
_CHUNK = MIB

_KINDS = (
    (stat.S_ISDIR, "a folder", "give the files in it"),
    (stat.S_ISFIFO, "a pipe (FIFO)", "give - and pipe it to standard input"),
    (stat.S_ISSOCK, "a socket", "give a file"),
    (stat.S_ISCHR, "a device", "give a file"),
    (stat.S_ISBLK, "a device", "give a file"),
)


def read_file(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """The bytes of an ordinary file of at most `limit` bytes.

    Raises BadInput when it is missing, no ordinary file, without read rights, empty or too large.
    """
    shown = printable(path)
    try:
        refuse_unusual(path.stat(), shown, limit)
        # O_NONBLOCK: a FIFO that took the file's place since must not make us wait.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise BadInput(f"{shown}: {why_not(error)}") from error
    with os.fdopen(handle, "rb") as stream:
        refuse_unusual(os.fstat(handle), shown, limit)
        try:
            raw = _read_up_to(stream, limit)
        except OSError as error:
            raise BadInput(f"{shown}: {why_not(error)}") from error
    return _checked(raw, shown, limit)


def open_stdin() -> BinaryIO:
    """Standard input. Raises BadInput when it is closed."""
    if sys.stdin is None:
        raise BadInput("standard input is closed: give a file, or pipe something in")
    return sys.stdin.buffer


def read_stdin(stream: BinaryIO, *, limit: int = MAX_BYTES) -> bytes:
    """All bytes of standard input, at most `limit`. Raises BadInput when empty or too large."""
    try:
        raw = _read_up_to(stream, limit)
    except (OSError, ValueError) as error:
        raise BadInput(f"standard input: {why_not(error)}") from error
    return _checked(raw, "standard input", limit)


def printable(path: Path) -> str:
    """A path as one line that any terminal and UTF-8 file can take."""
    shown = str(path).encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in shown)


def why_not(error: OSError | ValueError) -> str:
    """What stood in the way, in words that say what to do next."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file: check the path"
    if isinstance(error, PermissionError):
        return "no right to read it: change its rights or copy it"
    if isinstance(error, NotADirectoryError):
        return "a part of the path is a file, not a folder: check the path"
    if isinstance(error, ValueError):
        return "is no valid path: check it for stray characters"
    return f"cannot be read ({error.strerror or error}): check the path and the disk"


def refuse_unusual(found: os.stat_result, shown: str, limit: int) -> None:
    """Raises BadInput for what is no ordinary file, or too large a one."""
    for is_kind, kind, advice in _KINDS:
        if is_kind(found.st_mode):
            raise BadInput(f"{shown}: is {kind}, not a file: {advice}")
    if found.st_size > limit:
        raise _too_large(shown, f"has {_size(found.st_size)}", limit)


def _read_up_to(stream: BinaryIO, limit: int) -> bytes:
    """At most one byte more than the limit, which tells that there is more."""
    parts: list[bytes] = []
    left = limit + 1
    while left > 0:
        part = stream.read(min(_CHUNK, left))
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _checked(raw: bytes, shown: str, limit: int) -> bytes:
    if not raw:
        raise BadInput(f"{shown}: is empty: give a file with text in it")
    if len(raw) > limit:
        raise _too_large(shown, f"has more than {_size(limit)}", limit)
    return raw


def _too_large(shown: str, size: str, limit: int) -> BadInput:
    return BadInput(f"{shown}: {size}, the limit is {_size(limit)}: split it or add its parts")


def _size(size: int) -> str:
    if size < MIB:
        return f"{size:,} bytes"
    return f"{size / MIB:,.1f} MB".replace(".0 MB", " MB")
