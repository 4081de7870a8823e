"""A parsed page to the marks by which its sort can be told: schema.org types, labels, DOI, links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from claims.identifiers import doi
from claims.text.json_ld import schema_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.text.html_element import Element
    from claims.text.page import Found

MAX_LINKS = 300
MAX_LABELS = 12
LONGEST_LABEL = 60
LONGEST_LINK = 1_000

_DOI = re.compile(
    r"(?:doi:\s*|https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s\"<>]{1,150})", re.IGNORECASE
)
_DOI_METAS = (
    "citation_doi",
    "dc.identifier",
    "dcterms.identifier",
    "prism.doi",
    "bepress_citation_doi",
    "doi",
)
_LABEL_METAS = (
    "article:section",
    "parsely-section",
    "content-type",
    "sponsor",
    "article:content_tier",
)
_LINKS = (
    "//article//a/@href",
    "//main//a/@href",
    "//p//a/@href | //li//a/@href | //blockquote//a/@href",
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page's markup says of its sort. `free` is `isAccessibleForFree`, when it is said."""

    kinds: tuple[str, ...]
    labels: tuple[str, ...]
    doi: str | None
    free: bool | None
    credits: tuple[Found, ...]


def page_marks(tree: Element) -> Marks:
    """The marks of a page, before its hidden parts are taken out.

    >>> from lxml.html import document_fromstring
    >>> page_marks(document_fromstring("<p class=kicker>Anzeige</p><h1>Buy</h1>")).labels
    ('Anzeige',)
    """
    facts = schema_facts(
        one.text or "" for one in tree.xpath("//script[contains(@type, 'ld+json')]")
    )
    items = [str(one).rstrip("/").rsplit("/", 1)[-1] for one in tree.xpath("//@itemtype")[:50]]
    metas = _metas(tree)
    og_type = metas.get("og:type")
    kinds = [*facts.types, *items, *([f"og:{og_type}"] if og_type else [])]
    labels = [metas[name] for name in _LABEL_METAS if name in metas]
    labels += [*facts.sections, *_near_heading(tree)]
    return Marks(
        tuple(
            dict.fromkeys(
                kind for kind in kinds if kind.isprintable() and len(kind) <= LONGEST_LABEL
            )
        )[:20],
        tuple(dict.fromkeys(label for label in labels if label and len(label) <= LONGEST_LABEL))[
            :MAX_LABELS
        ],
        _doi([*(metas.get(name) for name in _DOI_METAS), *facts.identifiers]),
        facts.free,
        facts.credits,
    )


def page_links(tree: Element, url: str | None) -> tuple[str, ...]:
    """The addresses that the text of a page leads to, each once, without what stands after `#`.

    >>> from lxml.html import document_fromstring
    >>> page_links(document_fromstring("<p><a href='/a#b'>x</a></p>"), "https://x.org/c")
    ('https://x.org/a',)
    """
    for path in _LINKS:
        found = tree.xpath(path)
        if found:
            return tuple(dict.fromkeys(_absolute(found[: 4 * MAX_LINKS], url)))[:MAX_LINKS]
    return ()


def _absolute(found: list[str], url: str | None) -> Iterator[str]:
    for href in found:
        try:
            address, _ = urldefrag(urljoin(url or "", str(href).strip()))
            parts = urlsplit(address)
        except ValueError:
            continue  # an address that no browser could follow either
        if parts.scheme in {"http", "https"} and parts.hostname and len(address) <= LONGEST_LINK:
            yield address


def _metas(tree: Element) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]")[:500]:
        content = " ".join((element.get("content") or "")[:1000].split())
        for attribute in ("property", "name"):
            key = (element.get(attribute) or "").lower()
            if key and content:
                metas.setdefault(key, content)
    return metas


def _near_heading(tree: Element) -> Iterator[str]:
    """Short lines right around the main heading: where pages say that they are paid for, or opinion."""
    for heading in tree.xpath("//h1")[:1]:
        near: Element | None = heading
        for _ in range(3):
            if near is None or near.tag in {"body", "html"}:
                return
            for beside in (near.getprevious(), near.getnext()):
                if (
                    beside is not None
                    and isinstance(beside.tag, str)
                    and beside.tag not in {"nav", "script", "style"}
                ):
                    yield from _short_lines(beside)
            near = near.getparent()


def _short_lines(element: Element) -> Iterator[str]:
    pieces = element.xpath("descendant-or-self::*[not(self::script or self::style)]/text()")[:30]
    for piece in pieces:
        line = " ".join(str(piece).split())
        if 1 < len(line) <= LONGEST_LABEL and line[-1] not in ".!?…":  # a label is no sentence
            yield line


def _doi(written: list[str | None]) -> str | None:
    for one in written:
        match = _DOI.fullmatch((one or "").strip())
        if match:
            return doi.standard(match[1])
    return None
