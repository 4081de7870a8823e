"""A checkable claim: its exact words, who says it, and what it depends on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from claims.model.ids import content_id
from claims.model.review import Status


class ClaimKind(Enum):
    """What the point of the claim is (contract section 4)."""

    QUANTITY = "quantity"
    EVENT = "event"
    STATEMENT = "statement"
    STATUS = "status"
    RULE = "rule"
    RANKING = "ranking"
    CAUSE = "cause"


class Mode(Enum):
    """How the claimant's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The reporting verb or phrase (`cue`, at `[start, end)` of the document) and who it credits."""

    cue: str
    mode: Mode
    start: int
    end: int
    role: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as used: `value` in `unit`, with the comparator that stands before it.

    `comparator` is one of `>`, `>=`, `<`, `<=`, `~` or null. Percent is unit `percent`; money is the
    ISO 4217 code. A range gives two. `exact` stands at `[start, end)` of the document.
    """

    value: float
    unit: str | None
    comparator: str | None
    exact: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of a score: the feature's name, its value, and what it added or took away."""

    name: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim with the fields of contract section 4, in that order.

    What follows `run` is, with `status`, a view of the log of review events. `claim_text`, `ambiguous`,
    `kind`, `claimant` and `dates` are as people left them; `machine` keeps what the machine said there.
    """

    id: str
    document: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    sentence: str
    sentence_start: int
    claim_text: str | None
    ambiguous: str | None
    kind: ClaimKind
    claimant: str | None
    attribution: Attribution | None
    check_worthiness: float
    reasons: tuple[Reason, ...]
    dates: tuple[str, ...]
    quantities: tuple[Quantity, ...]
    status: Status
    run: str
    machine: Mapping[str, Any] = field(default_factory=dict)
    verdict: str | None = None
    assignee: str | None = None
    flags: tuple[str, ...] = ()
    last_seq: int = 0


def claim_id(*, document: str, start: int, end: int, exact: str) -> str:
    """The id of a claim: its words and where they stand. A better extractor keeps it."""
    return content_id("claims", document=document, start=start, end=end, exact=exact)
