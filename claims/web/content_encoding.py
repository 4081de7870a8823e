"""A body as received, with its Content-Encoding undone (RFC 9110 section 8.4): bytes in, bytes out.

Every step has an output limit, so that a small body cannot unfold into a huge one.
"""

from __future__ import annotations

import zlib

import brotli

from claims.model.errors import BadInput

MOST_ENCODINGS = 2
MOST_BYTES = 50_000_000
CHUNK = 65_536
MOST_MEMBERS = 1_000
"""Gzip members in one body. Servers send one; a million tiny ones would only burn time."""

GZIP_MAGIC = b"\x1f\x8b"
GZIP_WINDOW = 16 + zlib.MAX_WBITS
ZLIB_WINDOW = zlib.MAX_WBITS
RAW_WINDOW = -zlib.MAX_WBITS

GZIP = frozenset({"gzip", "x-gzip"})
KNOWN = GZIP | {"deflate", "br"}


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
    return body


def _undo(name: str, body: bytes, limit: int) -> bytes:
    if name in GZIP:
        return _gunzip(body, limit)
    if name == "br":
        return _unbrotli(body, limit)
    try:
        return _inflate(body, 0, window=ZLIB_WINDOW, limit=limit)[0]
    except UndecodableBody:
        # many servers send a bare deflate stream under this name (RFC 9110 section 8.4.1.2)
        return _inflate(body, 0, window=RAW_WINDOW, limit=limit)[0]


def _gunzip(body: bytes, limit: int) -> bytes:
    out = bytearray()
    at = 0
    for _ in range(MOST_MEMBERS):
        part, at = _inflate(body, at, window=GZIP_WINDOW, limit=limit - len(out))
        out += part
        if not body.startswith(GZIP_MAGIC, at):  # other bytes after a member are padding
            return bytes(out)
    raise UndecodableBody(f"the compressed body has more than {MOST_MEMBERS} members")


def _inflate(body: bytes, at: int, *, window: int, limit: int) -> tuple[bytes, int]:
    """The zlib stream that begins at byte `at` of `body`, unfolded, and where it ends."""
    machine = zlib.decompressobj(window)
    out = bytearray()
    while not machine.eof:
        chunk = body[at : at + CHUNK]
        if not chunk:
            raise UndecodableBody("the compressed body breaks off")
        try:
            out += machine.decompress(chunk, limit + 1 - len(out))
        except zlib.error as error:
            raise UndecodableBody(f"the compressed body is broken: {error}") from error
        if len(out) > limit:
            raise TooLargeBody(f"the body unfolds to more than {limit} bytes")
        at += len(chunk) - len(machine.unused_data)
    return bytes(out), at


def _unbrotli(body: bytes, limit: int) -> bytes:
    machine = brotli.Decompressor()
    out = bytearray()
    try:
        out += machine.process(body, output_buffer_limit=CHUNK)
        while not machine.is_finished() and not machine.can_accept_more_data():
            out += machine.process(b"", output_buffer_limit=CHUNK)
            if len(out) > limit:
                break
    except brotli.error as error:
        raise UndecodableBody(f"the compressed body is broken: {error}") from error
    if len(out) > limit:
        raise TooLargeBody(f"the body unfolds to more than {limit} bytes")
    if not machine.is_finished():
        raise UndecodableBody("the compressed body breaks off")
    return bytes(out)
