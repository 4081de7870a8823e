"""Two numbers joined by "to" that are a change and the new level: "fell $3 to $41", "rose by 12 to 57"."""

from __future__ import annotations

import re

from claims.extract.quantities.currencies import ANY_SIGN, money_after
from claims.extract.quantities.measures import measure_after

_ABOUT = (
    r"(?: (?:by|of))?(?: (?:a|an|about|around|some|nearly|almost|just|only|another|over|further))*"
)
_SIGN = f"(?:{ANY_SIGN})?"
_MOVED = re.compile(
    r"\b(?:rose|ris(?:es?|en|ing)|f[ea]ll|falls|fallen|falling|drop(?:s|ped|ping)?|climb(?:s|ed|ing)?"
    r"|jump(?:s|ed|ing)?|gr[eo]w|grows|grown|growing|shr[aiu]nk\w*|slip(?:s|ped|ping)?|slid|slides?|sank|sunk"
    r"|sink\w*|declin\w+|increas\w+|decreas\w+|soar\w*|surg\w+|plung\w+|plummet\w*|tumbl\w+|edg(?:ed|es|ing)"
    r"|inch(?:ed|es)|advanc(?:ed|es|ing)|dip(?:s|ped|ping)?|swell\w*|swollen|rall(?:y|ied)|leapt|leaped"
    rf"|rise|fall|(?:gain|loss)(?= of))(?: (?:up|down|back))?{_ABOUT} {_SIGN}$",
    re.IGNORECASE,
)
_ALTERED = re.compile(
    r"\b(?:(?<!pick )(?<!picked )(?<!take )(?<!makes )(?<!make )up|down|higher|lower|ahead"
    r"|gain(?:s|ed|ing)?|lost|los(?:es|ing)|sheds?|shedding|add(?:s|ed|ing)|cut|lowered|raised"
    rf"|widen\w*|narrow\w*|improv\w+){_ABOUT} {_SIGN}$",
    re.IGNORECASE,
)
"""Moved or, since these also take what was lost or gained: "lost 20 to 30 people"."""

_BY = re.compile(
    r"\b(?:cuts?|cutting|rais\w+|lower\w+|reduc\w+|increas\w+|lift\w+|slash\w+|boost\w+|trim\w+|hik\w+"
    rf"|rose|fell|grew|dropp\w+)\b[^.;]{{0,40}} by(?: about| around| some| nearly)? {_SIGN}$",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?:\s?%|[\s-]per\s?cent(?:age)?)[\s-]points?\b", re.IGNORECASE)
_PERCENT = re.compile(r"\s?%|[\s-]per\s?cent\b", re.IGNORECASE)
_MONEY = re.compile(rf"(?:^| )(?:{ANY_SIGN})$")
_COUNTED = re.compile(r"(?: [a-z-]+){0,2} (?:people|points?|[a-z]{2,}[^s\W]s)\b")


def is_change(before: str, between: str, after: str) -> bool:
    """Whether the first number, after `before`, tells a change and the second what it led to.

    >>> is_change("Shares fell $", " to $", "."), is_change("The toll rose by ", " to ", " on Friday")
    (True, True)
    >>> is_change("Rents rose by ", " to ", " percent"), is_change("It cost $", " to $", ".")
    (False, False)
    """
    if _POINTS.match(between):
        return _POINTS.match(after) is None
    moved = (_MOVED.search(before) or _BY.search(before)) is not None
    if not moved and _ALTERED.search(before) is None:
        return False
    if _MONEY.search(before) and _MONEY.search(between):
        return True
    own = (
        _PERCENT.match(between)
        or measure_after(between, digits=True)
        or (moved and money_after("", between))
    )
    if own:
        return True
    shared = _PERCENT.match(after) or _POINTS.match(after) or measure_after(after, digits=True)
    if shared or money_after("", after) or _MONEY.search(before):
        return False
    return moved or _COUNTED.match(after) is None
