"""Cited pages that are due to looks at links, passages and notices, each stored at once.

Can be killed at any moment: what was looked at is stored page by page, and what was not told yet is told by
the next report. A page that is not there, or has lost the words, is asked for twice before that counts.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims.health.findings import TIME_OVER, Found, nameless
from claims.health.link_state import NOT_THERE, THERE
from claims.health.schedule import is_due
from claims.model.citation import LinkState, PassageState
from claims.model.health import LinkFinding
from claims.steps import watch_notices
from claims.steps.look_at_page import CitedPage, Seen, record, see
from claims.steps.looks import link_of, page_address, present
from claims.steps.report import Failure, Tick
from claims.steps.watched import watched
from claims.steps.web_session import WebSession, own_pairs
from db import health

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.steps.edges import Edges

AT_ONCE = 16
"""Pages asked for at the same time; each host still has its own pace."""

OFFLINE = "no server answered in this run; this machine may be off the net"
DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(slots=True)
class Checked:
    """What a check did: citations and addresses looked at, works asked about, what was left over."""

    citations: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    works: list[str] = field(default_factory=list)
    left_over: list[str] = field(default_factory=list)
    off_the_web: int = 0
    failures: list[Failure] = field(default_factory=list)


def check(
    edges: Edges, citations: Sequence[dict[str, Any]], *, due_only: bool, checked: Checked
) -> Iterator[Tick]:
    """Look at the pages of the citations (rows; none: of all), or at those that are due.

    `checked` fills up meanwhile.
    """
    named = citations or watched(edges.database)
    chosen = [one for one in named if not one["confidential"]]
    on_pages = [one for one in chosen if page_address(one["url"])]
    checked.off_the_web = len(chosen) - len(on_pages)
    pages = [page for page in cited_pages(edges, on_pages) if not due_only or page_due(edges, page)]
    works = [
        doi
        for doi in watch_notices.works_of(edges, chosen)
        if not due_only or watch_notices.is_due(edges, doi)
    ]
    with WebSession(edges) as session:
        round_ = _Round(edges, session, checked)
        for at in range(0, len(pages), AT_ONCE):
            round_.look(pages[at : at + AT_ONCE])
            yield Tick("check", min(at + AT_ONCE, len(pages)), len(pages))
        for done, _ in enumerate(round_.look_again(), start=1):
            yield Tick("second looks", done, len(round_.doubted))
        for done, doi in enumerate(works, start=1):
            checked.works.append(doi)
            failure = watch_notices.ask(edges, session, doi)
            checked.failures += [failure] if failure else []
            yield Tick("notices", done, len(works))


def cited_pages(edges: Edges, citations: Sequence[dict[str, Any]]) -> list[CitedPage]:
    """The pages of the citations, each once with everything that is cited from it."""
    wanted = dict.fromkeys(page_address(one["url"]) for one in citations)
    found: dict[str, list[dict[str, Any]]] = {url: [] for url in wanted if url}
    for citation in watched(edges.database):
        url = page_address(citation["url"])
        if url in found:
            found[url].append(citation)
    return [CitedPage(url, tuple(cited)) for url, cited in found.items() if cited]


def page_due(edges: Edges, page: CitedPage) -> bool:
    """Whether it is time to look at a page: its turn has come, or something new is cited from it."""
    if any(not health.checks_of(edges.database, one["id"]) for one in page.citations):
        return True
    standing = link_of(health.looks_at(edges.database, page.url))
    return is_due(standing, page.url, now=edges.now())


class _Round:
    """One run: what was doubted, and whether any server of the world answered."""

    def __init__(self, edges: Edges, session: WebSession, checked: Checked) -> None:
        self._edges = edges
        self._session = session
        self._checked = checked
        self._own = own_pairs(edges.settings.allow_hosts)
        self._online = False
        self.doubted: list[tuple[CitedPage, Seen]] = []

    def look(self, pages: Sequence[CitedPage]) -> None:
        """Look at some pages together and store what is beyond doubt."""
        for page, seen in zip(pages, self._session.run(self._see(pages)), strict=True):
            self._online = self._online or (seen.answered and not self._is_own(page.url))
            if self._is_doubted(page, seen):
                self.doubted.append((page, seen))
            else:
                self._store(page, seen)

    def look_again(self) -> Iterator[None]:
        """Ask once more for what was not there: one node of many, or one moment, may have been at fault."""
        for page, first in self.doubted:
            (seen,) = self._session.run(self._see([page]))
            self._online = self._online or (seen.answered and not self._is_own(page.url))
            out_of_time = (seen.found.detail or "").startswith(TIME_OVER)
            if seen.found.finding not in THERE and not out_of_time:
                seen = first  # only a page that answers overrules what was seen before
            if nameless(seen.found) and not self._is_online():
                seen = _unreached(seen)
            self._store(page, seen)
            yield

    async def _see(self, pages: Sequence[CitedPage]) -> list[Seen]:
        return await asyncio.gather(*(see(self._edges, self._session, page) for page in pages))

    def _store(self, page: CitedPage, seen: Seen) -> None:
        cited = [one["id"] for one in page.citations]
        if (seen.found.detail or "").startswith(TIME_OVER):
            self._checked.left_over += cited
        else:
            record(self._edges, page, seen)
            self._checked.pages.append(page.url)
            self._checked.citations += cited

    def _is_doubted(self, page: CitedPage, seen: Seen) -> bool:
        """Whether a page, or words on it, were not there that may have been there until now."""
        stands = [present(self._edges.database, one) for one in page.citations]
        if seen.found.finding in NOT_THERE:
            return stands[0].link.state is not LinkState.DEAD
        return any(
            words.state is PassageState.GONE and stand.passage.measured is not PassageState.GONE
            for stand, one in zip(stands, page.citations, strict=True)
            if (words := seen.passages.get(one["id"])) is not None
        )

    def _is_own(self, url: str) -> bool:
        """Whether a server is the desk's own: that it answers says nothing of the world's net."""
        parts = urlsplit(url)
        return f"{parts.hostname}:{parts.port or DEFAULT_PORTS[parts.scheme]}" in self._own

    def _is_online(self) -> bool:
        """Whether the world can be reached at all; if no cited page answered, an archive is asked."""
        settings = self._edges.settings
        for service in (settings.wayback, settings.memento):
            if self._online:
                break
            parts = urlsplit(service)
            if parts.hostname and not self._is_own(service):
                asking = self._session.get(
                    f"{parts.scheme}://{parts.netloc}/robots.txt", robots=False
                )
                self._online = self._session.run(asking).http_version is not None
        return self._online


def _unreached(seen: Seen) -> Seen:
    why = f"{seen.found.detail} ({OFFLINE})"
    return replace(seen, found=Found(LinkFinding.UNREACHABLE, why))
