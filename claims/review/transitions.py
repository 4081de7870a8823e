"""Which state may follow which, and what needs a reason. The tables are the rule; no other place decides."""

from __future__ import annotations

from claims.model.errors import NotAllowed
from claims.model.review import Status

WAY = (
    Status.NEW,
    Status.SHORTLISTED,
    Status.IN_PROGRESS,
    Status.SECOND_READER,
    Status.READY,
    Status.PUBLISHED,
)
"""The way of a claim. Steps may be left out on the way forward: the gates hold what is missing."""

OPEN = frozenset(WAY[:-1])
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
"""States that nothing enters without a reason."""


def following(before: Status, *, out: bool) -> frozenset[Status]:
    """The states that may follow. `out`: readers have seen the claim; until then it can be sent back.

    >>> Status.SECOND_READER in following(Status.PUBLISHED, out=False)
    True
    >>> Status.SECOND_READER in following(Status.PUBLISHED, out=True)
    False
    """
    if before is Status.PUBLISHED and not out:
        return ALLOWED[before] | AFTER_OPEN
    return ALLOWED[before]


def check_transition(
    before: Status, after: Status, *, reason: str | None, out: bool = True
) -> None:
    """Raises NotAllowed when `after` may not follow `before`, or needs a reason and has none.

    >>> check_transition(Status.NEW, Status.PUBLISHED, reason=None)
    """
    possible = following(before, out=out)
    if after not in possible:
        legal = ", ".join(sorted(s.value for s in possible)) or "nothing"
        why = ""
        if after in AFTER_PUBLIC and before is not Status.WITHDRAWN:
            why = ": it was never published, so there is nothing to take back in public"
        raise NotAllowed(f"{before.value} cannot become {after.value}{why}; it can become: {legal}")
    if (reason or "").strip():
        return
    if before is after is Status.REJECTED:
        raise NotAllowed(
            "the claim is rejected: take it up again with --status new, or give --reason"
        )
    if after in NEEDS_REASON:
        raise NotAllowed(f"{after.value} needs a reason: give --reason")
    if goes_back(before, after):
        raise NotAllowed(f"going back from {before.value} to {after.value} needs --reason")


def goes_back(before: Status, after: Status) -> bool:
    """Whether a claim is sent back on its way, or taken up again after it was rejected.

    >>> goes_back(Status.READY, Status.IN_PROGRESS), goes_back(Status.NEW, Status.READY)
    (True, False)
    """
    if before is Status.REJECTED:
        return after is Status.NEW
    return before in WAY and after in WAY and WAY.index(after) < WAY.index(before)
