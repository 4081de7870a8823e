"""A month without a year, and "tomorrow", that name no one time: "each May", "would vote tomorrow"."""

from __future__ import annotations

import re

from claims.extract.dates.outlook import lookback
from claims.extract.grammar.given_names import gender_of
from claims.extract.grammar.verbs import PAST

_BLANKS = " \u00a0\n"
_AND_NEXT = re.compile(r"\sand\s(?:in\s)?[A-Z][a-z]+,?\s(?:of\s)?(?:that|the\ssame)\syear\b")
_SUPPOSED = re.compile(
    r"\b(?:would\s(?:\w+\s)?vote|(?:was|were)\s(?:\w+\s)?(?:held|called))\b[^.;]*\Z"
)
_SUPPOSED_SIZE = 60  # characters
_PERSON = re.compile(r"\s([A-Z][a-zß-ÿ]+)[\w-]*\s[A-Z]")
_PART = re.compile(r"\bthe\s(?:start|beginning|middle|end|close)\s\Z")
_PART_SIZE = 16  # characters
_ACTS = re.compile(
    r"\s(?!(?:Day|Fools?|Madness|Revolution|Uprising)\b)[A-Z][\w’'-]+"
    rf"(?:\s[A-Z][\w’'-]+){{0,2}}\s(?:also\s|then\s)?(?:[a-z]{{3,}}ed|{'|'.join(sorted(PAST))})\b"
)
"""A name that acts, right behind a month."""
_YEARLY = re.compile(
    r"(?:\b(?:(?:every|each)\s(?:single\s|other\s)?year|usually|normally|typically|season\s(?:lasts|runs))\b|\ba\syear,)"
    r"(?:[^.!?;\n]|\.\d)*\Z",
    re.IGNORECASE,
)
"""What is so in every year: "is usually closed from July to November"."""
_USUAL = re.compile(r"\b(?:typical|usual|unusual|normal)\s\Z")
_YEARLY_BEHIND = re.compile(r"\s(?:of\s)?(?:every|each)\syear\b")
_YEARLY_SIZE, _YEARLY_NEAR = 160, 16  # characters


def names_thing(match: re.Match[str]) -> bool:
    """Whether a capital behind a month may be of one name with it: no person begins there."""
    text, end = match.string, match.end()
    if _AND_NEXT.match(text, end):
        return True  # "in May and June of that year"
    if not text[end + 1 : end + 2].isupper() or text[end] not in _BLANKS:
        return False
    if match["lead"] == "of" and _PART.search(lookback(match, _PART_SIZE)):
        return False  # "By the start of April Rovers were second"
    if match["lead"] == "In" and _ACTS.match(text, end):
        return False  # "In November Rovers sacked him"
    person = _PERSON.match(text, end) if match["lead"] == "In" else None
    return person is None or not gender_of(person[1])


def is_yearly(match: re.Match[str]) -> bool:
    """Whether its sentence tells what comes about each year: "every year it grew from May"."""
    before = lookback(match, _YEARLY_SIZE)
    behind = match.string[match.end() : match.end() + _YEARLY_NEAR]
    told = " year" in behind and _YEARLY_BEHIND.match(behind) is not None
    return told or _YEARLY.search(before) is not None or _USUAL.search(before) is not None


def is_supposed(match: re.Match[str]) -> bool:
    """Whether "tomorrow" is the day of a vote that nobody has called.

    >>> is_supposed(re.search("tomorrow", "56% would vote for it tomorrow"))
    True
    """
    return _SUPPOSED.search(lookback(match, _SUPPOSED_SIZE)) is not None
