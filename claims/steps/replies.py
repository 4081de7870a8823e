"""A request to a provider's reply: sent and archived, or read again out of the archive."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.archive.reader import read_payload
from claims.model.candidate import SearchOutcome, StoredReply, reply_id
from claims.model.errors import DamagedData
from claims.model.exchange import header
from claims.model.ids import digest
from claims.model.snapshot import FetchOutcome
from claims.sources.outcomes import search_outcome
from claims.sources.provider import Answer, Reply
from claims.steps.keep_exchange import keep_reply
from claims.web.content_encoding import TooLargeBody, UndecodableBody, decoded
from claims.web.waiting import retry_after_s, until

if TYPE_CHECKING:
    from claims.model.exchange import Exchange
    from claims.sources.provider import Ask, Provider, Request
    from claims.steps.edges import Edges
    from claims.steps.web_session import WebSession

MOST_STEPS = 4
"""Requests that one ask may lead to; none needs more than three."""

MOST_SENT, MOST_REMEMBERED = 200, 200_000
"""Answers that are remembered for other claims of the run, and the bytes that one may have."""

MOST_BODY = 50_000_000
UNTIL = re.compile(r"until (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in answer to an ask: the reply, its answers as kept, until when to wait."""

    reply: Reply
    request_url: str | None = None
    kept: tuple[StoredReply, ...] = ()
    retry_at: str | None = None
    silent: bool = False


@dataclass(frozen=True, slots=True)
class Listener:
    """Sends what providers ask. What was just asked is not asked again for another claim."""

    edges: Edges
    session: WebSession
    sent: dict[str, tuple[Exchange, StoredReply | None]] = field(default_factory=dict)

    async def hear(self, provider: Provider, ask: Ask, search: str) -> Heard:
        """Send the request and those that its reply leads to."""
        answers: list[Answer] = []
        kept: list[StoredReply] = []
        request: Request | None = ask.request
        reply, url = Reply(SearchOutcome.FAILED, "it led from one request to the next"), None
        while request is not None and len(answers) < MOST_STEPS:
            exchange, row = await self._exchange(request, keeps=provider.card.keeps)
            url = exchange.target_uri
            if row is None:
                outcome = search_outcome(exchange.outcome, exchange.http_status)
                reply = Reply(outcome, _with_advice(exchange))
                return Heard(reply, url, tuple(kept), _told_until(exchange), silent=True)
            kept.append(_of(row, search, len(kept) + 1))
            if exchange.outcome not in {FetchOutcome.STORED, FetchOutcome.HTTP_ERROR}:
                reply = Reply(
                    search_outcome(exchange.outcome, exchange.http_status), exchange.reason
                )
                break
            answers.append(Answer(exchange.http_status or 0, exchange.body))
            reply = provider.read(ask, answers)
            request = reply.follow
        waits = reply.outcome is SearchOutcome.THROTTLED
        return Heard(reply, url, tuple(kept), _told_until(exchange) if waits else None)

    async def _exchange(
        self, request: Request, *, keeps: bool
    ) -> tuple[Exchange, StoredReply | None]:
        """The exchange, and the answer as kept; null when no server answered."""
        key = f"{request.url} {sorted((k, str(v)) for k, v in request.params.items())}"
        if key in self.sent:
            return self.sent[key]
        exchange, repeats = await self.session.ask(request)
        made = exchange, self._keep(exchange, keeps=keeps and not repeats)
        if len(exchange.body) <= MOST_REMEMBERED and made[1]:
            self.sent[key] = made
            if len(self.sent) > MOST_SENT:
                self.sent.pop(next(iter(self.sent)))
        return made

    def _keep(self, exchange: Exchange, *, keeps: bool) -> StoredReply | None:
        if exchange.http_version is None:
            return None
        placed = keep_reply(self.edges, self.session, exchange) if keeps else None
        return StoredReply(
            id="",
            search="",
            ordinal=1,
            request_url=exchange.target_uri,
            http_status=exchange.http_status or 0,
            media_type=exchange.content_type,
            content_encoding=header(exchange.headers, "content-encoding"),
            reply_digest=digest(exchange.body),
            warc_file=placed.warc_file if placed else None,
            warc_offset=placed.warc_offset if placed else None,
            warc_length=placed.warc_length if placed else None,
            at=exchange.at,
        )


def _of(row: StoredReply, search: str, ordinal: int) -> StoredReply:
    return replace(row, id=reply_id(search=search, ordinal=ordinal), search=search, ordinal=ordinal)


def _with_advice(exchange: Exchange) -> str | None:
    """Why no server answered; for a desk's own machine also what to do about it."""
    if exchange.outcome is not FetchOutcome.ADDRESS_REFUSED:
        return exchange.reason
    pair = urlsplit(exchange.target_uri).netloc
    return f"{exchange.reason}; if it is your own, put {pair} into allow_hosts"


def _told_until(exchange: Exchange) -> str | None:
    """The time until which the service wants to be left alone, if the answer or our client says so."""
    named = UNTIL.search(exchange.reason or "")
    if named:
        return named[1]
    at = datetime.fromisoformat(exchange.at)
    pause = retry_after_s(header(exchange.headers, "retry-after"), now=at)
    return until(pause, now=at) if pause else None


def replayed(
    edges: Edges, provider: Provider, ask: Ask, kept: list[dict[str, Any]]
) -> Reply | None:
    """The reply in the kept answers (rows); null when they are not all in the archive.

    Raises DamagedData when an answer does not match its digest.
    """
    answers = []
    for row in kept:
        if row["warc_file"] is None:
            return None
        answers.append(Answer(row["http_status"], kept_body(edges, row)))
    return provider.read(ask, answers) if answers else None


def kept_body(edges: Edges, row: dict[str, Any]) -> bytes:
    """The decoded body of a kept answer (a row). Raises DamagedData when it is not what it was."""
    try:
        wire = read_payload(edges.archive, row["warc_file"], row["warc_offset"])
        body = decoded(wire, row["content_encoding"], limit=MOST_BODY)
    except (OSError, TooLargeBody, UndecodableBody) as why:
        raise DamagedData(f"the reply {row['id']} cannot be read: {why}") from None
    if digest(body) != row["reply_digest"]:
        raise DamagedData(f"the reply {row['id']} does not match its digest")
    return body
