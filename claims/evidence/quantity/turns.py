"""Turns of phrase that stand for one concept, found by their first word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.evidence.quantity.exchanged import TURNS

if TYPE_CHECKING:
    from collections.abc import Callable

_APPROX = (
    r" (?:(?:about|around|some|nearly|almost|roughly|over|more|less|fewer|than|at|least|most|up|to|only|just"
    r"|another|an?|total|of|additional|further|all|the) ){0,4}"
)
_NUMBER, _SUM = re.compile(rf"{_APPROX}[$€£]?#"), re.compile(rf"{_APPROX}[$€£]?#")
_FORMS = re.compile(r"(?P<first>[a-z/]+)(?P<rest>(?: [a-z]+)*)(?: \((?P<then>[^)]+)\))?")


def _followed(then: str | None) -> Callable[[str, int], object] | None:
    """What tests that a turn is followed by what must follow it."""
    if then is None:
        return None
    words = [w for w in then.split() if w not in {"#", "money"}]
    number = [_NUMBER.pattern] if len(words) < len(then.split()) else []
    listed = [rf" (?:{'|'.join(words)})\b"] if words else []
    return re.compile("|".join(listed + number)).match


def _read(turns: str) -> dict[str, list[tuple[str, Callable[[str, int], object] | None, str]]]:
    found: dict[str, list[tuple[str, Callable[[str, int], object] | None, str]]] = {}
    for line in turns.strip().splitlines():
        concept, _, listed = line.partition(": ")
        for turn in listed.split(", "):
            match = _FORMS.fullmatch(turn)
            if match is None:
                raise ValueError(turn)
            for first in match["first"].split("/"):
                one = match["rest"], _followed(match["then"]), concept.removeprefix("=")
                found.setdefault(first, []).append(one)
    return {first: sorted(turns, key=lambda t: -len(t[0])) for first, turns in found.items()}


_BY_FIRST = _read(TURNS)
FIRSTS = frozenset(_BY_FIRST)
"""The words by which a turn of phrase may begin."""


def turn_at(text: str, first: str, end: int) -> tuple[str, int] | None:
    """The concept of a turn of phrase whose first word, in small letters, ends at `end`, and its end.

    >>> text = "He stepped down in May"
    >>> turn_at(text, "stepped", 10), turn_at(text, "down", 15)
    (('resign', 15), None)
    """
    for rest, follows, concept in _BY_FIRST.get(first, ()):
        stop = end + len(rest)
        whole = text.startswith(rest, end) and not text[stop : stop + 1].isalnum()
        if whole and (follows is None or follows(text, stop)):
            return concept, stop
    return None
