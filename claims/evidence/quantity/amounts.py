"""The numbers of a sentence to amounts: how exact they are, what part they play, per what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from claims.evidence.quantity.measures import FAMILIES, converted, dimension
from claims.evidence.quantity.precision import written
from claims.evidence.quantity.rates import per_of
from claims.evidence.quantity.synonyms import DOWN, UP
from claims.extract.quantities.measures import measure_after
from claims.extract.quantities.mentions import quantities as quantities_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.model.claim import Quantity


class Part(Enum):
    """What part a number plays in its sentence."""

    LEVEL = "level"
    CHANGE = "change"
    BEFORE = "level before a change"
    TIMES = "multiple"
    WHOLE = "whole of a share"
    SHARE = "count within a whole"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as compared.

    `low` and `high` are the ends of a range or the number twice; `step` is the unit of its last written
    digit, `coarse` that of its last digit that is not zero. `bound` is as in `Quantity`, or "nearly".
    `way` is 1 up, -1 down, 0 unsaid. `worked` says how a derived number was found.
    """

    low: float
    high: float
    unit: str
    noun: str
    bound: str | None
    step: float
    coarse: float
    part: Part
    way: int
    per: frozenset[str]
    exact: str
    start: int
    end: int
    worked: str = ""
    fuzzy: bool = False


