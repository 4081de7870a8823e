"""Addresses of the site to files, and links to ways from one file to another.

Every page becomes `…/index.html`, so that the address without it works on any host, and every link names
the file, so that the site works from a subfolder and from a disk as well.
"""

from __future__ import annotations

import hashlib
import html
import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from claims.site.list_page import read_wish
from db.public_rows import slug

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = frozenset({"/", "/figures", "/method", "/corrections", "/data"})
FILES = frozenset(
    {
        "/style.css",
        "/icon.svg",
        "/feed.atom",
        "/robots.txt",
        "/SHA256SUMS",
        "/data/datapackage.json",
    }
)
FOLDER = re.compile(
    r"/(?:claim|document|claimant)/[^/.]+|/claim/[^/.]+/embed|/public/sources/[^/.]+"
)
FILE = re.compile(
    r"/claim/[^/.]+(?:\.json|\.claimreview\.json|\.csl\.json|/card\.png)|/sitemap[a-z0-9-]*\.xml|/data/[a-z_]+\.csv"
)
TABLE = re.compile(r"/public/([a-z_]+)")
LINK = re.compile(r'(?<= )(href|src|action)="(/[^"]*)"')
LONGEST = 80


def place(address: str) -> str | None:
    """The file that answers an address, from the site's top; null when none does.

    >>> place("/claim/c-1"), place("/public/claims?kind=event&_page=2")
    ('claim/c-1/index.html', 'public/claims/kind-event-9e0d5d/page-2.html')
    >>> place("/public/claims?_sort=verdict"), place("/public/citations")
    (None, 'data/index.html')
    """
    parts = urlsplit(address)
    path, query = parts.path, parts.query
    if path == "/public/claims":
        return _list_place(query)
    if path == "/oembed":
        asked = dict(parse_qsl(query)).get("url", "")
        return f"claim/{posixpath.basename(urlsplit(asked).path)}/oembed.json"
    if path.startswith("/claimant/") and query:
        number = dict(parse_qsl(query)).get("page", "1")
        return f"claimant/{_segment(path)}/page-{int(number)}.html"
    return _plain_place(path) if not query or path == "/style.css" else None


def _plain_place(path: str) -> str | None:
    if path in PAGES or FOLDER.fullmatch(path):
        folders = [_segment(one) for one in path.strip("/").split("/") if one]
        return posixpath.join(*folders, "index.html")
    if path in FILES or FILE.fullmatch(path):
        return path.lstrip("/")
    return "data/index.html" if path == "/public" or TABLE.fullmatch(path) else None


def _segment(path: str) -> str:
    """The last part of a path as the name of a folder that every file system takes."""
    name = unquote(posixpath.basename(path))
    return name if len(name.encode()) <= LONGEST * 3 else hashlib.sha256(name.encode()).hexdigest()


def _list_place(query: str) -> str | None:
    wish = read_wish(query)
    if wish is None or wish.search or wish.sort or wish.all_values or len(wish.filters) > 1:
        return None
    folder = "public/claims"
    for name, value in wish.filters.items():
        told_apart = hashlib.sha256(repr(value).encode()).hexdigest()[:6]
        folder += f"/{name}-{slug(value or 'none')}-{told_apart}"
    return f"{folder}/index.html" if wish.number == 1 else f"{folder}/page-{wish.number}.html"


def relinked(page: str, here: str, *, seen: Callable[[str], None]) -> str:
    """A page with its links as ways from the file `here`; `seen` is told every address that has a file.

    A link that no file answers loses its address and stays as words.
    """

    def replaced(match: re.Match[str]) -> str:
        address = html.unescape(match[2])
        bare, _, fragment = address.partition("#")
        there = place(bare)
        if there is None:
            return f'data-not-here="{match[1]}"'
        seen(bare)
        way = quote(posixpath.relpath(there, posixpath.dirname(here) or "."))
        return f'{match[1]}="{way}{f"#{html.escape(fragment)}" if fragment else ""}"'

    return LINK.sub(replaced, page)
