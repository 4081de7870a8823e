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


def expand(
    path: Path, *, refused: list[BadInput] | None = None, endings: tuple[str, ...] = ENDINGS
) -> Iterator[Path]:
    """The path itself, or the readable files below it (by `endings`) in the order of their names.

    Hidden files and folders are skipped. Links to files and folders inside are passed over as well,
    since what they point to is met anyway; links that lead out are never followed. What cannot be
    looked at or listed goes to `refused` and the rest goes on; without `refused` it raises BadInput.
    """
    try:
        folder = path.is_dir()
    except (OSError, ValueError) as error:
        _refuse(BadInput(f"{printable(path)}: {why_not(error)}"), refused)
        return
    if folder:
        yield from _files(path, endings, depth=0, refused=refused)
    else:
        yield path


def _refuse(why: BadInput, refused: list[BadInput] | None) -> None:
    if refused is None:
        raise why
    refused.append(why)


def _files(
    folder: Path, endings: tuple[str, ...], *, depth: int, refused: list[BadInput] | None
) -> Iterator[Path]:
    try:
        listed = _listed(folder, depth=depth)
    except BadInput as why:
        _refuse(why, refused)
        return
    for entry in listed:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), endings, depth=depth + 1, refused=refused)
        elif entry.name.lower().endswith(endings):
            yield Path(entry.path)


def _listed(folder: Path, *, depth: int) -> list[os.DirEntry[str]]:
    if depth > MAX_DEPTH:
        raise BadInput(f"{printable(folder)}: lies more than {MAX_DEPTH} folders deep: move it up")
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except PermissionError as error:
        message = "no right to list this folder: change its rights or leave it out"
        raise BadInput(f"{printable(folder)}: {message}") from error
    except OSError as error:
        raise BadInput(f"{printable(folder)}: {why_not(error)}") from error
