"""The claim that a ClaimReview describes to the rules it breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.claimreview.objects import first, listed, types
from claims.model.fact_check import Problem
from claims.sources.reading import web_url, within

if TYPE_CHECKING:
    from collections.abc import Iterator

_AT = "/itemReviewed"


def claim_problems(review: dict[str, Any]) -> Iterator[Problem]:
    """The rules on `itemReviewed` that are broken.

    >>> item = {"@type": "Claim", "author": {"@type": "Person"}, "datePublished": "2026-01-02",
    ...     "appearance": "https://a.example/1"}
    >>> [one.rule for one in claim_problems({"itemReviewed": item})]
    ['CR016']
    """
    item = first(review.get("itemReviewed"))
    if not isinstance(item, dict) or not set(item) - {"@type", "@id"}:
        yield Problem("CR014", _AT, "nothing is said of the claim")
        return
    if "claim" not in {one.lower() for one in types(item)}:
        yield Problem("CR015", f"{_AT}/@type", ", ".join(types(item)) or "no type")
    yield from _claimants(item)
    yield from _appearances(item, review)
    if not isinstance(first(item.get("datePublished")), str) or not first(item["datePublished"]):
        yield Problem("CR020", f"{_AT}/datePublished", "no date")


def _claimants(item: dict[str, Any]) -> Iterator[Problem]:
    several = isinstance(item.get("author"), list)
    for place, author in enumerate(listed(item.get("author"))):
        at = f"{_AT}/author/{place}" if several else f"{_AT}/author"
        name = author if isinstance(author, str) else first(within(author, "name"))
        if not isinstance(name, str) or not name.strip():
            yield Problem("CR016", at, "no name")
        elif not within(author, "sameAs"):
            yield Problem("CR017", at, f"{name.strip():.80}")


def _appearances(item: dict[str, Any], review: dict[str, Any]) -> Iterator[Problem]:
    keys = [key for key in ("firstAppearance", "appearance") if item.get(key)]
    if not keys:
        yield Problem("CR018", f"{_AT}/appearance", "none")
    own = _host(review.get("url"))
    for key in keys:
        several = isinstance(item[key], list)
        for place, one in enumerate(listed(item[key])):
            at = f"{_AT}/{key}/{place}" if several else f"{_AT}/{key}"
            url = web_url(one if isinstance(one, str) else within(one, "url") or within(one, "@id"))
            if url is None:
                yield Problem("CR019", at, "no address")
            elif own and _host(url) == own:
                yield Problem("CR028", at, own)


def _host(url: Any) -> str | None:
    good = web_url(url)
    host = urlsplit(good).hostname if good else None
    return host.removeprefix("www.") if host else None
