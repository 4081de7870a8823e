"""The statements of a Wikidata entity to words: those of the best rank that hold for the claim's time.

Deprecated statements are left out. A figure without a date is no evidence for a dated claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.sources.question import span_of
from claims.sources.reading import Json, items, number, within, words
from claims.sources.worldbank import figure

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEM = re.compile(r"Q[1-9]\d{0,11}")
TIME = re.compile(r"\+(\d{4})-(\d\d)-(\d\d)T")
YEAR, MONTH, DAY = 9, 10, 11
"""Precisions of Wikidata's times that are told; coarser ones are not."""

POINT, SINCE, UNTIL = "P585", "P580", "P582"
WITHIN = timedelta(days=366)
"""A figure of another day than the claim's may be so far from it."""

MOST_STATEMENTS = 500
RANKS = ("normal", "preferred")  # a tuple: the rank of a hostile reply may be no text
MOST_OF_ONE = 4

PROPERTIES = {
    "P31": "is a",
    "P17": "country",
    "P131": "lies in",
    "P36": "capital",
    "P1082": "population",
    "P2046": "area",
    "P6": "head of government",
    "P35": "head of state",
    "P39": "position held",
    "P102": "party",
    "P169": "chief executive",
    "P488": "chairperson",
    "P1037": "director or manager",
    "P108": "employer",
    "P69": "educated at",
    "P27": "citizenship",
    "P569": "born",
    "P19": "born in",
    "P570": "died",
    "P20": "died in",
    "P571": "founded",
    "P576": "dissolved",
    "P112": "founder",
    "P127": "owner",
    "P749": "parent organisation",
    "P159": "headquarters",
    "P1128": "employees",
    "P2139": "revenue",
    "P2295": "net profit",
    "P1120": "deaths",
    "P1339": "injured",
    "P1590": "missing",
    "P580": "began",
    "P582": "ended",
    "P585": "took place",
    "P276": "place",
    "P710": "participant",
    "P166": "award",
    "P2048": "height",
    "P4010": "GDP (PPP)",
    "P2131": "GDP (nominal)",
    "P1081": "human development index",
    "P463": "member of",
    "P1344": "took part in",
}
"""The properties that claims are about, with the words for them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds of one thing: property and words; notes say what was left out."""

    lines: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Statement:
    value: Json
    preferred: bool
    point: tuple[date, date] | None
    since: tuple[date, date] | None
    until: tuple[date, date] | None

    @property
    def dated(self) -> bool:
        return bool(self.point or self.since or self.until)

    def holds_in(self, span: tuple[date, date]) -> bool:
        """Whether it speaks of the days of `span`; what has no time is taken to hold always."""
        if self.point:
            return span[0] - WITHIN <= self.point[1] and self.point[0] <= span[1] + WITHIN
        begun = self.since is None or self.since[0] <= span[1]
        return begun and (self.until is None or self.until[1] >= span[0])


def named_items(entities: Json) -> list[str]:
    """The items that the told statements point to, whose names are needed."""
    found: dict[str, None] = {}
    for entity in entities.values() if isinstance(entities, dict) else ():
        for pid in PROPERTIES:
            for one in _statements(entity, pid):
                key = within(one.value, "value", "id")
                if isinstance(key, str):
                    found.setdefault(key)
    return list(found)


def facts_of(entity: Json, names: dict[str, str], *, span: tuple[date, date] | None) -> Facts:
    """The statements of the best rank that hold in `span` (at any time when null), in words."""
    lines, undated = [], 0
    for pid in PROPERTIES:
        chosen = list(_statements(entity, pid))
        if span:
            unfit = [s for s in chosen if _is_figure(s) and not s.dated]
            undated += len(unfit)
            chosen = [s for s in chosen if s not in unfit and s.holds_in(span)]
        elif any(s.preferred for s in chosen):
            chosen = [s for s in chosen if s.preferred]
        chosen.sort(key=_newest, reverse=True)
        told = (_told(s, names) for s in chosen)
        lines += [(pid, words_) for words_ in told if words_][:MOST_OF_ONE]
    notes = (f"figures without a date left out: {undated}",) if undated else ()
    return Facts(tuple(lines), notes)


def _statements(entity: Json, pid: str) -> Iterator[_Statement]:
    for raw in (items(entity, "claims", pid) or [])[:MOST_STATEMENTS]:
        snak, rank = within(raw, "mainsnak"), within(raw, "rank")
        if within(snak, "snaktype") != "value" or rank not in RANKS:
            continue
        yield _Statement(
            value=within(snak, "datavalue"),
            preferred=rank == "preferred",
            point=_qualifier(raw, POINT),
            since=_qualifier(raw, SINCE),
            until=_qualifier(raw, UNTIL),
        )


def _qualifier(raw: Json, pid: str) -> tuple[date, date] | None:
    for snak in items(raw, "qualifiers", pid) or ():
        edtf = _edtf(within(snak, "datavalue", "value"))
        span = span_of((edtf,)) if edtf else None
        if span:
            return span
    return None


def _edtf(value: Json) -> str | None:
    """A Wikidata time as EDTF, as fine as its precision allows; null when coarser than a year."""
    time, precision = within(value, "time"), within(value, "precision")
    found = TIME.match(time) if isinstance(time, str) else None
    if not found or precision not in (YEAR, MONTH, DAY):
        return None
    parts = found.groups()[: precision - YEAR + 1]
    return "-".join(parts) if "00" not in parts else found[1]


def _is_figure(statement: _Statement) -> bool:
    return bool(within(statement.value, "type") == "quantity")


def _newest(statement: _Statement) -> date:
    when = statement.point or statement.since or statement.until
    return when[0] if when else date.min


def _told(statement: _Statement, names: dict[str, str]) -> str | None:
    value = _value(statement.value, names)
    if value is None:
        return None
    parts = [
        f"{word} {_day(span)}"
        for word, span in (
            ("as of", statement.point),
            ("from", statement.since),
            ("until", statement.until),
        )
        if span
    ]
    return f"{value} ({' '.join(parts)})" if parts else value


def _day(span: tuple[date, date]) -> str:
    if span[0] == span[1]:
        return str(span[0])
    whole_year = (span[1] - span[0]).days > 31  # noqa: PLR2004 - the longest month
    return f"{span[0]:%Y}" if whole_year else f"{span[0]:%Y-%m}"


def _value(value: Json, names: dict[str, str]) -> str | None:
    kind, inner = within(value, "type"), within(value, "value")
    if kind == "wikibase-entityid":
        key = within(inner, "id")
        return names.get(key) if isinstance(key, str) else None
    if kind == "quantity":
        return _amount(within(inner, "amount"))
    if kind == "time":
        return _edtf(inner)
    if kind == "monolingualtext":
        return words(within(inner, "text"), longest=200)
    return words(inner, longest=200) if kind == "string" else None


def _amount(amount: Json) -> str | None:
    text = amount if isinstance(amount, str) and len(amount) < 40 else ""  # noqa: PLR2004
    try:
        value = number(float(text))
    except ValueError:
        return None
    return figure(value) if value is not None else None
