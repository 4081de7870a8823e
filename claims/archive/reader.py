"""Bodies back out: of our own archive, held against their digests, and of anybody's WARC or WACZ.

Files are streamed: nothing is unpacked to disk, and names inside a WACZ are never used as paths.
WACZ: https://specs.webrecorder.net/wacz/1.1.1/
"""

from __future__ import annotations

import contextlib
import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed

from claims.archive.records import GZIP_WINDOW
from claims.model.errors import BadInput, DamagedData
from claims.model.exchange import header
from claims.model.ids import digest
from claims.model.so_many import so_many
from claims.text.sniff import HTML, PDF, media_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from warcio.recordloader import ArcWarcRecord

    from claims.model.exchange import Headers

    Watch = Callable[[int], None]

CHUNK = 1 << 16
MOST_RECORD_BYTES = 200_000_000
"""Far more than the writer ever puts into one record."""

MOST_BYTES = 50_000_000
"""A body in a foreign archive that is larger than this is named and not read."""

MOST_WACZ_BYTES = 20_000_000_000
MOST_WACZ_FILES = 10_000
ENDINGS = (".warc", ".warc.gz")
ARCHIVES = (*ENDINGS, ".wacz")
READABLE = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain")
"""Types of archived pages that may be articles; style sheets and scripts are passed over."""

END_OF_HEAD = b"\r\n\r\n"
HTTP = "application/http"
WITH_PAYLOAD = frozenset({"response", "resource"})
"""Types whose payload digest is over what the record itself holds; a revisit's is over another's."""


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """One successful answer or resource of an archive.

    `date` is WARC-Date. `body` has its chunking undone and its `content_encoding` (the header's value)
    kept; when it was not read, it is empty and `problem` says why.
    """

    url: str
    date: str
    content_type: str
    content_encoding: str | None
    body: bytes
    problem: str | None

    @property
    def may_be_article(self) -> bool:
        """Whether it is of a type that can be read: one that is declared, else by its first bytes.

        >>> page = ArchivedPage("http://a.example/", "", "", None, b"<!doctype html><p>Ann", None)
        >>> page.may_be_article
        True
        """
        if self.content_type:
            return self.content_type.lower().startswith(READABLE)
        try:
            return media_type(self.body, name=None, declared=None) in {HTML, PDF}
        except BadInput:
            return False


def read_payload(folder: Path, warc_file: str, offset: int) -> bytes:
    """The body of the record at byte `offset` of a file of the archive, as it was received.

    Raises DamagedData when the file is missing, holds no record there, or a digest does not match.
    """
    return read_record(folder, warc_file, offset)[1]


def read_record(folder: Path, warc_file: str, offset: int) -> tuple[Headers, bytes]:
    """The named fields and the body of the record at byte `offset`, both held against its digests.

    Raises DamagedData as `read_payload` does.
    """
    where = f"{warc_file} at byte {offset}"
    if "/" in warc_file or warc_file in {"", ".", ".."} or offset < 0:
        raise DamagedData(f"{where!r} is no place in an archive")
    fields, block = parsed_record(_unpacked(folder / warc_file, offset, where), where)
    check_digest(header(fields, "WARC-Block-Digest"), block, f"the block of {where}")
    kind = header(fields, "WARC-Type")
    payload = block
    if (header(fields, "Content-Type") or "").startswith(HTTP):
        _, found, payload = block.partition(END_OF_HEAD)
        if not found:
            raise DamagedData(f"{where} holds no HTTP message")
    if kind in WITH_PAYLOAD:
        check_digest(header(fields, "WARC-Payload-Digest"), payload, f"the payload of {where}")
    return fields, payload


def _unpacked(path: Path, offset: int, where: str) -> bytes:
    """The gzip member that begins at byte `offset`."""
    machine = zlib.decompressobj(GZIP_WINDOW)
    out = bytearray()
    try:
        with path.open("rb") as file:
            file.seek(offset)
            while not machine.eof:
                chunk = file.read(CHUNK)
                if not chunk:
                    raise DamagedData(f"{where}: the record breaks off")
                out += machine.decompress(chunk, MOST_RECORD_BYTES - len(out) + 1)
                if len(out) > MOST_RECORD_BYTES:
                    raise DamagedData(f"{where}: the record is larger than any that is written")
    except FileNotFoundError as error:
        raise DamagedData(_missing(path)) from error
    except OSError as error:
        raise DamagedData(f"{where} cannot be read: {error}") from error
    except zlib.error as error:
        raise DamagedData(f"{where} holds no record: {error}") from error
    return bytes(out)


def _missing(path: Path) -> str:
    folder = path.parent.name
    return f"{path.name} is missing from {folder}; put the archive folder beside the database"


def parsed_record(data: bytes, where: str) -> tuple[Headers, bytes]:
    """The named fields and the block of an unpacked record. Raises DamagedData."""
    head, _, rest = data.partition(END_OF_HEAD)
    first, *lines = head.decode("utf-8", "replace").split("\r\n")
    pairs = [line.partition(":") for line in lines]
    fields = tuple((name.strip(), value.strip()) for name, _, value in pairs)
    length = header(fields, "Content-Length") or ""
    if not first.startswith("WARC/1.") or not length.isdigit():
        raise DamagedData(f"{where} holds no WARC record")
    block = rest[: int(length)]
    if len(block) != int(length):
        raise DamagedData(f"{where}: the record is shorter than it says")
    return fields, block


def check_digest(stated: str | None, content: bytes, what: str) -> None:
    """Raise DamagedData unless `content` has the digest `stated`."""
    if stated is None or stated != digest(content):
        raise DamagedData(f"{what} does not match its digest ({stated})")


