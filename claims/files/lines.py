"""A file or standard input, line by line, for the commands that work as pipes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from claims.files.read import read_file, read_stdin
from claims.text.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_lines(source: str) -> Iterator[tuple[int, str]]:
    """The lines of a file (or `-`) that hold anything, each with its number from 1.

    Raises BadInput when it cannot be read as text.
    """
    raw = read_stdin(sys.stdin.buffer) if source == "-" else read_file(Path(source))
    for number, line in enumerate(decode(raw).text.split("\n"), start=1):
        if line.strip():
            yield number, line
