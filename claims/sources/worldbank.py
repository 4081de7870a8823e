"""World Bank: official figures of countries by year (Indicators API v2), without a key.

There is no search over indicators: a curated catalogue says which words of a claim mean which. Errors
come as HTTP 200 with a message, and the list of values may be null.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.sources.provider import Ask, Card, Hit, Plan, Reply, Request, answered, failed
from claims.sources.question import span_of
from claims.sources.reading import Json, number, parsed, refusal, web_url, within, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.sources.catalogue import Catalogue, Economy, Indicator
    from claims.sources.provider import Answer
    from claims.sources.question import Question

URL = "https://api.worldbank.org/v2/country/{economies}/indicator/{indicator}"
PAGE = "https://data.worldbank.org/indicator/{indicator}?locations={economy}"
MOST_INDICATORS = 3
MOST_ROWS = 1000
YEARS_AROUND = 2
LATEST = "10"
CARD = Card(
    name="worldbank",
    title="World Bank",
    good_for="official figures of a country by year: people, money, health, schooling, energy",
    hosts=("api.worldbank.org",),
)


@dataclass(frozen=True, slots=True)
class WorldBank:
    """The service, with the catalogue of what can be asked."""

    catalogue: Catalogue

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return CARD

    def plan(self, question: Question, *, top: int) -> Plan:
        """For each indicator that the claim's words mean: its years for the countries named."""
        economies = self.catalogue.economies_in(question.text)
        if not economies:
            return Plan(why_not="the claim names no country that the catalogue knows")
        indicators = self.catalogue.indicators_in(question.text)[:MOST_INDICATORS]
        if not indicators:
            return Plan(why_not="no indicator of the catalogue fits the claim's words")
        asks = (_ask(question, one, economies, top=top) for one in indicators)
        return Plan(tuple(replace(ask, series=series) for series, ask in enumerate(asks)))

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """One hit for each country and indicator: its values, newest first, in words."""
        refused = refusal(answers[-1])
        if refused:
            return refused
        read = parsed(answers[-1].body)
        if not isinstance(read, list) or not read or not isinstance(read[0], dict):
            return failed("the reply is not one of the World Bank")
        if "message" in read[0]:
            return _error(read[0]["message"])
        if len(read) > 1 and read[1] is not None and not isinstance(read[1], list):
            return failed("the reply holds no list of values")
        if "page" not in read[0]:
            return failed("the reply is not one of the World Bank")
        rows = [r for r in (read[1] if len(read) > 1 else None) or () if isinstance(r, dict)]
        updated = words(read[0].get("lastupdated"), longest=20)
        return answered(
            _series(rows, updated)[: ask.top], sum(r.get("value") is not None for r in rows)
        )


def _ask(
    question: Question, indicator: Indicator, economies: Sequence[Economy], *, top: int
) -> Ask:
    codes = ";".join(economy.iso3 for economy in economies)
    params = {"format": "json", "per_page": str(MOST_ROWS)}
    span = span_of(question.dates)
    if span:
        first, last = span[0].year - YEARS_AROUND, span[1].year + YEARS_AROUND
        params["date"] = f"{first}:{last}"
    else:
        params["mrv"] = LATEST
    names = ", ".join(economy.name for economy in economies)
    when = f" {params['date'].replace(':', '–')}" if span else ""  # noqa: RUF001 - a range of years
    request = Request(URL.format(economies=codes, indicator=indicator.id), params)
    return Ask(question, f"{indicator.name}: {names}{when}", request, top)


def _error(message: Json) -> Reply:
    first = message[0] if isinstance(message, list) and message else message
    said = words(within(first, "value")) or words(within(first, "key")) or "no reason"
    return failed(f"the service answered an error: {said}")


def _series(rows: list[dict[str, Json]], updated: str | None) -> list[Hit]:
    """The rows gathered by country and indicator, in the order in which they come."""
    gathered: dict[tuple[str, str], list[tuple[str, float, dict[str, Json]]]] = {}
    for row in rows[:MOST_ROWS]:
        year, value = words(row.get("date"), longest=10), number(row.get("value"))
        economy, indicator = (
            words(within(row, "country", "id")),
            words(within(row, "indicator", "id")),
        )
        if year and value is not None and economy and indicator:
            gathered.setdefault((economy, indicator), []).append((year, value, row))
    return [hit for key, series in gathered.items() if (hit := _hit(*key, series, updated))]


def _hit(
    economy: str,
    indicator: str,
    series: list[tuple[str, float, dict[str, Json]]],
    updated: str | None,
) -> Hit | None:
    url = web_url(PAGE.format(indicator=indicator, economy=economy))
    if url is None:
        return None
    series.sort(key=lambda one: one[0], reverse=True)
    row = series[0][2]
    name = words(within(row, "indicator", "value")) or indicator
    country = words(within(row, "country", "value")) or economy
    told = [f"{name}, {country}, {year}: {figure(value)}." for year, value, _ in series]
    return Hit(
        url,
        f"{name}: {country} (World Bank)",
        " ".join(told[:3]),
        text=" ".join([f"World Bank, {name}.", *told]),
        notes=(f"updated {updated}",) if updated else (),
        page=False,  # the page draws its figures by script
    )


def figure(value: float) -> str:
    """A value as newspapers write it.

    >>> figure(42647492.0), figure(12.345678), figure(0.00012)
    ('42,647,492', '12.35', '0.00012')
    """
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.2f}" if abs(value) >= 1 else f"{value:.4g}"
