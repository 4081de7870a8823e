"""A path to the files it stands for: itself, or the readable files in a folder and its folders."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from claims.files.read import printable, why_not
from claims.model.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDINGS = (
    ".txt",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".pdf",
    ".warc",
    ".warc.gz",
    ".wacz",
)
"""Names of files that a folder is searched for, in any case."""

MAX_DEPTH = 100
"""Folders inside one another; deeper than any archive, shallower than the system's limits."""


def expand(path: Path) -> Iterator[Path]:
    """The path itself, or the readable files below it in the order of their names.

    Hidden files and folders are skipped. Links to files and folders inside are passed over as well,
    since what they point to is met anyway; links that lead out are never followed. Raises BadInput
    for a path that cannot be looked at and a folder that cannot be listed.
    """
    try:
        folder = path.is_dir()
    except OSError as error:
        raise BadInput(f"{printable(path)}: {why_not(error)}") from error
    if folder:
        yield from _files(path, depth=0)
    else:
        yield path


def _files(folder: Path, *, depth: int) -> Iterator[Path]:
    if depth > MAX_DEPTH:
        raise BadInput(f"{printable(folder)}: lies more than {MAX_DEPTH} folders deep: move it up")
    for entry in _listed(folder):
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), depth=depth + 1)
        elif entry.name.lower().endswith(ENDINGS):
            yield Path(entry.path)


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except PermissionError as error:
        message = "no right to list this folder: change its rights or leave it out"
        raise BadInput(f"{printable(folder)}: {message}") from error
    except OSError as error:
        raise BadInput(f"{printable(folder)}: {why_not(error)}") from error
