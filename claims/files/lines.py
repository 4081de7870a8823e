"""A file or standard input, line by line, for the commands that work as pipes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claims.files.read import STDIN, open_stdin, read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def read_lines(source: str) -> Iterator[tuple[int, bytes]]:
    """The lines of a file (or `-`) that hold anything, each with its number from 1.

    Standard input is read as it comes. Raises BadInput when the file cannot be read.
    """
    lines: Iterable[bytes] = (
        open_stdin() if source == STDIN else read_file(Path(source)).splitlines()
    )
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, line.strip()
