"""A body as received, with its Content-Encoding undone (RFC 9110 section 8.4): bytes in, bytes out.

Every step has an output limit, so that a small body cannot unfold into a huge one.
"""

from __future__ import annotations

import io
import zlib

import brotli
import zstandard

from claims.model.errors import BadInput

MOST_ENCODINGS = 2
MOST_BYTES = 30_000_000
CHUNK = 65_536
STEP = 1_000_000
MOST_MEMBERS = 1_000
"""Gzip members or zstd frames in one body. Servers send one; a million tiny ones would only burn time."""

ZSTD_CHUNK = 128
"""Four bytes can unfold to 128 kB and the library knows no limit: so little input makes at most 4 MB."""

ZSTD_WINDOW = 8_388_608
"""RFC 9659: no more memory is asked of those who decode zstd from the web."""

GZIP_MAGIC = b"\x1f\x8b"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"
GZIP_WINDOW = 16 + zlib.MAX_WBITS
ZLIB_WINDOW = zlib.MAX_WBITS
RAW_WINDOW = -zlib.MAX_WBITS

GZIP = frozenset({"gzip", "x-gzip"})
KNOWN = GZIP | {"deflate", "br", "zstd"}


class TooLargeBody(BadInput):
    """The body unfolds to more than it may."""


class UndecodableBody(BadInput):
    """The body is not what its Content-Encoding says."""


def decoded(body: bytes, content_encoding: str | None, *, limit: int = MOST_BYTES) -> bytes:
    """`body` without the encodings that the header names, last one first.

    Raises UndecodableBody for an unknown, broken or too deep encoding, TooLargeBody beyond `limit`
    bytes at any step.

    >>> decoded(zlib.compress(b"Kabul"), "deflate")
    b'Kabul'
    """
    names = [n for part in (content_encoding or "").split(",") if (n := part.strip().lower())]
    names = [n for n in names if n != "identity"]
    if len(names) > MOST_ENCODINGS:
        raise UndecodableBody(f"the body is encoded {len(names)} times over")
    for name in reversed(names):
        if name not in KNOWN:
            raise UndecodableBody(f"the content encoding {name[:40]!r} is not known")
        if body:  # some servers name an encoding for an answer without a body
            body = _undo(name, body, limit)
    if len(body) > limit:
        raise TooLargeBody(f"the body has more than {limit} bytes")
    return body


class _Unfolded:
    """What has been unfolded so far, never more than `limit` bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept = io.BytesIO()

    def add(self, part: bytes) -> None:
        if self._kept.tell() + len(part) > self._limit:
            raise TooLargeBody(f"the body unfolds to more than {self._limit} bytes")
        self._kept.write(part)

    def all(self) -> bytes:
        return self._kept.getvalue()


def _undo(name: str, body: bytes, limit: int) -> bytes:
    out = _Unfolded(limit)
    if name in GZIP:
        _gunzip(body, out)
    elif name == "br":
        _unbrotli(body, out)
    elif name == "zstd":
        _unzstd(body, out)
    else:
        try:
            _inflate(body, 0, window=ZLIB_WINDOW, out=out)
        except UndecodableBody:
            # many servers send a bare deflate stream under this name (RFC 9110 section 8.4.1.2)
            out = _Unfolded(limit)
            _inflate(body, 0, window=RAW_WINDOW, out=out)
    return out.all()


def _gunzip(body: bytes, out: _Unfolded) -> None:
    at = 0
    for _ in range(MOST_MEMBERS):
        at = _inflate(body, at, window=GZIP_WINDOW, out=out)
        if not body.startswith(GZIP_MAGIC, at):  # other bytes after a member are padding
            return
    raise UndecodableBody(f"the compressed body has more than {MOST_MEMBERS} members")


def _inflate(body: bytes, at: int, *, window: int, out: _Unfolded) -> int:
    """Unfold the zlib stream that begins at byte `at` of `body` into `out`; where it ends."""
    machine = zlib.decompressobj(window)
    while not machine.eof:
        chunk = body[at : at + CHUNK]
        if not chunk:
            raise UndecodableBody("the compressed body breaks off")
        at += len(chunk)
        try:
            while chunk and not machine.eof:
                out.add(machine.decompress(chunk, STEP))
                chunk = machine.unconsumed_tail
        except zlib.error as error:
            raise UndecodableBody(f"the compressed body is broken: {error}") from error
    return at - len(machine.unused_data)


def _unbrotli(body: bytes, out: _Unfolded) -> None:
    machine = brotli.Decompressor()
    try:
        out.add(machine.process(body, output_buffer_limit=CHUNK))
        while not machine.is_finished() and not machine.can_accept_more_data():
            out.add(machine.process(b"", output_buffer_limit=CHUNK))
    except brotli.error as error:
        raise UndecodableBody(f"the compressed body is broken: {error}") from error
    if not machine.is_finished():
        raise UndecodableBody("the compressed body breaks off")


def _unzstd(body: bytes, out: _Unfolded) -> None:
    at = 0
    for _ in range(MOST_MEMBERS):
        at = _unzstd_frame(body, at, out)
        if not body.startswith(ZSTD_MAGIC, at):
            return
    raise UndecodableBody(f"the compressed body has more than {MOST_MEMBERS} frames")


def _unzstd_frame(body: bytes, at: int, out: _Unfolded) -> int:
    machine = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW).decompressobj()
    while not machine.eof:
        chunk = body[at : at + ZSTD_CHUNK]
        if not chunk:
            raise UndecodableBody("the compressed body breaks off")
        at += len(chunk)
        try:
            out.add(machine.decompress(chunk))
        except zstandard.ZstdError as error:
            raise UndecodableBody(f"the compressed body is broken: {error}") from error
    return at - len(machine.unused_data)
