"""Addresses to stored copies: fetch, archive the bytes, derive the text, keep the outcome."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claims.files.page_of import page_of
from claims.model.errors import BadInput
from claims.model.ids import digest
from claims.model.snapshot import FetchOutcome, snapshot_id
from claims.steps.report import Failure, Tick
from claims.steps.web_session import WebSession
from db import rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.model.exchange import Exchange
    from claims.steps.edges import Edges
    from claims.text.page import Page

FETCHED = frozenset({FetchOutcome.STORED.value, FetchOutcome.NOT_READABLE.value})
"""Outcomes of a page that was received whole."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A snapshot's row, its page when its text could be read, and what passed on the wire."""

    snapshot: dict[str, Any]
    page: Page | None
    exchange: Exchange


async def take(edges: Edges, session: WebSession, url: str) -> Taken:
    """Fetch `url` and keep what came. The same body again gives the same snapshot and adds nothing."""
    exchange = await session.get(url)
    url = without_credentials(url)
    page, outcome, reason = _read(exchange)
    # Without an HTTP version no server answered: there is nothing to digest and nothing to archive
    answered = exchange.http_version is not None
    payload = digest(exchange.wire_body) if answered else None
    key = snapshot_id(url=url, outcome=outcome, payload_digest=payload, reason=reason)
    known = rows.get(edges.database, "snapshots", key)
    if known:
        return Taken(known, page, exchange)
    placed = await session.keep(exchange) if answered else None
    row = {
        "id": key,
        "url": url,
        "warc_target_uri": without_credentials(exchange.target_uri),
        "warc_date": exchange.at,
        "outcome": outcome.value,
        "reason": reason,
        "http_status": exchange.http_status,
        "media_type": page.media_type if page else exchange.content_type,
        "charset": page.charset if page else None,
        "headers": [list(pair) for pair in exchange.headers],
        "payload_digest": payload,
        "warc_file": placed.warc_file if placed else None,
        "warc_offset": placed.warc_offset if placed else None,
        "warc_length": placed.warc_length if placed else None,
        "title": page.title.value if page else None,
        "author": page.author.value if page else None,
        "publisher": page.publisher.value if page else None,
        "published": page.published.value if page else None,
        "modified": page.modified.value if page else None,
        "text": page.text if page else None,
        "text_digest": digest(page.text) if page else None,
        "run": edges.run("fetch"),
    }
    with transaction(edges.database):
        rows.add_new(edges.database, "snapshots", [row])  # another task may have been quicker
    return Taken(row, page, exchange)


def without_credentials(url: str) -> str:
    """An address without the user name and password that some carry: secrets are never stored."""
    return re.sub(r"^([a-zA-Z][a-zA-Z0-9+.-]*://)[^/?#]*@", r"\1", url)


def _read(exchange: Exchange) -> tuple[Page | None, FetchOutcome, str | None]:
    if exchange.outcome is not FetchOutcome.STORED:
        return None, exchange.outcome, exchange.reason
    try:
        page = page_of(
            exchange.body,
            content_type=exchange.content_type,
            url=exchange.target_uri,
        )
    except BadInput as why:
        return None, FetchOutcome.NOT_READABLE, str(why)
    return page, FetchOutcome.STORED, None


def fetch_addresses(
    edges: Edges, urls: Sequence[str], *, failures: list[Failure], taken: list[dict[str, Any]]
) -> Iterator[Tick]:
    """Fetch and archive each address; rows go to `taken`, what failed to `failures`."""
    with WebSession(edges) as session:
        for done, url in enumerate(urls, start=1):
            row = session.run(take(edges, session, url)).snapshot
            taken.append(row)
            if row["outcome"] != FetchOutcome.STORED.value:
                failures.append(Failure(url, f"{row['outcome']}: {row['reason']}"))
            yield Tick("fetch", done, len(urls))
