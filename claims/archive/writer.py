"""Exchanges into WARC files, record by record, on disk before anybody relies on them.

Several processes may write to one archive: each append is made under a lock, after a look at what the
others left. A record torn by a crash is cut off; a file that is damaged otherwise is left alone.
"""

from __future__ import annotations

import fcntl
import os
import re
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from claims.archive.records import (
    answer_records,
    failure_record,
    info_record,
    last_hop,
    member,
    resource_record,
    revisit_records,
)
from claims.archive.tail import Tail, find_ending
from claims.model.exchange import header
from claims.model.ids import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claims.archive.records import Earlier, Record
    from claims.model.exchange import Exchange

FILE_NAME = "citetrail-{number:05d}.warc.gz"
NUMBERED = re.compile(r"citetrail-(\d{5,9})\.warc\.gz")
LOCK_NAME = ".lock"
MARK_BYTES = 64
ROLL_BYTES = 1_000_000_000


class Placed(NamedTuple):
    """Where a record lies: a file of the archive, the member's offset and length in bytes.

    `exchange_offset` and `exchange_length` span it with its request, the redirects before it and their
    requests. `payload_digest` is over the body as received (for a revisit, over the body it refers
    to), `block_digest` over the record's block, `exchange_digest` over the bytes of all these records as
    they lie in the file; all are `sha256:…`.
    """

    warc_file: str
    warc_offset: int
    warc_length: int
    warc_type: str
    payload_digest: str | None
    block_digest: str
    exchange_offset: int
    exchange_length: int
    exchange_digest: str


class _End(NamedTuple):
    name: str
    offset: int


