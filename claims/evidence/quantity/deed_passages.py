"""The sentences of a passage as deeds are read from them: with "she" settled, and with their own times."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.evidence.quantity.deed_patterns import VERBS
from claims.evidence.quantity.deeds import SHORT
from claims.evidence.quantity.party_words import FEMALE, MALE, RELATED
from claims.evidence.quantity.statement import statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.evidence.quantity.statement import Statement

_WHO_IS = re.compile(
    r"^(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)(?:,[^,]*,| \([^)]*\))? (?:is|was|were) (?:an?|the|one of)\b"
    r"(?P<rest>.*)$"
)
_HE = re.compile(r"^(?:(?P<he>He|She|It)|(?P<his>His|Her|Its)) ")
_OTHERS = {
    "He": FEMALE,
    "His": FEMALE,
    "She": MALE,
    "Her": MALE,
    "It": FEMALE | MALE,
    "Its": FEMALE | MALE,
}
"""For a pronoun, what those are whom it cannot take up: "She is the wife of a judge. He …"."""
_PERSONS = re.compile(r"[A-Z][\w’'-]+ [A-Z][\w’'-]+")
_LOOSE = re.compile(
    r"(?:, (?:which|who|where|when)\b[^,;]*"
    r"|(?<! written)(?<! wrote)(?<! designed)(?<! composed),? (?:and|but) (?:[a-z]+ly |later |then )?"
    rf"{VERBS}\b.*"
    r"|^(?:After|Before|Since|With|Under|Behind|From|By|For) [^#,;]*)$"
)
"""What goes before a time that is not of the deed in front: "bought the mill and sold it in 2011"."""


def read(theirs: Sequence[Statement]) -> Iterator[Statement]:
    """The sentences of a passage, "she" behind a sentence on who somebody is being read as that person."""
    who, is_he = "", set[str]()
    for said in theirs:
        text = said.text
        match = _HE.match(text) if who else None
        if match and not _OTHERS[match[0].strip()] & is_he:
            told = who if match["he"] else f"{who}'s"
            again = statement(f"{told} {text[match.end() :]}", published=None)
            yield replace(again, standing=said.standing) if said.standing else again
        else:
            yield said
            is_who = _WHO_IS.match(text)
            who, is_he = "", set()
            if is_who and not _PERSONS.search(is_who["rest"]):
                is_he = set(is_who["rest"].split())
                who = "" if RELATED & is_he and {"of", "to"} & is_he else is_who["who"]


def tight(said: Statement) -> Statement:
    """A statement with those of its times alone that are of its first deed."""
    if len(said.plain) > SHORT or not said.periods:
        return said
    own = tuple(p for p in said.periods if not _LOOSE.search(said.plain[: p.start].rstrip()))
    return said if own == said.periods else replace(said, periods=own)
