"""Words put into a text where they are needed: in [brackets], or plainly where brackets stand around.

"Lee" becomes "[Ann] Lee", "he" becomes "[Ann Lee]", "on Saturday" becomes "on Saturday [May 1, 2021]".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class How(Enum):
    """Where the words go: before or after what stands there, or in its stead."""

    BEFORE = "before"
    AFTER = "after"
    INSTEAD = "instead"


@dataclass(frozen=True, slots=True)
class Gloss:
    """`words` for what stands at `[start, end)`.

    `known` is where the thing was named last before: a clause that begins earlier needs no words for it.
    `key` is one for all glosses that tell the same.
    """

    start: int
    end: int
    words: str
    how: How = How.INSTEAD
    known: int = -1
    key: str = ""


def put_in(text: str, glosses: Iterable[Gloss], *, offset: int = 0, plain: bool = False) -> str:
    """`text`, which begins at `offset`, with the words of the glosses put in.

    >>> put_in("He met Lee.", [Gloss(0, 2, "Bo Chan"), Gloss(7, 10, "Ann", How.BEFORE)])
    '[Bo Chan] met [Ann] Lee.'
    >>> put_in("on Monday", [Gloss(3, 9, "May 1", How.AFTER)], plain=True)
    'on Monday (May 1)'
    """
    out: list[str] = []
    at = 0
    for gloss in glosses:
        start, end = gloss.start - offset, gloss.end - offset
        if start < at:
            continue
        words = gloss.words if plain else f"[{gloss.words}]"
        if plain and gloss.how is How.AFTER:
            words = f"({gloss.words})"
        own = text[start:end]
        if gloss.how is not How.INSTEAD:
            words = f"{words} {own}" if gloss.how is How.BEFORE else f"{own} {words}"
        out += [text[at:start], words]
        at = end
    return "".join([*out, text[at:]])
