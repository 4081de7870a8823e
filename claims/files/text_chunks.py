"""A file or standard input of any length to UTF-8 text in pieces, so that memory does not grow with it."""

from __future__ import annotations

import codecs
import os
from typing import TYPE_CHECKING, BinaryIO

from claims.files.read import MIB, open_stdin, printable, refuse_unusual, why_not
from claims.model.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 8 * 1024 * MIB


class NotTextError(BadInput):
    """What was read is not UTF-8."""


def text_chunks(path: Path | None) -> Iterator[str]:
    """The text of an ordinary file, or of standard input for null.

    Raises BadInput when it cannot be opened or read, and NotTextError where it is not UTF-8.
    """
    if path is None:
        yield from _decoded(open_stdin(), "standard input")
        return
    shown = printable(path)
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise BadInput(f"{shown}: {why_not(error)}") from error
    with os.fdopen(handle, "rb") as stream:
        refuse_unusual(os.fstat(handle), shown, LARGEST)
        yield from _decoded(stream, shown)


def _decoded(stream: BinaryIO, shown: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    done = 0
    try:
        while chunk := stream.read(MIB):
            yield decoder.decode(chunk)
            done += len(chunk)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as why:
        raise NotTextError(f"{shown}: is not UTF-8 near byte {done + why.start:,}") from None
    except OSError as error:
        raise BadInput(f"{shown}: {why_not(error)}") from error
