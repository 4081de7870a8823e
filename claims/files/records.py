"""A file of JSON lines, perhaps gzipped, or standard input to its lines, one at a time and none too long."""

from __future__ import annotations

import gzip
import os
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, cast

from claims.files.read import open_stdin, printable, refuse_unusual, why_not
from claims.model.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ENDINGS = (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")
LARGEST = 1 << 44
"""Bytes of a file; far more than anybody has in one."""

LONGEST = 20_000_000
"""Bytes of a line. What is longer is passed over and told."""

_GZIP = b"\x1f\x8b"


def json_lines(
    path: Path | None, *, watch: Callable[[int], None] | None = None
) -> Iterator[tuple[int, bytes | None]]:
    """The lines that hold anything, each with its number from 1; None for one that is too long.

    `watch` is told how many bytes of the file were read before each line.
    Raises BadInput when the file cannot be read, after the lines before the place where it breaks off.
    """
    shown = "standard input" if path is None else printable(path)
    try:
        with _opened(path, shown) as (file, stream):
            for line in _lines(stream):
                if watch is not None and path is not None:
                    watch(file.tell())
                yield line
    except (OSError, EOFError, zlib.error) as why:
        said = why_not(why) if isinstance(why, OSError) and why.strerror else f"breaks off ({why})"
        raise BadInput(f"{shown}: {said}") from None


@contextmanager
def _opened(path: Path | None, shown: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """The file, and what is read of it: the same, or unzipped."""
    if path is None:
        stream: IO[bytes] = open_stdin()
        yield stream, _unzipped(stream)
        return
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        refuse_unusual(os.fstat(handle), shown, LARGEST)
        yield file, _unzipped(file)


def _unzipped(stream: IO[bytes]) -> IO[bytes]:
    """The stream, unzipped when it begins like gzip, whatever it is called."""
    peek = getattr(stream, "peek", None)
    if peek is None or not peek(2).startswith(_GZIP):
        return stream
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream, mode="rb"))


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST)
            yield number, None
        elif words := line.strip():
            yield number, words
