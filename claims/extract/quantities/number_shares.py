"""A fraction in words to whether it tells a share ("half its value"), and whether that is a least share."""

from __future__ import annotations

import re

from claims.extract.grammar.number_words import ONES, PARTS

_BEFORE_HALVES = re.compile(
    r"\b(?:first|second|third|fourth|latter|other|opening|final|top|bottom|northern|southern|eastern"
    r"|western|better|upper|lower|last|early|late|each|and a) $",
    re.IGNORECASE,
)
_SHARED_OUT = re.compile(
    r"(?:^|[.;:] )Of (?:the|those|these|its|their|all|some)\b[^.;:,]{1,40}, "
    r"(?:about |around |nearly |only )?$"
)
_BOUNDED = re.compile(
    r"\b(?:by|(?:cut|slashed|reduced) (?:\w+ ){0,3}(?:in|to)|than|nearly|almost|about|over|roughly|only|just"
    r"|under|below|like|(?:rise|fall|drop|cut|increase|decrease|loss|gain|decline|reduction) of"
    r"|at least|at most|as (?:much|many|little) as"
    r"|(?:up|down|rose|risen|rises|fell|fallen|falls|jumped|dropped|climbed|grew|grown|declined|slumped|surged|shrank"
    r"|shrunk|increased|decreased|tumbled|plunged|soared)"
    r"|(?:down|up|fell|fallen|falls|dropped|rose|risen|closer|shrunk|shrank) to) $",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\s?[.,;:)]|$|\s(?:part of|in|since|from|to|after|last|this|more|less|were|are|have|had|said|within"
    r"|between|during|by|on|over|before|under|against|compared|and|or|while|when|because|for|through|across"
    r"|among|until|overnight|today|yesterday)\b"
)
_MORE_THAN = re.compile(
    r" (?:more|less|fewer|higher|lower|larger|smaller|bigger|cheaper|longer|faster)"
    r"(?= than\b|\s?[.,;:)]|$| (?:in|on|for) )| (?:more|fewer) [a-z]{2,}[^s\W]s\b"
)
"""What a share more or less than something is told with: "a fifth less than last year"."""

_MUST = re.compile(
    r" of (?:(?!what\b|it\b|they\b|he\b|she\b|we\b|you\b)[^\s.;,\d]+ ){1,8}?"
    r"(?:must|have to|needs? to|(?:is|are) (?:required|needed))\b",
    re.IGNORECASE,
)


def value_of_fraction(words: str) -> float:
    """The value of "half", "a third", "two-thirds" or "3/4".

    >>> value_of_fraction("three-quarters"), value_of_fraction("3/4")
    (0.75, 0.75)
    """
    if "/" in words:
        over, under = words.split("/")
        return int(over) / int(under)
    *lead, part = re.split(r"[\s-]", words.lower())
    over_word = lead[-1] if lead else "a"
    return ONES.get(over_word, 1.0) / PARTS[part.removesuffix("s") if part != "halves" else "half"]


def is_part_of(measured: str, unit: str, words: str, *, before: str) -> bool:
    """Whether "half an hour" is one: a quarter year is a season, "a third day" an ordinal.

    >>> is_part_of(" an hour", "hour", "half", before="waited ")
    True
    """
    if re.search(r"\b(?:first|second|last|other|final) $", before):
        return False
    if re.match(r"an? (?!quarter|half)", words):
        return "of" in measured
    lone = words.endswith("quarter") and unit.lower() not in {"mile", "hour", "century"}
    return not lone or "of" in measured


def needed(before: str, after: str) -> str | None:
    """A majority of two thirds needs at least that, and so does what two thirds must vote for.

    >>> needed("a ", "-majority"), needed("", " of them must agree"), needed("", " of them agree")
    ('>=', '>=', None)
    """
    if re.match(r"[ -](?:super-?)?majority\b", after) or _MUST.match(after):
        return ">="
    asked = re.search(r"\b(?:if|unless|needs?|requires?|requiring) $", before, re.IGNORECASE)
    return ">=" if asked and re.match(r" of\b", after) else None


def is_share(words: str, before: str, after: str) -> bool:
    """Whether a fraction tells a share, and is no ordinal, half-time or quarter of a year.

    >>> is_share("a third", "rose by ", " in May"), is_share("a third", "", " president")
    (True, False)
    """
    if re.match(r"(?:st|nd|rd|th)\b|-(?!majority)\w| (?:in a row|running|consecutive)\b", after):
        return False
    if re.match(r" of\b(?! the (?:century|year|season|match|game)\b)", after) or needed(
        before, after
    ):
        return words != "quarter" and _BEFORE_HALVES.search(before) is None
    if re.fullmatch(r"(?:an?|one)[ -]\w+|half|quarter", words):
        return _is_plain_share(words, before, after)
    return not re.match(r" (?:place|prize)\b", after)


def _is_plain_share(words: str, before: str, after: str) -> bool:
    """Whether "half" or "a third" without "of" is a share: "half its value", "rose by a third"."""
    if re.match(r" as (?:much|many|big|large|likely|fast|high|long)\b", after):
        return words != "quarter"
    if words == "half" and re.match(r" (?:the|its|their|his|her|our|all|that|those|as)\b", after):
        return _BEFORE_HALVES.search(before) is None
    if words == "half" and re.match(r" (?:full|empty)\b", after):
        return True
    if _SHARED_OUT.search(before) and re.match(r" (?:were|was|are|is|had|have|died|said)\b", after):
        return words != "quarter"  # "Of the 120 passengers, a third were children"
    compared = words != "half" and _MORE_THAN.match(after) is not None
    bounded = _BOUNDED.search(before) is not None and _ENDS.match(after) is not None
    return words != "quarter" and (compared or bounded)
