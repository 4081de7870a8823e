"""Looks at cited pages over the years, notices about cited works, what was told, and repairs.

The `digest` of each is over all else that it says, put there when it is stored; null in rows of the time
before there was one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from claims.model.candidate import SearchOutcome
from claims.model.citation import PassageState
from claims.model.ids import content_id


class LinkFinding(Enum):
    """What one look at an address found. From NOT_THERE to PARKED: that the page is not there."""

    ANSWERED = "answered"
    MOVED = "moved"
    PAYWALLED = "paywalled"
    NOT_THERE = "not_there"
    SOFT_404 = "soft_404"
    PARKED = "parked"
    BLOCKED = "blocked"
    ROBOTS = "robots"
    UNREACHABLE = "unreachable"
    UNCLEAR = "unclear"


class NoticeKind(Enum):
    """What a publisher (or Retraction Watch) says of a work. NOTICE_ITSELF: the work is such a notice."""

    RETRACTION = "retraction"
    CONCERN = "concern"
    CORRECTION = "correction"
    NEW_VERSION = "new_version"
    NOTICE_ITSELF = "notice_itself"


class RepairAct(Enum):
    """What a person made of a proposed repair."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class LinkLook:
    """One look at a cited address. `target_url` is where the answer came from, `snapshot` what came.

    `retry_at` is the time (UTC) until which the server wants to be left alone.
    """

    id: str
    url: str
    finding: LinkFinding
    http_status: int | None
    target_url: str | None
    snapshot: str | None
    retry_at: str | None
    detail: str | None
    at: str
    run: str
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class NoticeLook:
    """One question to Crossref about a work. `capture` is where the answer lies in the archive."""

    id: str
    doi: str
    outcome: SearchOutcome
    detail: str | None
    capture: str | None
    at: str
    run: str
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice about a work, when it was first seen. `source` says who made it known, `dated` its day."""

    id: str
    doi: str
    kind: NoticeKind
    said: str
    notice_doi: str | None
    source: str | None
    dated: str | None
    look: str
    at: str
    run: str
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """A summary that was printed: how many citations were looked at, told of, and left over.

    `last_check` and `last_notice` are the newest rows that it told of; what came later is not told yet.
    """

    id: str
    looked: int
    told: int
    left_over: int
    last_check: str | None
    last_notice: str | None
    at: str
    run: str
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """An archived copy proposed for a citation, and how the quote stands in it.

    `service` is the archive that has it; `snapshot` is our copy of what that archive shows. Without
    `memento_url` it is the copy in the desk's own archive.
    """

    id: str
    citation: str
    service: str
    memento_url: str | None
    memento_datetime: str | None
    snapshot: str | None
    passage_state: PassageState
    start: int | None
    end: int | None
    found: str | None
    changes: tuple[str, ...]
    score: float | None
    detail: str | None
    at: str
    run: str
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class RepairDecision:
    """What a person decided on a proposed repair; the newest one of a repair counts."""

    id: str
    repair: str
    decision: RepairAct
    actor: str
    reason: str | None
    at: str
    digest: str | None = None


def link_look_id(*, url: str, at: str) -> str:
    """The id of a look at an address: which one, and when."""
    return content_id("link_looks", url=url, at=at)


def notice_look_id(*, doi: str, at: str) -> str:
    """The id of a question about a work: which one, and when."""
    return content_id("notice_looks", doi=doi, at=at)


def notice_id(*, doi: str, kind: NoticeKind, said: str, notice_doi: str | None) -> str:
    """The id of a notice: about which work, of what kind and under which DOI."""
    return content_id("notices", doi=doi, kind=kind.value, said=said, notice_doi=notice_doi)


def check_report_id(*, at: str, last_check: str | None, last_notice: str | None) -> str:
    """The id of a report: when it was printed, and up to where it told."""
    return content_id("check_reports", at=at, last_check=last_check, last_notice=last_notice)


def repair_id(*, citation: str, service: str, memento_url: str | None, snapshot: str | None) -> str:
    """The id of a proposed repair: the citation, and the copy of whose archive."""
    return content_id(
        "repairs", citation=citation, service=service, memento_url=memento_url, snapshot=snapshot
    )


def repair_decision_id(*, repair: str, decision: RepairAct, actor: str, at: str) -> str:
    """The id of a decision on a repair."""
    return content_id(
        "repair_decisions", repair=repair, decision=decision.value, actor=actor, at=at
    )
