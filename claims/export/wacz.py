"""Parts of a WACZ file (https://specs.webrecorder.net/wacz/1.1.1/): index lines, page list, package."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.export.surt import url_key
from claims.model.ids import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

VERSION = "1.1.1"
WARC = "archive/data.warc.gz"
INDEX = "indexes/index.cdxj"
PAGES = "pages/pages.jsonl"
PACKAGE = "datapackage.json"
PACKAGE_DIGEST = "datapackage-digest.json"


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page that a reader of the file may open. `at` is WARC-Date, `text` what can be searched."""

    id: str
    url: str
    at: str
    title: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """A file within the WACZ: its path, its number of bytes and their SHA-256 (`sha256:…`)."""

    path: str
    length: int
    digest: str


def index_line(url: str, at: str, record: Mapping[str, Any]) -> str:
    """A line of the capture index (CDXJ): key, time, and what leads to the record.

    >>> index_line("http://a.example/", "2026-11-24T09:00:00Z", {"offset": "0"})
    'example,a)/ 20261124090000 {"url": "http://a.example/", "offset": "0"}'
    """
    moment = "".join(c for c in at if c.isdigit())[:14]
    return f"{url_key(url)} {moment} {json.dumps({'url': url, **record}, ensure_ascii=True)}"


def page_lines(pages: Iterable[ListedPage]) -> Iterator[str]:
    r"""The lines of pages.jsonl: a header, then a page each.

    >>> next(page_lines([]))
    '{"format": "json-pages-1.0", "id": "pages", "title": "All pages", "hasText": true}\n'
    """
    head = {"format": "json-pages-1.0", "id": "pages", "title": "All pages", "hasText": True}
    yield json.dumps(head) + "\n"
    for page in pages:
        line = {"id": page.id, "url": page.url, "ts": page.at, "title": page.title or page.url}
        yield json.dumps(line | ({"text": page.text} if page.text else {})) + "\n"


def package(parts: Sequence[Part], *, title: str, created: str, software: str) -> str:
    """datapackage.json: what the file holds, with digests."""
    described = {
        "profile": "data-package",
        "wacz_version": VERSION,
        "title": title,
        "created": created,
        "modified": created,
        "software": software,
        "resources": [
            {
                "name": part.path.rpartition("/")[2],
                "path": part.path,
                "hash": part.digest,
                "bytes": part.length,
            }
            for part in parts
        ],
    }
    return json.dumps(described, indent=2) + "\n"


def package_digest(content: str) -> str:
    """datapackage-digest.json: the digest of datapackage.json, which may be signed by others.

    >>> "datapackage.json" in package_digest("{}")
    True
    """
    return json.dumps({"path": PACKAGE, "hash": digest(content)}, indent=2) + "\n"
