"""A cited work as a registry of identifiers describes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from claims.model.candidate import SearchOutcome
from claims.model.ids import content_id


@dataclass(frozen=True, slots=True)
class Work:
    """What `service` (`crossref`, `datacite`) says of an identifier; the newest answer stands.

    `item` is CSL-JSON without an id. `detail` says why it is not known. The answer lies in the archive
    as it came, so that `item` can be read out of it again.
    """

    id: str
    identifier: str
    service: str
    outcome: SearchOutcome
    detail: str | None
    item: dict[str, Any] | None
    request_url: str | None
    http_status: int | None
    content_encoding: str | None
    reply_digest: str | None
    warc_file: str | None
    warc_offset: int | None
    warc_length: int | None
    run: str
    at: str


def work_id(*, identifier: str, service: str) -> str:
    """The id of a work: what was asked about, and whom we asked."""
    return content_id("works", identifier=identifier, service=service)
