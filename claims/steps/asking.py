"""One provider asked about one claim: its queries from narrow to wide, each with what came of it, stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claims.model.candidate import (
    ANSWERED,
    Candidate,
    Search,
    SearchOutcome,
    Side,
    candidate_id,
    search_id,
)
from claims.model.errors import DamagedData
from claims.model.record import plain
from claims.sources.provider import Ask, Plan, Reply, Request
from claims.steps.replies import Heard, replayed
from claims.steps.report import Failure
from db import rows, searches
from db.connection import transaction

if TYPE_CHECKING:
    from claims.sources.provider import Hit, Provider
    from claims.sources.question import Question
    from claims.steps.edges import Edges
    from claims.steps.replies import Listener
    from claims.steps.standing import Standing

FOUND = SearchOutcome.FOUND.value
OFFLINE = "asked to stay offline"


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One claim (a row) and one provider, with the reason why the one is put to the other."""

    claim: dict[str, Any]
    question: Question
    name: str
    reason: str

    @property
    def narrowest(self) -> str:
        """The first query; of a claim that makes none, as much of its words as tells which it is."""
        return next(iter(self.question.queries), self.question.text[:80])

    def side(self, query: str) -> Side:
        """What a query is for: a provider that takes no phrases is asked the same for both sides."""
        return self.question.side if query in self.question.queries else Side.CLAIM


@dataclass(slots=True)
class Told:
    """What came of an inquiry: the rows of its searches, what each hit tells, and what failed.

    `unasked` says why the provider could not be asked at all; `unfit` that it is the claim that does
    not suit it.
    """

    searches: list[dict[str, Any]] = field(default_factory=list)
    hits: dict[str, Hit] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    unasked: str | None = None
    unfit: bool = False

    def fail(self, name: str, row: dict[str, Any]) -> None:
        """Note that a search was not answered."""
        self.failures.append(Failure(f"provider {name}", f"{row['outcome']}: {row['detail']}"))


