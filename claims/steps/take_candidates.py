"""Candidates to stored copies: each page is fetched once a run, and what a provider told is kept as text."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag

from claims.model.snapshot import FetchOutcome
from claims.sources.directory import ROWS
from claims.steps.kept_text import keep_text
from claims.steps.report import Failure
from claims.steps.take_snapshots import take
from db import rows, snapshots
from db.connection import transaction

if TYPE_CHECKING:
    from claims.sources.provider import Hit
    from claims.steps.edges import Edges
    from claims.steps.take_snapshots import Taken
    from claims.steps.web_session import WebSession


@dataclass(frozen=True, slots=True)
class Taker:
    """What the candidates of one run share. `offline` ties copies that are there and fetches none."""

    edges: Edges
    session: WebSession
    offline: bool
    refresh: bool
    coming: dict[str, asyncio.Task[Taken]] = field(default_factory=dict)
    failed: dict[str, dict[str, Any]] = field(default_factory=dict)

    async def take(
        self, search: dict[str, Any], hits: dict[str, Hit], *, article: str | None
    ) -> list[Failure]:
        """Tie each candidate of a search (a row) to a copy. `article` is the checked one's address."""
        named = rows.select(
            self.edges.database,
            "candidates",
            where="search = ?",
            values=[search["id"]],
            order_by="rank",
        )
        # The checked article is no source of its own claims
        wanted = [c for c in named if c["url"] != article]
        failed = await asyncio.gather(
            *(self._one(c, hits.get(c["url"]), search["provider"]) for c in wanted)
        )
        return [failure for failure in failed if failure]

    async def _one(
        self, candidate: dict[str, Any], hit: Hit | None, provider: str
    ) -> Failure | None:
        if hit and hit.text and not hit.page:
            self._tie(candidate, self._told(hit, provider))
            return None
        if not self.refresh:
            copy = snapshots.latest(self.edges.database, candidate["url"])
            if copy:
                self._tie(candidate, copy["id"])
            if copy or self._has_copy(candidate):
                return None
        if not self.offline:
            return await self._fetch(candidate, hit, provider)
        if hit and hit.text and not self._has_copy(candidate):
            self._tie(candidate, self._told(hit, provider))
        return None

    async def _fetch(
        self, candidate: dict[str, Any], hit: Hit | None, provider: str
    ) -> Failure | None:
        row = await self._page(candidate["url"])
        if row["outcome"] == FetchOutcome.STORED.value:
            self._tie(candidate, row["id"])
            return None
        if hit and hit.text:
            # The page cannot be read, but the provider told what it holds (an abstract, a rating)
            self._tie(candidate, self._told(hit, provider))
        elif not self._has_copy(candidate):
            self._tie(candidate, row["id"])
        return Failure(candidate["url"], f"{row['outcome']}: {row['reason']}")

    async def _page(self, url: str) -> dict[str, Any]:
        """The snapshot's row; whoever else wants the page meanwhile waits for the same answer."""
        if url in self.failed:
            return self.failed[url]
        if url not in self.coming:
            self.coming[url] = asyncio.ensure_future(take(self.edges, self.session, url))
        try:
            row = (await self.coming[url]).snapshot
        finally:
            self.coming.pop(url, None)  # the bytes of thousands of pages would not fit
        if row["outcome"] != FetchOutcome.STORED.value:
            self.failed[url] = row
        return row

    def _has_copy(self, candidate: dict[str, Any]) -> bool:
        if candidate["snapshot"] is None:
            return False
        row = rows.get(self.edges.database, "snapshots", candidate["snapshot"])
        return bool(row and row["outcome"] == FetchOutcome.STORED.value)

    def _told(self, hit: Hit, provider: str) -> str:
        # Not the page's own address: this is what the provider says of it, not what stands there
        url = f"{urldefrag(hit.url).url}#as-told-by-{provider}"
        facts = {
            "at": self.edges.now(),
            "title": hit.title,
            # An abstract is its journal's; a figure or a statement is the provider's own
            "publisher": None if hit.page else ROWS[provider].card.title,
            "published": hit.published,
        }
        return keep_text(self.edges, self.session, url, hit.text or "", facts)

    def _tie(self, candidate: dict[str, Any], snapshot: str) -> None:
        if candidate["snapshot"] != snapshot:
            with transaction(self.edges.database):
                tied = {"id": candidate["id"], "snapshot": snapshot}
                rows.update(self.edges.database, "candidates", tied)
