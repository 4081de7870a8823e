"""The amounts of a statement to those that arithmetic gives: shares, changes, per head, lengths."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.evidence.quantity.amounts import Amount, Part
from claims.evidence.quantity.changes import changes
from claims.evidence.quantity.proportions import singular
from claims.evidence.quantity.rates import rate_name
from claims.model.so_many import so_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.evidence.quantity.periods import Period
    from claims.evidence.quantity.statement import Statement

SHARE, HEAD, LENGTH = "share", "head", "length"


@dataclass(frozen=True, slots=True)
class Derived:
    """An amount that was worked out, and how."""

    amount: Amount
    kind: str


_OF = re.compile(
    r"^(?: [\w’'-]+){0,2}? (?:(?:out )?of|among) (?:(?:the|its|their|his|her|all|a total of|these"
    r"|those|some|about|every|an? estimated"
    r"|nearly|more than|over|roughly|around|almost) )*(?:[\w-]+[’']s? )?"
    r"(?:(?:total|annual )?(?:budget|spending|turnover|revenue|income|area|population) of )?[$€£]?$"
)
_OF_BEFORE = re.compile(
    r"(?:^|[,;.] )(?:[Oo]ut )?[Oo]f (?:(?:the|its|their|all|some|about|these|those|nearly"
    r"|more than|an? estimated) )*"
    r"(?:[\w-]+[’']s? )?(?:(?:[a-z-]+ ){1,2}of )?$"
)
_OF_THEM = re.compile(r"^(?: \w+)? (?:of|among) (?:them|whom|which|these|those)\b")
_OF_WHICH = re.compile(r"\bof (?:which|whom|them|these|those)(?: \w+){0,2} $")
_PARTITIVE = re.compile(
    r"(?:^|[,;] )(?:Of|Among|Out of) (?:the|those|these|its|all|their)\b[^#]*$"
    r"|\b(?:including|among them|of (?:whom|which|them|these|those))"
    r"(?: \w+){0,2} $",
    re.IGNORECASE,
)
_GAP = 90
_PEOPLE = re.compile(
    r"\b(?:people|inhabitants?|residents?|citizens?|population|persons?|souls"
    r"|[A-Z]\w+(?:ans?|ers?|ese|is))\b"
)
_AREAS = frozenset(["hectare", "acre", "square kilometre", "square mile"])
_ON = re.compile(
    r"\b(?:on|from|over|across|covers|area of|area is|area was)"
    r" (?:(?:about|some|nearly|almost|around|more than|just|over) )?$"
)
"""What stands before the area from which something is harvested, or on which people live."""
_POPULATION_NEAR = 40
_HEAD_BLUR = 0.05
_POPULATION = re.compile(r"\bpopulation (?:is|was|stands at|of)[\w ]{0,12}$", re.IGNORECASE)
_SPAN = re.compile(r"\b(?:from|between)\b|[-–—]|\bto\b|\buntil\b", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_WITH_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH_WORD = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DAY_TO_DAY = re.compile(
    rf"\b(?:from|between) (?:(?P<a>\d{{1,2}}) )?(?P<b>{_MONTH_WORD})?(?: ?(?P<c>\d{{1,2}}))?"
    rf" (?:to|until|till|and|through) (?:(?P<d>\d{{1,2}}) )?(?P<e>{_MONTH_WORD})(?: (?P<f>\d{{1,2}}))?"
    r"\b(?!,? \d)"
)
_YEAR_DAYS = 365.2425
_A_DAY = r"\d{1,2}(?!\d)"
_THROUGH = r" ?(?:to|until|till|and|through|[-–—]) ?"
_DAYS = re.compile(
    rf"(?<!\d){_A_DAY}(?: {_MONTH_WORD}(?: \d{{4}})?)?{_THROUGH}{_A_DAY} {_MONTH_WORD}"
    rf"|{_MONTH_WORD} {_A_DAY}(?:, \d{{4}})?{_THROUGH}(?:{_MONTH_WORD} )?{_A_DAY}"
)
"""A stretch from one day to another: "4 to 15 March 2019"."""


def parted(found: Statement) -> Statement:
    """The statement with counts within a whole, and the wholes, marked as such.

    >>> from claims.evidence.quantity.statement import statement
    >>> [a.part.value for a in parted(statement("Three of the 20 wells were safe.", published=None)).amounts]
    ['count within a whole', 'whole of a share']
    """
    parts: dict[int, Part] = {}
    for part, whole in _shares(found):
        if whole is not None:
            parts[whole.start] = Part.WHOLE
        if part.unit != "percent":
            parts[part.start] = Part.SHARE
    if not parts:
        return found
    return replace(
        found, amounts=tuple(replace(a, part=parts.get(a.start, a.part)) for a in found.amounts)
    )


def derived_from(found: Statement) -> tuple[Derived, ...]:
    """All that can be worked out from a statement's amounts and dates.

    >>> from claims.evidence.quantity.statement import statement
    >>> text = "Sales rose from 20,000 to 26,000 cars."
    >>> [(d.kind, d.amount.low, d.amount.unit) for d in derived_from(statement(text, published=None))]
    [('difference', 6000.0, 'count'), ('ratio', 30.0, 'percent'), ('ratio', 1.3, 'times')]
    """
    return (
        *(
            _share(part, whole)
            for part, whole in _shares(found)
            if whole is not None and whole.low > 0 and part.unit != "percent"
        ),
        *(Derived(amount, kind) for amount, kind in changes(found)),
        *_heads(found),
        *_ratios(found),
        *_lengths(found),
        *_stays(found),
    )


def _shares(found: Statement) -> Iterator[tuple[Amount, Amount | None]]:
    """Counts that are a part of something, with the count of the whole where it is told."""
    amounts = [a for a in found.amounts if a.unit not in {"times", "time"}]
    for first, second in pairwise(amounts):
        between = found.plain[first.end : second.start]
        alike = first.unit == second.unit and first.low == first.high
        joined = len(between) <= _GAP and _OF.match(between) is not None
        share = first.unit == "percent" != second.unit
        if joined and (share or (alike and first.low <= second.low)):
            yield first, second
        elif _OF_BEFORE.search(found.plain[max(0, first.start - _GAP) : first.start]) and alike:
            if second.low <= first.low:
                yield second, first
        elif (
            alike
            and second.low <= first.low
            and (
                _OF_THEM.match(found.plain[second.end : second.end + 30])
                or _OF_WHICH.search(between)
            )
        ):
            yield second, first
    for amount in amounts:
        before = found.plain[max(0, amount.start - _GAP) : amount.start]
        if (_PARTITIVE.search(before) and not _OF_BEFORE.search(before)) or _OF_THEM.match(
            found.plain[amount.end : amount.end + 30]
        ):
            yield amount, None


def _share(part: Amount, whole: Amount) -> Derived:
    value = 100 * part.low / whole.low
    low = 100 * (part.low - part.coarse / 2) / whole.low if part.coarse > 1 else value
    step = max(2 * (value - low), 0.01)
    worked = f"{part.low:,.12g} of {whole.low:,.12g} = {value:.4g} %"
    return Derived(
        replace(
            part, low=value, high=value, unit="percent", noun="", part=Part.LEVEL, step=step, coarse=step,
            worked=worked, start=part.start, end=part.end, fuzzy=False,
        ),
        SHARE,
    )  # fmt: skip


def _heads(found: Statement) -> Iterator[Derived]:
    """A total of money or a measure divided by the people, pupils or households it is for."""
    crowds = [(a, head) for a in found.amounts if a.low > 0 and (head := _head(found, a))]
    for total in found.amounts if crowds else ():
        people = total.unit == "count" and _PEOPLE.search(total.noun) is not None
        fit = [c for c in crowds if c[1] in _AREAS] if people else crowds
        if not fit:
            continue
        crowd, head = fit[0]
        if total.unit in {"count", "percent", "times", "time", "year", head} and not people:
            continue
        if head in total.per:
            continue
        value = total.low / crowd.low
        blur = total.coarse / max(total.low, 1) + crowd.step / max(crowd.low, 1)
        step = value * min(blur, _HEAD_BLUR)
        worked = f"{total.low:,.12g} / {crowd.low:,.12g} = {value:,.5g}"
        per = total.per | {head}
        share = replace(total, low=value, high=value, per=per, step=step, coarse=step)
        yield Derived(replace(share, worked=worked), HEAD)


def _ratios(found: Statement) -> Iterator[Derived]:
    """How many of one thing there are to one of another: 480 pupils and 40 teachers."""
    counts = [
        a
        for a in found.amounts
        if a.unit == "count" and a.part is Part.LEVEL and not (a.bound or a.per) and a.low > 0
    ]
    nouns = [a.noun.lower().split()[-1:] for a in counts]
    if len(counts) != 2 or len(found.amounts) != 2 or [] in nouns or nouns[0] == nouns[1]:  # noqa: PLR2004 - two
        return
    for one, other in (counts, counts[::-1]):
        value = one.low / other.low
        per = frozenset([singular(other.noun.lower().split()[-1])])
        step = max(value * _HEAD_BLUR / 5, 0.1 if value > 1 else 0.01)
        worked = f"{one.low:,.12g} / {other.low:,.12g} = {value:,.5g}"
        share = replace(one, low=value, high=value, per=per, step=step, coarse=step)
        yield Derived(replace(share, worked=worked), HEAD)


def _head(found: Statement, amount: Amount) -> str | None:
    """What a count could be divided by: "person" for people of any name, "pupil", "household"."""
    if amount.unit in _AREAS:
        return amount.unit if _ON.search(found.plain[: amount.start]) else None
    if amount.unit != "count":
        return None
    before = found.plain[max(0, amount.start - _POPULATION_NEAR) : amount.start]
    if _PEOPLE.search(amount.noun) or _POPULATION.search(before):
        return "person"
    return rate_name(amount.noun)


def _lengths(found: Statement) -> Iterator[Derived]:
    """The years between the two ends of "from 1979 to 1989"; the days, too, where both ends name one."""
    for period in found.periods:
        if _DAYS.search(period.words) and period.first[0].isdigit():
            first, last = (date.fromisoformat(d) for d in (period.first, period.last))
            yield Derived(_days(float((last - first).days), period.words, period.start), LENGTH)
        if (
            _SPAN.search(period.words)
            and period.first[0].isdigit()
            and period.first[:7] != period.last[:7]
            and (period.first[:4] != period.last[:4] or _months(period))
        ):
            years = float(int(period.last[:4]) - int(period.first[:4]))
            yield Derived(_length(period, years), LENGTH)


def _stays(found: Statement) -> Iterator[Derived]:
    """The days of "from 3 May to 14 May": eleven nights, or twelve days if both ends count."""
    for match in _DAY_TO_DAY.finditer(found.text):
        month = match["b"] or match["e"]
        ends = [(match["a"] or match["c"], month), (match["d"] or match["f"], match["e"])]
        try:
            first, last = (date(2001, _MONTHS.index(m[:3].lower()) + 1, int(d)) for d, m in ends)
        except (TypeError, ValueError):  # no such day, or a month alone
            continue
        days = float((last - first).days)
        if days > 0:
            yield Derived(_days(days, match[0], match.start()), LENGTH)


def _days(days: float, words: str, start: int) -> Amount:
    return Amount(
        low=days, high=days + 1, unit="day", noun="", bound=None, step=1.0, coarse=1.0, part=Part.LEVEL,
        way=0, per=frozenset(), exact=words, start=start, end=start + len(words),
        worked=f"{words} is {so_many(int(days), 'day')}, or {days + 1:.0f} with both ends",
    )  # fmt: skip


def _months(period: Period) -> float | None:
    """The months from one month to another, neither of which has a day."""
    if len(_MONTH.findall(period.words)) != 2 or _WITH_DAY.search(period.words):  # noqa: PLR2004 - two ends
        return None
    first, last = (date.fromisoformat(d) for d in (period.first, period.last))
    return float(12 * (last.year - first.year) + last.month - first.month)


def _length(period: Period, years: float) -> Amount:
    if (months := _months(period)) is not None:
        return Amount(
            low=months, high=months + 1, unit="month", noun="", bound=None, step=1.0, coarse=1.0,
            part=Part.LEVEL, way=0, per=frozenset(), exact=period.words, start=period.start,
            end=period.end, worked=f"{period.words} is {months:.0f} or {months + 1:.0f} months",
        )  # fmt: skip
    exact = len(re.findall(r"\d{4}", period.words)) == 2 and _MONTH.search(period.words) is None  # noqa: PLR2004 - two years
    if not exact:
        first, last = (date.fromisoformat(d) for d in (period.first, period.last))
        years = round((last - first).days / _YEAR_DAYS, 1)
    return Amount(
        low=years, high=years, unit="year", noun="", bound=None, step=1.0, coarse=1.0, part=Part.LEVEL, way=0,
        per=frozenset(), exact=period.words, start=period.start, end=period.end,
        worked=f"{period.first[:4]} to {period.last[:4]} is {years:.4g} year{'' if years == 1 else 's'}",
    )  # fmt: skip
