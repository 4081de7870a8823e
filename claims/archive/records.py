"""An exchange as WARC/1.1 records (https://iipc.github.io/warc-specifications/), bytes as received.

Pure: the same input gives the same records, and on one kind of processor the same bytes. Each record is a
gzip member of its own (annex D).
"""

from __future__ import annotations

import re
import uuid
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from isal import isal_zlib

from claims.model.exchange import Hop
from claims.model.ids import digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.model.exchange import Exchange, Headers

CRLF = b"\r\n"
LEVEL = 2
"""ISA-L's default: a ninth of the time of zlib's usual level for 3 % more bytes (27 kB pages)."""

GZIP_WINDOW = 16 + zlib.MAX_WBITS
NAMESPACE = uuid.UUID("6f2c1d6e-58a3-5f6b-9a6e-2f0f3c0f7a11")
"""Record ids are name-based UUIDs under this, so that the same archive is made twice the same way."""

UNFRAMED = frozenset({"transfer-encoding"})
"""Said of the wire, and no longer true of the stored body."""

NOT_MODIFIED_STATUS = 304
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
"""Why a revisit record holds no body (WARC/1.1 section 6.7)."""

WRITTEN_AS_IS = frozenset({"HTTP/1.0", "HTTP/1.1"})
BREAKS = re.compile(r"[\r\n\x00]+")


@dataclass(frozen=True, slots=True)
class Record:
    """One WARC record: named fields in order, and the block."""

    fields: Headers
    block: bytes


@dataclass(frozen=True, slots=True)
class Earlier:
    """A response record of the archive whose payload a later answer left as it was."""

    record_id: str
    target_uri: str
    date: str
    payload_digest: str


def answer_records(hop: Hop, *, truncated: str | None, place: str) -> tuple[Record, Record]:
    """The response record of a hop, and its request record. `place` makes their ids unique."""
    payload_digest = digest(hop.wire_body)
    response_id = record_id("response", hop.url, hop.at, payload_digest, place)
    response = Record(
        _fields(
            ("WARC-Type", "response"),
            ("WARC-Record-ID", response_id),
            ("WARC-Date", hop.at),
            ("WARC-Target-URI", hop.url),
            ("WARC-IP-Address", hop.ip_address),
            ("WARC-Protocol", _protocol(hop.http_version)),
            ("WARC-Payload-Digest", payload_digest),
            ("WARC-Truncated", truncated),
            ("Content-Type", "application/http; msgtype=response"),
        ),
        _response_head(hop) + hop.wire_body,
    )
    return response, _request_record(hop, response_id, place)


def revisit_records(
    hop: Hop, earlier: Earlier, *, truncated: str | None, place: str
) -> tuple[Record, Record]:
    """The revisit record of an answer that left the body of `earlier` as it was, and its request.

    An answer 304 sent no body; any other sent the same bytes again. Its headers are kept, no body is.
    """
    profile = NOT_MODIFIED if hop.http_status == NOT_MODIFIED_STATUS else SAME_PAYLOAD
    revisit_id = record_id("revisit", hop.url, hop.at, earlier.payload_digest, place)
    revisit = Record(
        _fields(
            ("WARC-Type", "revisit"),
            ("WARC-Record-ID", revisit_id),
            ("WARC-Date", hop.at),
            ("WARC-Target-URI", hop.url),
            ("WARC-Profile", profile),
            ("WARC-Refers-To", earlier.record_id),
            ("WARC-Refers-To-Target-URI", earlier.target_uri),
            ("WARC-Refers-To-Date", earlier.date),
            ("WARC-IP-Address", hop.ip_address),
            ("WARC-Protocol", _protocol(hop.http_version)),
            ("WARC-Payload-Digest", earlier.payload_digest),
            ("WARC-Truncated", truncated),
            ("Content-Type", "application/http; msgtype=response"),
        ),
        _response_head(hop),
    )
    return revisit, _request_record(hop, revisit_id, place)


def failure_record(exchange: Exchange, *, place: str) -> tuple[Record, ...]:
    """What stood in the way of any answer, as a metadata record: nothing came that could be kept."""
    outcome = exchange.outcome.value
    reason = _line(exchange.reason or "no reason was given")
    fields = _fields(
        ("WARC-Type", "metadata"),
        ("WARC-Record-ID", record_id("metadata", exchange.target_uri, exchange.at, place)),
        ("WARC-Date", exchange.at),
        ("WARC-Target-URI", exchange.target_uri),
        ("Content-Type", "application/warc-fields"),
    )
    block = f"fetchOutcome: {outcome}\r\nfetchReason: {reason}\r\n"
    return (Record(fields, block.encode("utf-8", "replace")),)


