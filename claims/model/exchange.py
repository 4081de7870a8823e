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
    header's value.
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


def header(headers: Headers, name: str) -> str | None:
    """The value of the first header called `name`, in whatever case.

    >>> header((("Content-Type", "text/html"),), "content-type")
    'text/html'
    """
    wanted = name.lower()
    return next((value for key, value in headers if key.lower() == wanted), None)
