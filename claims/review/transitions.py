"""Which state may follow which. The table is the rule; there is no other place that decides."""

from __future__ import annotations

from claims.model.errors import NotAllowed
from claims.model.review import Status

OPEN = frozenset(
    {Status.NEW, Status.SHORTLISTED, Status.IN_PROGRESS, Status.SECOND_READER, Status.READY}
)
"""States of a claim that nobody outside the desk has seen."""

AFTER_OPEN = OPEN | {Status.PUBLISHED, Status.REJECTED}
AFTER_PUBLIC = frozenset({Status.CORRECTED, Status.WITHDRAWN})

ALLOWED: dict[Status, frozenset[Status]] = {
    **dict.fromkeys(OPEN, AFTER_OPEN),
    Status.PUBLISHED: AFTER_PUBLIC | {Status.PUBLISHED},
    Status.CORRECTED: AFTER_PUBLIC,
    Status.WITHDRAWN: frozenset(),
    Status.REJECTED: frozenset({Status.NEW, Status.REJECTED}),
}

NEEDS_REASON = frozenset({Status.REJECTED, Status.CORRECTED, Status.WITHDRAWN})


def check_transition(before: Status, after: Status, *, reason: str | None) -> None:
    """Raises NotAllowed when `after` may not follow `before`, or needs a reason and has none.

    >>> check_transition(Status.NEW, Status.PUBLISHED, reason=None)
    """
    if after not in ALLOWED[before]:
        legal = ", ".join(sorted(s.value for s in ALLOWED[before])) or "nothing"
        raise NotAllowed(f"{before.value} cannot become {after.value}; it can become: {legal}")
    if after in NEEDS_REASON and not (reason or "").strip():
        raise NotAllowed(f"{after.value} needs a reason: give --reason")
