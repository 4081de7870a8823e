"""Human judgement: an append-only, hash-chained log of acts. The log is the truth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


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
    """What sort of act it was. A demonstration was made by a program and judged by nobody.

    `release` is the one act of the program for people: a public file went out with the claim in it.
    """

    DECIDE = "decide"
    DEMONSTRATE = "demonstrate"
    ASSIGN = "assign"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    COMMENT = "comment"
    FLAG = "flag"
    UNFLAG = "unflag"
    OVERRIDE = "override"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    UNDO = "undo"
    IMPORT = "import"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class ReviewEvent:
    """One act by one actor on one claim.

    `status` is the state after it. A null `verdict`, `summary` or `reason` leaves what stood before.
    `digest` is over the event's other fields as canonical JSON, `previous` among them: the digest of
    the event before it in the whole log (null for the first). `seq` counts from 1. `form` says which
    fields the digest covers: events of form 1 had none of the last two. `changes` holds what else the
    act set, by field, and under `unset` what it took back; `about` the event, gate, flag or claim that
    it is about.
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
    form: int
    changes: Mapping[str, Any]
    about: str | None
