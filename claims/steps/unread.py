"""Why a page gave no text, and what somebody who wants it can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.model.snapshot import FetchOutcome

if TYPE_CHECKING:
    from collections.abc import Mapping

LATER = "try again later"
CHECK = "check the address, or try again later"
BY_HAND = "save the page from a browser and give the file"
TO_DO: Mapping[FetchOutcome, str] = {
    FetchOutcome.UNREACHABLE: CHECK,
    FetchOutcome.HTTP_ERROR: CHECK,
    FetchOutcome.SOFT_404: CHECK,
    FetchOutcome.TOO_MANY_REDIRECTS: CHECK,
    FetchOutcome.TIMED_OUT: LATER,
    FetchOutcome.BAD_RESPONSE: LATER,
    FetchOutcome.MAINTENANCE: LATER,
}
"""Outcome to what comes next; of the others the reason itself says it."""
CLOSED = frozenset(
    {
        FetchOutcome.ROBOTS_DISALLOWED,
        FetchOutcome.CONSENT_WALL,
        FetchOutcome.PAYWALL,
        FetchOutcome.SCRIPT_SHELL,
        FetchOutcome.BOT_WALL,
    }
)
"""Pages that a person can see and a program cannot."""


def why_unread(outcome: str, reason: str | None, *, takes_files: bool = False) -> str:
    """The outcome with its reason and what to do next, for one line.

    >>> why_unread("timed_out", "no answer in 30 s")
    'timed_out: no answer in 30 s; try again later'
    >>> why_unread("paywall", "a gate", takes_files=True)
    'paywall: a gate; save the page from a browser and give the file'
    """
    kind = FetchOutcome(outcome)
    to_do = BY_HAND if takes_files and kind in CLOSED else TO_DO.get(kind)
    return f"{outcome}: {reason}; {to_do}" if to_do else f"{outcome}: {reason}"