_NEARLY = re.compile(
    r"\b(?:nearly|almost|close to|not quite|approaching|nearing|just under|just below"
    r"|just short of|virtually)"
    r"(?: (?:a|an|the|all))?[ $€£]*$",
    re.IGNORECASE,
)
_APPROX = (
    r"(?:(?:about|around|some|nearly|almost|roughly|only|just|over|under|more than|less than"
    r"|at least|a|an|another|approximately|an? (?:average|estimated)|as much as|up to|well"
    r"|further|additional|record|the|its|their) )*"
)
_UP = "|".join(sorted(UP - {"up", "more", "above"}, key=len, reverse=True))
_DOWN = "|".join(sorted(DOWN - {"down", "less", "fewer"}, key=len, reverse=True))
_VERB_NUMBER = re.compile(
    rf"\b(?P<verb>{_UP}|{_DOWN})(?: \w+ly)?(?P<how> by| of)? {_APPROX}[$€£]?$", re.IGNORECASE
)
_UP_BY = re.compile(
    rf"\b(?<!make )(?<!makes )(?<!made )(?<!take )(?<!takes )(?<!took )"
    rf"(?<!-)(?P<way>up|down)(?: by)? {_APPROX}[$€£]?$",
    re.IGNORECASE,
)
_PHRASAL = re.compile(
    rf"\b(?:(?!was|were)\w+ed|shut|shot|tore|torn|took|taken|brought|broke|struck|laid|set|put)"
    rf" (?:up|down) {_APPROX}$",
    re.IGNORECASE,
)
"""What is burned down or set up is no change of a level."""
_COLLECTED = re.compile(rf"\b(?:raise|raises|raised|raising) {_APPROX}[$€£]?$", re.IGNORECASE)
"""Money is raised by collecting it: no change of a level."""
_BY = re.compile(rf"\bby {_APPROX}[$€£]?$", re.IGNORECASE)
_DONE_BY = re.compile(
    rf"\b(?:was|were|is|are|been|being|be) (?:\w+ly )?(?P<verb>\w+) by {_APPROX}$", re.IGNORECASE
)
_GROWTH_WAS = re.compile(
    rf"\b(?P<way>growth|increase|rise|gain|jump|surge|decline|decrease|drop|fall|reduction|slump)"
    rf"(?: rate)? (?:was|is|stood at|came to|came in at|reached|amounted to|totalled) {_APPROX}$",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"\b(?:from|compared (?:with|to)|against|instead of) {_APPROX}[$€£]?$", re.IGNORECASE
)
_OPENS_RANGE = re.compile(r"\b(?:from|between) $", re.IGNORECASE)
_TO = re.compile(rf"\b(?:to|at) {_APPROX}[$€£]?$", re.IGNORECASE)
_AFTER_CHANGE = re.compile(
    r"^[ -](?:on average )?(?:(?!of\b|in\b|to\b|and\b|on\b|at\b|for\b|from\b|were\b|was\b"
    r"|than\b|are\b)[a-z-]+ ){0,2}(?P<word>more|less|fewer|higher|lower|bigger|larger"
    r"|smaller|faster|slower|rise|increase|growth"
    r"|jump|surge|gain|fall|drop|decline|decrease|reduction|cut)\b(?! than (?:half|the|[$€£\d]))"
    r"|^ (?P<way>up|down)\b",
    re.IGNORECASE,
)
_DIRECTION = re.compile(r"[a-z]+", re.IGNORECASE)
_LOOK = 60
_OF_A_WHOLE = re.compile(r"^ of (?:the|its|their|all|[a-z]+s)\b")
_JOBS = re.compile(r"^ (?:\w+ )?jobs\b")
_PER_BEFORE = re.compile(
    r"\b(?:per|(?:for|in|of) (?:every|each)|every) (?:about )?$", re.IGNORECASE
)
_AGE_GROUP = re.compile(
    r"(?:(?:under|over)[- ])?\d{1,2}s\b|\d{1,3}(?:(?:-| to |-to-|–)\d{1,3})?[- ]year[- ]olds\b",
    re.IGNORECASE,
)
"""Whom a number means: "under-25s", "18- to 24-year-olds"."""
_OF_A_KIND = re.compile(
    r"[\w.,]+-(?:year|month|week|day|hour|minute|metre|meter|foot|mile|kilometre|litre|inch|tonne|ton|kilo"
    r"|megawatt)(?:-[a-z]+)? (?:[a-z]+ )?[a-z]+[^s\W]s\b",
    re.IGNORECASE,
)
_OVER_SO_LONG = re.compile(
    r"[\w.,]+-(?:year|month|week|day|hour) (?:[a-z]+ )?(?:incidence|average|mean|rate|survival|high|low"
    r"|yield|total|trend|forecast|period)s?\b",
    re.IGNORECASE,
)
"""Over how long a figure is taken: "the seven-day incidence"."""
_ONE = re.compile(r"\b(?:an?|the|his|her|its|their|this|that|one)(?: [a-z]+)? $", re.IGNORECASE)
"""Before a number of one thing: "a ten-year sentence" tells how long, "ten-year bonds" of which kind."""
_AGE_BEFORE = re.compile(
    r"\b(?:child|children|people|adults?|women|men|girls?|boys?|those|pupils|voters"
    r"|residents|patients|persons|citizens|workers"
    r"|(?-i:[A-Z][a-z]+s)|infants|drivers|everyone|anyone|population|youths?|teenagers) (?:who (?:are"
    r"|were) )?(?:aged?|under|over|older than"
    r"|younger than|above|below|between)(?: (?:the age of|age|under|over|between|from"
    r"|at least|#+(?: to|-| and)))* ?$",
    re.IGNORECASE,
)
_BY_AGE = re.compile(r"\b(?:marr(?:y|ies|ied)|died?|started|left school) before (?:the age of )?$")
_NOT_AGE = re.compile(r"^ ?(?:%|percent|per cent|people|metres|feet|km|miles|kilo)", re.IGNORECASE)
AGE = "age"
"""The noun of a number of years that is somebody's age."""
_OLD = re.compile(r"^[ -](?:old|of age)\b")
_OLD_BEFORE = re.compile(r"\b(?:aged?|turned|turns)(?: of)? $", re.IGNORECASE)
_IS_AGED = re.compile(
    r"(?:\b[A-Z][\w’'-]+ [A-Z][\w’'-]+|\b[Hh]e|\b[Ss]he|\b(?:average|mean|median|retirement|voting|pension"
    r"|minimum|school-leaving) age(?: (?:of|for|at|in) [^,;:#]{2,32})?) (?:is|was)(?: now)? $"
)
_SINGLE = re.compile(
    r" (?:[a-z]+ )?(?:tickets?|fares?|rooms?|beds?|journey|trip|mother|father|parent|woman|man|market"
    r"|currency|malt)\b"
)
"""What is of a kind, and not one: a single room."""
_END = re.compile(r"[.,;]?(?:$| (?:and|when)\b)|, ")
_NAMED_AGE = re.compile(r"[A-Z][\w’'-]+(?:, |,? \()$")
_ENERGY = {
    "terawatt-hour": "TWh",
    "gigawatt-hour": "GWh",
    "megawatt-hour": "MWh",
    "kilowatt-hour": "kWh",
}
_HOURS = re.compile(r"[ -]hours?\b")
_TOGETHER = frozenset([" ", " and ", ", "])
_IN_TWO = frozenset([("foot", "inch"), ("pound", "ounce")])
MOST = 40
"""Amounts of one sentence that are read; a sentence with more is a table, and its rest is left alone."""


