"""Whether a page rests on the checked article itself: such a page confirms nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.origins.addresses import host_of, page_key, unwrapped
from claims.origins.grouping import copied, origins
from claims.origins.wording import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.origins.page_facts import PageFacts
    from claims.origins.publishers import Publishers

MIN_HEADLINE = 4
"""Words of a headline that is taken for a name; fewer are said by chance."""

_WORDS = re.compile(r"\w+")
_TITLE_END = re.compile(r"\s[|–—-]\s[^|–—-]{2,40}\Z")


def circular(page: PageFacts, article: PageFacts, publishers: Publishers) -> tuple[str, ...]:
    """Why a page rests on the article; empty when nothing says so.

    >>> from claims.origins.page_facts import PageFacts
    >>> from claims.origins.publishers import shipped_publishers
    >>> article = PageFacts("d-1", ("https://x.org/a",))
    >>> page = PageFacts("s-1", ("https://y.org/b",), links=("http://www.x.org/a?utm_source=y",))
    >>> circular(page, article, shipped_publishers())
    ('links to the checked article',)
    """
    keys = _keys(article.addresses)
    reasons = []
    if keys & _keys(page.addresses):
        reasons.append("is the checked article")
    elif keys & _keys(page.links) or any(_written(key, page.text) for key in keys):
        reasons.append("links to the checked article")
    elif _names(page, article):
        reasons.append("names the checked article by its headline and where it appeared")
    part = copied(runs_of(page.text), runs_of(article.text))
    if part is not None:
        reasons.append(f"shares {part:.0%} of its wording with the checked article")
    reasons += _of_one_origin(page, article, publishers)
    return tuple(dict.fromkeys(reasons))


def _of_one_origin(page: PageFacts, article: PageFacts, publishers: Publishers) -> Iterable[str]:
    """Reasons other than wording and address that put both under one origin."""
    both = [
        replace(page, id="page", text="", canonical_url=None),
        replace(article, id="with", text=""),
    ]
    found = origins(both, publishers)
    if len(found) > 1:
        return []
    reasons = dict(found[0].because)["page"]
    return [
        f"{why}, like the checked article" for why in reasons if not why.startswith("is the page")
    ]


def _keys(addresses: Iterable[str]) -> set[str]:
    return {key for one in addresses if (key := page_key(unwrapped(one))) and "/" in key}


def _written(key: str, text: str) -> bool:
    """Whether an address stands in a text, as people write it out."""
    return len(key) > 8 and key.casefold() in text.casefold()  # noqa: PLR2004 - x.org/a is no proof


def _names(page: PageFacts, article: PageFacts) -> bool:
    headline = " ".join(_WORDS.findall(_TITLE_END.sub("", article.title or "").casefold()))
    if len(headline.split()) < MIN_HEADLINE:
        return False
    text = " ".join(_WORDS.findall(page.text.casefold()))
    if f" {headline} " not in f" {text} ":
        return False
    host = host_of(article.addresses[0]) if article.addresses else None
    outlets = [article.publisher, host, host.split(".")[0] if host else None]
    named = (" ".join(_WORDS.findall(one.casefold())) for one in outlets if one)
    return any(len(one) > 2 and f" {one} " in f" {text} " for one in named)  # noqa: PLR2004 - no initials
