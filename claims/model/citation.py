"""A passage that a person tied to a claim, and every later look at it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from claims.model.ids import content_id


class CitationRole(Enum):
    """What the passage does for the claim, in a person's judgement."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class LinkState(Enum):
    """Whether the cited address still answers (link rot)."""

    OK = "ok"
    MOVED = "moved"
    GONE = "gone"
    SOFT_404 = "soft_404"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    UNCHECKED = "unchecked"


class PassageState(Enum):
    """Whether the cited words still stand there (content drift)."""

    PRESENT = "present"
    MOVED = "moved"
    ALTERED = "altered"
    GONE = "gone"
    UNMEASURED = "unmeasured"


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote in a kept copy, tied to a claim by `actor`: `snapshot.text[start:end] == exact`."""

    id: str
    claim: str
    snapshot: str
    passage: str | None
    url: str
    role: CitationRole
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    note: str | None
    actor: str
    at: str


@dataclass(frozen=True, slots=True)
class CitationCheck:
    """One look at a cited page. `snapshot` is the capture that showed it."""

    id: str
    citation: str
    snapshot: str | None
    link_state: LinkState
    passage_state: PassageState
    detail: str | None
    at: str
    run: str


def citation_id(*, claim: str, snapshot: str, start: int, end: int, role: CitationRole) -> str:
    """The id of a citation: the claim, the words cited, and what they are cited for."""
    return content_id(
        "citations", claim=claim, snapshot=snapshot, start=start, end=end, role=role.value
    )
