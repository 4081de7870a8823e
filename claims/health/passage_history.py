"""Looks at a cited passage, oldest first, to how its words stand: now, and when they could last be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from claims.anchor.differences import MATERIAL, Change, differences
from claims.anchor.said import said
from claims.anchor.tokens import tokens
from claims.model.citation import PassageState

if TYPE_CHECKING:
    from collections.abc import Iterable

MENDED = 7
"""From so many letters on, a word with one letter wrong, missing, added or swapped inside is the same."""

TELLING = frozenset(one.value for one in MATERIAL)
TRIFLES = frozenset(
    one.value for one in (Change.LETTER_CASE, Change.PUNCTUATION, Change.LINES_BETWEEN)
)


@dataclass(frozen=True, slots=True)
class PassageLook:
    """What one look at a passage found: the words that stand there now, and the kinds of change in them."""

    state: PassageState
    at: str
    found: str | None = None
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageStanding:
    """How the cited words stand by the newest look, and by the newest that could read the page (`measured`).

    `since` is when the state began, `measured_since` when the measured one did, `measured_at` when the page
    was last read.
    """

    state: PassageState = PassageState.UNMEASURED
    since: str | None = None
    last_look: str | None = None
    measured: PassageState = PassageState.UNMEASURED
    measured_since: str | None = None
    measured_at: str | None = None
    found: str | None = None
    changes: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether the very words stood on the page when it could last be read."""
        return self.measured in {PassageState.PRESENT, PassageState.MOVED}


NEVER_READ = PassageStanding()


def fold(looks: Iterable[PassageLook], standing: PassageStanding = NEVER_READ) -> PassageStanding:
    """How a passage stands after `looks`, oldest first.

    >>> from claims.model.citation import PassageState as P
    >>> seen = [PassageLook(P.GONE, "2026-11-01T00:00:00Z"),
    ...     PassageLook(P.UNMEASURED, "2026-11-08T00:00:00Z")]
    >>> stands = fold(seen)
    >>> stands.state.value, stands.measured.value, stands.measured_at
    ('unmeasured', 'gone', '2026-11-01T00:00:00Z')
    """
    for look in looks:
        began = look.at if look.state is not standing.state else _first(standing.since, look.at)
        standing = replace(standing, state=look.state, since=began, last_look=look.at)
        if look.state is PassageState.UNMEASURED:
            continue
        same = look.state is standing.measured
        standing = replace(
            standing,
            measured=look.state,
            measured_since=_first(standing.measured_since, look.at) if same else look.at,
            measured_at=look.at,
            found=look.found,
            changes=look.changes,
        )
    return standing


def _first(since: str | None, at: str) -> str:
    """When a state began that was seen again; no later than that, though a clock ran ahead once."""
    return at if since is None else min(since, at)


def tells(exact: str, found: str | None, changes: tuple[str, ...]) -> bool:
    """Whether a reader should know that `exact` reads `found` now: mended typing is no change.

    Nor are contractions and numbers written out, and lines that came in between whole sentences.

    >>> tells("16,000 men recieved it", "16,000 men received it", ("words",))
    False
    >>> tells("Five men aren't here", "5 men are not here", ("words",))
    False
    >>> tells("16,000 men died", "16,000 people died", ("words",))
    True
    >>> tells("He lied.", "He lied?", ("punctuation",))
    True
    >>> tells("Yes, it is", "yes - it is", ("letter_case", "punctuation"))
    False
    """
    kinds = set(changes)
    if kinds & TELLING or exact.count("?") != (found or exact).count("?"):
        return True
    if not kinds - TRIFLES:
        return False
    return found is None or not _only_mended(exact, found)


def _only_mended(exact: str, found: str) -> bool:
    """Whether each changed piece has as many words as before, each nearly the same one."""
    for hunk in differences(exact, found).hunks:
        if hunk.op == "equal" or said(tokens(hunk.old).words) == said(tokens(hunk.new).words):
            continue
        was, now = _words(hunk.old), _words(hunk.new)
        if len(was) != len(now):
            return False
        if not all(map(_mended, was, now)):
            return False
    return True


def _mended(old: str, new: str) -> bool:
    """Whether a word is another one spelled right: shorter words turn into others by one letter."""
    if old == new:
        return True
    ends_alike = (old[0], old[-1]) == (new[0], new[-1])
    return min(len(old), len(new)) >= MENDED and ends_alike and OSA.distance(old, new) == 1


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
