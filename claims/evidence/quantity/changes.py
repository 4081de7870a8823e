"""Two levels in a statement to the change between them: "from 410,000 in 1990 to 822,000 in 2010"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Amount, Part
from claims.evidence.quantity.measures import FAMILIES, dimension
from claims.evidence.quantity.relation import into

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.evidence.quantity.statement import Statement

DIFFERENCE, RATIO = "difference", "ratio"
_TO = re.compile(r"\bto\b")
_UP_FROM = re.compile(r"\b(?:up|down|from|compared|against)\b")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SCALE = re.compile(rf"\b({'|'.join(_SCALES)})\b", re.IGNORECASE)
_GAP = 90
_DATE_NEAR = 44
_PLAIN_JOINT = re.compile(
    r"^(?: (?:\w+|#+)){0,6}? (?:in|for|at the (?:end|start|beginning) of) #+"
    r"(?:,? (?:and|but|to|compared with|against|from)|,|;)(?: (?:only"
    r"|just|about|had|some|it|to|was|were|had|risen|fallen|reached))* [$€£]?$"
)
_DATE_FIRST = re.compile(
    r"^(?: \w+){0,6}? in #+[;,] (?:and )?(?:in|by) #+,? (?:it|they|there|the [a-z]+)"
    r" (?:was|were|had|has|is|are|stood at) [$€£]?$"
)


def changes(found: Statement) -> Iterator[tuple[Amount, str]]:
    """Differences, percentages and ratios of each pair of levels, each with its kind.

    >>> from claims.evidence.quantity.statement import statement
    >>> said = statement("Sales rose from 20,000 to 26,000 cars.", published=None)
    >>> [(kind, a.low, a.unit) for a, kind in changes(said)]
    [('difference', 6000.0, 'count'), ('ratio', 30.0, 'percent'), ('ratio', 1.3, 'times')]
    """
    for first, second in pairwise(found.amounts):
        between = found.plain[first.end : second.start]
        if len(between) > _GAP or (";" in between and not _DATE_FIRST.search(between)):
            continue
        if first.part is Part.BEFORE and _TO.search(between):
            before, after = first, second
        elif second.part is Part.BEFORE and _UP_FROM.search(between):
            before, after = second, first
        elif years := _dated_pair(found, first, second):
            before, after = (first, second) if years[0] < years[1] else (second, first)
        else:
            continue
        after = replace(after, unit=before.unit) if _in_same_money(before, after) else after
        before = _same_unit(before, after)
        if (
            before.unit == after.unit
            and before.low > 0
            and after.low > 0
            and before.low != after.low
        ):
            yield from _change(before, after)


def _dated_pair(found: Statement, first: Amount, second: Amount) -> tuple[str, str] | None:
    """The days of "412,000 in 1990 and 830,000 in 2020": two levels of one thing, each with its date."""
    alike = {first.part, second.part} <= {Part.LEVEL, Part.BEFORE}
    alike = alike and (first.unit == second.unit or _in_same_money(first, second))
    nouns = {a.noun.lower() for a in (first, second) if a.noun}
    if not alike or len(nouns) > 1:
        return None
    between = found.plain[first.end : second.start]
    days = [_day(found, first), _day(found, second)]
    if _DATE_FIRST.search(between):  # "24 pupils in 2005; in 2015 it had 21"
        told = [
            p
            for p in found.periods
            if first.end <= p.start < second.start and p.way in {"in", "by"}
        ]
        days = (
            [p.first if p.first[0].isdigit() else None for p in told]
            if len(told) == len(days)
            else []
        )
    elif not _PLAIN_JOINT.search(between):
        return None
    if len(days) != 2 or None in days or days[0] == days[1]:  # noqa: PLR2004 - two levels
        return None
    return str(days[0]), str(days[1])


def _day(found: Statement, amount: Amount) -> str | None:
    """The first day of the date right behind a number."""
    reach = range(amount.end, amount.end + _DATE_NEAR + 1)
    after = [p for p in found.periods if p.start in reach and p.way == "in"]
    return after[0].first if after and after[0].first[0].isdigit() else None


def _in_same_money(first: Amount, second: Amount) -> bool:
    """Whether a second sum leaves its money to the first: "50.1 billion dollars in 2011 and 52.3 billion"."""
    left = second.unit == "count" and not second.noun and second.exact.endswith("illion")
    return left and len(first.unit) == 3 and first.unit.isupper()  # noqa: PLR2004 - ISO 4217


def _same_unit(before: Amount, after: Amount) -> Amount:
    """The first level in unit and scale of the second: "from 12 to 15 euros", "from 800 m to 1.2 km"."""
    if before.unit == "count" and not before.noun:
        times = _scale_left_out(before, after)
        sized = {n: getattr(before, n) * times for n in ("low", "high", "step", "coarse")}
        return replace(before, unit=after.unit, **sized)
    measures = {before.unit, after.unit} <= FAMILIES and before.unit != after.unit
    if measures and dimension(before.unit) == dimension(after.unit):
        return into(before, after.unit)
    return before


def _scale_left_out(before: Amount, after: Amount) -> float:
    """What "from 2.0 to 2.2 million" leaves to its second number."""
    scale = _SCALE.search(after.exact)
    if scale is None or _SCALE.search(before.exact) or before.low >= _SCALES["thousand"]:
        return 1.0
    return _SCALES[scale[1].lower()]


def _change(before: Amount, after: Amount) -> Iterator[tuple[Amount, str]]:
    way = 1 if after.low > before.low else -1
    more = "more" if way > 0 else "less"
    ends = f"{before.low:,.12g} to {after.low:,.12g}"
    base = replace(after, part=Part.CHANGE, way=way, bound=None, noun="")
    coarse = max(before.coarse, after.coarse)
    size = round(abs(after.low - before.low), 9)
    step = max(before.step, after.step)
    unit = "percentage point" if after.unit == "percent" else after.unit
    worked = f"{ends} is {size:,.12g} {more}"
    yield _sized(base, size, unit, max(coarse, step), worked, step=step), DIFFERENCE
    base = replace(base, per=frozenset())
    percent = 100 * size / before.low
    blur = 100 * (before.coarse + after.coarse) / 2 / before.low if coarse > 1 else 1.0
    step = max(1.0, min(blur, 2.0))
    worked = f"{ends} is {percent:.4g} % {more}"
    yield _sized(base, percent, "percent", 1.0, worked, step=step), RATIO
    ratio = after.low / before.low
    base = replace(base, part=Part.TIMES, fuzzy=True)
    worked = f"{after.low:,.12g} / {before.low:,.12g} = {ratio:.3g}"
    yield _sized(base, ratio, "times", 0.1, worked, step=0.1), RATIO


def _sized(  # noqa: PLR0913 - one number as worked out
    base: Amount, value: float, unit: str, coarse: float, worked: str, *, step: float
) -> Amount:
    return replace(base, low=value, high=value, unit=unit, coarse=coarse, worked=worked, step=step)
