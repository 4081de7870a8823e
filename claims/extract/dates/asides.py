"""A date that only describes or compares, to whether it tells when anything beside its own clause happened.

"Bo Chan, who joined in 2022, said", "the biggest gain since March 2024", "compared with 12 a year before",
"Founded in 1846, the firm employs".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.extract.grammar.verbs import AUXILIARIES, PAST, PRESENT

if TYPE_CHECKING:
    from claims.extract.dates.mentions import DateMention

_WHO = re.compile(
    r",\s(?:an?\s[^,.;:!?“”\"\n]{2,40}?\s)?(?:who|which|whose|[a-z]{2,}ed|born|built|made|spun|set|held|bought|sold|led|begun)"
    r"\s(?:[^,.;:!?“”\"\n]|(?<=\d)[,.](?=\d)|[“\"][^,.;:!?“”\"\n]{1,40}[”\"]){0,120}\Z"
)
_CLOSED = re.compile(r"[^,.;:!?“”\"\n]{0,60},\s(?:(?:also|then|still|now)\s)?(?P<verb>[a-z]+)\b")
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|(?:up|down) from|versus|against|than)\s[^,.;:!?\n]{0,60}\Z"
    r"|\b(?:first|most|least|worst|best|[a-z]{3,}est)\b[^,.;:!?\n]{0,40}\ssince(?: at least)?\s\Z"
)
_FOUNDED = re.compile(
    r"(?:\A|[.!?\n]\s*)(?:First )?(?:Born|Founded|Established|Formed|Created|Built|Launched|Incorporated)\b"
    r"[^,.;:!?\n]{0,60}\Z"
)
_VERBS = frozenset("said says gets bore".split())
_REACH = 160  # characters


def only_describes(text: str, start: int, end: int) -> bool:
    """Whether the date at `[start, end)` tells of its own words alone.

    >>> text = "Bo Chan, who joined in 2022, said it fell."
    >>> only_describes(text, 23, 27)
    True
    """
    before = text[max(0, start - _REACH) : start]
    if _COMPARED.search(before):
        return True
    if before.endswith(", dated "):
        return True
    if text[end : end + 1] == "," and _FOUNDED.search(before):
        return True
    if _WHO.search(before) is None:
        return False
    closed = _CLOSED.match(text, end)
    verb = closed["verb"] if closed else ""
    return verb in AUXILIARIES | PAST | PRESENT or verb in _VERBS or verb.endswith("ed")


def only_compares(text: str, mention: DateMention) -> bool:
    """Whether a date is only what a clause is held against, "up from 300 in 2019", or that of a letter."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    return before.endswith(", dated ") or _COMPARED.search(before) is not None
