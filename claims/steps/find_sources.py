"""Claims to searches, candidates and stored copies of the candidate pages."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.model.candidate import Candidate, Search, SearchOutcome, candidate_id, search_id
from claims.model.document import Role
from claims.model.errors import BadSetting
from claims.model.ids import digest
from claims.model.record import plain
from claims.model.snapshot import FetchOutcome
from claims.sources.directory import LIBRARY, remote_providers
from claims.sources.outcomes import search_outcome
from claims.sources.provider import Reply
from claims.sources.query import queries
from claims.steps.ingest import Intake, ingest, is_address
from claims.steps.keep_exchange import keep_reply
from claims.steps.report import Failure, Tick
from claims.steps.search_library import search_library
from claims.steps.store_document import Intent
from claims.steps.take_snapshots import take
from claims.steps.web_session import WebSession
from db import rows, searches, snapshots
from db.connection import transaction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.sources.provider import Provider
    from claims.steps.edges import Edges

ANSWERED = frozenset({SearchOutcome.FOUND.value, SearchOutcome.NOTHING_FOUND.value})

LIBRARY_TEXTS = Intent(role=Role.LIBRARY)

GIVE_UP_AFTER = 2
"""Unanswered requests in a row after which a provider is left alone for the rest of the run."""


@dataclass(frozen=True, slots=True)
class Wish:
    """How to search: which providers, how many pages each, from stored data alone, or all anew."""

    providers: tuple[str, ...] = ("mediawiki", LIBRARY)
    top: int = 5
    offline: bool = False
    refresh: bool = False


@dataclass(slots=True)
class Findings:
    """What came of a find: searches made or reused, and what failed, each named once."""

    searches: list[dict[str, Any]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    unanswered: dict[str, int] = field(default_factory=dict)

    def fail(self, what: str, why: str) -> None:
        """Note a failure that was not noted before."""
        failure = Failure(what, why)
        if failure not in self.failures:
            self.failures.append(failure)


def find(
    edges: Edges, claims: Sequence[dict[str, Any]], wish: Wish, *, findings: Findings
) -> Iterator[Tick]:
    """Search for each claim (a row), fetch what is named, store everything, failures included."""
    remote = remote_providers(wish.providers, edges.settings)
    if LIBRARY in wish.providers and edges.settings.library:
        if is_address(edges.settings.library):
            raise BadSetting("the setting library takes the path of a folder, not an address")
        intake = Intake([], findings.failures)
        yield from ingest(edges, [edges.settings.library], intake=intake, intent=LIBRARY_TEXTS)
    with WebSession(edges) as session:
        hunt = _Hunt(edges, session, wish, findings)
        for done, claim in enumerate(claims, start=1):
            for provider in remote:
                hunt.ask(claim, provider)
            if LIBRARY in wish.providers:
                findings.searches.append(search_library(edges, session, claim, top=wish.top))
            yield Tick("find", done, len(claims))


@dataclass(frozen=True, slots=True)
class _Hunt:
    """What every question of one find shares."""

    edges: Edges
    session: WebSession
    wish: Wish
    findings: Findings

    def ask(self, claim: dict[str, Any], provider: Provider) -> None:
        """Put the claim's queries to one provider, narrow first, until one of them finds something."""
        for query in queries(claim["claim_text"] or claim["exact"], dates=claim["dates"]):
            key = search_id(claim=claim["id"], provider=provider.name, query=query)
            stored = rows.get(self.edges.database, "searches", key)
            if not (stored and stored["outcome"] in ANSWERED and not self.wish.refresh):
                stored = self._search(claim, provider, query)
            self.findings.searches.append(stored)
            if stored["outcome"] not in ANSWERED and self.wish.offline:
                return  # what was asked for is no failure
            if stored["outcome"] not in ANSWERED:
                why = f"{stored['outcome']}: {stored['detail']}"
                self.findings.fail(f"provider {provider.name}", why)
                return
            if stored["outcome"] == SearchOutcome.FOUND.value:
                self._fetch_candidates(stored["id"], claim)
                return

    def _search(self, claim: dict[str, Any], provider: Provider, query: str) -> dict[str, Any]:
        answer = self._answer(provider, query)
        search = Search(
            id=search_id(claim=claim["id"], provider=provider.name, query=query),
            claim=claim["id"],
            provider=provider.name,
            query=query,
            request_url=answer.request_url,
            outcome=answer.reply.outcome,
            detail=answer.reply.detail,
            found=len(answer.reply.hits),
            reply_digest=answer.digest,
            run=self.edges.run("find", top=self.wish.top),
            at=self.edges.now(),
        )
        candidates = [
            Candidate(
                id=candidate_id(search=search.id, url=hit.url),
                search=search.id,
                rank=place,
                url=hit.url,
                title=hit.title,
                snippet=hit.snippet,
                snapshot=None,
            )
            for place, hit in enumerate({h.url: h for h in answer.reply.hits}.values(), start=1)
        ]
        with transaction(self.edges.database):
            searches.record(self.edges.database, plain(search), map(plain, candidates))
        return dict(plain(search))

    def _answer(self, provider: Provider, query: str) -> _Answer:
        if self.wish.offline:
            return _Answer(Reply(SearchOutcome.NOT_MEASURED, "asked to stay offline"))
        if self.findings.unanswered.get(provider.name, 0) >= GIVE_UP_AFTER:
            why = "not asked: it did not answer earlier in this run"
            return _Answer(Reply(SearchOutcome.NOT_MEASURED, why))
        request = provider.request(query, top=self.wish.top)
        # An API is meant for programs: its host's robots.txt is about crawling pages
        exchange = self.session.run(
            self.session.get(
                request.url, params=request.params, accept=request.accept, robots=False
            )
        )
        keep_reply(self.edges, self.session, exchange)
        if exchange.outcome is FetchOutcome.STORED:
            self.findings.unanswered.pop(provider.name, None)
            reply = provider.read(exchange.body)
            return _Answer(reply, exchange.target_uri, digest(exchange.body))
        unanswered = self.findings.unanswered.get(provider.name, 0) + 1
        self.findings.unanswered[provider.name] = unanswered
        outcome = search_outcome(exchange.outcome, exchange.http_status)
        return _Answer(Reply(outcome, exchange.reason), exchange.url)

    def _fetch_candidates(self, search: str, claim: dict[str, Any]) -> None:
        """Store a copy of each candidate page, unless one is there; the checked article is no source."""
        document = rows.get(self.edges.database, "documents", claim["document"]) or {}
        named = rows.select(
            self.edges.database, "candidates", where="search = ?", values=[search], order_by="rank"
        )
        wanted = []
        for candidate in list(named):
            copy = snapshots.latest(self.edges.database, candidate["url"])
            if copy and not self.wish.refresh:
                self._tie(candidate["id"], copy["id"])
            elif not self.wish.offline and candidate["url"] != document.get("url"):
                wanted.append(candidate)
        if wanted:
            for candidate, row in self.session.run(self._take_all(wanted)):
                self._tie(candidate["id"], row["id"])
                if row["outcome"] != FetchOutcome.STORED.value:
                    self.findings.fail(candidate["url"], f"{row['outcome']}: {row['reason']}")

    async def _take_all(
        self, wanted: list[dict[str, Any]]
    ) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        taken = await asyncio.gather(*(take(self.edges, self.session, c["url"]) for c in wanted))
        return [(c, t.snapshot) for c, t in zip(wanted, taken, strict=True)]

    def _tie(self, candidate: str, snapshot: str) -> None:
        with transaction(self.edges.database):
            rows.update(self.edges.database, "candidates", {"id": candidate, "snapshot": snapshot})


@dataclass(frozen=True, slots=True)
class _Answer:
    """A provider's reply, with the address asked and the digest of the body."""

    reply: Reply
    request_url: str | None = None
    digest: str | None = None
