"""Human judgement: an append-only, hash-chained log of acts. The log is the truth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Status(Enum):
    """Where a claim stands on its way through the desk."""

    NEW = "new"
    SHORTLISTED = "shortlisted"
    IN_PROGRESS = "in_progress"
    SECOND_READER = "second_reader"
    READY = "ready"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    REJECTED = "rejected"


class Action(Enum):
    """What sort of act it was. A demonstration was made by a program and judged by nobody."""

    DECIDE = "decide"
    DEMONSTRATE = "demonstrate"


@dataclass(frozen=True, slots=True)
class ReviewEvent:
    """One act by one actor on one claim.

    `status` is the state after it. A null `verdict`, `summary` or `reason` leaves what stood before.
    `digest` is over the event's other fields as canonical JSON, `previous` among them: the digest of
    the event before it in the whole log (null for the first). `seq` counts from 1.
    """

    id: str
    seq: int
    claim: str
    action: Action
    status: Status
    verdict: str | None
    summary: str | None
    reason: str | None
    actor: str
    at: str
    tool_version: str
    previous: str | None
    digest: str
