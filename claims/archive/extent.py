"""A stretch of a WARC file to its records, each as it stands on disk and as it reads."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, NamedTuple

from claims.archive.reader import (
    END_OF_HEAD,
    HTTP,
    MOST_RECORD_BYTES,
    WITH_PAYLOAD,
    check_digest,
    parsed_record,
)
from claims.archive.records import GZIP_WINDOW
from claims.model.errors import DamagedData
from claims.model.exchange import header

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claims.model.exchange import Headers


class Extent(NamedTuple):
    """Bytes `offset` to `offset + length` of a file of the archive: whole records."""

    warc_file: str
    offset: int
    length: int


class Kept(NamedTuple):
    """A record: its gzip member, its named fields, and what HTTP says in it (null where it is none)."""

    member: bytes
    fields: Headers
    status: int | None
    headers: Headers


def records_of(folder: Path, extent: Extent) -> Iterator[Kept]:
    """The records of an extent in order, held against their digests. Raises DamagedData."""
    where = f"{extent.warc_file} at byte {extent.offset}"
    try:
        with (folder / extent.warc_file).open("rb") as file:
            file.seek(extent.offset)
            rest = file.read(extent.length)
    except OSError as why:
        raise DamagedData(f"{where} cannot be read: {why}") from why
    if len(rest) != extent.length:
        raise DamagedData(f"{where}: the file breaks off")
    while rest:
        machine = zlib.decompressobj(GZIP_WINDOW)
        try:
            data = machine.decompress(rest, MOST_RECORD_BYTES)
        except zlib.error as why:
            raise DamagedData(f"{where} holds no record: {why}") from why
        if not machine.eof:
            raise DamagedData(f"{where}: a record breaks off")
        taken, rest = rest[: len(rest) - len(machine.unused_data)], machine.unused_data
        yield _kept(taken, data, where)


def _kept(member: bytes, data: bytes, where: str) -> Kept:
    fields, block = parsed_record(data, where)
    check_digest(header(fields, "WARC-Block-Digest"), block, f"the block of {where}")
    is_http = (header(fields, "Content-Type") or "").startswith(HTTP)
    head, _, payload = block.partition(END_OF_HEAD) if is_http else (b"", b"", block)
    if header(fields, "WARC-Type") in WITH_PAYLOAD:
        check_digest(header(fields, "WARC-Payload-Digest"), payload, f"the payload of {where}")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = [line.partition(":") for line in lines]
    word = first.split(" ")[1:2]
    is_answer = first.startswith("HTTP/") and bool(word) and word[0].isdigit()
    return Kept(
        member=member,
        fields=fields,
        status=int(word[0]) if is_answer else None,
        headers=tuple((name, value.strip()) for name, _, value in pairs),
    )
