"""Cited works to their records at the registries of DOIs: asked once, kept, read again offline."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.identifiers import doi as dois
from claims.model.candidate import ANSWERED, SearchOutcome
from claims.model.exchange import header
from claims.model.ids import digest
from claims.model.record import plain
from claims.model.snapshot import FetchOutcome
from claims.model.work import Work, work_id
from claims.sources import crossref_work, datacite_work
from claims.sources.outcomes import search_outcome
from claims.sources.provider import Answer
from claims.sources.work_record import WorkReply
from claims.steps.keep_exchange import keep_reply
from claims.steps.references import doi_of
from claims.steps.web_session import WebSession
from db import citations, rows
from db.connection import transaction

if TYPE_CHECKING:
    from types import ModuleType

    from claims.steps.edges import Edges

OF_DATACITE = ("10.48550/", "10.5281/", "10.6084/", "10.17605/", "10.7910/", "10.5061/")
"""Prefixes of arXiv, Zenodo, figshare, OSF, Dataverse and Dryad; elsewhere Crossref is asked first."""


def describe_works(edges: Edges, citation: dict[str, Any], *, offline: bool) -> list[str]:
    """Ask what a citation's work is, unless that is known; lines that say what is not known.

    Nothing is asked about a confidential source: the question would name it.
    """
    snapshot = rows.get(edges.database, "snapshots", citation["snapshot"]) or {}
    doi = doi_of(citation, snapshot)
    if doi is None or citation["confidential"]:
        return []
    name = f"doi:{doi}"
    held = {work["service"]: work for work in citations.works_of(edges.database, name)}
    if any(work["outcome"] == SearchOutcome.FOUND.value for work in held.values()):
        return []
    asked: dict[str, dict[str, Any]] = dict(held)
    if not offline:
        with WebSession(edges) as session:
            for service in _registries(doi):
                key = service.NAME
                if key in held and held[key]["outcome"] in ANSWERED:
                    continue
                asked[key] = _ask(edges, session, service, doi)
                if asked[key]["outcome"] == SearchOutcome.FOUND.value:
                    return []
    return _unknown(name, asked)


def _unknown(name: str, asked: dict[str, dict[str, Any]]) -> list[str]:
    if not asked:
        return [f"No registry was asked what {name} is; citing it again without --offline asks."]
    said = "; ".join(f"{key}: {row['detail'] or row['outcome']}" for key, row in asked.items())
    return [f"What {name} is comes from the page alone. {said}."]


def _registries(doi: str) -> tuple[ModuleType, ModuleType]:
    if doi.startswith(OF_DATACITE):
        return datacite_work, crossref_work
    return crossref_work, datacite_work


def _ask(edges: Edges, session: WebSession, service: ModuleType, doi: str) -> dict[str, Any]:
    """Ask one registry; what came of it is stored, with the place of its answer in the archive."""
    exchange, _ = session.run(session.ask(service.request(doi)))
    answered = exchange.http_version is not None
    placed = keep_reply(edges, session, exchange) if answered else None
    if exchange.outcome in {FetchOutcome.STORED, FetchOutcome.HTTP_ERROR}:
        reply = _of_this(service.read(Answer(exchange.http_status or 0, exchange.body)), doi)
    else:
        outcome = search_outcome(exchange.outcome, exchange.http_status)
        reply = WorkReply(outcome, exchange.reason)
    work = Work(
        id=work_id(identifier=f"doi:{doi}", service=service.NAME),
        identifier=f"doi:{doi}",
        service=service.NAME,
        outcome=reply.outcome,
        detail=reply.detail,
        item=reply.item,
        request_url=exchange.target_uri,
        http_status=exchange.http_status,
        content_encoding=header(exchange.headers, "content-encoding"),
        reply_digest=digest(exchange.body) if answered else None,
        warc_file=placed.warc_file if placed else None,
        warc_offset=placed.warc_offset if placed else None,
        warc_length=placed.warc_length if placed else None,
        run=edges.run("describe-works"),
        at=exchange.at,
    )
    row = dict(plain(work))
    with transaction(edges.database):
        rows.put(edges.database, "works", row)
    return row


def _of_this(reply: WorkReply, doi: str) -> WorkReply:
    """The reply, unless it is about another work: a registry's redirect must not put words in its mouth."""
    told = (reply.item or {}).get("DOI")
    if told and dois.standard(told) != doi:
        return WorkReply(SearchOutcome.FAILED, f"the record is of another work, {told}")
    return reply
