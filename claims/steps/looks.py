"""Looks at a citation's page and words (rows, oldest first) to how both stand: now, and as last told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urlsplit

from claims.health import link_state, passage_history
from claims.health.tidings import Stand
from claims.model.citation import PassageState
from claims.model.health import LinkFinding
from db import health

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlite_utils import Database

AS_TOLD = "as-told-by-"
"""How the fragment begins in the address of what a provider told in words."""


def present(database: Database, citation: Mapping[str, Any]) -> Stand:
    """Link and words of a citation by all looks."""
    url = page_address(citation["url"])
    looks = health.looks_at(database, url) if url else []
    return Stand(link_of(looks), words_of(health.checks_of(database, citation["id"])))


def as_told(database: Database, citation: Mapping[str, Any]) -> Stand:
    """Link and words of a citation as the last report told of them."""
    told = health.told_checks(database, citation["id"])
    checks = [one for one in health.checks_of(database, citation["id"]) if one["id"] in told]
    last = next((one["look"] for one in reversed(checks) if one["look"]), None)
    url = page_address(citation["url"])
    looks = health.looks_at(database, url, until=last) if url and last else []
    return Stand(link_of(looks), words_of(checks))


def link_of(looks: Iterable[Mapping[str, Any]]) -> link_state.LinkStanding:
    """The state of a link by its looks (rows, oldest first)."""
    return link_state.fold(
        link_state.Look(
            LinkFinding(row["finding"]),
            row["at"],
            target_url=row["target_url"],
            retry_at=row["retry_at"],
            detail=row["detail"],
        )
        for row in looks
    )


def words_of(checks: Iterable[Mapping[str, Any]]) -> passage_history.PassageStanding:
    """The state of cited words by the looks at them (rows, oldest first)."""
    return passage_history.fold(
        passage_history.PassageLook(
            PassageState(row["passage_state"]), row["at"], row["found"], tuple(row["changes"])
        )
        for row in checks
    )


def page_address(url: str) -> str | None:
    """The web page that a citation's address names; null when it names none.

    >>> page_address("https://a.example/gdp#as-told-by-worldbank"), page_address("/home/a.txt")
    ('https://a.example/gdp', None)
    >>> page_address("https://a.example:99999/"), page_address("https://[a")
    (None, None)
    """
    try:
        parts = urlsplit(url)
        web = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    if not web:
        return None
    return urldefrag(url).url if parts.fragment.startswith(AS_TOLD) else url
