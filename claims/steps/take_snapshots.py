"""Addresses to stored copies: fetch, archive the bytes, derive the text, keep the outcome."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from claims.archive.secrets import without_credentials
from claims.model.capture import CaptureType
from claims.model.exchange import conditions
from claims.model.ids import digest
from claims.model.snapshot import FetchOutcome, snapshot_id
from claims.steps.archived_page import archived_exchange
from claims.steps.keep_exchange import NOT_MODIFIED, archive_exchange, asked_for, record_capture
from claims.steps.page_columns import OF_SNAPSHOTS, page_columns
from claims.steps.read_answer import read_answer
from claims.steps.report import Failure, Tick
from claims.steps.unread import why_unread
from claims.steps.web_session import WebSession
from claims.text.page import DESCRIBED
from db import rows, snapshots
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.model.exchange import Conditions, Exchange
    from claims.steps.edges import Edges
    from claims.text.page import Page

AT_ONCE = 16
"""Pages that are under way together; each host still has its own pace."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A snapshot's row, its page when its text could be read, and what passed on the wire."""

    snapshot: dict[str, Any]
    page: Page | None
    exchange: Exchange


async def take(edges: Edges, session: WebSession, url: str) -> Taken:
    """Fetch `url` and keep what came. The same body again gives the same snapshot and one revisit."""
    exchange = await ask(edges, session, url)
    return await keep_page(edges, session, exchange, url=without_credentials(url))


async def ask(edges: Edges, session: WebSession, url: str) -> Exchange:
    """Fetch `url`; when what is kept of it is still good, the answer may say just that (304)."""
    return await session.get(url, conditions=_conditions(edges, without_credentials(url)))


def held_answer(edges: Edges, url: str) -> Exchange | None:
    """What is kept of the page, for when it has not changed; null when that is damaged."""
    held = snapshots.latest(edges.database, without_credentials(url))
    return None if held is None else archived_exchange(edges, held)


def _conditions(edges: Edges, url: str) -> Conditions | None:
    """What spares the server an answer that is kept already, whole and sound."""
    held = snapshots.latest(edges.database, url)
    if held is None or archived_exchange(edges, held) is None:
        return None
    return conditions(held["warc_target_uri"], tuple((n, v) for n, v in held["headers"]))


async def keep_page(edges: Edges, session: WebSession, exchange: Exchange, *, url: str) -> Taken:
    """What came of asking for the page `url`: archived, listed, and read into a snapshot."""
    held = snapshots.latest(edges.database, url) if exchange.http_status == NOT_MODIFIED else None
    if held and (before := archived_exchange(edges, held)):
        placed = await archive_exchange(edges, session, exchange, known=held)
        with transaction(edges.database):
            record_capture(edges, placed, asked_for(exchange), snapshot=held["id"])
        return Taken(held, read_answer(before)[0], exchange)
    fresh, page = _snapshot(edges, exchange, url=url)
    known = rows.get(edges.database, "snapshots", fresh["id"])
    placed = await archive_exchange(edges, session, exchange, known=known)
    row = known or fresh
    if exchange.http_version is not None and placed.warc_type != CaptureType.REVISIT.value:
        # new, or its record is damaged: this one has the same body
        row |= {n: getattr(placed, n) for n in ("warc_file", "warc_offset", "warc_length")}
    with transaction(edges.database):
        rows.put(edges.database, "snapshots", row)
        record_capture(edges, placed, asked_for(exchange), snapshot=row["id"])
    return Taken(row, page, exchange)


def _snapshot(edges: Edges, exchange: Exchange, *, url: str) -> tuple[dict[str, Any], Page | None]:
    """The row of a snapshot that has no place in the archive yet, and the page it was read from."""
    page, outcome, reason = read_answer(exchange)
    payload = digest(exchange.wire_body) if exchange.http_version is not None else None
    read = described(page, media_type=exchange.content_type)
    return {
        "id": snapshot_id(url=url, outcome=outcome, payload_digest=payload, reason=reason),
        "url": url,
        "warc_target_uri": without_credentials(exchange.target_uri),
        "warc_date": exchange.at,
        "outcome": outcome.value,
        "reason": reason,
        "http_status": exchange.http_status,
        "media_type": read.pop("media_type"),
        "charset": read.pop("charset"),
        "headers": [list(pair) for pair in exchange.headers],
        "payload_digest": payload,
        "warc_file": None,
        "warc_offset": None,
        "warc_length": None,
        **read,
        "run": edges.run("fetch"),
    }, page


def described(page: Page | None, *, media_type: str | None) -> dict[str, Any]:
    """The columns of a snapshot that are derived from its bytes, and can be derived again."""
    return {
        "media_type": page.media_type if page else media_type,
        "charset": page.charset if page else None,
        **{name: getattr(page, name).value if page else None for name in DESCRIBED},
        "text": page.text if page else None,
        "text_digest": digest(page.text) if page else None,
        **page_columns(page, OF_SNAPSHOTS),
    }


def fetch_addresses(
    edges: Edges, urls: Sequence[str], *, failures: list[Failure], taken: list[dict[str, Any]]
) -> Iterator[Tick]:
    """Fetch and archive each address; rows go to `taken`, what failed to `failures`, in the order given."""
    wanted = tuple(dict.fromkeys(urls))
    todo, running = iter(wanted), set[asyncio.Task[tuple[str, dict[str, Any]]]]()
    held: dict[str, dict[str, Any]] = {}
    with WebSession(edges) as session:

        async def row(url: str) -> tuple[str, dict[str, Any]]:
            return url, (await take(edges, session, url)).snapshot

        async def some() -> set[asyncio.Task[tuple[str, dict[str, Any]]]]:
            """Those that came first; what is open goes on at the next call."""
            running.update(
                asyncio.ensure_future(row(u)) for u in islice(todo, AT_ONCE - len(running))
            )
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            running.difference_update(done)
            return done

        while len(held) < len(wanted):
            held.update(task.result() for task in session.run(some()))
            yield Tick("fetch", len(held), len(wanted))
    for url in wanted:
        taken.append(held[url])
        if held[url]["outcome"] != FetchOutcome.STORED.value:
            failures.append(Failure(url, why_unread(held[url]["outcome"], held[url]["reason"])))
