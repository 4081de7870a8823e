"""A web page to the ClaimReview objects in its JSON-LD scripts and its microdata."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

from trafilatura import load_html

from claims.claimreview.microdata import microdata_items
from claims.claimreview.objects import Found, objects_in
from claims.claimreview.stream import Broken

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_SCRIPT = 5_000_000
_NAMED = "claimreview"


def page_objects(page: str, *, page_url: str | None) -> Iterator[Found | Broken]:
    r"""The reviews of a page, in order; a script that names ClaimReview and is no JSON is told as broken.

    Relative addresses rest on `page_url`, else on what the page says its address is.

    >>> text = '<html><head><script type="application/ld+json">{"@type": "ClaimReview", "url": "/1"}' \
    ...     '</script><link rel="canonical" href="https://f.example/a"></head><body>x</body></html>'
    >>> [(one.value["url"], one.page_url) for one in page_objects(text, page_url=None)]
    [('/1', 'https://f.example/a')]
    """
    tree = load_html(page)
    if tree is None:
        return
    own = page_url or next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        yield from _script(script.text or "", str(own) if own else None)
    for item in microdata_items(tree, kind="ClaimReview", page_url=page_url):
        yield Found(item, page_url=str(own) if own else None, embedded=True)


def _script(text: str, page_url: str | None) -> Iterator[Found | Broken]:
    bare = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    bare = bare.removeprefix("//<![CDATA[").removesuffix("//]]>").strip()
    if _NAMED not in bare[:_LONGEST_SCRIPT].lower():
        return
    if len(bare) > _LONGEST_SCRIPT:
        yield Broken(bare[:1000], 0, f"longer than {_LONGEST_SCRIPT:,} characters")
        return
    value = _parsed(bare)
    if isinstance(value, Broken):
        # Some sites escape the whole script for HTML, which no browser undoes
        again = _parsed(html.unescape(bare)) if "&quot;" in bare or "&#34;" in bare else value
        value = value if isinstance(again, Broken) else again
    if isinstance(value, Broken):
        yield value
    else:
        yield from objects_in(value, page_url=page_url)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except ValueError as why:
        return Broken(text, getattr(why, "pos", 0), "no JSON")
    except RecursionError:
        return Broken(text[:1000], 0, "nested too deeply")
