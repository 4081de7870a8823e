"""Two names of claimants: one and the same, two, or nobody in particular."""

from __future__ import annotations

import re

GENERIC = frozenset(
    """
    account accounts anonymous blog bloggers blogs chain facebook group groups instagram internet media
    message messages multiple online page pages people persons post posts publicaciones redes sociales
    social source sources telegram tiktok tweet tweets twitter unknown user users various varias várias
    fontes fuentes video videos viral web website websites whatsapp x youtube network networks
    desinformação multimedia netizens
    """.split()
)
TITLES = frozenset(
    """
    a an and chancellor chief congresswoman congressman dame director dr former general gen governor gov
    king lady leader lord mayor mep minister mp mr mrs ms of officer our president pm prime prof professor
    queen rep representative secretary sen senator sir spokesman spokesperson spokeswoman the
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def named(claimant: str | None) -> tuple[str, ...]:
    """The words of a name without titles; none for nobody in particular.

    >>> named("Senator Mary Jones"), named("Multiple Facebook posts"), named(None)
    (('mary', 'jones'), (), ())
    """
    words = [
        w.casefold().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(claimant or "")
    ]
    if GENERIC.intersection(words):
        return ()
    return tuple(w for w in words if w not in TITLES) or tuple(words)


def two_people(one: str | None, other: str | None) -> bool:
    """Whether the names are of different claimants; false where either is unknown.

    >>> two_people("Ada Quill", "Ben Ode"), two_people("Ada Quill", "A. Quill"), two_people("Ada", None)
    (True, False, False)
    """
    mine, theirs = named(one), named(other)
    if not mine or not theirs or set(mine) <= set(theirs) or set(theirs) <= set(mine):
        return False
    same_last = mine[-1] == theirs[-1]
    initials = len(mine[0]) == 1 or len(theirs[0]) == 1
    return not (same_last and initials and mine[0][0] == theirs[0][0])
