"""A number of four digits to whether the words around it make it something else than a year."""

from __future__ import annotations

import re

_LABELLED = re.compile(
    r"\b(?:gate|hall|pier|flat|apartment|apt|suite|room|unit|platform|route|resolution|article|section|clause"
    r"|paragraph|chapter|number|(?-i:No)|page|channel|asteroid|comet|highway|box|extension|locker|hangar|cell"
    r"|serial|docket|lot)\.?\s\Z",
    re.IGNORECASE,
)
"""Words with which a number only labels one thing among many."""

_STREET = re.compile(
    r"\s(?:[A-Z][\w.'’-]*\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Lane|Highway|Parkway"
    r"|Terrace|Crescent|Way)\b|\s(?:Rue|Rua|Via|Viale|Calle|Avenida|Boulevard|Avenue)\s"
)
_OF_YEAR = re.compile(r"\b(?:in|since|by|until|of|during|from|to|the|and)\s\Z", re.IGNORECASE)
_AT = re.compile(r"\b[Aa]t\s\Z")
_AFTER_HOUR = re.compile(
    r"[.,;)]|\s(?:in|on|sharp|local|last|yesterday|today|tonight|when|and|but)\b|\Z"
)
_LAST_HOUR, _MINUTES = 23, 60
_BEFORE = 14  # characters


def is_no_year(match: re.Match[str]) -> bool:
    """Whether a number labels a thing, a house or an hour.

    >>> is_no_year(re.search("(?P<y>1917)", "at gate 1917")), is_no_year(re.search("(?P<y>1917)", "in 1917"))
    (True, False)
    """
    text, start, end = match.string, match.start("y"), match.end("y")
    before = text[max(0, start - _BEFORE) : start]
    if _LABELLED.search(before):
        return True
    if _STREET.match(text, end) and not _OF_YEAR.search(before):
        return True
    hours, minutes = divmod(int(match["y"]), 100)
    is_hour = hours <= _LAST_HOUR and minutes < _MINUTES
    return is_hour and bool(_AT.search(before) and _AFTER_HOUR.match(text, end))
