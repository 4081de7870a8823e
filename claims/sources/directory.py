"""The providers by name: the only list of them. A new provider is one row here.

Limits are those that the services publish, as of November 2026 (docs/providers.md says where).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.errors import BadSetting
from claims.model.secret import Secret
from claims.model.settings import SECRETS
from claims.sources import (
    brave,
    claimreview,
    courtlistener,
    crossref,
    datagov,
    europepmc,
    factcheck,
    gdelt,
    library,
    mediawiki,
    memento,
    openalex,
    routes,
    searxng,
    wayback,
    wikidata,
    worldbank,
    zim,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claims.model.settings import Settings
    from claims.sources.catalogue import Catalogue
    from claims.sources.provider import Card, Provider
    from claims.sources.question import Question
    from claims.sources.routes import Route

LIBRARY = "library"
CLAIMREVIEW = "claimreview"
ALIASES = {"wikipedia": "mediawiki"}
SHORTEST_KEY = 8
OWN = "your own"


@dataclass(frozen=True, slots=True)
class Desk:
    """What providers are made of: the desk's settings and the World Bank catalogue."""

    settings: Settings
    catalogue: Catalogue

    def secret(self, name: str) -> Secret:
        """The key in the setting `name`. Raises BadSetting, without showing it, when it cannot be one."""
        value = str(getattr(self.settings, name))
        problem = key_problem(value)
        if problem:
            raise BadSetting(f"the setting {name} {problem}")
        return Secret(value)


def key_problem(value: str) -> str | None:
    """Why a text can be no key; null when it can.

    >>> key_problem("abc"), key_problem("abcdefgh12")
    ('is too short to be a key', None)
    """
    if not (value.isascii() and value.isprintable()) or " " in value:
        return "holds characters that no key has"
    return "is too short to be a key" if len(value) < SHORTEST_KEY else None


@dataclass(frozen=True, slots=True)
class Row:
    """One provider: what it says of itself, how it is made, what limit it states, for which claims.

    `make` is null for what is asked without HTTP. `limit` is told to people; how often a host is asked is
    decided in `claims/web/rates.py` alone.
    """

    card: Card
    make: Callable[[Desk], Provider] | None
    limit: str
    routes: tuple[Route, ...]


_ROWS = (
    Row(library.CARD, None, OWN, (routes.ALWAYS,)),
    Row(claimreview.CARD, None, OWN, (routes.ALWAYS,)),
    Row(
        factcheck.CARD,
        lambda d: factcheck.FactCheck(d.secret("factcheck_key")),
        "no published limit; one a second",
        (routes.ALWAYS,),
    ),
    Row(
        mediawiki.CARD,
        lambda d: mediawiki.MediaWiki(d.settings.mediawiki),
        "200 a minute for a client that says who it is, 3 at once",
        (routes.ALWAYS,),
    ),
    Row(
        zim.CARD,
        lambda d: zim.Zim(d.settings.zim, d.settings.zim_book),
        OWN,
        (routes.ALWAYS,),
    ),
    Row(
        wikidata.CARD,
        lambda _: wikidata.Wikidata(),
        "as Wikipedia",
        (routes.STATUS, routes.both(routes.OFFICE, routes.NAMED)),
    ),
    Row(
        worldbank.CARD,
        lambda d: worldbank.WorldBank(d.catalogue),
        "no published limit; one after the other",
        (routes.STATISTIC,),
    ),
    Row(
        crossref.CARD,
        lambda _: crossref.Crossref(),
        "searches: 1 a second, 3 with a contact; one at once",
        (routes.SCIENCE,),
    ),
    Row(
        openalex.CARD,
        lambda d: openalex.OpenAlex(d.secret("openalex_key")),
        "1,000 searches a day with a free key",
        (routes.SCIENCE, routes.HEALTH),
    ),
    Row(
        europepmc.CARD,
        lambda _: europepmc.EuropePmc(),
        "no published limit; at most 10 a second",
        (routes.HEALTH, routes.SCIENCE),
    ),
    Row(
        courtlistener.CARD,
        lambda d: courtlistener.CourtListener(d.secret("courtlistener_token")),
        "5 a minute, 50 an hour, 125 a day",
        (routes.both(routes.LAW, routes.AMERICAN),),
    ),
    Row(
        datagov.CARD,
        lambda _: datagov.DataGov(),
        "no published limit; one a second",
        (routes.both(routes.STATISTIC, routes.AMERICAN),),
    ),
    Row(
        gdelt.CARD,
        lambda _: gdelt.Gdelt(),
        "one in 5 seconds, and often less",
        (routes.RECENT,),
    ),
    Row(searxng.CARD, lambda d: searxng.SearXng(d.settings.searxng), OWN, (routes.ALWAYS,)),
    Row(
        brave.CARD,
        lambda d: brave.Brave(d.secret("brave_key")),
        "1 a second; each request is paid for",
        (routes.ALWAYS,),
    ),
    Row(
        wayback.CARD,
        lambda d: wayback.Wayback(d.settings.wayback),
        "24 a minute",
        (routes.PAGES,),
    ),
    Row(
        memento.CARD,
        lambda d: memento.Memento(d.settings.memento),
        "best effort; one in three seconds",
        (routes.PAGES,),
    ),
)
"""In the order in which they are listed. Captures come last: they are of pages that the others named."""

ROWS = {row.card.name: row for row in _ROWS}
NAMES = tuple(ROWS)
AFTER_THE_OTHERS = frozenset({"wayback", "memento"})


def named(given: Iterable[str]) -> tuple[str, ...]:
    """Names as people give them, in the directory's order. Raises BadSetting for an unknown one.

    >>> named(["wikipedia", "library"])
    ('library', 'mediawiki')
    """
    asked = {ALIASES.get(name, name) for name in given}
    for name in sorted(asked - set(NAMES)):
        raise BadSetting(f"no provider is called {name!r}; there are: {', '.join(NAMES)}")
    return tuple(name for name in NAMES if name in asked)


def made(name: str, desk: Desk) -> Provider | str:
    """The provider, ready to be asked; or why it cannot be. Never raises.

    The reason names the setting that is missing or wrong, and never its value.
    """
    row = ROWS[name]
    if row.make is None:
        return f"{name} is not asked over HTTP"
    needs = row.card.needs
    if needs and not getattr(desk.settings, needs):
        env, what = env_of(desk.settings, needs), "no key" if needs in SECRETS else "no instance"
        return f"{what}: set {env} (docs/providers.md)"
    try:
        provider = row.make(desk)
    except BadSetting as why:
        return str(why)
    return provider if provider.card.hosts else f"the setting {needs or name} is no web address"


def env_of(settings: Settings, name: str) -> str:
    """The environment variable of a setting."""
    return str(settings.__dataclass_fields__[name].metadata["env"])


def routed(question: Question) -> dict[str, str]:
    """The providers to ask for a claim, each with the reason."""
    found = {name: routes.reason(row.routes, question) for name, row in ROWS.items()}
    return {name: why for name, why in found.items() if why}
