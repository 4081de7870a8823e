"""The word "one" in a text to whether it counts something: mostly it is "a", "anybody" or "the same"."""

from __future__ import annotations

import re

from claims.extract.quantities.currencies import money_after
from claims.extract.quantities.measures import measure_after
from claims.extract.quantities.units import PERCENT, counted_noun

_IDLE = re.compile(
    r"\s(?:day|another|side|hand|thing|time|night|morning|evening|afternoon|way|reason)\b(?!-)"
)
_HARM = (
    r"(?:dead|died|dies|killed|killing|injured|wounded|missing|deaths?|hurt|hospitali[sz]ed|drowned|survived"
    r"|arrested|pronounced dead|shot|critically|seriously|fatally)"
)
_OF_THEM = re.compile(
    rf"[\w\s]{{0,24}}\b{_HARM}\b|\s(?:[a-z-]+\s){{0,2}}(?:person|vote|victim|volunteer|survivor|casualty|fatality"
    r"|seat|point)\b"
)
_AMONG = re.compile(r"\s[\w\s,]{1,60}\bamong the (?:dead|injured|wounded|missing|victims)\b")
_BOUND = re.compile(
    r"\b(?:at least|no more than|more than|fewer than|up to|all but) $", re.IGNORECASE
)
_MARGIN = re.compile(r"\s(?:[a-z-]+\s)?(?:votes?|points?|goals?|seats?|runs?|shots?)\b|\s?[.;)]|$")
_HAD = re.compile(
    r"\b(?:had|has|have|having|only|made|makes|reported|recorded|confirmed|won|lost|received|scored|including"
    r"|there (?:is|was|were|are))(?: just| only)? $",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:\d[\d,]{0,9}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty)(?: [\w-]+){1,3},? and $",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(
    r"(?: [a-z-]+){1,2},? and (?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b) ?\S"
)
"""Another count follows: "one son and two daughters"."""
_TURN = re.compile(r"\s(?:full |single )?(?:term|season|match|game|session|semester|episode)\b")
_MORE = re.compile(
    r"\smore (?:case|death|fatality|infection|person|victim|body|arrest|injury|vote|seat|match|game)\b"
)
_RATE = re.compile(
    r"\s[a-z-]+(?:\s[a-z-]+)?\s(?:per [a-z]+|each|every|a (?:day|week|month|year|person))\b"
)


def one_counts(before: str, after: str) -> bool:
    """Whether a "one" between `before` and `after` is a number.

    >>> one_counts("She had ", " child."), one_counts("", " theory is that"), one_counts("by ", " vote")
    (True, False, True)
    """
    if _IDLE.match(after):
        return (
            re.search(r"\b(?:than|least|only|just|within|for) $", before, re.IGNORECASE) is not None
        )
    if re.search(r"\ball but $", before, re.IGNORECASE):
        return True
    if re.match(
        r"\s(?:in (?:1[5-9]|20)\d\d\b|of the\s(?:most|[a-z]+est|first|few|best|main)\b)", after
    ):
        return False
    measured = (
        measure_after(after, digits=False) or PERCENT.match(after) or money_after(before, after)
    )
    if measured or _BOUND.search(before):
        return not re.match(r"\s(?:or|of|and)\b", after)
    if re.search(r"\bby $", before, re.IGNORECASE):
        return _MARGIN.match(after) is not None
    return _OF_THEM.match(after) is not None or _is_told_as_number(before, after)


def _is_told_as_number(before: str, after: str) -> bool:
    """Whether a noun follows, and the words around say how many: "had one child", "one pack per order"."""
    if _AMONG.match(after) or _MORE.match(after) or _RATE.match(after):
        return True
    if re.search(r"\bfor $", before, re.IGNORECASE):
        return _TURN.match(after) is not None
    if _AND_OTHERS.match(after) and not re.match(r" (?:of|or|and|is|was)\b", after):
        return counted_noun(after, one=True) is not None
    if not (_HAD.search(before) or _BESIDE.search(before)) or re.match(r"\s(?:of|more)\b", after):
        return False
    return counted_noun(after, one=True) is not None
