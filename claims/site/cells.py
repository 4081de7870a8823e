"""One table cell as escaped HTML. Every value is hostile until it has passed through here."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from claims.site.words import WORDS, claimant_path, day, verdict_class, words

CLAIM_ID = re.compile(r"c-[0-9a-f]{16}")
DOCUMENT_ID = re.compile(r"d-[0-9a-f]{16}")
SOURCE_ID = re.compile(r"s-[0-9a-f]{16}")
TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,12}Z")

SHORT = 10
"""An id is shown by its letter and first 8 digits."""

ADDRESS_SHOWN = 60
LONGEST = 1000


def cell(value: Any, column: str) -> Markup | None:
    """The cell's HTML; null leaves numbers and blobs to Datasette."""
    if isinstance(value, dict):  # a foreign key that Datasette has looked up
        value = value["value"]
    if not isinstance(value, str) or not value:
        return None
    if column in {"claimant_slug", "slug"}:
        return Markup('<a href="{}"><bdi>{}</bdi></a>').format(claimant_path(value), value)
    return _record(value) or _word(value, column) or _address(value) or _text(value)


def _record(value: str) -> Markup | None:
    """The link to a claim's or a source's page, for a value that is its id."""
    if CLAIM_ID.fullmatch(value):
        return Markup('<a class="id" href="/claim/{}">{}</a>').format(value, value[:SHORT])
    if DOCUMENT_ID.fullmatch(value):
        return Markup('<a class="id" href="/document/{}">{}</a>').format(value, value[:SHORT])
    if SOURCE_ID.fullmatch(value):
        return Markup('<a class="id" href="/public/sources/{}">{}</a>').format(value, value[:SHORT])
    return None


def _word(value: str, column: str) -> Markup | None:
    """A time, a verdict, or a word of a closed list, as readers have it."""
    if TIME.fullmatch(value):
        return Markup('<time datetime="{}">{}</time>').format(value, day(value))
    if column == "verdict":
        style = verdict_class(value)
        return Markup('<span class="verdict {}"><bdi>{}</bdi></span>').format(style, value)
    return Markup("{}").format(words(value, column)) if column in WORDS else None


def _address(value: str) -> Markup | None:
    if not value.startswith(("http://", "https://")) or any(c.isspace() for c in value):
        return None
    try:
        host = urlsplit(value).hostname
    except ValueError:
        return None  # for example an unclosed bracket: shown as text
    if not host:
        return None
    shown = value if len(value) <= ADDRESS_SHOWN else value[:ADDRESS_SHOWN] + "…"
    return Markup('<a href="{}" rel="noopener nofollow ugc"><bdi>{}</bdi></a>').format(value, shown)


def _text(value: str) -> Markup:
    """Anything else; fenced in, so that direction characters do not reach the cells beside it."""
    shown = value if len(value) <= LONGEST else value[:LONGEST] + "…"
    return Markup("<bdi>{}</bdi>").format(shown)
