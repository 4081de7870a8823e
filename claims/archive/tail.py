"""Where the whole records of a WARC file end, so that a torn last one can be cut off after a crash."""

from __future__ import annotations

import zlib
from enum import Enum
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from claims.archive.records import GZIP_WINDOW

if TYPE_CHECKING:
    from pathlib import Path

CHUNK = 1 << 16
ROOM = 1 << 20
MAGIC = b"WARC/"


class Tail(Enum):
    """What stands after the last whole record."""

    CLEAN = "clean"
    TORN = "torn"
    DAMAGED = "damaged"


class Ending(NamedTuple):
    """Whole records end at byte `end` of a file; `tail` says what follows."""

    end: int
    tail: Tail


def find_ending(path: Path, *, start: int = 0) -> Ending:
    """Read the gzip members of `path` from byte `start`, where one must begin.

    TORN is a member that breaks off where the file does, as a crash leaves it, or nothing but zero
    bytes, as a loss of power does. DAMAGED is anything
    else that is no record: it may stand before good ones, so nobody may cut it off.
    """
    with path.open("rb") as file:
        end = start
        while True:
            file.seek(end)
            length = _member_length(file)
            if length is None:
                file.seek(end)
                return Ending(end, Tail.TORN if _only_zeros(file) else Tail.DAMAGED)
            if length == 0:
                torn = path.stat().st_size > end
                return Ending(end, Tail.TORN if torn else Tail.CLEAN)
            end += length


def _only_zeros(file: BinaryIO) -> bool:
    while chunk := file.read(CHUNK):
        if chunk.count(0) != len(chunk):
            return False
    return True


def _member_length(file: BinaryIO) -> int | None:
    """Bytes of the gzip member that begins here: 0 when it breaks off, None when it is no record."""
    machine = zlib.decompressobj(GZIP_WINDOW)
    length = 0
    first = b""
    while not machine.eof:
        chunk = machine.unconsumed_tail or file.read(CHUNK)
        if not chunk:
            return 0
        if not machine.unconsumed_tail:
            length += len(chunk)
        try:
            out = machine.decompress(chunk, ROOM)
        except zlib.error:
            return None
        first += out[: len(MAGIC) - len(first)]
        if not MAGIC.startswith(first):
            return None
    return length - len(machine.unused_data)
