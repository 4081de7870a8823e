"""A snapshot's row to the exchange it came of, read back out of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.archive.reader import read_payload
from claims.model.errors import DamagedData
from claims.model.exchange import Exchange, header
from claims.model.ids import digest
from claims.model.snapshot import FetchOutcome
from claims.web.content_encoding import TooLargeBody, UndecodableBody, decoded
from claims.web.limits import Limits

if TYPE_CHECKING:
    from claims.steps.edges import Edges

NOT_WHOLE = frozenset(
    outcome.value
    for outcome in (
        FetchOutcome.ADDRESS_REFUSED,
        FetchOutcome.ROBOTS_DISALLOWED,
        FetchOutcome.UNREACHABLE,
        FetchOutcome.TIMED_OUT,
        FetchOutcome.TOO_LARGE,
        FetchOutcome.TOO_MANY_REDIRECTS,
        FetchOutcome.HTTP_ERROR,
        FetchOutcome.BAD_RESPONSE,
    )
)
"""Outcomes of pages that did not come, or not whole; the bytes of all others can be read again."""


def archived_exchange(edges: Edges, snapshot: dict[str, Any]) -> Exchange | None:
    """What passed when the copy was made; null when its bytes did not come whole, or are damaged."""
    try:
        return whole_exchange(edges, snapshot)
    except DamagedData:
        return None


def whole_exchange(edges: Edges, snapshot: dict[str, Any]) -> Exchange | None:
    """As `archived_exchange`, but raises DamagedData where the archive does not hold what it should."""
    if snapshot["warc_file"] is None or snapshot["outcome"] in NOT_WHOLE:
        return None
    try:
        wire = read_payload(edges.archive, snapshot["warc_file"], snapshot["warc_offset"])
    except OSError as why:
        raise DamagedData(f"the archive of {snapshot['id']} cannot be read: {why}") from None
    if digest(wire) != snapshot["payload_digest"]:
        raise DamagedData(f"the archived body of {snapshot['id']} does not match its digest")
    headers = tuple((str(name), str(value)) for name, value in snapshot["headers"])
    try:
        body = decoded(wire, header(headers, "content-encoding"), limit=Limits().body_bytes)
    except (TooLargeBody, UndecodableBody) as why:
        raise DamagedData(f"the body of {snapshot['id']} cannot be unpacked: {why}") from None
    return Exchange(
        url=snapshot["url"],
        target_uri=snapshot["warc_target_uri"],
        outcome=FetchOutcome.STORED,
        reason=None,
        method="GET",
        request_headers=(),
        http_status=snapshot["http_status"],
        http_version=None,
        headers=headers,
        content_type=header(headers, "content-type"),
        wire_body=wire,
        body=body,
        truncated=None,
        ip_address=None,
        at=snapshot["warc_date"],
        redirects=(),
    )
