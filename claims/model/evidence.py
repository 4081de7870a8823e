"""Passages of stored snapshots, and how they bear on a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from claims.model.claim import Reason
from claims.model.ids import content_id


class Label(Enum):
    """FEVER's three relations (Thorne et al. 2018, https://aclanthology.org/N18-1074/)."""

    SUPPORTS = "SUPPORTS"
    REFUTES = "REFUTES"
    NOT_ENOUGH_INFO = "NOT_ENOUGH_INFO"


class Agreement(Enum):
    """Whether the numbers and dates of claim and passage agree."""

    AGREES = "agrees"
    CLASHES = "clashes"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Passage:
    """A window of sentences of a snapshot's text: `text[start:end] == exact`. `title` is the page's."""

    id: str
    snapshot: str
    ordinal: int
    start: int
    end: int
    exact: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage ranked for a claim. `rank` counts from 1; `reasons` say what moved `score`.

    `agreement` compares numbers and dates by the named `rule`, with the `arithmetic` shown. `label` is
    a suggestion by machine and never a finding; `probability` says how sure `decided_by` is of it, a
    rule of the quantity engine or a trained reader. Both are null before labels are given.
    `copies` are ids of passages elsewhere that say the same in the same words.
    """

    id: str
    claim: str
    passage: str
    rank: int
    score: float
    reasons: tuple[Reason, ...]
    agreement: Agreement
    rule: str | None
    arithmetic: str | None
    label: Label
    run: str
    copies: tuple[str, ...] = ()
    probability: float | None = None
    decided_by: str | None = None


def passage_id(*, snapshot: str, start: int, end: int) -> str:
    """The id of a passage: its place in its snapshot."""
    return content_id("passages", snapshot=snapshot, start=start, end=end)


def evidence_id(*, claim: str, passage: str) -> str:
    """The id of a piece of evidence: the claim and the passage."""
    return content_id("evidence", claim=claim, passage=passage)
