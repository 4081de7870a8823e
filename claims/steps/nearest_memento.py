"""A cited page and a day to its nearest capture elsewhere: the Wayback Machine's, else another archive's."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.model import memento as model
from claims.model.candidate import ANSWERED, SearchOutcome
from claims.model.record import plain
from claims.model.snapshot import FetchOutcome
from claims.sources.captures import timestamp
from claims.sources.memento import Memento
from claims.sources.outcomes import search_outcome
from claims.sources.own_pages import may_be_told
from claims.sources.provider import Answer, Reply
from claims.sources.question import question
from claims.steps.keep_exchange import keep_reply
from claims.steps.old_captures import OWN, ask_nearest, may_ask
from claims.steps.web_session import own_pairs
from db import mementos, rows
from db.connection import transaction

if TYPE_CHECKING:
    from claims.sources.provider import Ask
    from claims.steps.edges import Edges
    from claims.steps.web_session import WebSession

TOP = 1
MOST_REQUESTS = 2
STAMPED = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")


def nearest_memento(edges: Edges, session: WebSession, url: str, wanted: str) -> dict[str, Any]:
    """The capture nearest to the day `wanted` as a row of `mementos`, or the row that says why none is known.

    What was answered before is not asked again.
    """
    known = mementos.of_page(edges.database, url, wanted)
    if known is not None and known["outcome"] == SearchOutcome.FOUND.value:
        return known
    if not may_ask(edges, url):
        return {"outcome": SearchOutcome.NOT_MEASURED.value, "detail": OWN, "service": "nobody"}
    if known is None or known["outcome"] not in ANSWERED:
        known = ask_nearest(edges, session, url, wanted)
    if known["outcome"] == SearchOutcome.FOUND.value:
        return known
    service = edges.settings.memento
    own = own_pairs(edges.settings.allow_hosts)
    if not service or not may_be_told(url, service=service, own=own):
        return known
    return _aggregated(edges, session, url, wanted)


def _aggregated(edges: Edges, session: WebSession, url: str, wanted: str) -> dict[str, Any]:
    """What an aggregator of TimeMaps says, stored like the answer of an archive."""
    provider = Memento(edges.settings.memento)
    service = urlsplit(edges.settings.memento).netloc or edges.settings.memento
    asked = question("", published=wanted, asked_on=edges.now()[:10])
    (ask,) = provider.plan(replace(asked, pages=(url,)), top=TOP).asks
    reply = _heard(edges, session, provider, ask)
    hit = reply.hits[0] if reply.hits else None
    stamped = STAMPED.search(hit.url) if hit else None
    at = timestamp(stamped[1]) if stamped else None
    row = model.Memento(
        id=model.memento_id(url=url, wanted=wanted, service=service),
        url=url,
        wanted=wanted,
        service=service,
        outcome=reply.outcome,
        detail=reply.detail,
        memento_url=hit.url if hit else None,
        memento_datetime=f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else None,
        http_status=None,
        payload_digest=None,
        run=edges.run("old-captures"),
        at=edges.now(),
    )
    with transaction(edges.database):
        rows.put(edges.database, "mementos", dict(plain(row)))
    return dict(plain(row))


def _heard(edges: Edges, session: WebSession, provider: Memento, ask: Ask) -> Reply:
    """The aggregator's reply; a paged TimeMap is followed once."""
    request, answers = ask.request, []
    reply = Reply(SearchOutcome.NOT_MEASURED, None)
    for _ in range(MOST_REQUESTS):
        exchange, _ = session.run(session.ask(request))
        keep_reply(edges, session, exchange)
        status = exchange.http_status
        came = exchange.outcome in {FetchOutcome.STORED, FetchOutcome.HTTP_ERROR}
        if not came or exchange.http_version is None or status is None:
            return Reply(search_outcome(exchange.outcome, status), exchange.reason)
        answers.append(Answer(status, exchange.body))
        reply = provider.read(ask, answers)
        if reply.follow is None:
            return reply
        request = reply.follow
    return reply
