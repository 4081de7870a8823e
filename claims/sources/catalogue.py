"""Words of a claim to World Bank indicators and countries: two lists, handed in as CSV text."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from functools import cached_property

from claims.model.errors import BadSetting

INDICATOR_COLUMNS = ("id", "name", "unit", "words")
ECONOMY_COLUMNS = ("iso3", "name", "words")
ID = re.compile(r"[A-Z0-9._]{3,40}", re.IGNORECASE)
ISO3 = re.compile(r"[A-Z]{3}")
MOST_ECONOMIES = 4


@dataclass(frozen=True, slots=True)
class Indicator:
    """One series. `words` are phrases of claims that mean it; in a phrase `a+b` both must stand there."""

    id: str
    name: str
    unit: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Economy:
    """A country or group of countries by its code, its name, and other words for it."""

    iso3: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """What can be asked of whom."""

    indicators: tuple[Indicator, ...]
    economies: tuple[Economy, ...]

    @cached_property
    def _economy_pattern(self) -> re.Pattern[str]:
        forms = sorted(self._by_form, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?<!New )(?:{'|'.join(map(re.escape, forms)) or '(?!)'})(?!\w)")

    @cached_property
    def _by_form(self) -> dict[str, Economy]:
        return {form: e for e in self.economies for form in (e.name, *e.words)}

    def economies_in(self, text: str) -> list[Economy]:
        """The countries that a text names, in order, each once; capitals count."""
        found = (self._by_form[m[0]] for m in self._economy_pattern.finditer(text))
        return list(dict.fromkeys(found))[:MOST_ECONOMIES]

    def indicators_in(self, text: str) -> list[Indicator]:
        """The indicators whose words stand in a text, those with the longest phrase first."""
        lower = f" {' '.join(re.findall(r'[a-z0-9$%]+', text.lower()))} "
        scored = [(score, one) for one in self.indicators if (score := _score(one, lower))]
        scored.sort(key=lambda pair: -pair[0])
        return [one for _, one in scored]


def _score(indicator: Indicator, text: str) -> int:
    """The length of the longest phrase that stands in `text`; 0 for none."""
    return max(
        (
            len(phrase)
            for phrase in indicator.words
            if all(f" {part}" in text for part in phrase.split("+"))
        ),
        default=0,
    )


def catalogue(indicators: str, economies: str) -> Catalogue:
    r"""The catalogue in two CSV texts. Raises BadSetting for a row that makes no sense.

    >>> made = catalogue("id,name,unit,words\nSP.POP.TOTL,Population,people,population|inhabitants",
    ...                  "iso3,name,words\nTUR,Turkey,Turkish|Türkiye")
    >>> made.indicators_in("Turkey has 85 million inhabitants.")[0].id
    'SP.POP.TOTL'
    """
    rows = _rows(indicators, INDICATOR_COLUMNS, "indicators")
    made = tuple(Indicator(r["id"], r["name"], r["unit"], _phrases(r["words"])) for r in rows)
    for one in made:
        if not ID.fullmatch(one.id) or not one.words:
            raise BadSetting(f"indicators: {one.id[:40]!r} is no indicator's id, or has no words")
    lands = tuple(
        Economy(r["iso3"], r["name"], tuple(w for w in r["words"].split("|") if w))
        for r in _rows(economies, ECONOMY_COLUMNS, "economies")
    )
    for land in lands:
        if not ISO3.fullmatch(land.iso3):
            raise BadSetting(f"economies: {land.iso3[:40]!r} is no code of three letters")
    return Catalogue(made, lands)


def _phrases(cell: str) -> tuple[str, ...]:
    return tuple(p for part in cell.lower().split("|") if (p := " ".join(part.split())))


def _rows(text: str, columns: tuple[str, ...], what: str) -> list[dict[str, str]]:
    try:
        reader = csv.DictReader(io.StringIO(text), strict=True)
        rows = [row for row in reader if any(row.values())]
    except csv.Error as why:
        raise BadSetting(f"{what}: not a CSV file: {why}") from None
    if tuple(reader.fieldnames or ()) != columns:
        raise BadSetting(f"{what}: the first line must be {','.join(columns)}")
    for row in rows:
        if None in row or None in row.values():
            raise BadSetting(f"{what}: a row has not {len(columns)} cells: {str(row)[:80]}")
    return rows