def amounts_in(
    sentence: str, masked: str, several: Sequence[Quantity] | None = None
) -> tuple[Amount, ...]:
    """The amounts of a sentence; `masked` is the sentence with its numbers crossed out.

    >>> text = "Rents rose by 3.5 percent, or to 700 euros a month"
    >>> [(a.low, a.unit, a.part.value, a.way, sorted(a.per)) for a in amounts_in(text, text)]
    [(3.5, 'percent', 'change', 1, []), (700.0, 'EUR', 'level', 1, ['month'])]
    """
    found: list[Amount] = []
    several = (quantities_in(sentence) if several is None else several)[:MOST]
    for i, quantity in enumerate(several):
        if found and quantity.start < found[-1].end:
            continue
        often = i == 0 and is_interval(masked, quantity)
        if not often and qualifies(masked, quantity.start, quantity.end):
            continue
        if quantity.exact.endswith(" single") and _SINGLE.match(sentence, quantity.end):
            continue
        upper = several[i + 1] if i + 1 < len(several) else None
        spans = upper is not None and _ranges(quantity, upper)
        amount = _amount(sentence, masked, quantity, upper if spans else None)
        if upper is not None and masked[amount.end : upper.start] in _TOGETHER:
            amount = _compound(sentence, amount, _amount(sentence, masked, upper, None))
        found.append(replace(amount, per=frozenset(["every"])) if often else amount)
    return tuple(found)


def _compound(sentence: str, amount: Amount, rest: Amount) -> Amount:
    """One measure of two units: "three hours and 48 minutes", "6 feet 2 inches"."""
    kinds = {dimension(amount.unit), dimension(rest.unit)}
    if kinds != {"length of time"} and (amount.unit, rest.unit) not in _IN_TWO:
        return amount
    small = converted(1.0, rest.unit, amount.unit)
    if rest.bound or rest.low * small >= 1:
        return amount
    return replace(
        amount,
        low=amount.low + rest.low * small,
        high=amount.low + rest.low * small,
        noun=amount.noun or rest.noun,
        step=rest.step * small,
        coarse=rest.coarse * small,
        per=rest.per,
        exact=sentence[amount.start : rest.end],
        end=rest.end,
    )


def qualifies(masked: str, start: int, end: int) -> bool:
    """Whether the number at `[start, end)` only says which things are counted, or per how many.

    >>> text = "4 deaths per 1,000 children under 5"
    >>> [qualifies(text, text.index(n), text.index(n) + len(n)) for n in ("4", "1,000", "5")]
    [False, True, True]
    """
    before = masked[max(0, start - _LOOK) : start]
    if _PER_BEFORE.search(before) or _AGE_GROUP.match(masked, start):
        return True
    if _OF_A_KIND.match(masked, start) and not _ONE.search(before):
        return True
    if _OVER_SO_LONG.match(masked, start) or _BY_AGE.search(before):
        return True
    return (
        _AGE_BEFORE.search(before) is not None and _NOT_AGE.match(masked[end : end + _LOOK]) is None
    )


def is_interval(masked: str, quantity: Quantity) -> bool:
    """Whether a number tells how often something happens: "returns every 76 years".

    >>> text = "The comet returns every 76 years"
    >>> is_interval(text, quantities_in(text)[0])
    True
    """
    timed = _unit(quantity.unit)[0] in _SPANS
    return timed and masked.endswith("every ", 0, quantity.start)


def _ranges(low: Quantity, high: Quantity) -> bool:
    near = high.start - low.end < 12  # noqa: PLR2004 - " to about "
    return low.comparator == ">=" and high.comparator == "<=" and near and low.value < high.value


def _amount(sentence: str, masked: str, quantity: Quantity, upper: Quantity | None) -> Amount:
    last = upper or quantity
    end = last.end + _reach(masked[last.end : last.end + _LOOK], last.unit)
    before = masked[max(0, quantity.start - _LOOK) : quantity.start]
    after = masked[end : end + _LOOK]
    part, way = _part(_OPENS_RANGE.sub("", before) if upper else before, after, quantity)
    step, coarse = written(quantity.exact, quantity.value)
    unit, noun = _unit(last.unit)
    if unit == "count" and not noun and _IS_AGED.search(before) and _END.match(after):
        unit = "year"
    if unit == "year" and _is_age(before, after):
        noun = AGE
        old = _OLD.match(after)
        end += old.end() if old else 0
    if hours := _HOURS.match(after):
        unit, end = f"{unit}-hour", end + hours.end()
        unit = _ENERGY.get(unit, unit)
    bound = quantity.comparator if upper is None else None
    if bound == "~" and _NEARLY.search(before):
        bound = "nearly"
    return Amount(
        low=quantity.value,
        high=last.value,
        unit=unit,
        noun=noun,
        bound=bound,
        step=step,
        coarse=coarse,
        part=part,
        way=way,
        per=per_of(masked, quantity.start, end),
        exact=sentence[quantity.start : last.end],
        start=quantity.start,
        end=end,
        fuzzy=_is_fuzzy(quantity),
    )


