"""Claims to searches, candidates and stored copies of the candidate pages."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from claims.model.document import Role
from claims.model.errors import BadSetting
from claims.model.settings import SECRETS
from claims.sources.directory import (
    AFTER_THE_OTHERS,
    CLAIMREVIEW,
    LIBRARY,
    NAMES,
    Desk,
    made,
    named,
    routed,
)
from claims.sources.question import turned
from claims.steps.asking import FOUND, Asker, Inquiry, Told
from claims.steps.catalogue_files import catalogue_of
from claims.steps.ingest import Intake, ingest, is_address
from claims.steps.questions import question_of, with_missing_pages
from claims.steps.replies import Listener
from claims.steps.report import Failure, Tick
from claims.steps.search_library import search_library
from claims.steps.search_reviews import Reviews
from claims.steps.standing import Standing
from claims.steps.store_document import Intent
from claims.steps.take_candidates import Taker
from claims.steps.web_session import WebSession
from db import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claims.sources.provider import Provider
    from claims.sources.question import Question
    from claims.steps.edges import Edges

LIBRARY_TEXTS = Intent(role=Role.LIBRARY)

TOGETHER = 8
"""Claims that are worked on at once: while one provider makes us wait, the others go on."""

EXPLICIT = "asked for by name"
PLACEHOLDER = "only-replaying"


@dataclass(frozen=True, slots=True)
class Wish:
    """How to search: which providers (empty: by claim), how many pages each, from stored data alone, anew.

    `against`: for what speaks against the claims, not for their own words.
    """

    providers: tuple[str, ...] = ()
    top: int = 5
    offline: bool = False
    refresh: bool = False
    against: bool = False


@dataclass(slots=True)
class Findings:
    """What came of a find: searches made or reused, and what failed, each named once.

    `unasked` are providers that fit a claim and could not be asked at all, with the reason.
    """

    searches: list[dict[str, Any]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    unasked: dict[str, str] = field(default_factory=dict)

    def fail(self, failure: Failure) -> None:
        """Note a failure that was not noted before."""
        if failure not in self.failures:
            self.failures.append(failure)


def find(
    edges: Edges, claims: Sequence[dict[str, Any]], wish: Wish, *, findings: Findings
) -> Iterator[Tick]:
    """Search for each claim (a row), fetch what is named, store everything, failures included."""
    wish = replace(wish, providers=named(wish.providers))
    if edges.settings.library and (not wish.providers or LIBRARY in wish.providers):
        if is_address(edges.settings.library):
            raise BadSetting("the setting library takes the path of a folder, not an address")
        intake = Intake([], findings.failures)
        yield from ingest(edges, [edges.settings.library], intake=intake, intent=LIBRARY_TEXTS)
    desk = Desk(edges.settings, catalogue_of(edges.settings.indicators))
    providers = {name: made(name, _for_replay(desk) if wish.offline else desk) for name in NAMES}
    with WebSession(edges) as session:
        hunt = _Hunt(edges, session, wish, findings, providers)
        for start in range(0, len(claims), TOGETHER):
            batch = claims[start : start + TOGETHER]
            session.run(hunt.batch(batch))
            for done, _ in enumerate(batch, start=start + 1):
                yield Tick("find", done, len(claims))


def _for_replay(desk: Desk) -> Desk:
    """The desk with placeholders for missing keys: stored replies are read without any."""
    missing = {name: PLACEHOLDER for name in SECRETS if not getattr(desk.settings, name)}
    return replace(desk, settings=replace(desk.settings, **missing))


class _Hunt:
    """What every question of one find shares."""

    def __init__(
        self,
        edges: Edges,
        session: WebSession,
        wish: Wish,
        findings: Findings,
        providers: dict[str, Provider | str],
    ) -> None:
        self.edges, self.session, self.wish = edges, session, wish
        self.findings, self.providers = findings, providers
        listener, standing = Listener(edges, session), Standing(edges)
        self.asker = Asker(edges, listener, standing, wish.top, wish.refresh)
        self.taker = Taker(edges, session, wish.offline, wish.refresh)
        self.reviews = Reviews(edges)

    async def batch(self, claims: Sequence[dict[str, Any]]) -> None:
        """Ask for some claims: each provider takes them one after the other, all providers at once."""
        asked = {claim["id"]: question_of(self.edges, claim) for claim in claims}
        if self.wish.against:
            asked = {key: turned(one) for key, one in asked.items()}
        told: dict[tuple[str, str], Told] = {}
        await self._round(claims, asked, told, late=False)
        for claim in claims:
            key = claim["id"]
            asked[key] = with_missing_pages(self.edges, asked[key], key)
        await self._round(claims, asked, told, late=True)
        for claim in claims:
            for name in NAMES:
                self._note(name, told.get((claim["id"], name)))

    async def _round(
        self,
        claims: Sequence[dict[str, Any]],
        asked: dict[str, Question],
        told: dict[tuple[str, str], Told],
        *,
        late: bool,
    ) -> None:
        lanes: dict[str, list[Inquiry]] = {}
        for claim in claims:
            question = asked[claim["id"]]
            for name, reason in self._chosen(question).items():
                if (name in AFTER_THE_OTHERS) is late:
                    lanes.setdefault(name, []).append(Inquiry(claim, question, name, reason))

        async def lane(inquiries: list[Inquiry]) -> None:
            for inquiry in inquiries:
                told[inquiry.claim["id"], inquiry.name] = await self._inquire(inquiry)

        await asyncio.gather(*map(lane, lanes.values()))

    def _chosen(self, question: Question) -> dict[str, str]:
        """The providers for a question, each with the reason."""
        if self.wish.providers:
            return dict.fromkeys(self.wish.providers, EXPLICIT)
        return routed(question)

    async def _inquire(self, inquiry: Inquiry) -> Told:
        if inquiry.name == LIBRARY:
            row = search_library(self.edges, self.session, inquiry, top=self.wish.top)
            return Told(searches=[row])
        provider = self.providers[inquiry.name]
        if inquiry.name == CLAIMREVIEW:
            told = self.reviews.search(inquiry, top=self.wish.top)
        elif self.wish.offline:
            told = self.asker.replay(inquiry, provider)
        else:
            told = await self.asker.ask(inquiry, provider)
        document = rows.get(self.edges.database, "documents", inquiry.claim["document"]) or {}
        for row in told.searches:
            if row["outcome"] == FOUND:
                told.failures += await self.taker.take(row, told.hits, article=document.get("url"))
        return told

    def _note(self, name: str, told: Told | None) -> None:
        if told is None:
            return
        self.findings.searches += told.searches
        for failure in told.failures:
            self.findings.fail(failure)
        if told.unasked:
            self.findings.unasked.setdefault(name, told.unasked)
            if self.wish.providers and not self.wish.offline and not told.unfit:
                self.findings.fail(Failure(f"provider {name}", f"not_measured: {told.unasked}"))
        if name == CLAIMREVIEW:
            for failure in self.reviews.failures:
                self.findings.fail(failure)
