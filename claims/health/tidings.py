"""How a citation stood when it was last told of, and how it stands now, to what somebody should know.

`material` tidings are for readers: the cited words were changed or are gone, the page is dead, the work was
retracted, or one of these was undone. The others are for the desk. What changes elsewhere on a page (a
footer, an advert, a date stamp) is no tiding, nor is one failed look.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from claims.anchor.differences import differences, marked
from claims.health.link_state import NEVER_LOOKED, LinkStanding
from claims.health.moments import days_between
from claims.health.passage_history import NEVER_READ, PassageStanding, tells
from claims.model.citation import LinkState, PassageState
from claims.model.health import NoticeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.health.notices import Told


class TidingKind(Enum):
    """What is told."""

    PASSAGE_ALTERED = "passage_altered"
    PASSAGE_GONE = "passage_gone"
    PASSAGE_BACK = "passage_back"
    LINK_DEAD = "link_dead"
    LINK_BACK = "link_back"
    LINK_SILENT = "link_silent"
    LINK_MOVED = "link_moved"
    LINK_PAYWALLED = "link_paywalled"
    RETRACTION = "retraction"
    CONCERN = "concern"
    CORRECTION = "correction"
    NEW_VERSION = "new_version"
    NOTICE_ITSELF = "notice_itself"


SILENT_DAYS = 14
"""After so many days without an answer readers should know, although nobody knows why."""

SILENT_LOOKS = 3
"""And so many looks in a row, lest one look after a fortnight of none tells on the page."""


TO_DO: dict[TidingKind, str] = {
    TidingKind.PASSAGE_ALTERED: "read the page; correct the claim or cite anew",
    TidingKind.PASSAGE_GONE: "read the page; correct the claim or cite the old copy",
    TidingKind.PASSAGE_BACK: "nothing, unless a correction said otherwise",
    TidingKind.LINK_DEAD: "put an archived copy beside the link",
    TidingKind.LINK_BACK: "nothing",
    TidingKind.LINK_SILENT: "open the page by hand",
    TidingKind.LINK_MOVED: "cite the new address when convenient",
    TidingKind.LINK_PAYWALLED: "say so beside the link",
    TidingKind.RETRACTION: "look at the claim's verdict again; it may need a correction",
    TidingKind.CONCERN: "look at the claim's verdict again",
    TidingKind.CORRECTION: "read the correction: does it touch the cited words?",
    TidingKind.NEW_VERSION: "see whether the newer version says the same",
    TidingKind.NOTICE_ITSELF: "see whether the notice or the work was meant",
}

FOR_THE_DESK = frozenset(
    {
        TidingKind.LINK_MOVED,
        TidingKind.LINK_PAYWALLED,
        TidingKind.NEW_VERSION,
        TidingKind.NOTICE_ITSELF,
    }
)
REPAIRABLE = frozenset(
    {
        TidingKind.PASSAGE_ALTERED,
        TidingKind.PASSAGE_GONE,
        TidingKind.LINK_DEAD,
        TidingKind.LINK_SILENT,
        TidingKind.LINK_PAYWALLED,
    }
)
BY_NOTICE: dict[NoticeKind, TidingKind] = {
    NoticeKind.RETRACTION: TidingKind.RETRACTION,
    NoticeKind.CONCERN: TidingKind.CONCERN,
    NoticeKind.CORRECTION: TidingKind.CORRECTION,
    NoticeKind.NEW_VERSION: TidingKind.NEW_VERSION,
    NoticeKind.NOTICE_ITSELF: TidingKind.NOTICE_ITSELF,
}


@dataclass(frozen=True, slots=True)
class Stand:
    """How a citation stands: its link and its words. As cited it is alive, and the words are there."""

    link: LinkStanding = NEVER_LOOKED
    passage: PassageStanding = NEVER_READ


@dataclass(frozen=True, slots=True)
class Tiding:
    """One thing to tell. `old` and `new` are words of the page, addresses or states; `diff` joins words."""

    kind: TidingKind
    words: str
    old: str | None = None
    new: str | None = None
    diff: str | None = None

    @property
    def material(self) -> bool:
        """Whether a reader should know it, and not the desk alone."""
        return self.kind not in FOR_THE_DESK

    @property
    def to_do(self) -> str:
        """What a person does about it."""
        return TO_DO[self.kind]

    @property
    def repairable(self) -> bool:
        """Whether `citetrail repair` helps."""
        return self.kind in REPAIRABLE


def tidings(
    exact: str, told: Stand, now: Stand, notices: Sequence[Told] = ()
) -> tuple[Tiding, ...]:
    """What is to be told of a citation of the words `exact` that was last told of as `told`."""
    found = (*_of_notices(notices), *_of_words(exact, told, now), *_of_link(told.link, now.link))
    return tuple(found)


def _of_notices(notices: Sequence[Told]) -> list[Tiding]:
    """A tiding for each notice of the cited work, with the address of the notice where it has a DOI."""
    listed = []
    for one in notices:
        kind = BY_NOTICE[one.kind]
        by = f" (according to {one.source})" if one.source else ""
        when = f" of {one.dated}" if one.dated else ""
        said = (
            f"the cited work is itself a {one.said} of another work"
            if one.kind is NoticeKind.NOTICE_ITSELF
            else f"the cited work has a notice: {one.said}{when}{by}"
        )
        at = f"https://doi.org/{one.notice_doi}" if one.notice_doi else None
        listed.append(Tiding(kind, said, new=at))
    return listed


def _of_words(exact: str, told: Stand, now: Stand) -> list[Tiding]:
    """What is new about the words since they were told of; nothing while they cannot be read."""
    was, is_now = told.passage, now.passage
    if is_now.measured is PassageState.UNMEASURED:
        return []
    before = _trouble(exact, was)
    after = _trouble(exact, is_now)
    if after is None:
        back = Tiding(TidingKind.PASSAGE_BACK, "the cited words stand there again", new=exact)
        return [back] if before is not None else []
    if after == before:
        return []
    if is_now.measured is PassageState.GONE:
        return [
            Tiding(TidingKind.PASSAGE_GONE, "the cited words are gone from the page", old=exact)
        ]
    kinds = ", ".join(kind.replace("_", " ") for kind in is_now.changes)
    return [
        Tiding(
            TidingKind.PASSAGE_ALTERED,
            f"the cited words were altered: {kinds}",
            old=exact,
            new=is_now.found,
            diff=marked(differences(exact, is_now.found or "").hunks),
        )
    ]


def _trouble(exact: str, passage: PassageStanding) -> tuple[str, str | None] | None:
    """What is wrong with the words; null when nothing is that a reader should know."""
    if passage.measured is PassageState.GONE:
        return "gone", None
    altered = passage.measured is PassageState.ALTERED
    if altered and tells(exact, passage.found, passage.changes):
        return "altered", " ".join((passage.found or "").split())
    return None


def _of_link(was: LinkStanding, now: LinkStanding) -> list[Tiding]:
    """What is new about the link: dead, back, silent for long, moved or behind a paywall since."""
    found = []
    if now.state is LinkState.DEAD and was.state is not LinkState.DEAD:
        how = f" ({now.gone_as.value.replace('_', ' ')})" if now.gone_as else ""
        said = f"the page is dead{how}: {now.detail or 'it is not there'}"
        found.append(Tiding(TidingKind.LINK_DEAD, said, old=was.words, new=now.words))
    answers = now.last_answer is not None and now.last_answer == now.last_look
    if answers and (was.state is LinkState.DEAD or silent_too_long(was)):
        said = "the page answers again"
        found.append(Tiding(TidingKind.LINK_BACK, said, old=was.words, new=now.words))
    if silent_too_long(now) and not silent_too_long(was):
        said = (
            f"the page has not answered since {(now.since or '')[:10]}: {now.detail or 'no answer'}"
        )
        found.append(Tiding(TidingKind.LINK_SILENT, said, old=was.words, new=now.words))
    if now.state is LinkState.MOVED and now.moved_to != was.moved_to:
        said = "the page has moved for good"
        found.append(Tiding(TidingKind.LINK_MOVED, said, old=was.moved_to, new=now.moved_to))
    if now.state is LinkState.PAYWALLED and was.state is not LinkState.PAYWALLED:
        said = f"the page is behind a paywall: {now.detail or 'it asks for payment'}"
        found.append(Tiding(TidingKind.LINK_PAYWALLED, said, old=was.words, new=now.words))
    return found


def silent_too_long(link: LinkStanding) -> bool:
    """Whether a server has failed for so long that readers should know.

    >>> silent_too_long(NEVER_LOOKED)
    False
    """
    if link.state is not LinkState.UNREACHABLE or link.silences < SILENT_LOOKS:
        return False
    return days_between(link.since or "", link.last_look or "") >= SILENT_DAYS
