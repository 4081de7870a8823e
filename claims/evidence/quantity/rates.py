"""What follows a number to what it is counted per: a year, a person, a tonne."""

from __future__ import annotations

import re

_TIMES_OF = {
    "year": "year", "month": "month", "week": "week", "day": "day", "hour": "hour", "night": "night",
    "minute": "minute", "second": "second", "quarter": "quarter", "annum": "year", "season": "season",
}  # fmt: skip
TIMES = frozenset(_TIMES_OF.values())
_HEADS = frozenset("person head capita inhabitant resident citizen".split())
_ANYBODY = _HEADS | frozenset(
    """people population live residents a in each on at and or per of
    hundred thousand million""".split()
)
"""What follows "per 100,000" without saying more: people, or no noun at all."""
_PER = re.compile(
    r"(?:\b(?P<how>a|an|per|each|every|for every|for each)[ -]|-a-)(?P<unit>"
    r"[#\d][#\d,.]*(?: (?:hundred|thousand|million))?(?: live)?(?: \w+)?|kilowatt-hour"
    r"|(?:square|cubic) [a-z]+|[a-z]+)",
    re.IGNORECASE,
)
_ADVERB = {
    "annually": "year", "yearly": "year", "annual": "year", "daily": "day", "weekly": "week",
    "monthly": "month", "hourly": "hour", "nightly": "night", "quarterly": "quarter",
}  # fmt: skip
_ADVERB_WORD = re.compile(rf"\b(?i:{'|'.join(_ADVERB)})\b(?! [A-Z])")
"""How often, but not the name of a newspaper: "the Daily Record"."""
_NO_RATE = re.compile(
    r"\b(?:in|within|for|after|once|over|about|than|half|quarter|during|of|from|was|is) $",
    re.IGNORECASE,
)
_AGO = re.compile(r"^ (?:ago|earlier|later|before|after)\b", re.IGNORECASE)
_RATED = frozenset(
    """household family pupil student child patient ounce barrel tonne ton kilo kilogram litre gallon acre
    hectare mile kilometre kilometer ticket share unit worker employee match game visit passenger
    woman man birth dose bottle pound megawatt room flat bed vehicle car person head kilowatt-hour
    capita inhabitant resident citizen""".split()
)
_LOOK = 60


def per_of(masked: str, start: int, end: int) -> frozenset[str]:
    """Per what the number at `[start, end)` counts: "a year", "per person", "daily".

    >>> text = "## dollars per head a year"
    >>> sorted(per_of(text, 0, 10))
    ['person', 'year']
    """
    found = set()
    after = re.split(
        r"[;:,](?!\d)|\band\b(?! a\b)|\bbut\b|\bup from\b|\bdown from\b", masked[end : end + _LOOK]
    )[0]
    for match in _PER.finditer(after):
        rate = _rate(match["unit"], how=(match["how"] or "a").lower())
        if rate and not (
            _NO_RATE.search(after[: match.start()]) or _AGO.match(after[match.end() :])
        ):
            found.add(rate)
    if " per " in masked and (thing := _PER_THING.search(masked[:start])):
        found |= {thing["unit"].lower()} & _RATED - _HEADS
    if _PER_HEAD.search(masked[max(0, start - 2 * _LOOK) : start]):
        found.add("person")
    around = after + " " + re.split(r"[;:,](?!\d)", masked[max(0, start - _LOOK) : start])[-1]
    found |= {_ADVERB[word.lower()] for word in _ADVERB_WORD.findall(around)}
    for match in _EACH.finditer(masked):
        found.add(match[1].lower())
    if opening := _A_LITRE.match(masked):
        rate = _rate(opening["of"], how="per")
        found |= {rate} if rate and (_is_rated(opening["of"]) or opening["each"]) else set()
    return frozenset(found)


_PER_HEAD = re.compile(
    r"(?:\bper[ -](?:capita|head|person|inhabitant)\b|^\W*(?:[a-z]+ )?per (?:capita|head|person|inhabitant),)"
    r"[^,;]*$",
    re.IGNORECASE,
)
_PER_THING = re.compile(r"(?:^|[,;])[^,;\d#]*[a-z] per (?P<unit>[a-z]+)\b[^,;\d#]*$")
"""Per what is counted, told before every number: "spending per pupil was"."""
_PER_FIRST = re.compile(r"[^,;\d#]*[a-z] (?P<per>per (?P<unit>[a-z]+))\b[^,;\d#]*#")
_A_HEAD = re.compile(r"(?<=[a-z] )per[ -](?:capita|head|person|inhabitant)\b(?=[^,;]*#)")
"""Per what is counted, told behind a noun: "consumption per head"."""
_EACH = re.compile(r"\b(?:each|every) (year|month|week|day|night)\b", re.IGNORECASE)
_A_LITRE = re.compile(
    r"(?:(?:In|For|At) [A-Z]\w+,? )?(?P<how>[Aa]n?|[Oo]ne|(?P<each>[Ee]ach|[Ee]very"
    r"|[Pp]er)) (?P<of>(?:square |cubic )?[a-z-]+) of\b"
)


def rate_name(noun: str) -> str | None:
    """What a count of `noun` could be divided by: a total of money for 200,000 pupils is so much per pupil.

    >>> rate_name("young pupils"), rate_name("inhabitants"), rate_name("reforms")
    ('pupil', 'person', None)
    """
    last = noun.lower().split()[-1:] or [""]
    rate = _rate(last[0], how="a")
    return rate if rate not in TIMES else None


def rate_spans(masked: str) -> tuple[tuple[int, int], ...]:
    """Where a sentence says per what its numbers count: those words count nothing themselves.

    >>> rate_spans("## dollars a tonne in a mine")
    ((11, 18),)
    """
    opening = _A_LITRE.match(masked)
    rated = opening and (opening["each"] or _is_rated(opening["of"]))
    first = [(opening.start("how"), opening.end())] if opening and rated else []
    first += [match.span() for match in _A_HEAD.finditer(masked)]
    if " per " in masked and (ahead := _PER_FIRST.match(masked)):
        first += [ahead.span("per")] if ahead["unit"].lower() in _RATED - _HEADS else []
    return tuple(first) + tuple(
        match.span()
        for match in _PER.finditer(masked)
        if masked[max(0, match.start() - 40) : match.start()].count("#")
        and _rate(match["unit"], how=(match["how"] or "a").lower())
        and not _NO_RATE.search(masked[: match.start()][-20:])
    )


def _is_rated(noun: str) -> bool:
    rate = _rate(noun, how="per")
    return rate is not None and (rate in _RATED or " " in rate)


def _rate(unit: str, *, how: str) -> str | None:
    if unit[:1] == "#" or unit[:1].isdigit():
        base = unit.lower().split()[-1].removesuffix("s")
        of = "" if not base.isalpha() or base in _ANYBODY else f" of {base}"
        return f"number{of}" if how in {"per", "for every", "every"} else None
    word = unit.lower()
    if word.startswith(("square ", "cubic ")):
        return word.removesuffix("s")
    word = word if word in _TIMES_OF or word in _RATED else word.removesuffix("s")
    if word in _HEADS:
        return "person"
    if word in _TIMES_OF:
        return _TIMES_OF[word]
    if word in _RATED or (how in {"per", "for every"} and word != "cent"):
        return word
    return None