@dataclass(frozen=True, slots=True)
class Asker:
    """What all inquiries of one run share."""

    edges: Edges
    listener: Listener
    standing: Standing
    top: int
    refresh: bool = False

    async def ask(self, inquiry: Inquiry, provider: Provider | str) -> Told:
        """Put the claim to the provider; a text in its place says why it cannot be asked."""
        told = Told()
        plan = (
            provider if isinstance(provider, str) else provider.plan(inquiry.question, top=self.top)
        )
        if isinstance(plan, str) or isinstance(provider, str) or not plan.asks:
            told.unasked = plan.why_not if isinstance(plan, Plan) else plan
            told.unfit = isinstance(plan, Plan)
            told.searches += self._answered_before(inquiry)
            if not told.searches:
                heard = Heard(Reply(SearchOutcome.NOT_MEASURED, told.unasked))
                told.searches.append(self._record(inquiry, _widest(inquiry), 1, heard, told))
            return told
        self._forget(inquiry, plan.asks)
        settled: set[int] = set()
        for place, ask in enumerate(plan.asks, start=1):
            if ask.series in settled:
                continue
            row = await self._search(inquiry, provider, (place, ask), told)
            told.searches.append(row)
            if row["outcome"] == FOUND:
                settled.add(ask.series)
            elif row["outcome"] not in ANSWERED:
                told.fail(inquiry.name, row)
                break
        return told

    def _answered_before(self, inquiry: Inquiry) -> list[dict[str, Any]]:
        """What the provider answered when it could be asked: that its key is gone takes none of it."""
        made = searches.stored(self.edges.database, inquiry.claim["id"], inquiry.name)
        return [row for row in made if row["outcome"] in ANSWERED]

    def _forget(self, inquiry: Inquiry, asks: tuple[Ask, ...]) -> None:
        """Drop rows that say it was not asked, under queries other than those it is asked now."""
        claim, name = inquiry.claim["id"], inquiry.name
        keep = [search_id(claim=claim, provider=name, query=ask.query) for ask in asks]
        with transaction(self.edges.database):
            searches.forget_unanswered(
                self.edges.database, claim, name, but_not=keep, side=inquiry.question.side.value
            )

    async def _search(
        self, inquiry: Inquiry, provider: Provider, placed: tuple[int, Ask], told: Told
    ) -> dict[str, Any]:
        place, ask = placed
        key = search_id(claim=inquiry.claim["id"], provider=inquiry.name, query=ask.query)
        stored = rows.get(self.edges.database, "searches", key)
        if stored and not self.refresh and self._holds(stored):
            if searches.untied(self.edges.database, key):
                self._again(inquiry, provider, stored, told)  # an earlier run broke off here
            return stored
        heard = self.standing.refusal(inquiry.name)
        if heard is None:
            heard = await self.listener.hear(provider, ask, key)
            self.standing.note(inquiry.name, heard)
        outcome, detail = heard.reply.outcome.value, heard.reply.detail
        if stored and stored["outcome"] in ANSWERED and outcome not in ANSWERED:
            # The answer that is there is worth more than a refusal, which is told all the same
            told.fail(inquiry.name, {"outcome": outcome, "detail": detail})
            self._leave_alone(key, heard.retry_at)
            return stored
        return self._record(inquiry, ask.query, place, heard, told)

    def _leave_alone(self, search: str, retry_at: str | None) -> None:
        """Note until when the provider wants to be left alone, which holds for all its searches."""
        if retry_at:
            with transaction(self.edges.database):
                rows.update(self.edges.database, "searches", {"id": search, "retry_at": retry_at})

    def _holds(self, stored: dict[str, Any]) -> bool:
        """Whether a stored search need not be made again: it was answered, with as many as wanted."""
        if stored["outcome"] not in ANSWERED:
            return False
        run = rows.get(self.edges.database, "runs", stored["run"]) or {"options": {}}
        asked_for = run["options"].get("top", self.top)
        return bool(stored["found"] < asked_for or asked_for >= self.top)

    def _record(
        self, inquiry: Inquiry, query: str, place: int, heard: Heard, told: Told
    ) -> dict[str, Any]:
        """Store a search with what was heard; its row."""
        key = search_id(claim=inquiry.claim["id"], provider=inquiry.name, query=query)
        hits = {hit.url: hit for hit in heard.reply.hits[: self.top]}
        search = Search(
            id=key,
            claim=inquiry.claim["id"],
            provider=inquiry.name,
            query=query,
            request_url=heard.request_url,
            outcome=heard.reply.outcome,
            detail=heard.reply.detail,
            found=len(hits),
            reply_digest=heard.kept[-1].reply_digest if heard.kept else None,
            run=self.edges.run("find", top=self.top),
            at=self.edges.now(),
            place=place,
            reason=inquiry.reason,
            retry_at=heard.retry_at,
            side=inquiry.side(query),
        )
        with transaction(self.edges.database):
            store(self.edges, plain(search), hits.values())
            searches.keep_replies(self.edges.database, key, map(plain, heard.kept))
        told.hits |= hits
        return dict(plain(search))

    def replay(self, inquiry: Inquiry, provider: Provider | str) -> Told:
        """What was answered before, read again out of the archive; nobody is asked."""
        told = Told()
        for row in searches.stored(self.edges.database, inquiry.claim["id"], inquiry.name):
            if row["outcome"] == FOUND and not isinstance(provider, str):
                self._again(inquiry, provider, row, told)
            told.searches.append(row)
        if not told.searches:
            heard = Heard(Reply(SearchOutcome.NOT_MEASURED, OFFLINE))
            told.searches.append(self._record(inquiry, inquiry.narrowest, 1, heard, told))
        return told

    def _again(self, inquiry: Inquiry, provider: Provider, row: dict[str, Any], told: Told) -> None:
        """Restore the candidates of a search from its kept answers; the rows stand where there are none."""
        kept = searches.replies_of(self.edges.database, row["id"])
        plan = provider.plan(inquiry.question, top=self.top)
        ask = next((a for a in plan.asks if a.query == row["query"]), None)
        ask = ask or Ask(
            inquiry.question, row["query"], Request(row["request_url"] or ""), self.top
        )
        try:
            reply = replayed(self.edges, provider, ask, kept)
        except DamagedData as why:
            told.failures.append(Failure(f"provider {inquiry.name}", str(why)))
            return
        if reply is None or reply.outcome is not SearchOutcome.FOUND:
            return
        hits = {hit.url: hit for hit in reply.hits[: row["found"]]}
        with transaction(self.edges.database):
            store(self.edges, row, hits.values())
        told.hits |= hits


def store(edges: Edges, search: dict[str, Any], hits: Any) -> None:
    """Store a search's row and its candidates, which keep the copies that they have."""
    candidates = [
        Candidate(
            id=candidate_id(search=search["id"], url=hit.url),
            search=search["id"],
            rank=rank,
            url=hit.url,
            title=hit.title,
            snippet=hit.snippet,
            snapshot=None,
            published=hit.published,
            notes=hit.notes,
        )
        for rank, hit in enumerate(hits, start=1)
    ]
    listed = [plain(candidate) for candidate in candidates]
    for row in listed:
        before = rows.get(edges.database, "candidates", row["id"])
        row["snapshot"] = before["snapshot"] if before else None
    searches.record(edges.database, search, listed)


def _widest(inquiry: Inquiry) -> str:
    """The query under which it is stored that a provider was not asked: it names the claim's subject."""
    return inquiry.question.queries[-1] if inquiry.question.queries else inquiry.question.text[:80]
