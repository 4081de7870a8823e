"""A passage that a person tied to a claim, and every later look at it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from claims.model.ids import content_id


class CitationRole(Enum):
    """What the passage does for the claim, in a person's judgement."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Standing(Enum):
    """How near the source is to what it tells: it says so itself, or it passes on what others say."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Held(Enum):
    """What is kept of the source: a copy as it was received, or the words as a person took them down."""

    COPY = "copy"
    TRANSCRIPT = "transcript"


class CitationAction(Enum):
    """What became of a citation."""

    WITHDRAWN = "withdrawn"
    RESTORED = "restored"


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
    """A quote in a kept copy, tied to a claim by `actor`: `snapshot.text[start:end] == exact`.

    `text_digest` is that of the text in which the places count, `fragment` the text fragment that finds
    the words in a browser. `standing_from` says whose word `standing` is. Of a confidential source
    nothing but `explanation` is ever published. `identifier` is what the person cited it by.
    """

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
    text_digest: str | None
    fragment: str | None
    held: Held
    standing: Standing | None
    standing_from: str | None
    locator: str | None
    accessed: str | None
    identifier: str | None
    confidential: int
    explanation: str | None


@dataclass(frozen=True, slots=True)
class CitationEvent:
    """A citation that a person took back, or cited again; `before` holds what was changed thereby.

    `digest`, as in looks and repairs, is over all else that the row says.
    """

    id: str
    citation: str
    action: CitationAction
    reason: str
    before: dict[str, Any] | None
    actor: str
    at: str
    digest: str | None = None


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
    digest: str | None = None


def citation_id(*, claim: str, snapshot: str, start: int, end: int, role: CitationRole) -> str:
    """The id of a citation: the claim, the words cited, and what they are cited for."""
    return content_id(
        "citations", claim=claim, snapshot=snapshot, start=start, end=end, role=role.value
    )


def citation_event_id(*, citation: str, action: CitationAction, ordinal: int) -> str:
    """The id of an event: what became of which citation, as its how manieth event."""
    return content_id("citation_events", citation=citation, action=action.value, ordinal=ordinal)


def citation_check_id(*, citation: str, look: str) -> str:
    """The id of a look at a passage: the citation, and the look at its page."""
    return content_id("citation_checks", citation=citation, look=look)
