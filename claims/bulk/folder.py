"""The folder that a bulk run writes: `claims/` and `documents/` with a Parquet file a shard each.

A file is whole or not there: it is written under another name, brought to the disk, and renamed.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from claims.bulk.tables import CLAIMS, DOCUMENTS
from claims.model.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

TABLES = (CLAIMS, DOCUMENTS)
MANIFEST = "manifest.db"
OURS = re.compile(r"[0-9a-f]{16}\.parquet|\.[0-9a-f]{16}\.tmp")
"""Names that a bulk run gives: nothing else in the folder is ever touched."""


def prepared(out: Path) -> Path:
    """The folder with its tables' folders, made where needed; the path of its manifest.

    Raises UserError when it cannot be, or belongs to something else.
    """
    if out.exists() and not out.is_dir():
        raise UserError(f"{out} is a file; --out takes a folder")
    manifest = out / MANIFEST
    if not manifest.exists():
        for table in TABLES:
            _refuse_foreign(out / table)
    try:
        for table in TABLES:
            (out / table).mkdir(parents=True, exist_ok=True)
    except OSError as why:
        raise UserError(f"{out} cannot be written: {why.strerror}") from None
    if not os.access(out, os.W_OK):
        raise UserError(f"{out} cannot be written: change its rights or give another --out")
    return manifest


def _refuse_foreign(folder: Path) -> None:
    """Raise UserError when a folder of this name is there already, and somebody else's."""
    names: list[str] = []
    with suppress(OSError):
        names = [path.name for path in folder.iterdir()]
    if any(not OURS.fullmatch(name) for name in names):
        raise UserError(f"{folder} holds files of something else; give a new --out")


def write(out: Path, shard: str, tables: Mapping[str, bytes]) -> None:
    """Put a shard's file into each table's folder. Raises UserError when the disk refuses."""
    for table, content in tables.items():
        try:
            _write_whole(out / table, shard, content)
        except OSError as why:
            raise UserError(
                f"{out / table} cannot be written: {why.strerror}; mend that and run it again"
            ) from None


def _write_whole(folder: Path, shard: str, content: bytes) -> None:
    coming = folder / f".{shard}.tmp"
    with coming.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    coming.replace(folder / f"{shard}.parquet")
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(out: Path, shard: str) -> None:
    """Take a shard's files away."""
    for table in TABLES:
        (out / table / f"{shard}.parquet").unlink(missing_ok=True)


def sweep(out: Path, known: Callable[[str], Mapping[str, int] | None]) -> None:
    """Remove what a killed run left: files half written, and shards that the manifest does not know.

    `known` gives the size of a shard's file of each table, or None.
    """
    for table in TABLES:
        with os.scandir(out / table) as entries:
            for entry in entries:
                if not OURS.fullmatch(entry.name):
                    continue
                if entry.name.startswith(".") or known(entry.name.partition(".")[0]) is None:
                    (out / table / entry.name).unlink(missing_ok=True)


def is_whole(out: Path, shard: str, sizes: Mapping[str, int]) -> bool:
    """Whether both files of a shard are there, as long as they were written."""
    try:
        return all(
            (out / table / f"{shard}.parquet").stat().st_size == sizes[table] for table in TABLES
        )
    except OSError:
        return False