def _is_age(before: str, after: str) -> bool:
    """Whether a number of years is somebody's age."""
    if _OLD.match(after) or _OLD_BEFORE.search(before):
        return True
    if _IS_AGED.search(before):
        return True
    return after[:1] in {",", ")"} and _NAMED_AGE.search(before) is not None


def _reach(after: str, unit: str | None) -> int:
    """How many characters the words of a measure take after its number."""
    measure = measure_after(after, digits=True)
    return measure[1] if measure is not None and measure[0] == unit else 0


def _unit(unit: str | None) -> tuple[str, str]:
    """The unit as compared, and the noun that is counted: nouns are all one unit, "count"."""
    if unit is None:
        return "count", ""
    if unit in _LENGTHS:  # "twelve years' imprisonment"
        return unit.removesuffix("s"), ""
    code = unit.isupper() and len(unit) == 3  # noqa: PLR2004 - ISO 4217
    lower = unit in _NAMES or code
    return (unit, "") if lower else ("count", unit)


def _is_fuzzy(quantity: Quantity) -> bool:
    """Whether a share or multiple is told in words ("a third", "doubled") and so meant roughly."""
    return quantity.unit in {"percent", "times"} and not re.search(
        r"%|per ?cent|\dx|\.\d", quantity.exact
    )


def _part(before: str, after: str, quantity: Quantity) -> tuple[Part, int]:
    """What part a number plays, and which way it went."""
    way, unit = _way(before, after), quantity.unit or ""
    if quantity.exact.lower().startswith("halv"):
        return Part.CHANGE, -1
    if quantity.unit == "times":
        return Part.TIMES, way
    collected = quantity.unit != "percent" and _COLLECTED.search(before)
    if collected or _FROM.search(before):
        return Part.LEVEL if collected else Part.BEFORE, 0
    of_a_whole = quantity.unit == "percent" and _OF_A_WHOLE.match(after) is not None
    if of_a_whole and (not _BY.search(before) or _is_doer(before)):
        return Part.LEVEL, 0
    counted = _unit(quantity.unit)[0] == "count"
    turned = _turn(before.rpartition(",")[2], after, counted=counted)
    by = _BY.search(before) and (way or unit == "percent" or unit.startswith("degree "))
    if turned or by or quantity.unit in {"percentage point", "basis point"}:
        return Part.CHANGE, turned or way
    return Part.LEVEL, way if _TO.search(before) else 0


def _is_doer(before: str) -> bool:
    """Whether a share is of those who do something: "was rejected by two thirds of voters"."""
    match = _DONE_BY.search(before)
    return match is not None and match["verb"].lower() not in UP | DOWN


def _turn(before: str, after: str, *, counted: bool) -> int:
    """Which way the words right at the number make it a change ("up 12 percent", "12 percent more")."""
    match = None if counted and _PHRASAL.search(before) else _UP_BY.search(before)
    if match is None and not _JOBS.match(after):
        match = _VERB_NUMBER.search(before)
    match = match or _GROWTH_WAS.search(before) or _AFTER_CHANGE.search(after)
    if match is None:
        return 0
    word = next(group for group in match.groups() if group)
    return 1 if word.lower() in UP else -1


def _way(before: str, after: str) -> int:
    """Which way the nearest word of change points, first before the number, then after it."""
    ahead, behind = (_DIRECTION.findall(text) for text in (after[:30], before))
    for text in (reversed(behind), iter(ahead)):
        for word in text:
            if word.lower() in UP:
                return 1
            if word.lower() in DOWN:
                return -1
    return 0


_SPANS = frozenset("year month week day hour minute second".split())
_LENGTHS = frozenset("years months weeks days hours minutes".split())
_NAMES = frozenset(
    """percent year month week fortnight day hour minute second decade century millennium mile
    kilometre metre centimetre millimetre foot inch yard acre hectare kilogram gram milligram
    tonne ton ounce pound litre gallon barrel knot degree watt kilowatt megawatt gigawatt terawatt volt
    decibel megabyte gigabyte terabyte carat calorie light-year kWh MWh GWh TWh kHz MHz GHz mph
    km/h m/s ppm ppb magnitude category times time""".split()
) | {
    "percentage point", "basis point", "nautical mile", "square kilometre", "square metre", "square mile",
    "square foot", "cubic metre", "cubic foot", "degree Celsius", "degree Fahrenheit", *FAMILIES,
}  # fmt: skip
