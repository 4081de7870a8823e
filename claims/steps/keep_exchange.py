"""An exchange into the archive and its place into the table: whole, or as a revisit of what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claims.archive.reader import read_record
from claims.archive.records import Earlier
from claims.archive.secrets import without_secrets
from claims.model.capture import Capture, CaptureType, capture_id
from claims.model.errors import DamagedData
from claims.model.exchange import header
from claims.model.ids import digest
from claims.model.record import plain
from db import rows, snapshots
from db.connection import transaction

if TYPE_CHECKING:
    from claims.archive.writer import Placed
    from claims.model.exchange import Exchange
    from claims.steps.edges import Edges
    from claims.steps.web_session import WebSession

NOT_MODIFIED = 304


class Asked(NamedTuple):
    """What was asked for, where the answer came from, when (UTC), and the answer's status."""

    url: str
    target_uri: str
    at: str
    http_status: int | None = None


def asked_for(exchange: Exchange) -> Asked:
    """What the exchange says of the question."""
    shown = without_secrets(exchange)
    return Asked(shown.url, shown.target_uri, exchange.at, exchange.http_status)


async def archive_exchange(
    edges: Edges, session: WebSession, exchange: Exchange, *, known: dict[str, Any] | None
) -> Placed:
    """Write the exchange to disk; `known` is the row of the snapshot that it may leave unchanged."""
    earlier = _earlier(edges, exchange, known) if known else None
    return await session.keep(without_secrets(exchange), earlier=earlier)


def record_capture(edges: Edges, placed: Placed, asked: Asked, *, snapshot: str | None) -> None:
    """Add the row of records that lie on disk. Call it in the transaction of the snapshot."""
    capture = Capture(
        id=capture_id(
            url=asked.url,
            warc_date=asked.at,
            warc_file=placed.warc_file,
            warc_offset=placed.warc_offset,
        ),
        snapshot=snapshot,
        url=asked.url,
        warc_target_uri=asked.target_uri,
        warc_date=asked.at,
        warc_type=CaptureType(placed.warc_type),
        http_status=asked.http_status,
        payload_digest=placed.payload_digest,
        block_digest=placed.block_digest,
        warc_file=placed.warc_file,
        warc_offset=placed.warc_offset,
        warc_length=placed.warc_length,
        exchange_offset=placed.exchange_offset,
        exchange_length=placed.exchange_length,
        run=edges.run("archive"),
        exchange_digest=placed.exchange_digest,
    )
    rows.add_new(edges.database, "captures", [plain(capture)])


def keep_reply(edges: Edges, session: WebSession, exchange: Exchange) -> Placed:
    """Keep the reply of a provider's interface: archived and listed, but no copy of a page."""
    shown = without_secrets(exchange, interface=True)
    placed = session.archive.append(shown)
    with transaction(edges.database):
        record_capture(edges, placed, asked_for(shown), snapshot=None)
    return placed


async def keep_rules(edges: Edges, session: WebSession, exchange: Exchange) -> None:
    """Keep what a host's robots.txt said: what was allowed that day can be shown years later."""
    asked = asked_for(exchange)
    known = snapshots.latest_answer(edges.database, asked.url)
    placed = await archive_exchange(edges, session, exchange, known=known)
    with transaction(edges.database):
        record_capture(edges, placed, asked, snapshot=None)


def _earlier(edges: Edges, exchange: Exchange, known: dict[str, Any]) -> Earlier | None:
    """The record a revisit may refer to: one that is there, sound, and holds the same body."""
    if exchange.http_version is None or known["warc_file"] is None:
        return None
    if exchange.http_status != NOT_MODIFIED and not _same_body(exchange, known):
        return None
    try:
        fields, _ = read_record(edges.archive, known["warc_file"], known["warc_offset"])
    except (DamagedData, OSError):
        return None  # what came now is kept whole instead
    return Earlier(
        record_id=header(fields, "WARC-Record-ID") or "",
        target_uri=header(fields, "WARC-Target-URI") or known["warc_target_uri"],
        date=header(fields, "WARC-Date") or known["warc_date"],
        payload_digest=header(fields, "WARC-Payload-Digest") or known["payload_digest"],
    )


def _same_body(exchange: Exchange, known: dict[str, Any]) -> bool:
    # an empty body says nothing, so that it is never a reason to point elsewhere
    return bool(exchange.wire_body) and digest(exchange.wire_body) == known["payload_digest"]
