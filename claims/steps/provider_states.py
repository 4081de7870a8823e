"""The providers, each with what it is good for, what it needs, and whether it can be asked now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.sources.directory import CLAIMREVIEW, LIBRARY, NAMES, ROWS, Desk, env_of, made
from claims.steps.catalogue_files import catalogue_of
from claims.steps.search_reviews import NOT_SET
from claims.steps.standing import Standing
from db import fact_checks, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.sources.provider import Card, Provider
    from claims.steps.edges import Edges


def provider_states(edges: Edges) -> Iterator[dict[str, Any]]:
    """One record a provider, in the order in which they are listed. No key is ever shown."""
    desk = Desk(edges.settings, catalogue_of(edges.settings.indicators))
    standing = Standing(edges)
    for name in NAMES:
        row = ROWS[name]
        provider = made(name, desk)
        card = row.card if isinstance(provider, str) else provider.card
        refused = standing.refusal(name)
        why = _why_not(edges, name, provider) or (refused.reply.detail if refused else None)
        yield {
            "name": name,
            "title": card.title,
            "usable": why is None,
            "key": _key(edges, card),
            "limit": row.limit,
            "good_for": card.good_for,
            "asked_for": " or ".join(dict.fromkeys(route.when for route in row.routes)),
            "why_not": why,
            "needs": env_of(edges.settings, card.needs) if card.needs else None,
            "hosts": list(card.hosts),
            "searches": rows.count(edges.database, "searches", where="provider = ?", values=[name]),
        }


def _key(edges: Edges, card: Card) -> str:
    """Whether what it needs is there: `none needed`, `set` or `missing`."""
    if card.needs is None:
        return "none needed"
    return "set" if getattr(edges.settings, card.needs) else "missing"


def _why_not(edges: Edges, name: str, provider: Provider | str) -> str | None:
    if name == LIBRARY:
        return None
    if name == CLAIMREVIEW:
        held = edges.settings.claimreview or fact_checks.any_stored(edges.database)
        return None if held else NOT_SET
    return provider if isinstance(provider, str) else None
