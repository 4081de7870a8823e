"""Where an exchange lies in the archive: one row for every time a page was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from claims.model.ids import content_id


class CaptureType(Enum):
    """What kind of WARC record tells how the exchange ended."""

    RESPONSE = "response"
    REVISIT = "revisit"
    RESOURCE = "resource"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Capture:
    """One exchange. `snapshot` is the copy it made or found unchanged; null for a search's reply.

    `warc_offset` and `warc_length` (bytes) place the last record, `exchange_offset` and
    `exchange_length` all records of the exchange: redirects, their requests, answer, request;
    `exchange_digest` is over all these bytes of the file (null for what was kept before there was one).
    """

    id: str
    snapshot: str | None
    url: str
    warc_target_uri: str
    warc_date: str
    warc_type: CaptureType
    http_status: int | None
    payload_digest: str | None
    block_digest: str | None
    warc_file: str
    warc_offset: int
    warc_length: int
    exchange_offset: int
    exchange_length: int
    run: str
    exchange_digest: str | None


def capture_id(*, url: str, warc_date: str, warc_file: str, warc_offset: int) -> str:
    """The id of a capture: what was asked for, when, and where it lies."""
    return content_id(
        "captures", url=url, warc_date=warc_date, warc_file=warc_file, warc_offset=warc_offset
    )
