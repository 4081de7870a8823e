"""Microdata of a page (https://html.spec.whatwg.org/multipage/microdata.html) to objects as in JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.text.html_element import Element

_DEEPEST = 12
_MOST_PROPERTIES = 500
_LINKS = {"a": "href", "area": "href", "link": "href"} | dict.fromkeys(
    ("img", "audio", "embed", "iframe", "source", "track", "video"), "src"
)
_LONGEST = 5000


def microdata_items(tree: Element, *, kind: str, page_url: str | None) -> Iterator[dict[str, Any]]:
    r"""The items of a type, and what they hold.

    >>> from trafilatura import load_html
    >>> page = '<html><body><div itemscope itemtype="http://schema.org/ClaimReview">' \
    ...     '<p itemprop="claimReviewed">It rained.</p></div></body></html>'
    >>> list(microdata_items(load_html(page), kind="ClaimReview", page_url=None))
    [{'@type': 'ClaimReview', 'claimReviewed': 'It rained.'}]
    """
    for element in tree.xpath(f"//*[@itemscope and contains(@itemtype, '{kind}')]"):
        if kind in _kinds(element):
            yield _item(element, page_url, _DEEPEST)


def _kinds(element: Element) -> list[str]:
    return [
        one.rstrip("/").rpartition("/")[2] for one in (element.get("itemtype") or "").split() if one
    ]


def _item(element: Element, page_url: str | None, depth: int) -> dict[str, Any]:
    kinds = _kinds(element)
    found: dict[str, Any] = {"@type": kinds[0] if len(kinds) == 1 else kinds} if kinds else {}
    if depth:
        for inner in list(_properties(element))[:_MOST_PROPERTIES]:
            value = _value(inner, page_url, depth - 1)
            for name in (inner.get("itemprop") or "").split():
                held = found.get(name)
                if held is None:
                    found[name] = value
                else:
                    found[name] = [*(held if isinstance(held, list) else [held]), value]
    return found


def _properties(element: Element) -> Iterator[Element]:
    """The elements with `itemprop` that belong to this item and to none within it."""
    waiting = list(element)[::-1]
    while waiting:
        one = waiting.pop()
        if not isinstance(one.tag, str):
            continue
        if one.get("itemprop") is not None:
            yield one
        if one.get("itemscope") is None:
            waiting += list(one)[::-1]


def _value(element: Element, page_url: str | None, depth: int) -> Any:
    if element.get("itemscope") is not None:
        return _item(element, page_url, depth)
    content = element.get("content")
    if content is not None:
        return content[:_LONGEST]
    link = _LINKS.get(element.tag)
    if link:
        return _absolute(element.get(link) or "", page_url)
    if element.tag == "time" and element.get("datetime"):
        return element.get("datetime")
    return " ".join(element.text_content().split())[:_LONGEST]


def _absolute(link: str, page_url: str | None) -> str:
    try:
        return urljoin(page_url, link.strip()) if page_url else link.strip()
    except ValueError:
        return link.strip()
