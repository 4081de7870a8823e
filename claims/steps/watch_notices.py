"""Cited works that have a DOI to Crossref's notices about them: retractions, corrections, concerns."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from claims.health import notices as crossref
from claims.health.moments import moment
from claims.health.schedule import JITTER, is_ahead, spread
from claims.model.candidate import ANSWERED, SearchOutcome
from claims.model.capture import capture_id
from claims.model.health import Notice, NoticeLook, notice_id, notice_look_id
from claims.model.record import plain
from claims.model.snapshot import FetchOutcome
from claims.sources.outcomes import search_outcome
from claims.sources.provider import Answer
from claims.steps.citation_standing import cited_doi
from claims.steps.keep_exchange import asked_for, keep_reply
from claims.steps.report import Failure
from claims.steps.seal import add_sealed
from db import health, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.model.exchange import Exchange
    from claims.steps.edges import Edges
    from claims.steps.web_session import WebSession

WEEKLY, DAILY, MONTHLY = timedelta(days=7), timedelta(hours=20), timedelta(days=30)


def works_of(edges: Edges, citations: Iterable[dict[str, Any]]) -> list[str]:
    """The DOIs of the cited works, each once."""
    found: dict[str, None] = {}
    for citation in citations:
        snapshot = rows.get(edges.database, "snapshots", citation["snapshot"]) or {}
        doi = cited_doi(citation, snapshot)
        if doi:
            found.setdefault(doi)
    return list(found)


def is_due(edges: Edges, doi: str) -> bool:
    """Whether it is time to ask about a work: weekly, the day after a failure, monthly if unknown there."""
    last = health.last_notice_look(edges.database, doi)
    if last is None:
        return True
    pause = DAILY
    if last["outcome"] in ANSWERED:
        pause = WEEKLY + WEEKLY * JITTER * spread(doi)
    elif last["outcome"] == SearchOutcome.NOT_MEASURED.value and last["capture"]:
        pause = MONTHLY
    now = edges.now()
    return moment(last["at"]) + pause <= moment(now) or is_ahead(last["at"], now=now)


def ask(edges: Edges, session: WebSession, doi: str) -> Failure | None:
    """Ask about one work and store the answer; the failure when nothing was learnt."""
    exchange, _ = session.run(session.ask(crossref.request(doi)))
    placed = keep_reply(edges, session, exchange)
    asked = asked_for(exchange)
    capture = capture_id(
        url=asked.url,
        warc_date=asked.at,
        warc_file=placed.warc_file,
        warc_offset=placed.warc_offset,
    )
    known = rows.get(edges.database, "captures", capture)
    outcome, detail, told = _read(exchange, doi)
    at, run = edges.now(), edges.run("check")
    looked = NoticeLook(
        id=notice_look_id(doi=doi, at=at),
        doi=doi,
        outcome=outcome,
        detail=detail,
        capture=capture if known and exchange.http_version is not None else None,
        at=at,
        run=run,
    )
    with transaction(edges.database):
        if add_sealed(edges.database, "notice_looks", plain(looked)):
            for one in told:
                notice = _notice(one, looked)
                add_sealed(edges.database, "notices", plain(notice))
    # A work that Crossref does not know is no failure: it is told as not measured, month by month
    unknown = outcome is SearchOutcome.NOT_MEASURED and looked.capture is not None
    if outcome.value in ANSWERED or unknown:
        return None
    return Failure(f"notices about {doi}", f"{outcome.value}: {detail}")


def _notice(one: crossref.Told, looked: NoticeLook) -> Notice:
    return Notice(
        id=notice_id(doi=looked.doi, kind=one.kind, said=one.said, notice_doi=one.notice_doi),
        doi=looked.doi,
        kind=one.kind,
        said=one.said,
        notice_doi=one.notice_doi,
        source=one.source,
        dated=one.dated,
        look=looked.id,
        at=looked.at,
        run=looked.run,
    )


def _read(
    exchange: Exchange, doi: str
) -> tuple[SearchOutcome, str | None, tuple[crossref.Told, ...]]:
    status = exchange.http_status
    if exchange.http_version is None or status is None:
        return search_outcome(exchange.outcome, status), exchange.reason, ()
    if exchange.outcome not in {FetchOutcome.STORED, FetchOutcome.HTTP_ERROR}:
        return search_outcome(exchange.outcome, status), exchange.reason, ()
    return crossref.read(Answer(status, exchange.body), doi)
