"""A parsed page to its title, author, publisher, dates and address, each with where it stood.

Order of belief: JSON-LD, Open Graph and article properties, Dublin Core and other meta names, microdata,
visible elements, the address, and last a guess by htmldate and trafilatura.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from claims.text.json_ld import article_fields
from claims.text.page import NOTHING, Found, first_found
from claims.text.written_date import written_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.text.html_element import Element

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title")
_AUTHORS = (
    "article:author",
    "author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
)
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "article:published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publication_date",
    "pubdate",
    "date",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "article:modified",
    "dc.date.modified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
)
_MAX_META = 500
_LONGEST = 500
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:\D|\Z)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself. Dates are `YYYY-MM-DD`."""

    title: Found
    author: Found
    publisher: Found
    published: Found
    modified: Found
    canonical_url: str | None


def page_metadata(tree: Element, *, url: str | None = None) -> Metadata:
    """The metadata that stands in the page; `url` is where it was fetched, if it was.

    >>> from trafilatura import load_html
    >>> page = "<html><head><title>War ends</title></head><body><p>The war ended.</p></body></html>"
    >>> page_metadata(load_html(page)).title
    Found(value='War ends', where='<title>')
    """
    linked = article_fields(_texts(tree.xpath("//script[contains(@type, 'ld+json')]")))
    metas = _metas(tree)
    canonical = _canonical(tree, metas, linked.get("url", NOTHING), url=url)
    return Metadata(
        title=_title(tree, metas, linked.get("title", NOTHING)),
        author=first_found(
            linked.get("author", NOTHING),
            _meta(metas, _AUTHORS),
            _item(tree, "author"),
            _element(tree, "//a[@rel='author']", "<a rel=author>"),
        ),
        publisher=first_found(
            linked.get("publisher", NOTHING),
            _meta(metas, _PUBLISHERS),
            _item(tree, "publisher"),
        ),
        published=first_found(
            linked.get("published", NOTHING),
            _meta_day(metas, _PUBLISHED),
            _item_day(tree, "datePublished"),
            _time(tree),
            _in_url(canonical or url),
        ),
        modified=first_found(
            linked.get("modified", NOTHING),
            _meta_day(metas, _MODIFIED),
            _item_day(tree, "dateModified"),
        ),
        canonical_url=canonical,
    )


def _title(tree: Element, metas: dict[str, tuple[str, str]], linked: Found) -> Found:
    return first_found(
        linked,
        _meta(metas, _TITLES),
        _item(tree, "headline"),
        _element(tree, "//title", "<title>"),
        _element(tree, "//h1", "<h1>"),
    )


def _texts(elements: Iterable[Element]) -> list[str]:
    return [element.text or "" for element in elements]


def _metas(tree: Element) -> dict[str, tuple[str, str]]:
    """Lower-case name or property to (which of the two it was, content); the first one counts."""
    metas: dict[str, tuple[str, str]] = {}
    for element in tree.xpath("//meta[@content]")[:_MAX_META]:
        content = " ".join((element.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            key = (element.get(attribute) or "").lower()
            if key and content and len(content) <= _LONGEST:
                metas.setdefault(key, (attribute, content))
    return metas


def _meta(metas: dict[str, tuple[str, str]], names: Iterable[str]) -> Found:
    for name in names:
        kind, content = metas.get(name, ("", ""))
        if content and not content.startswith(("http://", "https://")):
            return Found(content, f"meta {kind} {name}")
    return NOTHING


def _meta_day(metas: dict[str, tuple[str, str]], names: Iterable[str]) -> Found:
    for name in names:
        kind, content = metas.get(name, ("", ""))
        day = written_date(content)
        if day:
            return Found(day, f"meta {kind} {name}")
    return NOTHING


def _item(tree: Element, prop: str) -> Found:
    """Microdata: the name inside the item, its `content`, or its own words."""
    for element in tree.xpath(f"//*[@itemprop='{prop}']")[:5]:
        inner = element.xpath(".//*[@itemprop='name']")
        holder = inner[0] if inner else element
        words = _short(holder.get("content") or holder.text_content())
        if words:
            return Found(words, f"itemprop {prop}")
    return NOTHING


def _item_day(tree: Element, prop: str) -> Found:
    for element in tree.xpath(f"//*[@itemprop='{prop}']")[:5]:
        written = (
            element.get("content") or element.get("datetime") or _short(element.text_content())
        )
        day = written_date(written)
        if day:
            return Found(day, f"itemprop {prop}")
    return NOTHING


def _element(tree: Element, path: str, where: str) -> Found:
    for element in tree.xpath(path)[:3]:
        words = _short(element.text_content())
        if words:
            return Found(words, where)
    return NOTHING


def _time(tree: Element) -> Found:
    """A `<time>` marked as the publication's, else the only day that any `<time>` gives."""
    for element in tree.xpath("//time[@pubdate or contains(@class, 'publish')]")[:5]:
        day = written_date(element.get("datetime") or _short(element.text_content()))
        if day:
            return Found(day, "<time>")
    days = {
        written_date(element.get("datetime") or _short(element.text_content()))
        for element in tree.xpath("//time")[:50]
    }
    days.discard(None)
    return Found(days.pop(), "<time>") if len(days) == 1 else NOTHING


def _in_url(url: str | None) -> Found:
    try:
        match = _URL_DAY.search(urlsplit(url).path) if url else None
    except ValueError:  # a host such as [::1 cannot be read
        return NOTHING
    day = written_date("-".join(match.groups())) if match else None
    return Found(day, "url") if day else NOTHING


def _canonical(
    tree: Element, metas: dict[str, tuple[str, str]], linked: Found, *, url: str | None
) -> str | None:
    """The absolute http(s) address the page calls its own."""
    links = tree.xpath("//link[@rel='canonical']/@href")[:1]
    for option in (*links, metas.get("og:url", ("", ""))[1], linked.value):
        if not option:
            continue
        try:
            address: str = urljoin(url or "", option.strip())
            parts = urlsplit(address)
        except ValueError:
            continue  # an address that no browser could follow either
        if parts.scheme in ("http", "https") and parts.hostname:
            return address
    return None


def _short(words: str) -> str | None:
    line = " ".join(words[: 4 * _LONGEST].split())
    return line if 0 < len(line) <= _LONGEST else None
