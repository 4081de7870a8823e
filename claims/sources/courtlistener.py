"""CourtListener: opinions of United States courts (REST API v4; needs a token since 2026)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.model.secret import Secret
from claims.sources.instance import same_host
from claims.sources.provider import Ask, Card, Hit, Plan, Reply, Request, answered, failed, plan_of
from claims.sources.reading import (
    Json,
    calendar,
    count_of,
    items,
    object_in,
    objects,
    passage,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.sources.provider import Answer
    from claims.sources.question import Question

SITE = "https://www.courtlistener.com/"
URL = SITE + "api/rest/v4/search/"
CARD = Card(
    name="courtlistener",
    title="CourtListener",
    good_for="what courts of the United States decided",
    hosts=("www.courtlistener.com",),
    needs="courtlistener_token",
)


@dataclass(frozen=True, slots=True)
class CourtListener:
    """The service, with the desk's token."""

    token: Secret

    @property
    def card(self) -> Card:
        """See `claims.sources.provider`."""
        return CARD

    def plan(self, question: Question, *, top: int) -> Plan:
        """The narrow and the wide query: five requests a minute are allowed."""
        queries = dict.fromkeys((*question.queries[:1], *question.queries[-1:]))
        return plan_of(question, queries, self._search, top=top)

    def _search(self, query: str, top: int) -> Request:
        return Request(
            URL,
            {"q": query, "type": "o", "order_by": "score desc", "page_size": str(top)},
            headers={"Authorization": Secret(self.token.reveal(), lead="Token ")},
        )

    def read(self, ask: Ask, answers: Sequence[Answer]) -> Reply:
        """The decisions in the order of their score."""
        answer = object_in(answers[-1])
        if isinstance(answer, Reply):
            return answer
        if items(answer, "results") is None:
            said = words(answer.get("detail")) or "no list of decisions"
            return failed(f"the service answered an error: {said}")
        hits = [hit for c in objects(answer, "results") if (hit := _decision(c))]
        return answered(hits[: ask.top], count_of(answer, "results", total=answer.get("count")))


def _decision(case: dict[str, Json]) -> Hit | None:
    url = same_host(SITE, case.get("absolute_url"))
    if url is None or url == SITE:
        return None
    snippets = [s for o in objects(case, "opinions") if (s := passage(o.get("snippet")))]
    cited = [c for one in items(case, "citation") or () if (c := words(one, longest=60))]
    name, court = words(case.get("caseName")), words(case.get("court"), longest=120)
    told = " … ".join(snippets[:3])
    status = words(case.get("status"), longest=40)
    return Hit(
        url,
        ", ".join([name, *cited[:1]]) if name else None,
        court,
        text=f"{name}, {court or 'court not named'}. {told}" if name and told else None,
        published=calendar(case.get("dateFiled")),
        notes=tuple(note for note in (court, status) if note),
    )
