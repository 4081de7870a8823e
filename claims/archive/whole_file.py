"""The stretches of a WARC file that no digest of a capture covers, byte by byte held to what was written.

These are the first record of each file, records kept before there were digests of whole exchanges, and
what a crash left behind. A record's checksum covers what it holds; the rest is compared with the one form
in which records are written: ten fixed bytes before (RFC 1952), and no stray bits at the end.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from claims.archive.reader import check_digest, parsed_record
from claims.archive.records import GZIP_WINDOW
from claims.model.errors import DamagedData
from claims.model.exchange import header
from claims.model.ids import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CHUNK = 1 << 16
HEAD = 10
TRAILER = 8
ONE_FORM = b"\x1f\x8b\x08" + bytes(6)
"""What every record begins with: deflate, no name, no time, no extra. The tenth byte is the system's."""


class Stretch(NamedTuple):
    """Bytes `start` to `end` of a file."""

    start: int
    end: int


def check_extent(folder: Path, warc_file: str, stretch: Stretch, stated: str) -> None:
    """Raise DamagedData unless these bytes of the file have the digest `stated`."""
    where = f"{warc_file} at byte {stretch.start}"
    try:
        with (folder / warc_file).open("rb") as file:
            file.seek(stretch.start)
            found = file.read(stretch.end - stretch.start)
    except OSError as why:
        raise DamagedData(f"{where} cannot be read: {why}") from why
    if digest(found) != stated:
        raise DamagedData(f"the records of {where} do not match their digest")


def check_rest(path: Path, covered: Iterable[Stretch], *, known_end: int) -> int:
    """The number of sound records outside of what is `covered`. Raises DamagedData at the first other.

    A record after `known_end` that breaks off where the file does is what a crash leaves: nothing that
    anybody relies on, and passed over.
    """
    checked = 0
    system: bytes | None = None
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            for gap in _gaps(covered, size):
                system = system or _system(file, gap.end if gap.end < size else gap.start)
                loose = known_end if gap.end == size else size
                for member, at in _members(file, gap, path.name, loose=loose):
                    _check_member(member, f"{path.name} at byte {at}", system)
                    checked += 1
    except OSError as why:
        raise DamagedData(f"{path.name} cannot be read: {why}") from why
    return checked


def _gaps(covered: Iterable[Stretch], size: int) -> Iterator[Stretch]:
    end = 0
    for stretch in sorted(covered):
        if stretch.start > end:
            yield Stretch(end, stretch.start)
        end = max(end, stretch.end)
    if size > end:
        yield Stretch(end, size)


def _system(file: BinaryIO, offset: int) -> bytes:
    """The tenth byte of the record at `offset`, which names the system that wrote it."""
    file.seek(offset)
    return file.read(HEAD)[HEAD - 1 :]


def _members(file: BinaryIO, gap: Stretch, name: str, *, loose: int) -> Iterator[tuple[bytes, int]]:
    """The gzip members of a stretch, each with its place; one from byte `loose` on may break off."""
    at = gap.start
    while at < gap.end:
        file.seek(at)
        machine = zlib.decompressobj(GZIP_WINDOW)
        taken = bytearray()
        while not machine.eof:
            chunk = file.read(min(CHUNK, gap.end - at - len(taken)))
            if not chunk and at >= loose:
                return
            if not chunk:
                raise DamagedData(f"{name} at byte {at}: the record breaks off")
            try:
                machine.decompress(chunk)
            except zlib.error as why:
                if at >= loose and not (bytes(taken) + chunk).strip(b"\0"):
                    return  # nothing but zeros, as a loss of power leaves
                raise DamagedData(f"{name} at byte {at} holds no record: {why}") from why
            taken += chunk
        member = bytes(taken[: len(taken) - len(machine.unused_data)])
        yield member, at
        at += len(member)


def _check_member(member: bytes, where: str, system: bytes) -> None:
    if member[:HEAD] != ONE_FORM + system:
        raise DamagedData(f"{where}: the record does not begin as records are written")
    machine = zlib.decompressobj(GZIP_WINDOW)
    data = machine.decompress(member[: -TRAILER - 1])
    if _stray_bits(machine, member):
        raise DamagedData(f"{where}: the record does not end as records are written")
    data += machine.decompress(member[-TRAILER - 1 :])
    fields, block = parsed_record(data, where)
    check_digest(header(fields, "WARC-Block-Digest"), block, f"the block of {where}")


def _stray_bits(before: zlib._Decompress, member: bytes) -> bool:
    """Whether bits of the last byte that mean nothing are set: one that can be turned means nothing."""
    last, trailer = member[-TRAILER - 1], member[-TRAILER:]
    for bit in reversed(range(8)):
        machine = before.copy()
        try:
            machine.decompress(bytes([last ^ (1 << bit)]) + trailer)
        except zlib.error:
            return False
        if not machine.eof:
            return False
        if last & (1 << bit):
            return True
    return False
