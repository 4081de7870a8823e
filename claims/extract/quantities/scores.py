"""Two numbers that are one result: "3-1", "24/7", "312 for 7", "14.12 (96)"; votes and ranges are counted."""

from __future__ import annotations

import re

VOTED = re.compile(
    r"\b(?:vot\w+|ruling|ruled|decision|passed|approved|rejected|majority|margin|confirmed|split|divided)\b"
    r"|\b(?:adopted|plenary|chamber|senate|(?:lower|upper) house)\b"
    r"|\bcarried (?:by )?(?:\d{1,3}[-–])?$",
    re.IGNORECASE,
)
"""Words beside the two sides of a vote."""

_WON = re.compile(
    r"\b(?:won|wins?|winning|beat\w*|lost|loses?|losing|defeat\w*|drew|draw|victor\w+|leads?|led|trail\w*|scor\w+)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_OF_MATCH = re.compile(
    r"[-–]\d{1,3} (?:(?:home|away|aggregate|league|cup|friendly) )?"
    r"(?:defeat|win|victory|draw|loss|thrashing|triumph|rout)\b"
)
_THOUSANDS = re.compile(r"[-–](?P<more>\d{1,3}(?:,\d{3})+)(?!\d)")
_YEARS_OR_COUNTS = re.compile(
    r"[-–](?P<more>[1-9]\d{3})(?![\d,.])(?= (?:[a-zà-ž’-]+ ){0,2}(?:people|men|women|children"
    r"|(?!news\b)[a-zà-ž]{2,}[^s\W]s)\b)"
)
_SPAN_BEFORE = re.compile(
    r"\b(?:in|from|since|during|of|the|by|until|for|between|season|war|\d{4}) $", re.IGNORECASE
)
_MEASURED_PAIR = re.compile(
    r"[\s-](?:per|%|year|day|month|hour|mile|metre|kilo|week|minute|seat|member)"
)
_INNINGS = re.compile(
    r" for (?:\d|10|one|two|three|four|five|six|seven|eight|nine)\b(?![.,]?\d| ?[%:])"
)
_BEFORE_WICKETS = re.compile(r"\b\d{1,3} for $")
_CRICKET = re.compile(
    r"\b(?:stumps|wickets?|overs?|innings|declared|declaration|bowled|bowlers?|batting|batsm[ae]n|all out"
    r"|unbeaten|not out|at (?:tea|lunch|the close)|Test|Ashes|run chase)\b"
)
_BEHINDS = re.compile(r" \((?P<points>\d{1,3})\)")
_BEFORE_POINTS = re.compile(r"(?<![\d.])(?P<goals>\d{1,2})\.(?P<behinds>\d{1,2}) \($")
_GOAL = 6


_SCALE = r"\s?(?:thousand|[mbt]r?illion|bn|mn|tn|[mk])"
_SCALED = re.compile(rf"\d{_SCALE}[-–]$", re.IGNORECASE)
_SCALED_NEXT = re.compile(rf"[-–][\d.,]+{_SCALE}\b", re.IGNORECASE)
_GREAT = 1000


def is_score(value: float, before: str, after: str) -> bool:
    """Whether the number is one side of "3-1", "24/7" or "737-800"; votes are counted, goals are not.

    >>> is_score(3, "won ", "-1"), is_score(10000, "", "-15,000 people"), is_score(53, "voted ", "-47")
    (True, False, False)
    """
    if is_innings(before, after) or _is_behinds(value, before, after):
        return True
    if _OF_MATCH.match(after if after[:1] in "-–" else f"{before[-1:]}0{after}"):
        return True
    return _is_side(value, before, after) and not (VOTED.search(before) or VOTED.search(after))


def _is_side(value: float, before: str, after: str) -> bool:
    """Whether the number is joined to another that makes a result, not the end of a range."""
    if _SCALED.search(before) or (value >= _GREAT and _SCALED_NEXT.match(after)):
        return False  # "4.6 billion-4.8 billion"
    if value % 1 and (lower := re.search(r"(\d+\.\d+)[-–]$", before)):
        return float(lower[1]) >= value
    if value % 1 and (upper := re.match(r"[-–](\d+\.\d+)", after)):
        return value >= float(upper[1])  # "0.66-0.88" is a range
    return re.search(r"\d[-–]$", before) is not None or _is_first_side(value, before, after)


def _is_first_side(value: float, before: str, after: str) -> bool:
    """Whether the number begins a result: "3-1", but no "3-5"."""
    if more := _THOUSANDS.match(after):
        return value >= float(more["more"].replace(",", ""))
    pair = re.match(r"([-–])(\d{1,3})(?!\d)", after)
    if pair is None:
        return False
    if value >= int(pair[2]) or _WON.search(before):
        return True
    own = re.search(r"\b(?:an?|the) $", before) is not None
    return own and not _MEASURED_PAIR.match(after[pair.end(2) :])


def is_pair_of_counts(raw: str, before: str, after: str) -> bool:
    """Whether "1500" begins a range such as "1500-2000 people": two round numbers of something.

    >>> is_pair_of_counts("1500", "some ", "-2000 people"), is_pair_of_counts("1914", "", "-1918 battles")
    (True, False)
    """
    match = _YEARS_OR_COUNTS.match(after)
    if match is None or _SPAN_BEFORE.search(before):
        return False
    return raw.endswith("00") and match["more"].endswith("00") and int(raw) < int(match["more"])


def is_innings(before: str, after: str) -> bool:
    """Whether runs or wickets are told, as in "312 for 7 at stumps".

    >>> is_innings("on 97 for ", " at stumps"), is_innings("97 for ", " days")
    (True, False)
    """
    if not (_INNINGS.match(after) or _BEFORE_WICKETS.search(before)):
        return False
    return _CRICKET.search(before) is not None or _CRICKET.search(after) is not None


def _is_behinds(value: float, before: str, after: str) -> bool:
    """Whether goals, behinds and points add up, as in "14.12 (96)"."""
    if points := _BEHINDS.match(after):
        goals = int(value)
        for behinds in {round((value - goals) * 10), round((value - goals) * 100)}:
            if value % 1 and goals * _GOAL + behinds == int(points["points"]):
                return True
        return False
    if after.startswith(")") and (match := _BEFORE_POINTS.search(before)):
        return int(match["goals"]) * _GOAL + int(match["behinds"]) == value
    return False
