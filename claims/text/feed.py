"""An RSS or Atom feed to the addresses of its articles, and the days on which it says they came out.

RSS 2.0 (https://www.rssboard.org/rss-specification), RSS 1.0 and Atom (RFC 4287). Entities are never
resolved and nothing is loaded, so that a hostile feed is only a small tree.
"""

from __future__ import annotations

from urllib.parse import urljoin

from lxml import etree

from claims.model.errors import BadInput
from claims.text.written_date import written_date


def feed_links(raw: bytes, *, url: str | None) -> dict[str, str | None]:
    """The article addresses of a feed in its order, each with its day of publication (YYYY-MM-DD) or null.

    Relative ones are read against `url`. Raises BadInput when it is no feed or names no article.

    >>> feed_links(b"<rss><channel><item><link>https://e.example/a</link></item></channel></rss>", url=None)
    {'https://e.example/a': None}
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as why:
        raise BadInput(f"this feed cannot be read: {why}") from None
    links: dict[str, str | None] = {}
    for entry in root.iter("{*}item", "{*}entry") if root is not None else ():
        link = _link(entry)
        absolute = urljoin(url or "", link.strip()) if link else ""
        if absolute.startswith(("http://", "https://")):
            links.setdefault(absolute, _published(entry))
    if not links:
        raise BadInput("this feed names no article; give the address of an article")
    return links


def _published(entry: etree._Element) -> str | None:
    """RSS, Atom and Dublin Core (in RSS 1.0); when an entry was brought up to date is another matter."""
    said = entry.iterchildren("{*}pubDate", "{*}published", "{*}date")
    return next(filter(None, (written_date(one.text) for one in said)), None)


def _link(entry: etree._Element) -> str | None:
    for link in entry.iter("{*}link"):
        if link.get("href") and link.get("rel", "alternate") == "alternate":
            return str(link.get("href"))
        if link.text and link.text.strip():
            return str(link.text)
    return None
