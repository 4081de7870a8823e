"""Entries to an Atom feed (RFC 4287)."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped (section 2.2)."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The feed as a whole. `url` is the site's address; times are UTC, ISO 8601 with `Z`."""

    title: str
    url: str
    feed_url: str
    updated: str
    author: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One new, corrected or withdrawn verdict."""

    title: str
    url: str
    published: str
    updated: str
    summary: str


def atom(feed: Feed, entries: Iterable[Entry]) -> str:
    """The feed as XML.

    >>> feed = Feed("Checks", "https://f.example/", "https://f.example/feed.atom", "", "Desk")
    >>> atom(feed, []).splitlines()[2]
    '<title>Checks</title>'
    """
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{xml_text(feed.title)}</title>",
        f"<id>{xml_text(feed.url)}</id>",
        f'<link rel="self" type="application/atom+xml" href="{xml_text(feed.feed_url)}"/>',
        f'<link rel="alternate" type="text/html" href="{xml_text(feed.url)}"/>',
        f"<updated>{xml_text(feed.updated)}</updated>",
        f"<author><name>{xml_text(feed.author)}</name></author>",
        *(_entry(entry) for entry in entries),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def xml_text(text: str) -> str:
    """`text` for use in XML, in content and in attributes.

    >>> xml_text('<b> & "c"')
    '&lt;b&gt; &amp; &quot;c&quot;'
    """
    return html.escape(NOT_XML.sub("\ufffd", text))


def _entry(entry: Entry) -> str:
    return "\n".join(
        (
            "<entry>",
            f'<title type="text">{xml_text(entry.title)}</title>',
            f"<id>{xml_text(entry.url)}</id>",
            f'<link rel="alternate" type="text/html" href="{xml_text(entry.url)}"/>',
            f"<published>{xml_text(entry.published)}</published>",
            f"<updated>{xml_text(entry.updated)}</updated>",
            f'<summary type="text">{xml_text(entry.summary)}</summary>',
            "</entry>",
        )
    )
