"""What was on a page that day: the stored copy, or why there is none. Names follow WARC/1.1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from claims.model.finding import Finding
from claims.model.ids import content_id


class FetchOutcome(Enum):
    """What came of asking for a page. From SOFT_404 on: what stood in the article's place."""

    STORED = "stored"
    NOT_READABLE = "not_readable"
    ADDRESS_REFUSED = "address_refused"
    ROBOTS_DISALLOWED = "robots_disallowed"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    TOO_LARGE = "too_large"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    HTTP_ERROR = "http_error"
    BAD_RESPONSE = "bad_response"
    SOFT_404 = "soft_404"
    CONSENT_WALL = "consent_wall"
    PAYWALL = "paywall"
    SCRIPT_SHELL = "script_shell"
    BOT_WALL = "bot_wall"
    MAINTENANCE = "maintenance"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One capture of one address.

    `payload_digest` is over the body as received (content encoding kept); `warc_file`, `warc_offset`
    and `warc_length` (bytes) say where the response record lies. `text` is derived and can be rebuilt, and
    so can all after `run`: what the page says of its origin and sort, and what was noticed about its text.
    """

    id: str
    url: str
    warc_target_uri: str
    warc_date: str
    outcome: FetchOutcome
    reason: str | None
    http_status: int | None
    media_type: str | None
    charset: str | None
    headers: tuple[tuple[str, str], ...]
    payload_digest: str | None
    warc_file: str | None
    warc_offset: int | None
    warc_length: int | None
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    modified: str | None
    text: str | None
    text_digest: str | None
    run: str
    canonical_url: str | None
    agency: str | None
    agency_from: str | None
    doi: str | None
    kinds: tuple[str, ...]
    labels: tuple[str, ...]
    links: tuple[str, ...]
    findings: tuple[Finding, ...]


def snapshot_id(
    *, url: str, outcome: FetchOutcome, payload_digest: str | None, reason: str | None
) -> str:
    """The id of a snapshot: the address and the body, or the address and what stood in the way."""
    return content_id(
        "snapshots",
        url=url,
        outcome=outcome.value,
        payload_digest=payload_digest,
        reason=None if payload_digest else reason,
    )
