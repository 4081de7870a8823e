"""Counts of verdicts to a chart: bars as plain numbers for an SVG, and the same as a table.

Verdicts are put together into six groups, from false to true, beside those off the scale and claims
without one; every bar says its number in words as well, so nothing hangs on colour.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claims.site.words import verdict_class, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

GROUPS: Mapping[str, str] = {
    "v1": "False",
    "v2": "Mostly false",
    "v3": "Half true",
    "v4": "Mostly true",
    "v5": "True",
    "v0": "Off the scale",
    "none": "No verdict",
}
"""Style to what it is called, in the order in which bars are drawn."""

MONTHS = 12
WIDTH = 300.0
"""The length of the longest bar, in the SVG's own units."""

ROW = 26
NAMES = 118
"""Room for the rows' names."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One piece of a row."""

    style: str
    x: float
    width: float
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the chart and of the table."""

    name: str
    y: int
    bars: Sequence[Bar]
    counts: Sequence[int]
    total: int


@dataclass(frozen=True, slots=True)
class Chart:
    """What the template draws. `groups` are style and name of the columns that occur."""

    key: str
    title: str
    heading: str
    groups: Sequence[tuple[str, str]]
    rows: Sequence[Row]
    width: int
    height: int


def by_kind(tallies: Iterable[Mapping[str, Any]]) -> Chart:
    """Verdicts by kind of claim, the most frequent kind first."""
    counted = _counted(tallies, "kind")
    order = sorted(counted, key=lambda kind: (-counted[kind].total(), kind))
    named = [(words(kind, "kind"), counted[kind]) for kind in order]
    return _chart("by-kind", "Verdicts by kind of claim", heading="Kind of claim", found=named)


def by_month(tallies: Iterable[Mapping[str, Any]]) -> Chart:
    """Verdicts by month of decision, the last twelve months in which there was one, newest first."""
    counted = _counted(tallies, "month")
    newest = sorted(counted, reverse=True)[:MONTHS]
    named = [(month_words(month), counted[month]) for month in newest]
    return _chart("by-month", "Verdicts by month of decision", heading="Month", found=named)


def month_words(month: str) -> str:
    """A month as readers have it.

    >>> month_words("2026-11"), month_words("odd")
    ('November 2026', 'odd')
    """
    try:
        return f"{datetime.strptime(month, '%Y-%m'):%B %Y}"  # noqa: DTZ007 - no time of day in it
    except ValueError:
        return month


def _counted(tallies: Iterable[Mapping[str, Any]], column: str) -> dict[str, Counter[str]]:
    counted: dict[str, Counter[str]] = {}
    for one in tallies:
        style = verdict_class(one) if one["verdict"] else "none"
        counted.setdefault(one[column] or "", Counter())[style] += one["claims"]
    return counted


def _chart(
    key: str, title: str, *, heading: str, found: Sequence[tuple[str, Counter[str]]]
) -> Chart:
    used = [style for style in GROUPS if any(counts[style] for _, counts in found)]
    longest = max((counts.total() for _, counts in found), default=1)
    return Chart(
        key=key,
        title=title,
        heading=heading,
        groups=[(style, GROUPS[style]) for style in used],
        rows=[
            Row(
                name,
                number * ROW,
                _bars(counts, used, longest),
                [counts[style] for style in used],
                counts.total(),
            )
            for number, (name, counts) in enumerate(found)
        ],
        width=int(NAMES + WIDTH + 60),
        height=len(found) * ROW,
    )


def _bars(counts: Counter[str], used: Sequence[str], longest: int) -> list[Bar]:
    bars, x = [], float(NAMES)
    for style in used:
        width = counts[style] / longest * WIDTH
        if width:
            bars.append(Bar(style, round(x, 1), round(max(width - 1.5, 0.8), 1), counts[style]))
        x += width
    return bars
