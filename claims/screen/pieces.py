"""Words with what they are, before it is decided how that looks: on a screen, or as spoken lines."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from claims.text.terminal import for_terminal


class Mark(Enum):
    """What a stretch of words is. Every mark has a sign of its own; colour only repeats it."""

    PLAIN = "plain"
    CLAIM = "claim"
    HEAD = "head"
    FAINT = "faint"
    AGREES = "agrees"
    CLASHES = "clashes"
    NUMBER = "number"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words, clean for a terminal."""

    words: str
    mark: Mark = Mark.PLAIN


Line = tuple[Piece, ...]

SIGNS = {
    Mark.CLAIM: ("»", "«"),
    Mark.AGREES: ("", "[=]"),
    Mark.CLASHES: ("", "[≠]"),
    Mark.NUMBER: ("", "[~]"),
}
"""What stands before and after marked words on the screen, so that no mark is by colour alone."""

SPOKEN = {
    Mark.CLAIM: ("the claim: “", "”"),
    Mark.AGREES: ("", " (agrees)"),
    Mark.CLASHES: ("", " (clashes)"),
    Mark.NUMBER: ("", " (not comparable)"),
}
"""The same as words that a screen reader says."""

LONGEST = 6000
"""Characters of one text that are shown: who wants more than that reads the page itself."""


def piece(words: object, mark: Mark = Mark.PLAIN) -> Piece:
    r"""A piece of stored text; whatever would act on a terminal is written as its code.

    >>> piece("\x1b[2J").words
    '\\u001b[2J'
    """
    text = for_terminal(str(words))
    return Piece(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…", mark)


def line(*parts: object) -> Line:
    """A line of pieces; what is no piece yet becomes a plain one.

    >>> line("Status: ", piece("new", Mark.HEAD))[1].words
    'new'
    """
    return tuple(one if isinstance(one, Piece) else piece(one) for one in parts)


def labelled(label: str, words: object, mark: Mark = Mark.PLAIN) -> Line:
    """A line that begins with what it is about."""
    return (Piece(f"{label}: ", Mark.FAINT), piece(words, mark))


def spoken(one: Line) -> str:
    """A line as text alone, each mark in words.

    >>> spoken(line("It cost ", piece("5", Mark.CLASHES)))
    'It cost 5 (clashes)'
    """
    said = []
    for part in one:
        before, after = SPOKEN.get(part.mark, ("", ""))
        said.append(f"{before}{part.words}{after}")
    return "".join(said).strip()
