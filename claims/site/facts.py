"""What the public file says of itself: read once, since a file that is served is never written again."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from datasette.utils import sqlite_timelimit

from claims import __version__
from claims.site.style import STYLE_VERSION, TEMPLATES_VERSION
from db.public_queries import SITE
from db.public_rows import web_address

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, MutableMapping
    from typing import TypeVar

    from datasette.app import Datasette

    from claims.site.public_file import Mark

    Found = TypeVar("Found")

PUBLIC = "public"
"""The name under which the public database is served: its tables live at `/public/…`."""

DEFAULT_NAME = "Citetrail"
TIME_LIMIT = 1000
"""Milliseconds that one page may spend in the database."""

ADDRESSES = frozenset({"url", "source_url", "appearance_url", "archive_url", "source_archive_url"})

_HERE = threading.local()
_PAGE_FACTS: MutableMapping[Any, dict[str, Any]] = WeakKeyDictionary()


async def read(datasette: Datasette, question: Callable[[sqlite3.Connection], Found]) -> Found:
    """What `question` finds in the public file, in one turn of a reading thread."""

    def within_time(connection: sqlite3.Connection) -> Found:
        with sqlite_timelimit(connection, TIME_LIMIT):
            return question(connection)

    found: Found = await datasette.get_database(PUBLIC).execute_fn(within_time)
    return found


def look_up(datasette: Datasette, question: Callable[[sqlite3.Connection], Found]) -> Found:
    """What `question` finds by keys alone, at once.

    It takes a fifth of a millisecond, and the way to another thread and back several times that.
    """
    held: MutableMapping[Any, sqlite3.Connection] = _HERE.__dict__.setdefault(
        "held", WeakKeyDictionary()
    )
    connection = held.get(datasette)
    if connection is None:
        connection = held[datasette] = datasette.get_database(PUBLIC).connect()
    with sqlite_timelimit(connection, TIME_LIMIT):
        return question(connection)


def rows(connection: sqlite3.Connection, sql: str, **values: Any) -> list[dict[str, Any]]:
    """The rows that a query of `db.public_queries` gives, as mappings."""
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    addresses = [name for name in names if name in ADDRESSES]
    found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    for row in found:
        for name in addresses:  # the file was built with care, but a link is a link
            row[name] = web_address(row[name])
    return found


async def site_facts(datasette: Datasette) -> dict[str, str]:
    """The rows of the table `site`; empty when no public database is served."""
    facts: dict[str, str] = (await page_facts(datasette))["facts"]
    return facts


async def page_facts(datasette: Datasette) -> dict[str, Any]:
    """The variables that every template may use."""
    known = _PAGE_FACTS.get(datasette)
    if known is None:
        known = _PAGE_FACTS[datasette] = await _page_facts(datasette)
    return known


async def _page_facts(datasette: Datasette) -> dict[str, Any]:
    has_public = PUBLIC in datasette.databases
    found = await read(datasette, lambda c: rows(c, SITE)) if has_public else []
    facts = {row["key"]: row["value"] for row in found}
    return {
        "facts": facts,
        "demonstration_site": facts.get("demonstration") == "1",
        "site_name": datasette.metadata("title") or DEFAULT_NAME,
        "site_licence": datasette.metadata("license"),
        "site_licence_url": datasette.metadata("license_url"),
        "style_version": STYLE_VERSION,
        "has_public": has_public,
        "static_site": is_static(datasette),
    }


def is_static(datasette: Datasette) -> bool:
    """Whether the pages are being written as files: then nothing can be searched or sorted."""
    return bool((datasette.plugin_config("citetrail") or {}).get("static"))


@dataclass(frozen=True, slots=True)
class Edition:
    """What is served: a word that changes whenever the file or the site's looks do, and since when."""

    word: str
    since: str


def edition(datasette: Datasette) -> Edition:
    """The edition that is served."""
    at: Mark = datasette.get_database(PUBLIC).mark
    looks = f"{__version__} {STYLE_VERSION} {TEMPLATES_VERSION}"
    said = f"{at.changed_ns} {at.size} {at.inode} {looks} {datasette.metadata()}"
    word = hashlib.sha256(said.encode()).hexdigest()[:16]
    since = datetime.fromtimestamp(at.changed_ns // 10**9, UTC)
    return Edition(word, format_datetime(since, usegmt=True))


def absolute(datasette: Datasette, request: Any, facts: dict[str, str], path: str) -> str:
    """The full address of a page: under the site's known address, else as it was asked for."""
    if facts.get("address"):
        return facts["address"].rstrip("/") + path
    return str(datasette.absolute_url(request, datasette.urls.path(path)))