def resource_record(
    uri: str, *, content_type: str, body: bytes, at: str, place: str
) -> tuple[Record, ...]:
    """A file that did not come over HTTP, under the address `uri`."""
    payload_digest = digest(body)
    fields = _fields(
        ("WARC-Type", "resource"),
        ("WARC-Record-ID", record_id("resource", uri, at, payload_digest, place)),
        ("WARC-Date", at),
        ("WARC-Target-URI", uri),
        ("WARC-Payload-Digest", payload_digest),
        ("Content-Type", content_type),
    )
    return (Record(fields, body),)


def info_record(*, software: str, file_name: str, at: str) -> Record:
    """The warcinfo record with which every file begins."""
    block = f"software: {_line(software)}\r\nformat: WARC File Format 1.1\r\n".encode()
    fields = _fields(
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", record_id("warcinfo", software, at, file_name)),
        ("WARC-Date", at),
        ("WARC-Filename", file_name),
        ("Content-Type", "application/warc-fields"),
    )
    return Record(fields, block)


def last_hop(exchange: Exchange) -> Hop | None:
    """The answer that the exchange ended with; null when no server answered."""
    if exchange.http_status is None or exchange.http_version is None:
        return None
    return Hop(
        url=exchange.target_uri,
        at=exchange.at,
        method=exchange.method,
        request_headers=exchange.request_headers,
        http_status=exchange.http_status,
        http_version=exchange.http_version,
        headers=exchange.headers,
        wire_body=exchange.wire_body,
        ip_address=exchange.ip_address,
    )


def member(record: Record) -> bytes:
    """The record as one gzip member, without a time of its own.

    >>> zlib.decompress(member(Record((("WARC-Type", "metadata"),), b"x")), GZIP_WINDOW)[:8]
    b'WARC/1.1'
    """
    fields = (*record.fields, ("WARC-Block-Digest", digest(record.block)))
    fields = (*fields, ("Content-Length", str(len(record.block))))
    head = _head("WARC/1.1", fields, encoding="utf-8")
    machine = isal_zlib.compressobj(LEVEL, wbits=GZIP_WINDOW)
    return machine.compress(head + record.block + CRLF + CRLF) + machine.flush()


def record_id(*parts: str) -> str:
    """A WARC-Record-ID that follows from `parts`.

    >>> record_id("response", "http://a.example/")[:10]
    '<urn:uuid:'
    """
    return f"<urn:uuid:{uuid.uuid5(NAMESPACE, chr(10).join(parts))}>"


def _response_head(hop: Hop) -> bytes:
    """Status line and headers, with framing headers renamed and the length made true."""
    length = str(len(hop.wire_body))
    if hop.http_status == NOT_MODIFIED_STATUS and not hop.wire_body:
        # its length, where it has one, is that of the body that was not sent again
        return _head(_status_line(hop), hop.headers, encoding="latin-1")
    kept: list[tuple[str, str]] = []
    for name, value in hop.headers:
        is_length = name.lower() == "content-length"
        untrue = name.lower() in UNFRAMED or (is_length and value.strip() != length)
        kept.append((f"X-Archive-Orig-{name}" if untrue else name, value))
    if not any(name.lower() == "content-length" for name, _ in kept):
        kept.append(("Content-Length", length))
    return _head(_status_line(hop), kept, encoding="latin-1")


def _status_line(hop: Hop) -> str:
    version = hop.http_version if hop.http_version in WRITTEN_AS_IS else "HTTP/1.1"
    return f"{version} {hop.http_status} "


def _request_record(hop: Hop, answer_id: str, place: str) -> Record:
    request_id = record_id("request", hop.url, hop.at, answer_id, place)
    fields = _fields(
        ("WARC-Type", "request"),
        ("WARC-Record-ID", request_id),
        ("WARC-Date", hop.at),
        ("WARC-Target-URI", hop.url),
        ("WARC-Concurrent-To", answer_id),
        ("Content-Type", "application/http; msgtype=request"),
    )
    return Record(fields, _request_head(hop))


def _request_head(hop: Hop) -> bytes:
    parts = urlsplit(hop.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _head(f"{hop.method} {target} HTTP/1.1", hop.request_headers, encoding="latin-1")


def _protocol(http_version: str) -> str | None:
    # HTTP/2 is written in the form of HTTP/1.1, and this field says what it was
    return "h2" if http_version.startswith("HTTP/2") else None


def _fields(*pairs: tuple[str, str | None]) -> Headers:
    return tuple((name, value) for name, value in pairs if value is not None)


def _head(first: str, headers: Iterable[tuple[str, str]], *, encoding: str) -> bytes:
    lines = [_line(first), *(f"{_line(name)}: {_line(value)}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode(encoding, "replace")


def _line(text: str) -> str:
    """The text without anything that would end a header line early."""
    return BREAKS.sub(" ", text)
