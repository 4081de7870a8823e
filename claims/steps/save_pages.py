"""The pages a claim rests on, handed to Save Page Now; every thing learnt is a row of its own.

Can be stopped and run again at any time: what was submitted is asked after, never submitted twice.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.model.memento import SaveRequest, SaveState, save_request_id
from claims.model.record import plain
from claims.sources import save_page
from claims.sources.own_pages import may_be_told
from claims.sources.save_page import Answered, Learnt
from claims.steps.keep_exchange import keep_reply
from claims.steps.report import Failure, Tick
from claims.steps.web_session import WebSession, own_pairs
from db import mementos, rows
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.model.exchange import Exchange
    from claims.steps.edges import Edges

UNDER_WAY = frozenset({SaveState.SUBMITTED.value, SaveState.PENDING.value})
TIME = "%Y-%m-%dT%H:%M:%SZ"


def save_pages(
    edges: Edges,
    claims: Sequence[dict[str, Any]],
    *,
    failures: list[Failure],
    saved: list[dict[str, Any]],
) -> Iterator[Tick]:
    """Ask for a capture of each page, then once how each stands; the newest rows go to `saved`.

    Pages of the desk's own network are not handed to others.
    """
    own, service = own_pairs(edges.settings.allow_hosts), edges.settings.save_page_now
    pages = dict.fromkeys(
        url
        for claim in claims
        for url in mementos.pages_of(edges.database, claim["id"])
        if may_be_told(url, service=service, own=own)
    )
    with WebSession(edges) as session:
        desk = _Desk(edges, session)
        for done, url in enumerate(pages, start=1):
            desk.submit(url)
            yield Tick("save", done, len(pages))
        for done, url in enumerate(pages, start=1):
            row = desk.ask_after(url)
            saved.append(row)
            if row["state"] in {SaveState.FAILED.value, SaveState.NOT_MEASURED.value}:
                failures.append(Failure(f"save {url}", f"{row['state']}: {row['detail']}"))
            yield Tick("saved", done, len(pages))


def may_submit(last: dict[str, Any] | None, *, now: str) -> bool:
    """Whether a page may be handed over (again), after the newest row about it.

    >>> may_submit(None, now="2026-11-24T09:00:00Z")
    True
    """
    if last is None:
        return True
    if last["state"] == SaveState.ARCHIVED.value or (last["state"] in UNDER_WAY and last["job"]):
        return False
    return last["again_at"] is not None and last["again_at"] <= now


class _Desk:
    """One run of handing pages over."""

    def __init__(self, edges: Edges, session: WebSession) -> None:
        self._edges = edges
        self._session = session
        self._service = edges.settings.save_page_now
        self._key = edges.settings.archive_org_key

    def submit(self, url: str) -> None:
        """Hand the page over, unless that is done or in vain for now."""
        last = mementos.last_save(self._edges.database, url)
        now = self._edges.now()
        if not may_submit(last, now=now):
            return
        if self._key:
            exchange = self._session.run(
                self._session.post(
                    self._service, form=save_page.form(url), headers=save_page.headers(self._key)
                )
            )
            learnt = save_page.read_submission(self._answered(exchange))
        else:
            address = save_page.anonymous_address(self._service, url)
            exchange = self._session.run(self._session.get(address, robots=False))
            asked_at = datetime.strptime(now, TIME).replace(tzinfo=UTC)
            learnt = save_page.read_anonymous(self._answered(exchange), asked_at=asked_at)
        self._note(url, learnt)

    def ask_after(self, url: str) -> dict[str, Any]:
        """The newest row about the page, once its job was asked after."""
        last = mementos.last_save(self._edges.database, url) or {}
        job = last["job"]
        open_job = last["state"] in UNDER_WAY or last["state"] == SaveState.NOT_MEASURED.value
        if not job or not open_job:
            return last
        address = save_page.status_address(self._service, job)
        headers = save_page.headers(self._key) if self._key else {}
        exchange = self._session.run(
            self._session.get(address, accept="application/json", robots=False, headers=headers)
        )
        answer = self._answered(exchange)
        return self._note(url, save_page.read_status(answer, service=self._service, job=job))

    def _answered(self, exchange: Exchange) -> Answered:
        keep_reply(self._edges, self._session, exchange)
        status = exchange.http_status if exchange.http_version is not None else None
        return Answered(status, exchange.target_uri, exchange.body, exchange.reason)

    def _note(self, url: str, learnt: Learnt) -> dict[str, Any]:
        """Add a row, unless the newest one says the same; the newest row."""
        last = mementos.last_save(self._edges.database, url)
        known = (learnt.state.value, learnt.detail, learnt.job)
        if last and (last["state"], last["detail"], last["job"]) == known and not learnt.after:
            return last
        service = urlsplit(self._service).netloc or self._service
        at = self._edges.now()
        request = SaveRequest(
            id=save_request_id(
                url=url, service=service, state=learnt.state, detail=learnt.detail, at=at
            ),
            url=url,
            service=service,
            state=learnt.state,
            detail=learnt.detail,
            job=learnt.job,
            memento_url=learnt.memento_url,
            again_at=_later(at, learnt.after),
            run=self._edges.run("save"),
            at=at,
        )
        with transaction(self._edges.database):
            rows.add_new(self._edges.database, "save_requests", [plain(request)])
        return mementos.last_save(self._edges.database, url) or {}


def _later(at: str, after: timedelta | None) -> str | None:
    return None if after is None else f"{datetime.strptime(at, TIME) + after:{TIME}}"  # noqa: DTZ007
