"""A speaker told of by "whose" to a name with whose it is: "Laos, whose government"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.extract.grammar.syntax import Reading

_LEAST = 2  # words before "whose"


def with_owner(r: Reading, i: int, named: str) -> str:
    """A body or person with whose it is where "whose" at `i` tells: "Laos, whose government vowed".

    >>> from claims.extract.grammar.syntax import read
    >>> with_owner(read("The law, whose text says it", ()), 3, "text")
    'text'
    """
    if r.lows[i] != "whose" or i < _LEAST or r.words[i - 1].text != ",":
        return named
    at = i - 1
    while at and r.words[at - 1].is_word and r.words[at - 1].is_capital:
        at -= 1
    return f"{r.of(at, i - 1)}’s {named}" if at < i - 1 else named