class WarcArchive:
    """The WARC files of `folder`, made on first use. `software` goes into each file's first record."""

    def __init__(self, folder: Path, *, software: str, roll_bytes: int = ROLL_BYTES) -> None:
        self._folder = folder
        self._software = software
        self._roll_bytes = roll_bytes
        self._mutex = threading.RLock()
        self._known: _End | None = None
        self._unsynced: set[str] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        with self._locked():
            self._known = self._find_end()

    def append(self, exchange: Exchange, *, earlier: Earlier | None = None) -> Placed:
        """Keep the exchange with its redirects; the place of its last record, once it is on disk.

        `earlier` is a record whose body came again or was said to hold still: a revisit refers to it.
        When no server answered, the record says what stood in the way. The exchange holds no secrets.

        Raises OSError when the disk does not take it.
        """
        with self._locked():
            end = self._ready(exchange.at)
            place = f"{end.name}@{end.offset}"
            before = [
                record
                for number, hop in enumerate(exchange.redirects)
                for record in answer_records(hop, truncated=None, place=f"{place}+{number}")
            ]
            last = _last_records(exchange, earlier, place=place)
            return self._write(end, (*before, *last), at=len(before))

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is appended inside shares one lock and one sync; no place counts before the end.

        When the end raises, no place of the group may be relied on.
        """
        with self._locked():
            self._known = self._find_end()
            self._unsynced = set()
            try:
                yield
            finally:
                written, self._unsynced = self._unsynced, None
                for name in sorted(written):
                    self._sync(self._folder / name)

    def append_resource(self, uri: str, *, content_type: str, body: bytes, at: str) -> Placed:
        """Keep a file that did not come over HTTP under the address `uri`, taken in at `at`."""
        with self._locked():
            end = self._ready(at)
            place = f"{end.name}@{end.offset}"
            records = resource_record(uri, content_type=content_type, body=body, at=at, place=place)
            return self._write(end, records, at=0)

    def _write(self, end: _End, records: Sequence[Record], *, at: int) -> Placed:
        """Add `records` at the end, in one go; the place of the one at index `at`."""
        members = [member(record) for record in records]
        data = b"".join(members)
        self._add(end, data)
        fields = records[at].fields
        return Placed(
            warc_file=end.name,
            warc_offset=end.offset + sum(map(len, members[:at])),
            warc_length=len(members[at]),
            warc_type=header(fields, "WARC-Type") or "",
            payload_digest=header(fields, "WARC-Payload-Digest"),
            block_digest=digest(records[at].block),
            exchange_offset=end.offset,
            exchange_length=len(data),
            exchange_digest=digest(data),
        )

    def _add(self, end: _End, data: bytes) -> None:
        descriptor = os.open(
            self._folder / end.name, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o644
        )
        try:
            os.lseek(descriptor, end.offset, os.SEEK_SET)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            if self._unsynced is None:
                os.fsync(descriptor)
            else:
                self._unsynced.add(end.name)
        finally:
            os.close(descriptor)
        if end.offset == 0:
            self._sync(self._folder)
        self._known = _End(end.name, end.offset + len(data))

    def _ready(self, at: str) -> _End:
        """The place of the next record, in a file that has its warcinfo and room."""
        end = self._known if self._unsynced is not None else None
        end = end or self._find_end()
        if end.offset >= self._roll_bytes:
            end = _End(_next_name(end.name), 0)
        if end.offset == 0:
            info = info_record(software=self._software, file_name=end.name, at=at)
            self._add(end, member(info))
            end = self._known or end
        return end

    def _find_end(self) -> _End:
        """The end of the last file, mended if a crash tore it. The lock is held."""
        names = sorted(
            (f.name for f in self._folder.iterdir() if NUMBERED.fullmatch(f.name)), key=_number
        )
        if not names:
            return _End(FILE_NAME.format(number=1), 0)
        path = self._folder / names[-1]
        size = path.stat().st_size
        known = self._known
        if known and known.name == path.name and known.offset == size:
            return known
        start = known.offset if known and known.name == path.name and known.offset < size else 0
        ending = find_ending(path, start=start)
        if ending.tail is Tail.DAMAGED and start:
            ending = find_ending(path)
        if ending.tail is Tail.DAMAGED:
            return _End(_next_name(path.name), 0)
        if ending.tail is Tail.TORN:
            os.truncate(path, ending.end)
        return _End(path.name, ending.end)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self._mutex:  # other threads of this process; the file's lock is for other processes
            if self._unsynced is not None:  # the lock of the group
                yield
            else:
                with self._file_locked():
                    yield

    @contextmanager
    def _file_locked(self) -> Iterator[None]:
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC
        descriptor = os.open(self._folder / LOCK_NAME, flags, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            if self._known is None:
                self._known = _read_mark(descriptor)
            yield
            if self._known is not None:
                os.pwrite(descriptor, _mark(self._known), 0)
        finally:
            os.close(descriptor)  # which lets go of the lock

    @staticmethod
    def _sync(path: Path) -> None:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _last_records(exchange: Exchange, earlier: Earlier | None, *, place: str) -> tuple[Record, ...]:
    final = last_hop(exchange)
    if final is None:
        return failure_record(exchange, place=place)
    if earlier is not None:
        return revisit_records(final, earlier, truncated=exchange.truncated, place=place)
    return answer_records(final, truncated=exchange.truncated, place=place)


def _mark(end: _End) -> bytes:
    return f"{end.name} {end.offset}".ljust(MARK_BYTES - 1).encode() + b"\n"


def _read_mark(descriptor: int) -> _End | None:
    """Where the archive ended when it was last written: only a hint of where to begin to look."""
    name, _, offset = os.pread(descriptor, MARK_BYTES, 0).decode("ascii", "replace").partition(" ")
    offset = offset.strip()
    if not NUMBERED.fullmatch(name) or not (offset.isascii() and offset.isdigit()):
        return None
    return _End(name, int(offset))


def _number(name: str) -> int:
    found = NUMBERED.fullmatch(name)
    return int(found[1]) if found else 0


def _next_name(name: str) -> str:
    return FILE_NAME.format(number=_number(name) + 1)
