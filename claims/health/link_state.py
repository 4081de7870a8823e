"""Looks at an address, oldest first, to the state of the link: a fold, so that nothing has to be stored.

Only an answer that says "not there" (404, 410, no such name, a soft 404, a parked domain) is a strike. It
takes three, at least three days apart, with no answer of the page in between, before a link is called dead;
servers that fail, wait or refuse say nothing about the page. A page that answers is alive at once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from claims.health.moments import moment
from claims.model.citation import LinkState
from claims.model.health import LinkFinding

if TYPE_CHECKING:
    from collections.abc import Iterable

STRIKES = 3
"""So many times a page must be found not to be there before it is called dead."""

APART = timedelta(days=3)
"""The least time between two strikes."""

NOT_THERE = frozenset({LinkFinding.NOT_THERE, LinkFinding.SOFT_404, LinkFinding.PARKED})
"""Findings that strike."""

THERE: dict[LinkFinding, LinkState] = {
    LinkFinding.ANSWERED: LinkState.ALIVE,
    LinkFinding.MOVED: LinkState.MOVED,
    LinkFinding.PAYWALLED: LinkState.PAYWALLED,
}
"""Findings that show the page to be there, and the state they bring about at once."""

SUSPECT: dict[LinkFinding, LinkState] = {
    LinkFinding.NOT_THERE: LinkState.DYING,
    LinkFinding.SOFT_404: LinkState.SOFT_404,
    LinkFinding.PARKED: LinkState.PARKED,
}
"""What a link is called while strikes are being counted."""

SILENT: dict[LinkFinding, LinkState] = {
    LinkFinding.BLOCKED: LinkState.BLOCKED,
    LinkFinding.ROBOTS: LinkState.ROBOTS,
    LinkFinding.UNREACHABLE: LinkState.UNREACHABLE,
    LinkFinding.UNCLEAR: LinkState.UNKNOWN,
}
"""Findings that say nothing about the page."""

SUSPECTED = frozenset(SUSPECT.values())


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at an address found, as far as the state depends on it."""

    finding: LinkFinding
    at: str
    target_url: str | None = None
    retry_at: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class LinkStanding:
    """How a link stands. `strikes` count towards STRIKES; `silences` are looks in a row that said nothing.

    `since` is when the state began, `last_answer` when the page last answered. `moved_to` is where it is
    now; `finding` and `detail` are those of the newest look, `gone_as` the finding that struck last.
    """

    state: LinkState = LinkState.UNKNOWN
    since: str | None = None
    strikes: int = 0
    last_strike: str | None = None
    looks: int = 0
    last_look: str | None = None
    last_answer: str | None = None
    silences: int = 0
    retry_at: str | None = None
    moved_to: str | None = None
    finding: LinkFinding | None = None
    gone_as: LinkFinding | None = None
    detail: str | None = None

    @property
    def words(self) -> str:
        """The state as people read it, with the strikes while they are counted.

        >>> LinkStanding(LinkState.DYING, strikes=2).words
        'dying 2/3'
        """
        name = "soft-404" if self.state is LinkState.SOFT_404 else self.state.value
        return f"{name} {self.strikes}/{STRIKES}" if self.state in SUSPECTED else name


NEVER_LOOKED = LinkStanding()


def fold(looks: Iterable[Look], standing: LinkStanding = NEVER_LOOKED) -> LinkStanding:
    """How a link stands after `looks`, oldest first, beginning from `standing`.

    >>> from claims.model.health import LinkFinding as F
    >>> gone = [Look(F.NOT_THERE, f"2026-11-{day:02}T09:00:00Z") for day in (1, 2, 4, 7)]
    >>> [fold(gone[:n]).words for n in (1, 2, 3, 4)]
    ['dying 1/3', 'dying 1/3', 'dying 2/3', 'dead']
    >>> fold([*gone, Look(F.ANSWERED, "2026-11-08T09:00:00Z")]).words
    'alive'
    """
    for look in looks:
        standing = after(standing, look)
    return standing


def after(standing: LinkStanding, look: Look) -> LinkStanding:
    """How a link stands after one more look."""
    seen = replace(
        standing,
        looks=standing.looks + 1,
        last_look=look.at,
        retry_at=look.retry_at,
        finding=look.finding,
        detail=look.detail,
    )
    if look.finding in THERE:
        moved_to = look.target_url if look.finding is LinkFinding.MOVED else None
        there = replace(
            seen,
            strikes=0,
            last_strike=None,
            silences=0,
            last_answer=look.at,
            moved_to=moved_to,
            gone_as=None,
        )
        return _entered(there, THERE[look.finding], look.at)
    if look.finding in NOT_THERE:
        return _struck(replace(seen, silences=0), look)
    return _silent(replace(seen, silences=standing.silences + 1), look)


def _struck(standing: LinkStanding, look: Look) -> LinkStanding:
    """The page was not there: a strike, unless the last one was too short a time ago."""
    standing = replace(standing, gone_as=look.finding)
    if standing.state is LinkState.DEAD:
        return standing
    if standing.last_strike is not None and look.at < standing.last_strike:
        # The clock was set back: how far apart the strikes are nobody knows, so they begin anew
        standing = replace(standing, strikes=0, last_strike=None)
    counts = standing.last_strike is None or moment(look.at) - moment(standing.last_strike) >= APART
    if counts:
        standing = replace(standing, strikes=standing.strikes + 1, last_strike=look.at)
    state = LinkState.DEAD if standing.strikes >= STRIKES else SUSPECT[look.finding]
    return _entered(standing, state, look.at)


def _silent(standing: LinkStanding, look: Look) -> LinkStanding:
    """Nothing was learnt of the page: the dead stay dead, and a server that fails clears no suspicion."""
    suspected = look.finding is LinkFinding.UNREACHABLE and standing.state in SUSPECTED
    if standing.state is LinkState.DEAD or suspected:
        return standing
    return _entered(standing, SILENT[look.finding], look.at)


def _entered(standing: LinkStanding, state: LinkState, at: str) -> LinkStanding:
    if standing.state is state and standing.since is not None and standing.since <= at:
        return standing
    return replace(standing, state=state, since=at)