def iter_pages(path: Path, *, watch: Watch | None = None) -> Iterator[ArchivedPage]:
    """The 2xx responses and the resources of a `.warc`, `.warc.gz` or `.wacz` file, in file order.

    `watch` is told how many bytes of the file were read before each page.
    Raises BadInput, after the pages before it, where the file breaks off or is no archive.
    """
    if path.suffix.lower() == ".wacz":
        yield from _wacz_pages(path, watch)
        return
    with path.open("rb") as file:
        for page in _warc_pages(file, path.name):
            _tell(watch, file)
            yield page


def _tell(watch: Watch | None, file: IO[bytes]) -> None:
    if watch is not None:
        watch(file.tell())


def _wacz_pages(path: Path, watch: Watch | None) -> Iterator[ArchivedPage]:
    try:
        with path.open("rb") as whole, zipfile.ZipFile(whole) as wacz:
            for info in _warc_members(wacz, path.name):
                with wacz.open(info) as file:
                    for page in _warc_pages(file, f"{path.name}: {info.filename}"):
                        _tell(watch, whole)
                        yield page
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise BadInput(
            f"{path.name} is not a readable WACZ file: it is damaged or something else"
        ) from error


def _warc_members(wacz: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    found = [i for i in wacz.infolist() if i.filename.lower().endswith(ENDINGS)]
    if not found:
        raise BadInput(f"{name} holds no WARC file; a WACZ keeps them in its folder archive/")
    if len(found) > MOST_WACZ_FILES or sum(i.file_size for i in found) > MOST_WACZ_BYTES:
        raise BadInput(f"{name} unfolds to more than is read from one file; add its parts singly")
    return found


def _warc_pages(file: IO[bytes], name: str) -> Iterator[ArchivedPage]:
    number = 0
    try:
        for record in _records(file):
            number += 1
            page = _page(record)
            if page is not None:
                yield page
    # AttributeError: warcio trips over a record without a target address
    except (ArchiveLoadFailed, AttributeError, EOFError, OSError, ValueError) as error:
        if not number:
            raise BadInput(f"{name} is no WARC file, or is damaged from its beginning") from error
        raise BadInput(
            f"{name} breaks off or is damaged after {so_many(number, 'record')}"
        ) from error
    if not number:
        raise BadInput(f"{name} holds no WARC record")


class _Records(ArchiveIterator):  # type: ignore[misc]  # warcio ships no types
    """Records that know at their end whether the file broke off inside a gzip member, or inside a head.

    warcio takes that for the end of the file where no body was being read.
    """

    broke_off = False

    def _next_record(self, next_line: bytes | None) -> ArcWarcRecord:
        try:
            return super()._next_record(next_line)
        except EOFError:
            self.broke_off = next_line is not None  # the first line of a record was there
            raise

    def close(self) -> None:
        """Called by itself after the last record."""
        machine = self.reader.decompressor if self.reader else None
        self.broke_off |= machine is not None and not machine.eof
        super().close()


def _records(file: IO[bytes]) -> Iterator[ArcWarcRecord]:
    """The records of a WARC or ARC file in order.

    Raises EOFError when the file ends within one, ValueError when one has no type or no length.
    """
    records = _Records(file, arc2warc=True)
    last: ArcWarcRecord | None = None
    while True:
        # warcio tells of a broken member on stderr alone; the short body tells us
        with contextlib.redirect_stderr(io.StringIO()):
            record = next(records, None)
        if record is None:
            if last is not None and (records.broke_off or _is_short(last)):
                raise EOFError("the last record is shorter than it says")
            return
        last = record
        if not record.rec_type:
            raise ValueError("a record has no type")
        if not record.rec_headers.get_header("Content-Length"):
            raise ValueError("a record has no length")
        yield record


def _is_short(record: ArcWarcRecord) -> bool:
    """Whether the end of the file came before the end of a record that was passed over."""
    return getattr(record.raw_stream, "limit", 0) > 0


def _page(record: ArcWarcRecord) -> ArchivedPage | None:
    """The page in a record: a resource, or an answer of the 200s; null for all else. Raises as `_body`."""
    fields, http = record.rec_headers, record.http_headers
    is_answer = record.rec_type == "response" and http is not None
    if not is_answer and record.rec_type != "resource":
        return None
    if is_answer and not (http.get_statuscode() or "").startswith("2"):
        return None
    source = http if is_answer else fields
    chunked = is_answer and (http.get_header("Transfer-Encoding") or "").lower() == "chunked"
    body, problem = _body(record, chunked=chunked)
    return ArchivedPage(
        url=(fields.get_header("WARC-Target-URI") or "").strip("<>"),
        date=fields.get_header("WARC-Date") or "",
        content_type=source.get_header("Content-Type") or "",
        content_encoding=http.get_header("Content-Encoding") if is_answer else None,
        body=body,
        problem=problem,
    )


def _body(record: ArcWarcRecord, *, chunked: bool) -> tuple[bytes, str | None]:
    """The body, or nothing and the reason. Raises EOFError when the record is cut short."""
    stream = ChunkedDataReader(record.raw_stream) if chunked else record.raw_stream
    out = bytearray()
    with contextlib.redirect_stderr(io.StringIO()):
        while chunk := stream.read(CHUNK):
            out += chunk
            if len(out) > MOST_BYTES:
                return b"", f"the body has more than {MOST_BYTES} bytes"
    if not chunked and _is_short(record):
        raise EOFError("the record is shorter than it says")
    return bytes(out), None
