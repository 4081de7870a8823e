"""Copies in other archives: the old one nearest to a date, and the new one that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from claims.model.candidate import SearchOutcome
from claims.model.ids import content_id


class SaveState(Enum):
    """How far an archive is with a page it was asked to save. SUBMITTED is not ARCHIVED."""

    SUBMITTED = "submitted"
    PENDING = "pending"
    ARCHIVED = "archived"
    FAILED = "failed"
    NOT_MEASURED = "not_measured"


@dataclass(frozen=True, slots=True)
class Memento:
    """The capture of `url` nearest to the date `wanted` (YYYY-MM-DD) that `service` has.

    `payload_digest` is the archive's own, `sha1:` and base32. `detail` says why it is not known.
    """

    id: str
    url: str
    wanted: str
    service: str
    outcome: SearchOutcome
    detail: str | None
    memento_url: str | None
    memento_datetime: str | None
    http_status: int | None
    payload_digest: str | None
    run: str
    at: str


@dataclass(frozen=True, slots=True)
class SaveRequest:
    """One thing learnt about a page that `service` was asked to save; the newest row tells.

    `job` is the service's name for the work. `again_at` is when a failure may be tried again; null
    when there is no use in it.
    """

    id: str
    url: str
    service: str
    state: SaveState
    detail: str | None
    job: str | None
    memento_url: str | None
    again_at: str | None
    run: str
    at: str


def memento_id(*, url: str, wanted: str, service: str) -> str:
    """The id of a memento: the page, the date and whom we asked."""
    return content_id("mementos", url=url, wanted=wanted, service=service)


def save_request_id(
    *, url: str, service: str, state: SaveState, detail: str | None, at: str
) -> str:
    """The id of a save request: what was learnt of which page from whom, and when."""
    return content_id(
        "save_requests", url=url, service=service, state=state.value, detail=detail, at=at
    )
