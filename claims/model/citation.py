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
    """Whether the cited address still answers (link rot): what all looks together say."""

    ALIVE = "alive"
    MOVED = "moved"
    DYING = "dying"
    DEAD = "dead"
    SOFT_404 = "soft_404"
    PARKED = "parked"
    PAYWALLED = "paywalled"
    BLOCKED = "blocked"
    ROBOTS = "robots"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"


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
    """One look at a cited passage. `snapshot` is the copy that showed it, `look` how its page answered.

    `link_state` is what all looks at the page until then came to; the present state is worked out anew from
    the looks. `start`, `end` (in the text of `snapshot`) and `found` are the words that stand there now,
    and `changes` of what kind the differences are.
    """

    id: str
    citation: str
    look: str | None
    snapshot: str | None
    link_state: LinkState
    passage_state: PassageState
    start: int | None
    end: int | None
    found: str | None
    changes: tuple[str, ...]
    score: float | None
    detail: str | None
    at: str
    run: str


def citation_id(*, claim: str, snapshot: str, start: int, end: int, role: CitationRole) -> str:
    """The id of a citation: the claim, the words cited, and what they are cited for."""
    return content_id(
        "citations", claim=claim, snapshot=snapshot, start=start, end=end, role=role.value
    )


def citation_check_id(*, citation: str, look: str) -> str:
    """The id of a look at a passage: the citation, and the look at its page."""
    return content_id("citation_checks", citation=citation, look=look)
