"""The pages a claim rests on to their captures in another archive, nearest to the claim's date."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.model.candidate import ANSWERED, SearchOutcome
from claims.model.memento import Memento, memento_id
from claims.model.record import plain
from claims.model.snapshot import FetchOutcome
from claims.sources.capture_nearest import OldCapture, nearest, read_captures, requests_nearest
from claims.sources.outcomes import search_outcome
from claims.sources.own_pages import may_be_told
from claims.steps.keep_exchange import keep_reply
from claims.steps.report import Failure, Tick
from claims.steps.web_session import WebSession, own_pairs
from db import mementos, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.steps.edges import Edges

WHOLE_DATE = 10
OWN = "not asked: a page of your own network is not named to others"


def wanted_date(edges: Edges, claim: dict[str, Any]) -> str:
    """The day that a claim's sources matter of: when it was published, else today."""
    document = rows.get(edges.database, "documents", claim["document"]) or {}
    published = (document.get("published") or "")[:WHOLE_DATE]
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError:
        return edges.now()[:WHOLE_DATE]


def elsewhere(edges: Edges, table: str, row: dict[str, Any]) -> dict[str, Any]:
    """What `show` adds to a record: captures of its pages in other archives, and what was asked there."""
    if table != "claims":
        return {}
    pages = mementos.pages_of(edges.database, row["id"])
    saves = (mementos.last_save(edges.database, url) for url in pages)
    return {"mementos": beside(edges, row), "save_requests": [s for s in saves if s]}


def beside(edges: Edges, claim: dict[str, Any]) -> list[dict[str, Any]]:
    """For each page of a claim what is known of its nearest old capture, and how to find it out."""
    wanted = wanted_date(edges, claim)
    return [
        mementos.of_page(edges.database, url, wanted) or _unasked(edges, claim, url, wanted)
        for url in mementos.pages_of(edges.database, claim["id"])
    ]


def _unasked(edges: Edges, claim: dict[str, Any], url: str, wanted: str) -> dict[str, Any]:
    how = f"not asked; run: citetrail find {claim['id']} --old-captures"
    if not may_ask(edges, url):
        how = OWN
    return {
        "url": url,
        "wanted": wanted,
        "service": _service(edges),
        "outcome": SearchOutcome.NOT_MEASURED.value,
        "detail": how,
        "memento_url": None,
        "memento_datetime": None,
    }


def look_up(
    edges: Edges, claims: Sequence[dict[str, Any]], *, again: bool, failures: list[Failure]
) -> Iterator[Tick]:
    """Ask for the capture of each page nearest to its claim's date, unless it is known."""
    asked = {
        (url, wanted_date(edges, claim)): None
        for claim in claims
        for url in mementos.pages_of(edges.database, claim["id"])
        if may_ask(edges, url)
    }
    with WebSession(edges) as session:
        for done, (url, wanted) in enumerate(asked, start=1):
            known = mementos.of_page(edges.database, url, wanted)
            if again or known is None or known["outcome"] not in ANSWERED:
                row = ask_nearest(edges, session, url, wanted)
                if row["outcome"] not in ANSWERED:
                    why = f"{row['outcome']}: {row['detail']}"
                    failures.append(Failure(f"old capture of {url}", why))
            yield Tick("old captures", done, len(asked))


def ask_nearest(edges: Edges, session: WebSession, url: str, wanted: str) -> dict[str, Any]:
    """Ask for the capture of a page nearest to a day; what was answered, as it is stored."""
    found: list[OldCapture] = []
    outcome, detail = SearchOutcome.NOTHING_FOUND, None
    for request in requests_nearest(edges.settings.wayback, url, date.fromisoformat(wanted)):
        exchange, _ = session.run(session.ask(request))
        keep_reply(edges, session, exchange)
        if exchange.outcome is not FetchOutcome.STORED:
            outcome = search_outcome(exchange.outcome, exchange.http_status)
            detail = exchange.reason
            break
        read = read_captures(edges.settings.wayback, exchange.body)
        if read is None:
            outcome, detail = SearchOutcome.FAILED, "the reply is not one of a CDX service"
            break
        found += read
    return _store(edges, url, wanted, (outcome, detail), tuple(found))


def _store(
    edges: Edges,
    url: str,
    wanted: str,
    answer: tuple[SearchOutcome, str | None],
    found: tuple[OldCapture, ...],
) -> dict[str, Any]:
    outcome, detail = answer
    # With only one side of the date answered, the nearest one may be on the other
    whole = outcome is SearchOutcome.NOTHING_FOUND
    best = nearest(found, date.fromisoformat(wanted)) if whole else None
    service = _service(edges)
    memento = Memento(
        id=memento_id(url=url, wanted=wanted, service=service),
        url=url,
        wanted=wanted,
        service=service,
        outcome=SearchOutcome.FOUND if best else outcome,
        detail=detail,
        memento_url=best.memento_url if best else None,
        memento_datetime=f"{best.at:%Y-%m-%dT%H:%M:%SZ}" if best else None,
        http_status=best.http_status if best else None,
        payload_digest=best.payload_digest if best else None,
        run=edges.run("old-captures"),
        at=edges.now(),
    )
    row = dict(plain(memento))
    with transaction(edges.database):
        rows.put(edges.database, "mementos", row)
    return row


def may_ask(edges: Edges, url: str) -> bool:
    """Whether the archive may be told of the page at all."""
    own = own_pairs(edges.settings.allow_hosts)
    return may_be_told(url, service=edges.settings.wayback, own=own)


def _service(edges: Edges) -> str:
    return urlsplit(edges.settings.wayback).netloc or edges.settings.wayback
