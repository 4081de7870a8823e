"""How a citation stands to what speaks against relying on it: what gates ask before publishing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.health.passage_history import tells
from claims.model.citation import LinkState, PassageState
from claims.model.health import NoticeKind

if TYPE_CHECKING:
    from claims.health.notices import Told
    from claims.health.tidings import Stand


@dataclass(frozen=True, slots=True)
class Fitness:
    """Whether a citation may be relied on: `against` says what speaks against it, `beware` what to know."""

    archived: bool
    against: tuple[str, ...]
    beware: tuple[str, ...]

    @property
    def fit(self) -> bool:
        """Archived, and nothing speaks against it."""
        return not self.against


def fitness(
    exact: str, stand: Stand, notices: tuple[Told, ...], *, archived: bool | None, repaired: bool
) -> Fitness:
    """What speaks against a citation of the words `exact`.

    `archived`: the copy that holds the words lies whole in the archive; null for words that a person took
    down, of which no copy is to be expected; `repaired`: a person has put an archived copy beside the live
    link, so that readers can see the words although the page changed.

    >>> from claims.health.tidings import Stand
    >>> fitness("15,051 died", Stand(), (), archived=False, repaired=False).against
    ('the copy that holds the cited words is not in the archive',)
    """
    words, link = stand.passage, stand.link
    against: list[str] = []
    beware: list[str] = []
    if archived is None:
        beware.append("no copy of the source is archived: the words are as a person took them down")
    elif not archived:
        against.append("the copy that holds the cited words is not in the archive")
    altered = words.measured is PassageState.ALTERED and tells(exact, words.found, words.changes)
    if words.measured is PassageState.GONE or altered:
        said = "are gone from the live page" if not altered else "were altered on the live page"
        (beware if repaired else against).append(f"the cited words {said}")
    if link.state is LinkState.DEAD:
        (beware if repaired else against).append("the cited page is dead")
    elif link.state is not LinkState.ALIVE and link.last_look is not None:
        beware.append(f"the cited page is {link.words}")
    for one in notices:
        if one.kind is NoticeKind.RETRACTION:
            against.append(f"the cited work has a notice: {one.said}")
        elif one.kind is not NoticeKind.NEW_VERSION:
            beware.append(f"the cited work has a notice: {one.said}")
    if archived is not None and words.last_look is None:
        beware.append("nobody has looked at the cited page again yet")
    return Fitness(bool(archived), tuple(against), tuple(beware))
