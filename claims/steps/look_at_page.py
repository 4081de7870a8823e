"""A cited page to one look at its link and one at each passage cited from it, archived and stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from claims.anchor.nearness import Sought
from claims.anchor.passage_state import PassageLook, look
from claims.archive.secrets import without_credentials
from claims.health.findings import NOT_ASKED, Answered, Found, Page, finding, same_page
from claims.health.link_state import THERE
from claims.health.parked import MOST_SOURCE, shown_words
from claims.model.citation import CitationCheck, PassageState, citation_check_id
from claims.model.exchange import header
from claims.model.health import LinkLook, link_look_id
from claims.model.record import plain
from claims.model.snapshot import FetchOutcome
from claims.steps.looks import link_of
from claims.steps.seal import add_sealed
from claims.steps.take_snapshots import take
from claims.web.waiting import retry_after_s, until
from db import health, rows
from db.connection import transaction

if TYPE_CHECKING:
    from claims.model.exchange import Exchange
    from claims.steps.edges import Edges
    from claims.steps.take_snapshots import Taken
    from claims.steps.web_session import WebSession

FOR_GOOD = frozenset({301, 308})
SAW = frozenset({PassageState.PRESENT, PassageState.MOVED, PassageState.ALTERED})
NO_PAGE = "the page could not be read"
TOLD_IN_WORDS = "the words were told by a service and are not on its page"


@dataclass(frozen=True, slots=True)
class CitedPage:
    """An address and the citations (rows) of what stands there."""

    url: str
    citations: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """What one look at a page saw; `passages` by the citation's id. Nothing of it is stored yet."""

    found: Found
    http_status: int | None
    target_url: str
    snapshot: str
    retry_at: str | None
    answered: bool
    passages: dict[str, PassageLook]


async def see(edges: Edges, session: WebSession, page: CitedPage) -> Seen:
    """Ask for the page, keep what came in the archive, and look at it."""
    return judged(edges, page, await take(edges, session, page.url))


def judged(edges: Edges, page: CitedPage, taken: Taken) -> Seen:
    """What an answer says about the link and the passages of a page."""
    row, exchange = taken.snapshot, taken.exchange
    text = row["text"] if row["outcome"] == FetchOutcome.STORED.value else None
    passages = {one["id"]: passage(edges, one, text) for one in page.citations}
    target = without_credentials(exchange.target_uri)
    source = exchange.body[:MOST_SOURCE].decode("utf-8", "replace")
    not_asked = (exchange.reason or "").startswith(NOT_ASKED)
    found = finding(
        Answered(
            url=page.url,
            target_url=target,
            outcome=FetchOutcome(row["outcome"]),
            http_status=exchange.http_status,
            reason=exchange.reason if not_asked else row["reason"] or exchange.reason,
            permanent=all(hop.http_status in FOR_GOOD for hop in exchange.redirects),
            source=source,
            text=text or shown_words(source),
            carries=None if text is None else any(p.state in SAW for p in passages.values()),
            same_page=_same(edges, page, Page(target, row["title"], text or "")),
        )
    )
    return Seen(
        found=found,
        http_status=exchange.http_status,
        target_url=target,
        snapshot=row["id"],
        retry_at=_retry_at(edges, exchange),
        answered=exchange.http_version is not None,
        # What stands on some other page says nothing of the words
        passages=passages if text is not None and found.finding in THERE else {},
    )


def passage(edges: Edges, citation: dict[str, Any], text: str | None) -> PassageLook:
    """How the cited words stand in `text`, the page of today."""
    then = rows.get(edges.database, "snapshots", citation["snapshot"]) or {}
    sought = Sought(citation["exact"], citation["prefix"], citation["suffix"], citation["start"])
    looked = look(sought, text, then.get("text"))
    words_only = looked.state not in {PassageState.PRESENT, PassageState.MOVED}
    if words_only and health.told_by_interface(edges.database, citation["snapshot"]):
        return unread(TOLD_IN_WORDS)
    return looked


def unread(why: str) -> PassageLook:
    """A look at words that could not be read."""
    return PassageLook(PassageState.UNMEASURED, None, None, 0.0, (), (), (why,))


def _same(edges: Edges, page: CitedPage, new: Page) -> bool:
    then = rows.get(edges.database, "snapshots", page.citations[0]["snapshot"]) or {}
    return same_page(Page(page.url, then.get("title"), then.get("text") or ""), new)


def _retry_at(edges: Edges, exchange: Exchange) -> str | None:
    """Until when the server wants to be left alone, by the clock of the desk."""
    stated = header(exchange.headers, "retry-after")
    now = datetime.fromisoformat(edges.now())
    seconds = retry_after_s(stated, now=now) if exchange.http_version is not None else None
    return until(seconds, now=now) if seconds else exchange.retry_at


def record(edges: Edges, page: CitedPage, seen: Seen) -> None:
    """Store one look at a page and at its passages, all or nothing; a second has one look at most."""
    at, run = edges.now(), edges.run("check")
    looked = LinkLook(
        id=link_look_id(url=page.url, at=at),
        url=page.url,
        finding=seen.found.finding,
        http_status=seen.http_status,
        target_url=seen.target_url,
        snapshot=seen.snapshot,
        retry_at=seen.retry_at,
        detail=seen.found.detail,
        at=at,
        run=run,
    )
    with transaction(edges.database):
        if not add_sealed(edges.database, "link_looks", plain(looked)):
            return
        state = link_of(health.looks_at(edges.database, page.url)).state
        for citation in page.citations:
            words = seen.passages.get(citation["id"]) or unread(seen.found.detail or NO_PAGE)
            snapshot = rows.get(edges.database, "snapshots", seen.snapshot) or {}
            check = CitationCheck(
                id=citation_check_id(citation=citation["id"], look=looked.id),
                citation=citation["id"],
                look=looked.id,
                snapshot=seen.snapshot,
                link_state=state,
                passage_state=words.state,
                **place_of(words, snapshot.get("text")),
                detail="; ".join(words.reasons) or None,
                at=at,
                run=run,
            )
            add_sealed(edges.database, "citation_checks", plain(check))


def place_of(words: PassageLook, text: str | None) -> dict[str, Any]:
    """The columns that say where words stand in `text`, and how they differ from the cited ones."""
    placed = words.start is not None and words.end is not None and words.start < words.end
    return {
        "start": words.start if placed else None,
        "end": words.end if placed else None,
        "found": (text or "")[words.start : words.end] if placed else None,
        "changes": tuple(change.value for change in words.changes),
        "score": float(words.score) if placed else None,
    }
