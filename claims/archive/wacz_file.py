"""Chosen exchanges of the archive into one WACZ file: the same exchanges give the same bytes."""

from __future__ import annotations

import hashlib
import os
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from claims.archive.extent import Extent, Kept, records_of
from claims.archive.records import info_record, member
from claims.export.wacz import (
    INDEX,
    PACKAGE,
    PACKAGE_DIGEST,
    PAGES,
    WARC,
    Part,
    index_line,
    package,
    package_digest,
    page_lines,
)
from claims.model.errors import DamagedData
from claims.model.exchange import header

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from claims.export.wacz import ListedPage

WHEN = (1980, 1, 1, 0, 0, 0)
"""The time of every entry: the earliest a zip file knows, so that the bytes do not depend on today."""

INDEXED = frozenset({"response", "revisit", "resource"})
ZIP64_FROM = 1 << 31


@dataclass(frozen=True, slots=True)
class Label:
    """What the file says of itself. `created` is UTC, ISO 8601."""

    title: str
    created: str
    software: str


class PageIn(NamedTuple):
    """A page to list, and the records that show it: it is left out with them."""

    extent: Extent
    page: ListedPage


class Written(NamedTuple):
    """What went into the file, and what could not, each with the reason."""

    records: int
    lost: tuple[tuple[Extent, str], ...]


def write_wacz(
    path: Path, folder: Path, extents: Sequence[Extent], pages: Iterable[PageIn], label: Label
) -> Written:
    """Copy `extents` of the archive `folder` and list `pages`; the file appears when it is whole.

    Damaged or missing records are left out and told. Raises OSError when the disk does not take it.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as file, zipfile.ZipFile(file, "w", allowZip64=True) as wacz:
            shelf = _Shelf(wacz, large=sum(e.length for e in extents) > ZIP64_FROM)
            written = _fill(shelf, folder, extents, pages, label)
            wacz.close()
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)  # noqa: PTH105 - Path.replace is the same, and this says atomic
    finally:
        partial.unlink(missing_ok=True)
    return written


def _fill(
    shelf: _Shelf,
    folder: Path,
    extents: Sequence[Extent],
    pages: Iterable[PageIn],
    label: Label,
) -> Written:
    lines: list[str] = []
    lost: list[tuple[Extent, str]] = []
    name = WARC.rpartition("/")[2]
    with shelf.part(WARC) as write:
        info = info_record(software=label.software, file_name=name, at=label.created)
        at = write(member(info))
        for extent in extents:
            try:
                kept = list(records_of(folder, extent))
            except DamagedData as why:
                lost.append((extent, str(why)))
                continue
            for record in kept:
                if header(record.fields, "WARC-Type") in INDEXED:
                    lines.append(_line(record, at, name))
                at += write(record.member)
    with shelf.part(INDEX) as write:
        for line in sorted(lines):
            write(f"{line}\n".encode())
    with shelf.part(PAGES) as write:
        gone = {extent for extent, _ in lost}
        for page in page_lines(p.page for p in pages if p.extent not in gone):
            write(page.encode())
    described = package(
        shelf.parts, title=label.title, created=label.created, software=label.software
    )
    for part, content in ((PACKAGE, described), (PACKAGE_DIGEST, package_digest(described))):
        with shelf.part(part) as write:
            write(content.encode())
    return Written(len(lines), tuple(lost))


def _line(record: Kept, at: int, name: str) -> str:
    fields = record.fields
    kind = header(fields, "WARC-Type")
    media_type = header(record.headers, "content-type") or header(fields, "Content-Type") or ""
    described: dict[str, Any] = {
        "digest": header(fields, "WARC-Payload-Digest"),
        "mime": "warc/revisit" if kind == "revisit" else media_type.partition(";")[0].strip(),
        "offset": str(at),
        "length": str(len(record.member)),
        "filename": name,
    }
    if record.status is not None:
        described["status"] = str(record.status)
    url, date = header(fields, "WARC-Target-URI") or "", header(fields, "WARC-Date") or ""
    return index_line(url, date, described)


class _Shelf:
    """A zip file that remembers length and digest of what was put in."""

    def __init__(self, wacz: zipfile.ZipFile, *, large: bool) -> None:
        self._wacz = wacz
        self._large = large
        self.parts: list[Part] = []

    @contextmanager
    def part(self, path: str) -> Iterator[Callable[[bytes], int]]:
        """A function that appends bytes to the entry `path`; stored as they are, so that readers seek."""
        entry = zipfile.ZipInfo(path, WHEN)
        entry.external_attr = 0o644 << 16
        entry.create_system = 3  # as on Unix, whatever this is
        machine = hashlib.sha256()
        length = 0
        with self._wacz.open(entry, "w", force_zip64=self._large and path == WARC) as out:

            def write(data: bytes) -> int:
                nonlocal length
                machine.update(data)
                length += len(data)
                return out.write(data)

            yield write
        self.parts.append(Part(path, length, f"sha256:{machine.hexdigest()}"))
