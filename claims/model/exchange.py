"""What passed between us and a web server for one address: as asked, as received, and as decoded.

`claims.web` makes exchanges and `claims.archive` keeps them; the two do not know one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.model.snapshot import FetchOutcome

Headers = tuple[tuple[str, str], ...]
"""Header names and values in the order and case in which they passed."""

LONGEST_VALIDATOR = 500


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and its answer; in `Exchange.redirects`, one that led elsewhere.

    `wire_body` is as received: content encoding kept, chunking undone. `at` is UTC, ISO 8601, whole
    seconds. `http_version` is `HTTP/1.1` or alike. `request_headers` hold no secrets.
    """

    url: str
    at: str
    method: str
    request_headers: Headers
    http_status: int
    http_version: str
    headers: Headers
    wire_body: bytes
    ip_address: str | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """What came of asking for `url`; the fields shared with `Hop` tell of its last hop.

    `outcome` STORED means a 2xx answer that came whole; else `reason` says in words what stood in
    the way. `body` is decoded, and empty when it could not be. Without any answer `http_version` is
    null, and so is `http_status` unless an earlier answer's status forbade asking. `truncated` is
    null or a value of WARC-Truncated: `length`, `time`, `disconnect`. `content_type` is the
    header's value. `not_modified` says that the page still is the copy named by the conditions of
    the request: the answer was 304, so that there is no body and `outcome` is not STORED. `retry_at`
    is the time before which the host is not asked again.
    """

    url: str
    target_uri: str
    outcome: FetchOutcome
    reason: str | None
    method: str
    request_headers: Headers
    http_status: int | None
    http_version: str | None
    headers: Headers
    content_type: str | None
    wire_body: bytes
    body: bytes
    truncated: str | None
    ip_address: str | None
    at: str
    redirects: tuple[Hop, ...]
    not_modified: bool = False
    retry_at: str | None = None


@dataclass(frozen=True, slots=True)
class Conditions:
    """Send the page only if it is another than the copy that bears these validators (RFC 9110, 13).

    They hold for `target_uri` alone: the address that gave them, after any redirects.
    """

    target_uri: str
    etag: str | None
    last_modified: str | None


def header(headers: Headers, name: str) -> str | None:
    """The value of the first header called `name`, in whatever case.

    >>> header((("Content-Type", "text/html"),), "content-type")
    'text/html'
    """
    wanted = name.lower()
    return next((value for key, value in headers if key.lower() == wanted), None)


def conditions(target_uri: str, headers: Headers) -> Conditions | None:
    """What to send so that the copy of `target_uri` that came with `headers` need not come again.

    >>> conditions("http://a.example/", (("ETag", 'W/"1"'), ("Server", "x")))
    Conditions(target_uri='http://a.example/', etag='W/"1"', last_modified=None)
    """
    etag = _validator(header(headers, "etag"))
    last_modified = _validator(header(headers, "last-modified"))
    return Conditions(target_uri, etag, last_modified) if etag or last_modified else None


def _validator(value: str | None) -> str | None:
    # what a server gave is sent back to it, and only as one short line of plain ASCII
    value = (value or "").strip()
    return value if 0 < len(value) <= LONGEST_VALIDATOR and _plain(value) else None


def _plain(value: str) -> bool:
    return value.isascii() and value.isprintable()
